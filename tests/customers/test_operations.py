"""Customers over HTTP: recent ones, editing, requests and revealing, with what each refusal leaves behind."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.platform.db import query
from tests.support import customers as make
from tests.support.database import rows
from tests.support.people import user_id

ABSENT = UUID("01900000-0000-7000-8000-000000000000")
REASON = "Nasabah menelepon kantor cabang"


def refusals():
    with rows():
        return query(
            "SELECT action, outcome, object_type, object_id, customer_id, branch_code, meta FROM audit.audit_logs WHERE outcome <> 'ALLOWED' ORDER BY created_at"
        )


def test_the_customers_opened_last_come_first_and_only_those_still_in_reach(client_of):
    first, second = make.customer("Budi Santoso"), make.customer("Siti Aminah", is_vip=True)
    make.identifiers(second.id)
    agent = client_of("agent_mdn")
    for customer in (first, second, first):
        agent.api("GET", f"/customers/{customer.id}/360")

    assert [row["name"] for row in agent.api("GET", "/customers/recent").json()["items"]] == ["Budi Santoso", "Siti Aminah"]
    assert client_of("supervisor_mdn").api("GET", "/customers/recent").json() == {"items": []}
    with rows():
        query("UPDATE crm.customers SET home_branch_code = 'PMS' WHERE customer_id = %s RETURNING 1", (first.id,))
    assert agent.api("GET", "/customers/recent").json()["items"] == [
        {
            "customer_id": str(second.id), "name": "Siti Aminah", "is_vip": True, "segment_code": "MASS", "status": "ACTIVE", "rfm_segment": None, "cif_masked": "CIF****123",
            "phone_masked": "+62812****678", "branch": {"code": "MDN", "name": "Medan Utama"}, "can": {"open": True},
        }
    ]  # fmt: skip


def test_a_stale_edit_answers_with_the_current_record(client_of, trace):
    customer = make.customer(version=2)
    steward = client_of("steward")
    trace.start()

    stale = steward.api("PATCH", f"/customers/{customer.id}", {"version": 1, "reason": REASON, "changes": {"is_vip": True}})

    assert (stale.status_code, stale.json()["code"], stale.json()["current"]["version"], stale.json()["current"]["full_name"]) == (
        409,
        "stale_version",
        2,
        "Siti Aminah",
    )
    assert trace() == {"audit": ["UPDATE_CUSTOMER:FAILED"]}
    fresh = steward.api("PATCH", f"/customers/{customer.id}", {"version": 2, "reason": REASON, "changes": {"is_vip": True}})
    assert (fresh.status_code, fresh.json()["version"], fresh.json()["is_vip"]) == (200, 3, True)


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({"version": 1, "reason": "pendek", "changes": {"is_vip": True}}, ["reason"]),
        ({"reason": REASON, "changes": {"is_vip": True}}, ["version"]),
        ({"version": 1, "reason": REASON, "changes": {"birth_date": "2999-01-01", "email": "x"}}, ["changes.birth_date", "changes.email"]),
        ({"version": 1, "reason": REASON, "changes": {}, "extra": 1}, ["extra"]),
    ],
)
def test_malformed_edits_are_told_by_field(client_of, body, errors):
    customer = make.customer()

    answer = client_of("steward").api("PATCH", f"/customers/{customer.id}", body)

    assert (answer.status_code, sorted(name.removeprefix("body.") for name in answer.json()["errors"])) == (422, errors)


def test_a_request_travels_from_agent_to_steward_masked_all_the_way(client_of):
    customer = make.customer()
    make.address(customer.id)
    agent, steward = client_of("agent_mdn"), client_of("steward")

    created = agent.api(
        "POST",
        f"/customers/{customer.id}/change-requests",
        {"changes": {"phone_e164": "0813 9999 8888", "home_address": {"street": "Jl. Baru 5", "city": "Binjai"}}, "note": "Telepon dari nasabah"},
    )
    assert created.status_code == 201, created.content
    request = created.json()
    assert request == {
        "request_id": request["request_id"],
        "customer_id": str(customer.id),
        "customer_name": "Siti Aminah",
        "branch_code": "MDN",
        "status": "PENDING",
        "changes": request["changes"],
        "note": "Telepon dari nasabah",
        "requested_by": {"id": str(user_id("agent_mdn")), "full_name": "Agent Mdn"},
        "requested_at": request["requested_at"],
        "askers": [],
        "decided_by": None,
        "decided_at": None,
        "decision_note": "",
        "can": {"approve": False, "reject": False, "withdraw": True},
    }
    assert {change["field"]: (change["before"], change["after"]) for change in request["changes"]} == {
        "phone_e164": ("+62812****678", "+62813****888"),
        "home_address": ("***, Medan", "***, Binjai"),
    }

    waiting = steward.api("GET", "/change-requests?status=PENDING").json()["items"]
    assert [(row["request_id"], row["can"]) for row in waiting] == [(request["request_id"], {"approve": True, "reject": True, "withdraw": False})]
    assert b"9999 8888" not in (listed := steward.api("GET", "/change-requests").content) and b"99998888" not in listed
    assert steward.api("POST", f"/change-requests/{request['request_id']}/approve", {"note": "Sudah diverifikasi"}).json()["status"] == "APPROVED"
    page = agent.api("GET", f"/customers/{customer.id}/360").json()["customer"]
    assert (page["phone_masked"], page["addresses"][0]["lines"][0], page["addresses"][0]["city"], page["version"]) == (
        "+62813****888",
        "Jl. Baru 5",
        "Binjai",
        2,
    )
    decided = agent.api("GET", f"/change-requests?status=APPROVED&customer_id={customer.id}").json()["items"][0]
    assert {change["field"]: (change["before"], change["after"]) for change in decided["changes"]} == {
        "phone_e164": ("+62812****678", "+62813****888"),
        "home_address": ("***, Medan", "***, Binjai"),
    }
    again = steward.api("POST", f"/change-requests/{request['request_id']}/approve", {})
    assert (again.status_code, again.json()["code"]) == (409, "change_request_is_decided")


def test_a_change_that_the_mask_hides_is_told_and_one_that_was_made_meanwhile_is_not(client_of):
    customer = make.customer(phone_e164="+6281234567678")
    agent, steward = client_of("agent_mdn"), client_of("steward")
    asked = {"changes": {"phone_e164": "+6281299999678", "email": "budi@surel.example"}, "note": "Dari nasabah"}
    assert agent.api("POST", f"/customers/{customer.id}/change-requests", asked).status_code == 201

    def told() -> dict[str, tuple[object, ...]]:
        (request,) = agent.api("GET", f"/change-requests?customer_id={customer.id}").json()["items"]
        return {change["field"]: (change["before"], change["after"], change["concealed"]) for change in request["changes"]}

    assert told() == {"phone_e164": ("+62812****678", "+62812****678", True), "email": ("s***@example.co.id", "b***@surel.example", False)}
    corrected = {"version": 1, "reason": REASON, "changes": {"phone_e164": "+6281299999678"}}
    assert steward.api("PATCH", f"/customers/{customer.id}", corrected).status_code == 200
    assert told()["phone_e164"] == ("+62812****678", "+62812****678", False)


def test_a_steward_cannot_approve_the_own_request_even_with_a_second_role(client_of, trace):
    customer = make.customer()
    request = make.change_request(customer.id, "steward")
    steward = client_of("steward")
    trace.start()

    answer = steward.api("POST", f"/change-requests/{request.id}/approve", {})

    assert (answer.status_code, answer.json()["code"]) == (403, "own_change_request")
    assert trace() == {"audit": ["APPROVE_CUSTOMER_CHANGE:DENIED"]}
    assert [(row["object_type"], row["object_id"], row["customer_id"], row["branch_code"], row["meta"]) for row in refusals()] == [
        ("CHANGE_REQUEST", str(request.id), customer.id, "MDN", {"code": "own_change_request"})
    ]


def test_requests_are_listed_newest_first_by_keyset_within_reach(client_of, actor):
    mine = [make.change_request(make.customer(rm="rm_mdn").id, "agent_mdn") for _ in range(3)]
    make.change_request(make.customer(branch="BNJ").id, "agent_bnj")
    agent = client_of("agent_mdn")

    first = agent.api("GET", "/change-requests?limit=2").json()
    second = agent.api("GET", f"/change-requests?limit=2&cursor={first['next_cursor']}").json()

    assert [row["request_id"] for row in first["items"] + second["items"]] == [str(request.id) for request in reversed(mine)]
    assert second["next_cursor"] is None
    assert len(client_of("rm_mdn").api("GET", "/change-requests").json()["items"]) == 3
    assert client_of("rm_mdn_2").api("GET", "/change-requests").json()["items"] == []
    assert len(client_of("steward").api("GET", "/change-requests").json()["items"]) == 4
    assert len(agent.api("GET", f"/change-requests?customer_id={mine[0].customer_id}").json()["items"]) == 1


def test_the_query_count_of_a_list_does_not_grow_with_it(client_of):
    agent = client_of("agent_mdn")
    agent.api("GET", "/change-requests")
    counts = []
    for number in (1, 9):
        for _ in range(number):
            make.change_request(make.customer().id, "call_agent")
        with CaptureQueriesContext(connection) as queries:
            agent.api("GET", "/change-requests")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_revealing_leaves_the_value_in_the_answer_only(client_of, trace):
    customer = make.customer()
    nik = make.identifiers(customer.id)[1]
    agent = client_of("agent_mdn")
    trace.start()

    answer = agent.api("POST", f"/customers/{customer.id}/reveal", {"field": str(nik.id), "reason": REASON})

    assert answer.json() == {"field": str(nik.id), "value": make.NIK, "hides_in_seconds": 60}
    assert answer["Cache-Control"] == "no-store"
    assert trace() == {"audit": ["REVEAL_FIELD"]}
    with rows():
        trail = query("SELECT audit_logs::text AS line FROM audit.audit_logs")
    assert not [row for row in trail if make.NIK in row["line"]]


def test_a_revealed_value_is_never_kept_for_repeating(client_of):
    customer = make.customer()

    answer = client_of("agent_mdn").api("POST", f"/customers/{customer.id}/reveal", {"field": "email", "reason": REASON}, Idempotency_Key="12345678")

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["Idempotency-Key"])
    with rows():
        assert query("SELECT 1 FROM jobs.idempotency_keys") == []


@pytest.mark.parametrize(
    ("username", "body", "status", "code"),
    [
        ("agent_mdn", {"field": "email", "reason": "pendek"}, 422, "invalid"),
        ("agent_mdn", {"field": "full_name", "reason": REASON}, 422, "invalid"),
        ("agent_mdn", {"field": str(ABSENT), "reason": REASON}, 404, "nothing_to_reveal"),
        ("finance_mdn", {"field": "email", "reason": REASON}, 403, "forbidden"),
        ("agent_bnj", {"field": "email", "reason": REASON}, 404, "customer_not_found"),
        ("marketing", {"field": "email", "reason": REASON}, 404, "customer_not_found"),
    ],
)
def test_a_refused_reveal_shows_nothing_and_is_recorded(client_of, trace, username, body, status, code):
    customer = make.customer()
    browser = client_of(username)
    trace.start()

    answer = browser.api("POST", f"/customers/{customer.id}/reveal", body)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "siti@" not in answer.content.decode()
    assert len(trace()["audit"]) == 1
    assert trace()["audit"][0].endswith(":FAILED" if status == 422 else ":DENIED")


def test_the_hourly_limit_of_reveals_answers_429_and_is_recorded(client_of, settings, trace):
    settings.REVEALS_PER_HOUR = 1
    customer = make.customer()
    agent = client_of("agent_mdn")
    trace.start()

    answers = [agent.api("POST", f"/customers/{customer.id}/reveal", {"field": "email", "reason": REASON}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert int(answers[1]["Retry-After"]) > 60
    assert trace() == {"audit": ["REVEAL_FIELD", "REVEAL_FIELD:DENIED"]}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/customers/search?q=siti&branch=%00", None),
        ("GET", "/customers/search?q=siti&rfm=%00", None),
        ("GET", "/customers/{id}/timeline?kind=%00", None),
        ("POST", "/customers/{id}/alerts/A%00B/acknowledge", None),
        ("POST", "/customers/{id}/reveal", {"field": "email", "reason": "alasan dengan \x00 di dalam"}),
        ("POST", "/customers/{id}/reveal", {"field": "\x00", "reason": REASON}),
        ("POST", "/customers/{id}/change-requests", {"changes": {"email": "si\x00ti@contoh.id"}, "note": ""}),
        ("POST", "/customers/{id}/change-requests", {"changes": {"home_address": {"street": "Jl. \x00 1"}}, "note": ""}),
        ("POST", "/customers/{id}/change-requests", {"changes": {"email": "siti@contoh.id"}, "note": "\x00"}),
    ],
)
def test_a_character_that_cannot_be_stored_is_never_a_fault(client_of, method, path, body):
    customer = make.customer()

    answer = client_of("agent_mdn").api(method, path.format(id=customer.id), body)

    assert answer.status_code in (200, 404, 422), answer.content
