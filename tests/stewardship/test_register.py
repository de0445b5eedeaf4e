"""The register of rights: what is written down, who works on it, who approves, and its 72 hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from simpul.customers.models import Customer
from simpul.platform.clock import now, shifted
from simpul.platform.db import query, scope
from simpul.stewardship.models import RightsRequest
from simpul.workflow.public import sweep
from tests.support import people
from tests.support.database import rows

OUTCOME = "Pembatasan dijelaskan kepada nasabah di kantor cabang."


def verified(browser: Any, customer: Customer) -> str:
    return str(browser.api("POST", f"/customers/{customer.id}/consent-verifications", {"method": "IN_PERSON"}).json()["verification_id"])


def received(browser: Any, customer: Customer, kind: str, **fields: Any) -> Any:
    body = {"customer_id": str(customer.id), "kind": kind, "received_by": "BRANCH", **fields}
    return browser.api("POST", "/rights-requests", body)


def act(browser: Any, request_id: str, step: str, body: dict[str, Any] | None = None) -> Any:
    return browser.api("POST", f"/rights-requests/{request_id}/{step}", body)


def notices(kind: str) -> list[str]:
    with rows():
        found = query("SELECT u.username::text AS name FROM crm.notices n JOIN iam.users u ON u.user_id = n.user_id WHERE n.kind = %s ORDER BY 1", (kind,))
    return [row["name"] for row in found]


def test_a_request_is_due_72_hours_after_it_was_received_and_only_once_open(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    agent = client_of("agent_mdn")
    verification = verified(agent, rahmat)
    at = now() - timedelta(hours=5)
    trace.start()

    made = received(agent, rahmat, "RESTRICTION", received_at=at.isoformat(), verification_id=verification, details="Jangan dipakai untuk penawaran.")

    assert made.status_code == 201, made.content
    assert trace() == {"events": ["RightsRequestReceived"], "audit": ["RECEIVE_RIGHTS_REQUEST"]}
    request = made.json()
    assert (request["status"], request["verification_method"], request["owner"]) == ("RECEIVED", "IN_PERSON", None)
    with rows():
        stored = RightsRequest.objects.get(pk=request["request_id"])
    assert stored.due_at - stored.received_at == timedelta(hours=72)
    assert received(agent, rahmat, "RESTRICTION").json()["code"] == "rights_request_is_open"
    assert received(agent, rahmat, "CORRECTION", received_at=(now() + timedelta(days=1)).isoformat()).status_code == 422
    events = agent.api("GET", f"/customers/{rahmat.id}/timeline?kind=RightsRequest").json()["items"]
    assert [(event["title"], event["detail"]) for event in events] == [("Permintaan hak pribadi diterima", "Pembatasan pemrosesan")]
    # Nobody of another branch, of marketing or of finance learns of it; a supervisor of the branch and compliance do, by the names that they may know.
    seen = {
        name: client_of(name).api("GET", f"/rights-requests/{request['request_id']}")
        for name in ("supervisor_mdn", "compliance", "agent_bnj", "marketing", "finance_mdn")
    }
    assert {name: answer.status_code for name, answer in seen.items()} == {
        "supervisor_mdn": 200,
        "compliance": 200,
        "agent_bnj": 404,
        "marketing": 403,
        "finance_mdn": 403,
    }
    assert seen["compliance"].json()["customer"] == {"id": str(rahmat.id), "name": "R*** S***", "reached": False}


def test_the_register_is_filtered_sorted_and_paged(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent, supervisor = client_of("agent_mdn"), client_of("supervisor_mdn")
    made = {
        kind: received(agent, rahmat, kind, received_at=(now() - timedelta(hours=hours)).isoformat()).json()
        for kind, hours in (("ACCESS", 80), ("ERASURE", 2), ("OBJECTION", 30))
    }
    act(agent, made["OBJECTION"]["request_id"], "withdraw")

    def listed(query_string: str) -> list[str]:
        return [row["kind"] for row in supervisor.api("GET", f"/rights-requests?{query_string}").json()["items"]]

    assert listed("") == ["ACCESS", "OBJECTION", "ERASURE"]
    assert listed("sort=-received") == ["ERASURE", "OBJECTION", "ACCESS"]
    assert (listed("state=open"), listed("state=closed"), listed("overdue=true"), listed("kind=ERASURE")) == (
        ["ACCESS", "ERASURE"],
        ["OBJECTION"],
        ["ACCESS"],
        ["ERASURE"],
    )
    assert (listed(f"customer_id={rahmat.id}&state=WITHDRAWN"), listed("mine=true"), listed("branch=BNJ")) == (["OBJECTION"], [], [])
    first = supervisor.api("GET", "/rights-requests?limit=2").json()
    assert [row["kind"] for row in supervisor.api("GET", f"/rights-requests?limit=2&cursor={first['next_cursor']}").json()["items"]] == ["ERASURE"]


def test_who_carries_a_request_out_never_approves_it(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent, supervisor, compliance = client_of("agent_mdn"), client_of("supervisor_mdn"), client_of("compliance")
    made = received(agent, rahmat, "ACCESS").json()
    path, me = made["request_id"], str(people.user_id("supervisor_mdn"))
    # A supervisor takes it; the requester is not verified yet.
    taken = act(supervisor, path, "assign", {"owner_id": me}).json()
    assert (taken["status"], taken["owner"]["full_name"]) == ("IN_PROGRESS", "Supervisor Mdn")
    assert act(supervisor, path, "complete", {"outcome": OUTCOME}).json()["code"] == "requester_not_verified"
    assert act(agent, path, "verify", {"verification_id": verified(agent, rahmat)}).json()["verification_method"] == "IN_PERSON"

    waiting = act(supervisor, path, "complete", {"outcome": OUTCOME}).json()

    assert (waiting["status"], waiting["handled_by"]["full_name"]) == ("WAITING_APPROVAL", "Supervisor Mdn")
    assert notices("stewardship.waits") == ["compliance"]
    assert act(supervisor, path, "approve", {}).json()["code"] == "own_rights_request"
    assert act(agent, path, "approve", {}).status_code == 403
    assert act(client_of("supervisor_bnj"), path, "approve", {}).status_code == 404
    # The database says the same whatever the service says.
    actor = people.actor("supervisor_mdn")
    with pytest.raises(DatabaseError), transaction.atomic(), scope(actor):
        RightsRequest.objects.filter(pk=path).update(approved_by=actor.id, status="DONE", closed_at=now(), closed_by=actor.id)
    back = act(compliance, path, "return", {"note": "Sebutkan bagian datanya."}).json()
    assert (back["status"], back["handled_by"], back["approval_note"]) == ("IN_PROGRESS", None, "Sebutkan bagian datanya.")
    act(supervisor, path, "complete", {"outcome": OUTCOME})
    refused = act(compliance, path, "refuse", {"code": "OTHER", "reason": "pendek"})
    assert refused.status_code == 422 and "reason" in refused.json()["errors"]
    done = act(compliance, path, "refuse", {"code": "RETENTION"}).json()
    assert (done["status"], done["refusal_name"], done["can"]["withdraw"]) == ("REFUSED", "Masa simpan menurut hukum belum berakhir", False)
    assert act(supervisor, path, "withdraw").json()["code"] == "rights_request_forbids_this"
    with rows():
        trail = query(
            "SELECT action, outcome FROM audit.audit_logs WHERE object_type = 'RIGHTS_REQUEST' AND object_id = %s AND action <> 'VIEW_LIST' ORDER BY audit_id",
            (path,),
        )
    assert [f"{row['action']} {row['outcome']}" for row in trail] == [
        "RECEIVE_RIGHTS_REQUEST ALLOWED", "ASSIGN_RIGHTS_REQUEST ALLOWED", "PROPOSE_RIGHTS_REQUEST FAILED", "VERIFY_RIGHTS_REQUEST ALLOWED",
        "PROPOSE_RIGHTS_REQUEST ALLOWED", "APPROVE_RIGHTS_REQUEST DENIED", "RETURN_RIGHTS_REQUEST ALLOWED",
        "PROPOSE_RIGHTS_REQUEST ALLOWED", "REFUSE_RIGHTS_REQUEST FAILED", "REFUSE_RIGHTS_REQUEST ALLOWED", "WITHDRAW_RIGHTS_REQUEST FAILED",
    ]  # fmt: skip


def test_a_day_before_the_end_and_at_the_end_the_right_people_are_told(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    made = received(agent, rahmat, "CORRECTION").json()
    with shifted(timedelta(hours=47)):
        sweep()
    assert notices("stewardship.warning") == []
    with shifted(timedelta(hours=49)):
        sweep()
    assert (notices("stewardship.warning"), notices("stewardship.overdue")) == (["agent_mdn", "compliance", "supervisor_mdn"], [])
    with shifted(timedelta(hours=73)):
        sweep()
    assert notices("stewardship.overdue") == ["compliance", "supervisor_mdn"]
    # What has ended is never told of.
    second = received(agent, rahmat, "OBJECTION").json()
    act(agent, second["request_id"], "withdraw")
    with shifted(timedelta(hours=73)):
        sweep()
    assert notices("stewardship.overdue") == ["compliance", "supervisor_mdn"]
    assert made["due_at"] > made["received_at"]
