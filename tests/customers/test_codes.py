"""Segments, products and kinds of relationships are the organisation's own lists."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from simpul.customers import services
from simpul.customers.change_workflow import FIELDS
from simpul.customers.code_lists import code_create, code_update
from simpul.customers.errors import CodeExists, DefaultSegmentStays
from simpul.customers.models import CustomerCode
from simpul.customers.stewardship.relationships import relationship_add
from simpul.iam.public import system_actor
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from tests.imports.sources import bring_in, person, reasons, write
from tests.support import customers as make
from tests.support import people
from tests.support.database import rows

NAMES = {"name_id": "Nasabah emas", "name_en": "Gold", "position": 9, "is_active": True}
REASON = "Sesuai keputusan direksi"


def manage(service, username="admin", **given):
    with scope(people.actor(username)):
        return service(actor=people.actor(username), **given)


def test_every_installation_begins_with_the_lists_that_were_built_in(organisation):
    with rows():
        found = query("SELECT list_key, array_agg(code ORDER BY position) AS codes, bool_and(is_active) AS used FROM crm.customer_codes GROUP BY 1 ORDER BY 1")
    assert [(row["list_key"], row["codes"], row["used"]) for row in found] == [
        ("PRODUCT", ["SAVINGS", "LOAN", "CARD", "MOBILE_BANKING", "WATER_CONNECTION"], True),
        ("RELATIONSHIP", ["FAMILY", "EMPLOYER", "GROUP", "GUARANTOR", "JOINT_ACCOUNT"], True),
        ("SEGMENT", ["MASS", "PRIORITY", "MSME", "CORPORATE"], True),
    ]


def test_an_added_segment_is_chosen_searched_imported_and_offered_to_rules(organisation, client_of, tmp_path, trace):
    customer = make.customer("Rahmat Siregar")
    trace.start()
    manage(code_create, list_key="SEGMENT", code="GOLD", values=NAMES)
    assert trace() == {"audit": ["CHANGE_CONFIG"]}

    steward = client_of("steward")
    answer = steward.api("PATCH", f"/customers/{customer.id}", {"version": 1, "reason": REASON, "changes": {"segment_code": "GOLD"}})
    assert (answer.status_code, answer.json()["segment_code"]) == (200, "GOLD")
    found = client_of("agent_mdn").api("GET", "/customers/search?q=rahmat&segment=GOLD").json()
    assert [hit["customer_id"] for hit in found["items"]] == [str(customer.id)]
    assert bring_in(system_actor(), write(tmp_path / "emas.csv", [person(1, segmen="GOLD")])).added == 1
    with scope(people.actor("admin")):
        assert [choice.key for choice in next(field for field in FIELDS.fields if field.key == "segment").choices] == [
            "MASS",
            "PRIORITY",
            "MSME",
            "CORPORATE",
            "GOLD",
        ]


def test_a_retired_code_stays_with_whoever_has_it_and_is_given_to_nobody_else(organisation, client_of, tmp_path):
    has, other = make.customer(segment_code="MSME"), make.customer()
    manage(code_update, list_key="SEGMENT", code="MSME", version=1, values={"is_active": False})
    manage(code_update, list_key="RELATIONSHIP", code="GROUP", version=1, values={"is_active": False})
    steward = people.actor("steward")

    with scope(steward):
        services.customer_update(actor=steward, customer_id=has.id, version=1, reason=REASON, changes={"segment_code": "MSME", "is_vip": True})
        for customer, code in ((other, "MSME"), (other, "NEVER")):
            with pytest.raises(Invalid) as refused:
                services.customer_update(actor=steward, customer_id=customer.id, version=1, reason=REASON, changes={"segment_code": code})
            assert list(refused.value.fields) == ["changes.segment_code"]
        with pytest.raises(Invalid):
            relationship_add(actor=steward, customer_id=other.id, version=1, reason=REASON, related_customer_id=has.id, kind="GROUP")
    run = bring_in(system_actor(), write(tmp_path / "umkm.csv", [person(1, segmen="UMKM"), person(2)]))
    assert (run.added, run.rejected) == (1, 1)
    assert "MSME" in str(reasons(run))
    assert len(client_of("agent_mdn").api("GET", "/customers/search?q=siti&segment=MSME").json()["items"]) == 1


@pytest.mark.parametrize(
    ("table", "change", "constraint"),
    [
        ("customers", "UPDATE crm.customers SET segment_code = 'NEVER' RETURNING 1", "customers_segment_known"),
        (
            "customer_products",
            "INSERT INTO crm.customer_products SELECT customer_id, 'NEVER', true, '2026-01-01' FROM crm.customers RETURNING 1",
            "customer_products_known",
        ),
    ],
)
def test_the_database_refuses_a_code_that_its_list_does_not_have(organisation, table, change, constraint):
    make.customer()
    with rows(), pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        query(change)


@pytest.mark.parametrize("change", ["DELETE FROM crm.customer_codes WHERE code = 'MSME'", "UPDATE crm.customer_codes SET code = 'OTHER' WHERE code = 'MSME'"])
def test_a_code_is_neither_removed_nor_renamed_by_whatever_role(organisation, change):
    with rows(), pytest.raises(DatabaseError, match="A code stays"), transaction.atomic():
        execute(change)


def test_a_change_is_recorded_with_before_and_after_and_one_that_changes_nothing_is_not(organisation, trace):
    manage(
        code_update, list_key="PRODUCT", code="CARD", version=1, values={"name_id": "Kartu debit", "name_en": "Debit card", "position": 3, "is_active": True}
    )
    manage(code_update, list_key="PRODUCT", code="CARD", version=2, values={"name_id": "Kartu debit"})

    with rows():
        [row] = query("SELECT object_type, object_id, meta FROM audit.audit_logs WHERE action = 'CHANGE_CONFIG' AND object_type = 'CUSTOMER_CODE'")
        assert CustomerCode.objects.get(list_key="PRODUCT", code="CARD").version == 2
    assert (row["object_type"], row["object_id"]) == ("CUSTOMER_CODE", "PRODUCT:CARD")
    assert row["meta"]["changes"] == {"name_id": {"before": "Kartu", "after": "Kartu debit"}, "name_en": {"before": "Card", "after": "Debit card"}}


@pytest.mark.parametrize(
    ("username", "service", "given", "refusal"),
    [
        ("steward", code_create, {"list_key": "SEGMENT", "code": "GOLD", "values": NAMES}, Forbidden),
        ("supervisor_mdn", code_update, {"list_key": "SEGMENT", "code": "MSME", "version": 1, "values": {"is_active": False}}, Forbidden),
        ("admin", code_create, {"list_key": "SEGMENT", "code": "MASS", "values": NAMES}, CodeExists),
        ("admin", code_update, {"list_key": "SEGMENT", "code": "MSME", "version": 4, "values": {"is_active": False}}, StaleVersion),
        ("admin", code_update, {"list_key": "SEGMENT", "code": "MASS", "version": 1, "values": {"is_active": False}}, DefaultSegmentStays),
    ],
)
def test_what_is_refused_changes_nothing(organisation, trace, username, service, given, refusal):
    trace.start()
    with pytest.raises(refusal):
        manage(service, username, **given)
    assert trace() == {}
    with rows():
        assert query("SELECT count(*) AS n FROM crm.customer_codes WHERE version = 1 AND is_active")[0]["n"] == 14
