"""What segments may ask about the customer master and about what other domains found out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.customers.codes import BranchChoices, CodeChoices
from simpul.customers.selectors.segment_fields import PERSON, FieldSource, SegmentField
from simpul.customers.vocabulary import Channel, CodeList, Gender, Kind, Language
from simpul.platform.text import Text
from simpul.workflow.public import Choice, Field, FieldType

_KINDS = {Kind.PERSON: Text(id="Perorangan", en="Person"), Kind.ORGANISATION: Text(id="Badan", en="Organisation")}
_GENDERS = {
    Gender.MALE: Text(id="Laki-laki", en="Male"),
    Gender.FEMALE: Text(id="Perempuan", en="Female"),
    Gender.UNKNOWN: Text(id="Tidak diketahui", en="Unknown"),
}
_LANGUAGES = {Language.INDONESIAN: Text(id="Indonesia", en="Indonesian"), Language.ENGLISH: Text(id="Inggris", en="English")}
_CHANNELS = {
    Channel.PHONE: Text(id="Telepon", en="Phone"),
    Channel.WHATSAPP: Text(id="WhatsApp", en="WhatsApp"),
    Channel.SMS: Text(id="SMS", en="SMS"),
    Channel.EMAIL: Text(id="E-mail", en="E-mail"),
    Channel.BRANCH: Text(id="Cabang", en="Branch"),
}

# As the domain of customer value names its segments, which lies above this one.
_RFM = {
    "CHAMPION": Text(id="Champion", en="Champion"),
    "LOYAL": Text(id="Loyal", en="Loyal"),
    "POTENTIAL": Text(id="Potensial", en="Potential"),
    "AT_RISK": Text(id="Berisiko pergi", en="At risk"),
    "LOST": Text(id="Hilang", en="Lost"),
    "HIBERNATING": Text(id="Tidur", en="Hibernating"),
}

# Read anew whenever somebody looks.
_SEGMENTS: Any = CodeChoices(CodeList.SEGMENT)
_PRODUCTS: Any = CodeChoices(CodeList.PRODUCT)
_BRANCHES: Any = BranchChoices()


def _choices(names: Mapping[Any, Text]) -> tuple[Choice, ...]:
    return tuple(Choice(str(key), name) for key, name in names.items())


def _fact(column: str) -> str:
    return f"EXISTS (SELECT FROM crm.segment_facts WHERE {column})"


_PERSON = """
SELECT customer_id, branch_code, kind, segment_code, is_vip, gender, rm_user_id IS NOT NULL AS has_rm, preferred_language, preferred_channel, tags, created_at,
       has_phone, has_email, extract(year FROM age(%(today)s::date, birth_date))::integer AS age, extract(month FROM birth_date)::integer AS birth_month
FROM crm.segment_customers
"""
SOURCES = (
    FieldSource(
        PERSON,
        Text(id="Nasabah", en="Customer"),
        _PERSON,
        (
            SegmentField(Field("segment_code", FieldType.CHOICE, Text(id="Segmen nasabah", en="Customer segment"), _SEGMENTS, "person.segment_code")),
            SegmentField(Field("is_vip", FieldType.BOOLEAN, Text(id="VIP", en="VIP"), sql="person.is_vip")),
            SegmentField(Field("kind", FieldType.CHOICE, Text(id="Jenis nasabah", en="Kind of customer"), _choices(_KINDS), "person.kind")),
            SegmentField(Field("gender", FieldType.CHOICE, Text(id="Jenis kelamin", en="Gender"), _choices(_GENDERS), "person.gender")),
            SegmentField(Field("age", FieldType.INTEGER, Text(id="Umur", en="Age"), sql="person.age")),
            SegmentField(Field("birth_month", FieldType.INTEGER, Text(id="Bulan lahir (1-12)", en="Month of birth (1-12)"), sql="person.birth_month")),
            SegmentField(Field("home_branch", FieldType.CHOICE, Text(id="Cabang", en="Branch"), _BRANCHES, "person.branch_code")),
            SegmentField(Field("tags", FieldType.TEXT_SET, Text(id="Penanda", en="Tags"), sql="person.tags")),
            SegmentField(Field("has_rm", FieldType.BOOLEAN, Text(id="Dilayani RM", en="Has a relationship manager"), sql="person.has_rm")),
            SegmentField(
                Field(
                    "preferred_language",
                    FieldType.CHOICE,
                    Text(id="Bahasa pilihan", en="Preferred language"),
                    _choices(_LANGUAGES),
                    "person.preferred_language",
                )
            ),
            SegmentField(
                Field("preferred_channel", FieldType.CHOICE, Text(id="Kanal pilihan", en="Preferred channel"), _choices(_CHANNELS), "person.preferred_channel")
            ),
            SegmentField(Field("recorded_at", FieldType.TIMESTAMP, Text(id="Tercatat sejak", en="Recorded since"), sql="person.created_at")),
        ),
    ),
    FieldSource(
        "home",
        Text(id="Alamat rumah", en="Home address"),
        "SELECT customer_id, city FROM crm.segment_cities",
        (SegmentField(Field("city", FieldType.TEXT, Text(id="Kota/kabupaten", en="City or regency"), sql="home.city")),),
        present="EXISTS (SELECT FROM crm.segment_cities)",
    ),
    FieldSource(
        "held",
        Text(id="Produk", en="Products"),
        "SELECT customer_id, array_agg(product) AS products FROM crm.segment_products GROUP BY customer_id",
        (SegmentField(Field("products", FieldType.TEXT_SET, Text(id="Produk yang dimiliki", en="Products held"), _PRODUCTS, "held.products")),),
        present="EXISTS (SELECT FROM crm.segment_products)",
    ),
    FieldSource(
        "facts",
        Text(id="Layanan dan kontak", en="Service and contacts"),
        "SELECT customer_id, rfm_segment, has_open_case, has_open_sensitive_case, has_arrears, last_contact_at, contacts_90d FROM crm.segment_facts",
        (
            SegmentField(
                Field("rfm_segment", FieldType.CHOICE, Text(id="Segmen RFM", en="RFM segment"), _choices(_RFM), "facts.rfm_segment"),
                profiling=True,
                present=_fact("rfm_segment IS NOT NULL"),
            ),
            SegmentField(
                Field("has_open_case", FieldType.BOOLEAN, Text(id="Kasus terbuka", en="Has an open case"), sql="coalesce(facts.has_open_case, false)")
            ),
            SegmentField(
                Field(
                    "has_open_sensitive_case",
                    FieldType.BOOLEAN,
                    Text(id="Kasus peka terbuka", en="Has an open sensitive case"),
                    sql="coalesce(facts.has_open_sensitive_case, false)",
                )
            ),
            SegmentField(
                Field("has_arrears", FieldType.BOOLEAN, Text(id="Menunggak", en="In arrears"), sql="coalesce(facts.has_arrears, false)"),
                present=_fact("has_arrears"),
            ),
            SegmentField(Field("last_contact_at", FieldType.TIMESTAMP, Text(id="Kontak terakhir", en="Last contact"), sql="facts.last_contact_at")),
            SegmentField(
                Field("contacts_90d", FieldType.INTEGER, Text(id="Kontak dalam 90 hari", en="Contacts in 90 days"), sql="coalesce(facts.contacts_90d, 0)")
            ),
        ),
    ),
)
