"""Editing, requesting and revealing: what changes, what is recorded, what is refused without a trace."""

from __future__ import annotations

import pytest
from django.db import DatabaseError

from simpul.customers import services
from simpul.customers.errors import ChangeRequestIsDecided, ChangeRequestNotFound, CustomerNotFound, NothingToReveal, OwnChangeRequest
from simpul.customers.models import Address, ChangeRequest, Customer
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, Invalid, RateLimited, StaleVersion
from tests.support import customers as make
from tests.support.database import rows

REASON = "Nasabah menelepon dan memberi nomor baru"


def audit(action):
    with rows():
        return query("SELECT object_type, object_id, customer_id, branch_code, meta FROM audit.audit_logs WHERE action = %s ORDER BY created_at", (action,))


def stored(customer):
    with rows():
        return Customer.objects.get(pk=customer.id)


def test_a_steward_corrects_a_customer_and_the_trail_keeps_both_values_masked(actor, trace):
    customer = make.customer(rm="rm_mdn")
    trace.start()

    with scope(actor("steward")):
        services.customer_update(
            actor=actor("steward"),
            customer_id=customer.id,
            version=1,
            reason=REASON,
            changes={"phone_e164": "0813 9999 8888", "full_name": "Siti Aminah Lubis", "is_vip": True},
        )

    after = stored(customer)
    assert (after.phone_e164, after.full_name, after.sort_name, after.is_vip, after.version) == (
        "+6281399998888",
        "Siti Aminah Lubis",
        "siti aminah lubis",
        True,
        2,
    )
    assert trace() == {"events": ["CustomerUpdated"], "audit": ["UPDATE_CUSTOMER"]}
    assert audit("UPDATE_CUSTOMER") == [
        {
            "object_type": "CUSTOMER",
            "object_id": str(customer.id),
            "customer_id": customer.id,
            "branch_code": "MDN",
            "meta": {
                "before": {"phone_e164": "+62812****678", "full_name": "S*** A***", "is_vip": False},
                "after": {"phone_e164": "+62813****888", "full_name": "S*** A*** L***", "is_vip": True},
                "version": 2,
                "reason": REASON,
            },
        }
    ]


def test_an_address_is_corrected_in_place(actor):
    customer = make.customer()
    make.address(customer.id)

    with scope(actor("steward")):
        services.customer_update(
            actor=actor("steward"),
            customer_id=customer.id,
            version=1,
            reason=REASON,
            changes={"home_address": {"street": "Jl. Diponegoro 1", "latitude": 3.59, "longitude": "98.68"}},
        )

    with rows():
        home = Address.objects.get(customer=customer)
    assert (home.street, home.city, str(home.latitude), str(home.longitude), home.coordinate_source) == (
        "Jl. Diponegoro 1",
        "Medan",
        "3.590000",
        "98.680000",
        "MANUAL",
    )
    assert audit("UPDATE_CUSTOMER")[0]["meta"]["after"]["home_address"] == {"street": "***", "latitude": "***", "longitude": "***"}


def test_a_stale_version_refuses_and_shows_the_current_record(actor, trace):
    customer = make.customer(version=3)
    trace.start()

    with pytest.raises(StaleVersion) as refused, scope(actor("steward")):
        services.customer_update(actor=actor("steward"), customer_id=customer.id, version=2, reason=REASON, changes={"is_vip": True})

    assert refused.value.extra["current"]["version"] == 3
    assert refused.value.extra["current"]["phone_masked"] == "+62812****678"
    assert stored(customer).is_vip is False
    assert trace() == {}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"phone_e164": "12"}, "changes.phone_e164"),
        ({"email": "siti"}, "changes.email"),
        ({"birth_date": "2999-01-01"}, "changes.birth_date"),
        ({"birth_date": "besok"}, "changes.birth_date"),
        ({"full_name": " "}, "changes.full_name"),
        ({"full_name": 7}, "changes.full_name"),
        ({"gender": "X"}, "changes.gender"),
        ({"is_vip": "ya"}, "changes.is_vip"),
        ({"segment_code": "GOLD"}, "changes.segment_code"),
        ({"tags": ["x" * 41]}, "changes.tags"),
        ({"home_branch_code": "BNJ"}, "changes.home_branch_code"),
        ({"home_address": {"postcode": "abc"}}, "changes.home_address"),
        ({"home_address": {"latitude": 52, "longitude": 13}}, "changes.home_address"),
        ({"home_address": {"planet": "Mars"}}, "changes.home_address"),
        ({"phone_e164": "+6281234567678"}, "changes"),
        ({}, "changes"),
    ],
)
def test_impossible_changes_are_named_and_nothing_is_written(actor, trace, changes, field):
    customer = make.customer()
    trace.start()

    with pytest.raises(Invalid) as refused, scope(actor("steward")):
        services.customer_update(
            actor=actor("steward"),
            customer_id=customer.id,
            version=1,
            reason=REASON,
            changes=changes if field == "changes" else {"status": "DORMANT", **changes},
        )

    assert list(refused.value.fields) == [field]
    assert stored(customer).version == 1
    assert trace() == {}


@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn", "rm_mdn", "finance_mdn"])
def test_only_a_steward_edits(actor, username):
    customer = make.customer(rm="rm_mdn")

    with pytest.raises(Forbidden), scope(actor(username)):
        services.customer_update(actor=actor(username), customer_id=customer.id, version=1, reason=REASON, changes={"is_vip": True})


def test_a_request_waits_for_a_steward_and_changes_the_customer_when_approved(actor, trace):
    customer = make.customer(rm="rm_mdn")
    trace.start()

    with scope(actor("agent_mdn")):
        request = services.change_request_create(
            actor=actor("agent_mdn"), customer_id=customer.id, changes={"phone_e164": "081399998888", "email": "siti@example.co.id"}, note="Nomor lama hangus"
        )
    assert request.changes == {"phone_e164": "+6281399998888"}
    assert stored(customer).phone_e164 == "+6281234567678"

    with scope(actor("steward")):
        services.change_request_approve(actor=actor("steward"), change_request_id=request.id, note="ok")

    assert (stored(customer).phone_e164, stored(customer).version) == ("+6281399998888", 2)
    assert trace() == {
        "events": ["ChangeRequested", "StaffNotified", "ChangeRequestDecided", "CustomerUpdated"],
        "audit": ["REQUEST_CUSTOMER_CHANGE", "APPROVE_CUSTOMER_CHANGE", "UPDATE_CUSTOMER"],
    }
    assert audit("REQUEST_CUSTOMER_CHANGE")[0]["meta"] == {"fields": ["phone_e164"], "changes": {"phone_e164": "+62813****888"}}
    assert audit("UPDATE_CUSTOMER")[0]["meta"]["change_request_id"] == str(request.id)


def test_a_rejected_request_leaves_the_customer_as_it_was(actor, trace):
    customer = make.customer()
    request = make.change_request(customer.id, "agent_mdn")
    trace.start()

    with scope(actor("steward")):
        decided = services.change_request_reject(actor=actor("steward"), change_request_id=request.id, note="Nomor 0813-9999-8888 salah")

    assert (decided.status, stored(customer).phone_e164) == ("REJECTED", "+6281234567678")
    assert trace() == {"events": ["StaffNotified", "ChangeRequestDecided"], "audit": ["REJECT_CUSTOMER_CHANGE"]}
    assert audit("REJECT_CUSTOMER_CHANGE")[0]["meta"]["note"] == "Nomor *** salah"


def test_nobody_decides_about_their_own_request(actor, trace):
    customer = make.customer()
    request = make.change_request(customer.id, "steward")
    trace.start()

    for decide in (services.change_request_approve, services.change_request_reject):
        with pytest.raises(OwnChangeRequest), scope(actor("steward")):
            decide(actor=actor("steward"), change_request_id=request.id)

    with pytest.raises(DatabaseError, match="row-level security"), scope(actor("steward")):
        ChangeRequest.objects.filter(pk=request.id).update(status="APPROVED", decided_by=request.requested_by, decided_at=request.requested_at)
    assert stored(customer).version == 1
    assert trace() == {}


@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn"])
def test_only_a_steward_decides(actor, username):
    request = make.change_request(make.customer().id, "call_agent")

    with pytest.raises(Forbidden), scope(actor(username)):
        services.change_request_approve(actor=actor(username), change_request_id=request.id)


def test_only_who_asked_withdraws_and_a_decided_request_stays_decided(actor, trace):
    request = make.change_request(make.customer().id, "agent_mdn")
    trace.start()

    with pytest.raises(Forbidden), scope(actor("supervisor_mdn")):
        services.change_request_withdraw(actor=actor("supervisor_mdn"), change_request_id=request.id)
    with scope(actor("agent_mdn")):
        assert services.change_request_withdraw(actor=actor("agent_mdn"), change_request_id=request.id).status == "WITHDRAWN"
    with pytest.raises(ChangeRequestIsDecided), scope(actor("steward")):
        services.change_request_approve(actor=actor("steward"), change_request_id=request.id)

    assert trace() == {"audit": ["WITHDRAW_CUSTOMER_CHANGE"]}


def test_requests_about_customers_outside_the_scope_are_absent(actor):
    request = make.change_request(make.customer(branch="MDN").id, "agent_mdn")

    with pytest.raises(ChangeRequestNotFound), scope(actor("agent_bnj")):
        services.change_request_withdraw(actor=actor("agent_bnj"), change_request_id=request.id)


def test_what_the_organisation_decides_itself_cannot_be_requested(actor):
    customer = make.customer()

    with pytest.raises(Invalid) as refused, scope(actor("agent_mdn")):
        services.change_request_create(actor=actor("agent_mdn"), customer_id=customer.id, changes={"is_vip": True, "status": "CLOSED"}, note="")

    assert set(refused.value.fields) == {"changes.is_vip", "changes.status"}


REVEALS = [("phone_e164", "+6281234567678"), ("email", "siti@example.co.id"), ("birth_date", "1990-06-05")]


@pytest.mark.parametrize(("field", "value"), REVEALS)
def test_a_field_is_revealed_once_with_its_reason(actor, trace, field, value):
    customer = make.customer()
    trace.start()

    with scope(actor("agent_mdn")):
        assert services.field_reveal(actor=actor("agent_mdn"), customer_id=customer.id, field=field, reason=REASON) == value

    assert trace() == {"audit": ["REVEAL_FIELD"]}
    assert audit("REVEAL_FIELD")[0]["meta"] == {"field": field, "reason": REASON}


def test_identifiers_are_revealed_by_their_id(actor):
    customer, other = make.customer(), make.customer()
    cif, nik, account = make.identifiers(customer.id)

    def reveal(identifier, of=customer):
        with scope(actor("agent_mdn")):
            return services.field_reveal(actor=actor("agent_mdn"), customer_id=of.id, field=str(identifier.id), reason="Verifikasi 1271014506900004 di loket")

    assert [reveal(cif), reveal(nik), reveal(account)] == [make.CIF, make.NIK, make.ACCOUNT]
    assert [row["meta"] for row in audit("REVEAL_FIELD")] == [{"field": name, "reason": "Verifikasi *** di loket"} for name in ("CIF", "NIK", "ACCOUNT_NO")]
    with pytest.raises(NothingToReveal):
        reveal(nik, of=other)


@pytest.mark.parametrize(
    ("username", "field", "allowed"),
    [
        ("supervisor_mdn", "phone_e164", True),
        ("rm_mdn", "phone_e164", True),
        ("steward", "phone_e164", True),
        ("finance_mdn", "phone_e164", False),  # names and identifiers only
    ],
)
def test_who_reveals_follows_tier_and_role(actor, username, field, allowed):
    customer = make.customer(rm="rm_mdn")

    def reveal():
        with scope(actor(username)):
            return services.field_reveal(actor=actor(username), customer_id=customer.id, field=field, reason=REASON)

    if allowed:
        assert reveal() == "+6281234567678"
    else:
        with pytest.raises(Forbidden):
            reveal()


def test_finance_reveals_identifiers(actor):
    customer = make.customer()
    account = make.identifiers(customer.id)[2]

    with scope(actor("finance_mdn")):
        assert services.field_reveal(actor=actor("finance_mdn"), customer_id=customer.id, field=str(account.id), reason=REASON) == make.ACCOUNT


def test_a_steward_reveals_nothing_outside_the_own_branches(actor, trace):
    customer = make.customer(branch="PMS")
    trace.start()

    with pytest.raises(Forbidden), scope(actor("steward")):
        services.field_reveal(actor=actor("steward"), customer_id=customer.id, field="phone_e164", reason=REASON)

    assert trace() == {}


@pytest.mark.parametrize("username", ["agent_bnj", "rm_mdn_2", "marketing", "compliance", "admin", "director", "field_mdn", "nobody"])
def test_outside_the_scope_a_customer_does_not_exist(actor, username):
    customer = make.customer(rm="rm_mdn")

    with pytest.raises(CustomerNotFound), scope(actor(username)):
        services.field_reveal(actor=actor(username), customer_id=customer.id, field="phone_e164", reason=REASON)


def test_reveals_are_limited_by_the_hour(actor, settings):
    settings.REVEALS_PER_HOUR = 2
    customer = make.customer()

    def reveal():
        with scope(actor("agent_mdn")):
            return services.field_reveal(actor=actor("agent_mdn"), customer_id=customer.id, field="email", reason=REASON)

    reveal()
    reveal()
    with pytest.raises(RateLimited) as refused:
        reveal()
    assert refused.value.retry_after > 60
