"""The 360 page: what it shows to whom, and that opening it is always recorded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.customer360.services import customer360_open
from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from tests.support import cases
from tests.support import customers as make
from tests.support.database import rows
from tests.support.people import user_id


def audit(**where):
    with rows():
        found = query("SELECT action, outcome, object_type, object_id, customer_id, branch_code, meta FROM audit.audit_logs ORDER BY created_at, audit_id")
    return [row for row in found if all(row[name] == value for name, value in where.items())]


def full_customer(**fields):
    customer = make.customer(rm="rm_mdn", is_vip=True, segment_code="PRIORITY", **fields)
    make.identifiers(customer.id)
    make.address(customer.id)
    make.product(customer.id)
    make.facts(
        customer.id,
        contacts_90d=3,
        open_tasks=1,
        last_contact_at=datetime(2026, 6, 30, 3, tzinfo=UTC),
        last_contact_channel="PHONE",
        last_contact_by=user_id("agent_mdn"),
    )
    now = clock.now()
    make.transaction(customer.id, "500000", "IN", at=now - timedelta(days=2), kind="SALARY", channel="BRANCH", balance_after="1200000")
    make.transaction(customer.id, "150000", "OUT", at=now - timedelta(days=1), channel="ATM", counterparty="Toko Maju", balance_after="1050000")
    make.transaction(customer.id, "70000", "OUT", at=now - timedelta(days=95), account="99990001", balance_after="3")
    return customer


@pytest.mark.covers("US-02 AC-1", "US-02 AC-3", "15.3.2-2", "15.3.2-3")
def test_an_agent_opens_a_customer_and_the_trail_knows_it(client_of, trace):
    customer = full_customer()
    agent = client_of("agent_mdn")
    trace.start()

    answer = agent.api("GET", f"/customers/{customer.id}/360")

    assert answer.status_code == 200, answer.content
    page = answer.json()
    assert page["customer"] == {
        "customer_id": str(customer.id),
        "version": 1,
        "kind": "PERSON",
        "full_name": "Siti Aminah",
        "initials": "SA",
        "gender": "F",
        "age": page["customer"]["age"],
        "birth_date_masked": f"{page['customer']['age']} tahun",
        "phone_masked": "+62812****678",
        "email_masked": "s***@example.co.id",
        "segment_code": "PRIORITY",
        "status": "ACTIVE",
        "is_vip": True,
        "branch": {"code": "MDN", "name": "Medan Utama"},
        "rm": {"id": str(user_id("rm_mdn")), "full_name": "Rm Mdn"},
        "preferred_language": "id",
        "preferred_channel": None,
        "tags": [],
        "source_system": "TEST",
        "synced_at": "2026-07-01T00:00:00Z",
        "identifiers": page["customer"]["identifiers"],
        "addresses": [
            {
                "kind": "HOME",
                "lines": ["Jl. Imam Bonjol No. 18", "RT 003 / RW 005", "Aur, Medan Maimun"],
                "city": "Medan",
                "postcode": "20151",
                "latitude": 3.58333,
                "longitude": 98.67222,
                "coordinate_source": "IMPORT",
            }
        ],
    }
    assert [(row["id_type"], row["masked"], row["is_primary"]) for row in page["customer"]["identifiers"]] == [
        ("ACCOUNT_NO", "******7890", False),
        ("CIF", "CIF****123", True),
        ("NIK", "1271********0004", False),
    ]
    assert page["products"] == [{"product": "SAVINGS", "held": True, "as_of": "2026-07-01"}]
    assert [(alert["code"], alert["severity"], alert["title"]) for alert in page["alerts"]] == [("VIP_CUSTOMER", "info", "Nasabah VIP")]
    assert page["interactions"] == {
        "last_contact_at": "2026-06-30T03:00:00Z",
        "last_channel": "PHONE",
        "last_by": "Agent Mdn",
        "contacts_90d": 3,
        "open_tasks": 1,
    }
    assert [(row["account_hint_masked"], row["last_balance"]) for row in page["accounts"]] == [("******7890", "1050000.00"), ("******0001", "3.00")]
    assert {name: page["activity"][name] for name in ("transactions_90d", "money_in_90d", "money_out_90d")} == {
        "transactions_90d": 2,
        "money_in_90d": "500000.00",
        "money_out_90d": "150000.00",
    }
    assert len(page["activity"]["series"]) == 12
    assert set(page["activity"]["series"][0]) == {"month", "in", "out"}
    assert page["tabs"] == ["timeline", "cases", "services", "consent", "marketing", "messages", "rights", "documents", "relationships", "changes"]
    assert [kind["kind"] for kind in page["timeline_kinds"]] == [
        "CustomerEvent",
        "ConsentEvent",
        "TransactionEvent",
        "MessageEvent",
        "Task",
        "ActivityEvent",
        "CaseEvent",
        "Lead",
        "RotationEvent",
        "RightsRequest",
    ]
    assert page["can"] == {"reveal": True, "edit": False, "request_change": True, "export": False}
    assert trace() == {"audit": ["VIEW_PROFILE"]}
    assert audit(action="VIEW_PROFILE") == [
        {
            "action": "VIEW_PROFILE",
            "outcome": "ALLOWED",
            "object_type": "CUSTOMER",
            "object_id": str(customer.id),
            "customer_id": customer.id,
            "branch_code": "MDN",
            "meta": {},
        }
    ]


@pytest.mark.covers("US-02 AC-2", "15.3.1-3")
@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn", "rm_mdn", "steward", "finance_mdn", "call_agent"])
def test_no_payload_carries_a_clear_value(client_of, username):
    customer = full_customer()

    body = client_of(username).api("GET", f"/customers/{customer.id}/360").content.decode()

    for secret in (make.NIK, make.ACCOUNT, make.CIF, "+6281234567678", "siti@example.co.id", "1990-06-05", "99990001"):
        assert secret not in body


@pytest.mark.parametrize("username", ["agent_bnj", "rm_mdn_2", "supervisor_bnj", "marketing", "compliance", "admin", "director", "field_mdn", "nobody"])
@pytest.mark.covers("15.3.1-2")
def test_outside_the_scope_a_customer_is_as_absent_as_one_that_never_was(client_of, username, trace):
    customer = full_customer()
    absent = UUID("01900000-0000-7000-8000-000000000000")
    browser = client_of(username)
    trace.start()

    answers = [browser.api("GET", f"/customers/{each}/360") for each in (customer.id, absent)]

    assert [answer.status_code for answer in answers] == [404, 404]
    bodies = [{name: value for name, value in answer.json().items() if name != "request_id"} for answer in answers]
    assert bodies[0] == bodies[1]
    assert trace() == {"audit": ["VIEW_DENIED:DENIED", "VIEW_DENIED:DENIED"]}
    denied = audit(action="VIEW_DENIED")
    assert [(row["object_id"], row["customer_id"], row["branch_code"], row["meta"]) for row in denied] == [
        # The trail alone knows that one of them is there, and where.
        (str(each), each, branch, {"code": "customer_not_found"})
        for each, branch in ((customer.id, "MDN"), (absent, None))
    ]


def test_a_steward_sees_names_and_money_of_the_own_branches_only(client_of):
    mine, other = full_customer(), make.customer("Budi Santoso", "PMS")
    make.address(other.id)
    make.transaction(other.id, at=clock.now() - timedelta(days=1), account="77770001")
    steward = client_of("steward")

    assert steward.api("GET", f"/customers/{mine.id}/360").json()["customer"]["full_name"] == "Siti Aminah"
    page = steward.api("GET", f"/customers/{other.id}/360").json()
    assert (page["customer"]["full_name"], page["customer"]["initials"]) == ("B*** S***", "BS")
    assert page["customer"]["addresses"] == [
        {"kind": "HOME", "lines": [], "city": "Medan", "postcode": "20151", "latitude": None, "longitude": None, "coordinate_source": None}
    ]
    assert (page["accounts"], page["activity"]["series"], [kind["kind"] for kind in page["timeline_kinds"]]) == (
        [],
        [],
        ["CustomerEvent", "ConsentEvent", "MessageEvent", "Task", "ActivityEvent", "CaseEvent", "Lead", "RotationEvent", "RightsRequest"],
    )
    assert page["can"] == {"reveal": False, "edit": True, "request_change": False, "export": False}


def test_finance_sees_names_and_identifiers_and_nothing_else(client_of):
    customer = full_customer()

    page = client_of("finance_mdn").api("GET", f"/customers/{customer.id}/360").json()

    assert page["customer"]["full_name"] == "Siti Aminah"
    assert len(page["customer"]["identifiers"]) == 3
    hidden = ("age", "birth_date_masked", "phone_masked", "email_masked", "gender", "preferred_language")
    assert {name: page["customer"][name] for name in hidden} == dict.fromkeys(hidden)
    assert (page["customer"]["addresses"], page["products"], page["alerts"], page["accounts"], page["relationships"], page["tabs"], page["timeline_kinds"]) == (
        [],
        [],
        [],
        [],
        [],
        [],
        [],
    )


def test_an_opened_profile_shows_itself_and_reveals_only_with_tier_two(client_of):
    customer, other = full_customer(), make.customer()
    opened = make.elevation("compliance", customer.id)
    browser = client_of("compliance")

    page = browser.api("GET", f"/customers/{customer.id}/360").json()
    assert (page["customer"]["full_name"], page["can"]) == ("Siti Aminah", {"reveal": False, "edit": False, "request_change": False, "export": False})
    assert browser.api("GET", f"/customers/{other.id}/360").status_code == 404
    assert audit(action="VIEW_PROFILE")[0]["meta"] == {"elevated": True}
    reveal = {"field": "email", "reason": "Sampel pemeriksaan triwulan"}
    assert browser.api("POST", f"/customers/{customer.id}/reveal", reveal).status_code == 403

    with rows():
        execute("UPDATE iam.elevations SET tier = 2 WHERE elevation_id = %s", (opened,))
    assert browser.api("POST", f"/customers/{customer.id}/reveal", reveal).json() == {"field": "email", "value": "siti@example.co.id", "hides_in_seconds": 60}


def test_a_field_officer_sees_name_address_and_phone_of_a_customer_opened_for_work(client_of):
    customer = full_customer()
    make.elevation("field_mdn", customer.id, tier=2, reason_type="WORK_ORDER")

    page = client_of("field_mdn").api("GET", f"/customers/{customer.id}/360").json()

    assert (page["customer"]["full_name"], page["customer"]["phone_masked"], len(page["customer"]["addresses"])) == ("Siti Aminah", "+62812****678", 1)
    assert (page["customer"]["identifiers"], page["customer"]["email_masked"], page["accounts"], page["products"], page["tabs"]) == ([], None, [], [], [])


def test_relatives_outside_the_scope_are_initials_without_an_id(client_of):
    customer, near, far = make.customer(), make.customer("Ahmad Ridwan"), make.customer("Dewi Kartika Sari", "BNJ")
    make.relationship(customer.id, near.id, "FAMILY", "SPOUSE")
    make.relationship(far.id, customer.id, "GUARANTOR", "GUARANTOR")

    found = client_of("agent_mdn").api("GET", f"/customers/{customer.id}/360").json()["relationships"]

    assert [(tie["kind"], tie["direction"], tie["customer"]) for tie in found] == [
        ("FAMILY", "OUT", {"customer_id": str(near.id), "name": "Ahmad Ridwan", "is_visible": True, "masked": None}),
        ("GUARANTOR", "IN", {"customer_id": None, "name": None, "is_visible": False, "masked": "D*** K*** S***"}),
    ]


def counted(actor, customer):
    with (
        scope(actor),
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        customer360_open(actor=actor, customer_id=customer.id)
    return len([each for each in queries if "SAVEPOINT" not in each["sql"]])


def test_the_page_takes_the_same_number_of_queries_whatever_the_customer_has(actor):
    empty, full = make.customer(), full_customer()
    for number in range(12):
        make.relationship(full.id, make.customer(f"Keluarga {number}").id, role=str(number))
        make.transaction(full.id, at=clock.now() - timedelta(days=number))
        make.identifier(full.id, "METER_NO", f"M{number:05}")

    cases.opened("agent_mdn", customer_id=full.id, priority="HIGH")
    cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=full.id)

    agent = actor("agent_mdn")
    # All that cases raise is read in one, what tasks and leads raise in one each, rotations in one, the lifecycle and the segment in one each, the alert
    # of the segment in one, and the consent with its alert in two.
    assert (counted(agent, empty), counted(agent, full)) == (23, 23)
