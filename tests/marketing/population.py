"""Customers by chance, known to the test as well as to the database, and rules answered about them in plain Python."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from simpul.consent.models import Consent
from simpul.customers.models import Customer, CustomerFacts
from simpul.messaging.models import ContactPreference, MessageProvider, OutboundMessage, PushSubscription, SuppressedAddress
from simpul.platform.clock import JAKARTA
from simpul.platform.ids import SYSTEM_ID, uuid7
from simpul.stewardship.models import ProcessingLimit, RightsRequest
from simpul.value.models import CustomerRfm, TransactionSums
from tests.support import customers
from tests.support.database import rows
from tests.support.people import user_id

AT = datetime(2026, 6, 15, 3, 30, tzinfo=UTC)
CHANNELS = ("EMAIL", "WHATSAPP", "SMS", "PUSH", "IN_APP")
_DAY = timedelta(days=1)


@dataclass
class Person:
    """A customer as the test knows them: `values` by the key of each field, and what speaks against writing to them."""

    id: UUID
    branch_code: str
    is_active: bool
    values: dict[str, Any]
    said: list[tuple[str, str | None, str, datetime]] = field(default_factory=list)
    offers: list[tuple[str, datetime]] = field(default_factory=list)
    unwanted: set[str] = field(default_factory=set)
    limits: set[str] = field(default_factory=set)
    has_device: bool = False
    has_phone: bool = False
    has_email: bool = False

    def consent(self, purpose: str, channel: str | None) -> str:
        """The latest word about a purpose that counts for the channel, or NONE."""
        words = [(at, status) for kind, where, status, at in self.said if kind == purpose and (where is None or where == channel) and at <= AT]
        return max(words)[1] if words else "NONE"


def populate(chance: random.Random, number: int) -> list[Person]:
    """So many customers of three branches with whatever may be known of one, much of it missing."""
    with rows():
        MessageProvider.objects.create(key="uji", name="Uji", channel="SMS", adapter="SMS_HTTP", updated_by=SYSTEM_ID)
    return [_person(chance) for _ in range(number)]


def _person(chance: random.Random) -> Person:
    branch, kind = chance.choice(("MDN", "BNJ", "PMS")), chance.choice(("PERSON", "PERSON", "ORGANISATION"))
    recorded = AT - chance.randrange(800) * _DAY
    birth = chance.choice([None, date(1960, 1, 1) + timedelta(days=chance.randrange(18_000)), date(2000, 6, 15), date(2000, 6, 16)])
    given = {
        "kind": kind, "gender": chance.choice((None, "M", "F", "U")) if kind == "PERSON" else None, "birth_date": birth, "is_vip": chance.random() < 0.3,
        "segment_code": chance.choice(("MASS", "PRIORITY")), "tags": chance.sample(["Petani", "guru", "100% lunas"], chance.randrange(3)),
        "preferred_language": chance.choice(("id", "en")), "preferred_channel": chance.choice((None, "EMAIL", "WHATSAPP")),
        "phone_e164": chance.choice((None, "+6281234567678")), "email": chance.choice((None, "siti@example.co.id")),
        "status": chance.choice(("ACTIVE", "ACTIVE", "ACTIVE", "DORMANT")), "created_at": recorded,
    }  # fmt: skip
    rm = "rm_mdn" if branch == "MDN" and chance.random() < 0.4 else None
    made = customers.customer("Orang Uji", branch, rm=rm, **given)
    with rows():
        Customer.objects.filter(pk=made.id).update(rm_user_id=user_id(rm) if rm else None)
    today = AT.astimezone(JAKARTA).date()
    age = None if birth is None else today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    person = Person(made.id, branch, given["status"] == "ACTIVE", {})
    person.has_phone, person.has_email = given["phone_e164"] is not None, given["email"] is not None
    person.values = {name: given[name] for name in ("kind", "gender", "is_vip", "segment_code", "tags", "preferred_language", "preferred_channel")} | {
        "age": age, "birth_month": birth.month if birth else None, "home_branch": branch, "has_rm": rm is not None, "recorded_at": recorded,
    }  # fmt: skip
    _placed(chance, person)
    _known(chance, person)
    _asked(chance, person)
    _offered(chance, person)
    return person


def _placed(chance: random.Random, person: Person) -> None:
    city = chance.choice((None, "Medan", "Kota Binjai", "KOTA MEDAN"))
    if city:
        customers.address(person.id, city=city)
    customers.address(person.id, kind="WORK", city="Jakarta")
    held = chance.sample(["SAVINGS", "CARD", "LOAN"], chance.randrange(3))
    for name in held:
        customers.product(person.id, name)
    if "LOAN" not in held:
        customers.product(person.id, "LOAN", held=False)
    person.values |= {"city": city, "products": held or None}


def _known(chance: random.Random, person: Person) -> None:
    facts: dict[str, Any] = {
        "rfm_segment": chance.choice((None, "CHAMPION", "HIBERNATING")), "has_open_case": chance.random() < 0.4, "has_open_sensitive_case": chance.random() < 0.2,
        "has_arrears": chance.random() < 0.3, "last_contact_at": chance.choice((None, AT - chance.randrange(400) * _DAY)), "contacts_90d": chance.randrange(5),
        "lead_status": chance.choice((None, "NEW", "QUALIFIED", "CLOSED_LOST")), "lifecycle_stage": chance.choice(("PROSPECT", "CUSTOMER", "OPPORTUNITY")),
    }  # fmt: skip
    sums: dict[str, Any] = {"tx_count_30d": chance.randrange(5), "tx_count_90d": chance.randrange(5, 9), "tx_count_365d": chance.randrange(9, 20)}
    sums |= {name: Decimal(chance.randrange(10**9)) / 100 for name in ("tx_in_90d", "tx_out_90d")} | {"tx_last_at": AT - chance.randrange(365) * _DAY}
    with rows():
        if chance.random() < 0.7:
            CustomerFacts.objects.create(customer_id=person.id, **facts)
        else:
            facts = {
                "rfm_segment": None,
                "has_open_case": False,
                "has_open_sensitive_case": False,
                "has_arrears": False,
                "last_contact_at": None,
                "contacts_90d": 0,
                "lead_status": None,
                "lifecycle_stage": None,
            }
        if chance.random() < 0.6:
            TransactionSums.objects.create(customer_id=person.id, counted_at=AT, **sums)
        else:
            sums = {name: None if name == "tx_last_at" else 0 for name in sums}
    person.values |= facts | sums | _scored(chance, person)


def _scored(chance: random.Random, person: Person) -> dict[str, Any]:
    names = ("recency", "frequency", "monetary")
    if chance.random() < 0.3:
        return {f"rfm_{name}": None for name in (*names, "total")}
    scores = {name: chance.randrange(1, 6) for name in names}
    with rows():
        CustomerRfm.objects.create(
            customer_id=person.id, recency_days=1, frequency_count=1, monetary_value=1, segment="LOYAL", clv_proxy="HIGH", rule=2, method="THRESHOLDS",
            thresholds_version=1, calculated_at=AT, **{f"{name}_score": score for name, score in scores.items()},
        )  # fmt: skip
    return {f"rfm_{name}": score for name, score in scores.items()} | {"rfm_total": sum(scores.values())}


def _asked(chance: random.Random, person: Person) -> None:
    with rows():
        for purpose in ("MARKETING", "PROFILING"):
            for number in range(chance.choice((0, 1, 1, 2, 3))):
                channel, status = chance.choice((None, None, "EMAIL", "SMS")), chance.choice(("GRANTED", "GRANTED", "WITHDRAWN"))
                at = AT + chance.choice((-1, -1, -1, 1)) * (chance.randrange(90) * _DAY + timedelta(seconds=number))
                person.said.append((purpose, channel, status, at))
                Consent.objects.create(
                    customer_id=person.id, branch_code=person.branch_code, consent_type=purpose, channel=channel, status=status, effective_at=at,
                    captured_channel="BRANCH", captured_by=SYSTEM_ID, verification_method="IN_PERSON",
                )  # fmt: skip
        for kind in ("RESTRICTION", "OBJECTION"):
            if chance.random() < 0.15:
                ended = AT if chance.random() < 0.3 else None
                _limited(person, kind, ended)
                if ended is None:
                    person.limits.add(kind)
    person.values |= {"consent_marketing": person.consent("MARKETING", None), "consent_profiling": person.consent("PROFILING", None)}


def _limited(person: Person, kind: str, ended: datetime | None) -> None:
    by, at = user_id("compliance"), AT - 9 * _DAY
    request = RightsRequest.objects.create(
        customer_id=person.id, branch_code=person.branch_code, kind=kind, received_by="BRANCH", received_at=at, due_at=at + 3 * _DAY, created_by=by
    )
    ProcessingLimit.objects.create(
        customer_id=person.id, branch_code=person.branch_code, kind=kind, request=request, started_at=at, started_by=by, ended_at=ended,
        ended_by=by if ended else None, end_reason="Dicabut." if ended else "",
    )  # fmt: skip


def _queued(person: Person, channel: str, purpose: str, subject: str, at: datetime) -> QuerySet[OutboundMessage]:
    made = OutboundMessage.objects.create(
        customer_id=person.id, branch_code=person.branch_code, channel=channel, purpose=purpose, subject_type=subject, subject_id=str(uuid7()),
        resource="campaign", tier=1, sealed="", queued_at=at, created_by=SYSTEM_ID,
    )  # fmt: skip
    return OutboundMessage.objects.filter(pk=made.pk)


def _offered(chance: random.Random, person: Person) -> None:
    received = clicked = 0
    last: datetime | None = None
    with rows():
        for _ in range(chance.randrange(4)):
            channel, subject, at = chance.choice(CHANNELS), chance.choice(("CAMPAIGN", "OTHER")), AT - timedelta(hours=chance.choice((3, 30, 100, 900, 3_000)))
            sent, was_clicked = chance.random() < 0.8, chance.random() < 0.5
            made = _queued(person, channel, "MARKETING", subject, at)
            if sent:
                made.update(status="SENT", handover="DONE", sent_at=at, clicked_at=at if was_clicked else None)
            else:
                made.update(handover="CLAIMED", claimed_at=at, provider_key="uji")
                made.update(handover="UNKNOWN")
            person.offers.append((channel, at))
            last = max(last or at, at)
            recent = subject == "CAMPAIGN" and at > AT - 90 * _DAY
            received, clicked = received + recent, clicked + (recent and sent and was_clicked)
        # What was only queued, or is no offer, does not count.
        _queued(person, "EMAIL", "MARKETING", "CAMPAIGN", AT)
        _queued(person, "EMAIL", "SERVICE", "CAMPAIGN", AT).update(status="SENT", handover="DONE", sent_at=AT - _DAY)
        for channel in CHANNELS:
            if chance.random() < 0.1:
                ContactPreference.objects.create(customer_id=person.id, channel=channel, is_wanted=False, updated_at=AT, updated_by=SYSTEM_ID)
                person.unwanted.add(channel)
            if chance.random() < 0.1:
                lifted = {"lifted_at": AT, "lifted_by": SYSTEM_ID, "lifted_reason": "x"} if chance.random() < 0.5 else {}
                hashed = uuid7().bytes
                SuppressedAddress.objects.create(
                    channel=channel, address_hash=hashed, hint="x", reason="BOUNCE", customer_id=person.id, added_by=SYSTEM_ID, **lifted
                )
                person.unwanted |= set() if lifted else {channel}
        person.has_device = chance.random() < 0.5
        if person.has_device:
            PushSubscription.objects.create(customer_id=person.id, kind="WEB", sealed="", address_hash=uuid7().bytes, created_by=SYSTEM_ID)
    person.values |= {"campaigns_received_90d": received, "campaigns_clicked_90d": clicked, "last_offer_at": last}


def holds(value: Any, op: str, given: Any) -> bool:
    """Whether a comparison holds of one value, in plain Python: what is missing equals nothing, and differs from nothing."""
    if op in ("is_null", "not_null"):
        return (value in (None, [])) == (op == "is_null")
    if value is None:
        return False
    if isinstance(value, list):
        named = bool(set(value) & set(given if isinstance(given, list) else [given]))
        return not named if op == "not_in" else named
    if op in ("contains", "starts_with"):
        folded, part = value.lower(), given.lower()
        return part in folded if op == "contains" else folded.startswith(part)
    if op in ("in", "not_in"):
        return (value in given) == (op == "in")
    if op == "between":
        return bool(given[0] <= value <= given[1])
    if op in ("before_days", "within_days"):
        then = AT - given * _DAY
        return bool(value <= then) if op == "before_days" else bool(min(then, AT) <= value <= max(then, AT))
    same = {"eq": value == given, "ne": value != given}
    return same[op] if op in same else {"lt": value < given, "lte": value <= given, "gt": value > given, "gte": value >= given}[op]
