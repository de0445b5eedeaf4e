"""The programme through its operations: who manages, who follows up, who sees what, and which notices go out."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.config.cli import Refusal
from simpul.config.cli.followup_run import rotation_run
from simpul.followup.public import entries_add, entries_leave
from simpul.followup.selectors.members import MemberFilter, member_page
from simpul.followup.services.rotating import run_rotate
from simpul.followup.services.warning import members_warn
from simpul.platform.clock import now, shifted, today
from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from tests.followup.world import as_worker, deposit
from tests.support import customers, people
from tests.support.database import rows
from tests.support.people import client

pytestmark = pytest.mark.django_db
AGENTS = ("agent_mdn", "agent_bnj")


def call(who: str, method: str, path: str, body: Any = None) -> Any:
    return client(who).api(method, f"/followup/{path}", body)


def rotate(ahead: timedelta = timedelta(), run_id: UUID | None = None) -> UUID:
    """The run as the worker does it, so long from now."""
    run_id = run_id or uuid7()
    with shifted(ahead), as_worker():
        run_rotate(run_id=run_id, kind="DAILY")
    return run_id


def member(name: str, branch: str, phone: str, cif: str) -> UUID:
    made = customers.customer(name, branch, phone_e164=phone)
    customers.identifier(made.id, value=cif)
    return made.id


def notices() -> Counter[tuple[str, str]]:
    """How many notices of each kind each colleague has."""
    with rows():
        found = query("SELECT u.username, n.kind FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind LIKE %s", ("followup.%",))
    return Counter((row["username"], row["kind"].removeprefix("followup.")) for row in found)


@pytest.fixture
def programme(organisation: None) -> dict[str, Any]:
    """Two agents; each is dealt a member of the other one's branch."""
    made: dict[str, Any] = {}
    for username in AGENTS:
        answer = call("admin", "POST", "agents", {"user_id": str(people.user_id(username)), "capacity": 5})
        assert answer.status_code == 201, answer.content
        made[username] = answer.json()["id"]
    made["far"] = member("Budi Santoso", "BNJ", "+628111111701", "CIF90000")
    made["near"] = member("Sari Dewi", "MDN", "+628222222702", "CIF90001")
    answer = call("admin", "POST", "entries", {"cifs": ["CIF90000", "CIF90001", "CIF90000", "CIF77777"]})
    assert answer.json() == {
        "accepted": 2,
        "refused": 2,
        "rows": [{"place": place, "outcome": outcome} for place, outcome in enumerate(("QUEUED", "QUEUED", "TWICE", "UNKNOWN"), start=1)],
    }
    made["run"] = rotate()
    return made


def test_everybody_sees_members_as_far_as_they_reach(programme: dict[str, Any]) -> None:
    def listed(who: str) -> list[tuple[str, str | None, bool]]:
        items = call(who, "GET", "members").json()["items"]
        return [(row["customer"]["name"], row["customer"]["phone_masked"], row["can"]["log"]) for row in items]

    # Out of the agent's branch, but in the own hands: by name, without a page of the customer.
    own = call("agent_mdn", "GET", "members").json()["items"]
    assert [(row["customer"], row["agent"]["number"], row["reason"], row["skipped"]) for row in own] == [
        (
            {"id": str(programme["far"]), "name": "Budi Santoso", "phone_masked": "+62811****701", "reached": False},
            1,
            "DEALT",
            [],
        )
    ]
    assert own[0]["next"] == {"number": 2, "name": "Agent Bnj", "reason": "NOT_FOLLOWED_UP", "stays": False}
    assert own[0]["can"] == {"log": True, "reveal": True}
    assert listed("supervisor_mdn") == [("Sari Dewi", "+62822****702", False)]
    assert listed("admin") == listed("compliance")
    assert sorted(listed("admin")) == [("B*** S***", None, False), ("S*** D***", None, False)]
    assert listed("director") == []
    seen = {
        who: [call(who, "GET", f"members/{programme[key]}").status_code for key in ("far", "near")]
        for who in ("agent_mdn", "supervisor_mdn", "admin", "compliance", "director", "marketing")
    }
    assert seen == {
        "agent_mdn": [200, 404],
        "supervisor_mdn": [404, 200],
        "admin": [200, 200],
        "compliance": [200, 200],
        "director": [404, 404],
        "marketing": [403, 403],
    }
    assert {who: call(who, "GET", "dashboard").status_code for who in ("director", "supervisor_mdn", "admin", "agent_mdn")} == {
        "director": 200,
        "supervisor_mdn": 200,
        "admin": 200,
        "agent_mdn": 403,
    }
    figures = call("supervisor_mdn", "GET", "dashboard").json()
    assert (figures["active"], figures["waiting"], figures["days"][-1]["dealt"]) == (1, None, 1)


def test_a_follow_up_is_the_agents_own_and_the_run_tells_once_who_moved(programme: dict[str, Any]) -> None:
    body = {"activity_type": "CALL", "outcome": "REACHED", "note": "Akan menyetor lusa."}
    assert call("agent_mdn", "POST", f"members/{programme['near']}/log", body).status_code == 404
    assert call("supervisor_mdn", "POST", f"members/{programme['near']}/log", body).status_code == 403
    logged = call("agent_mdn", "POST", f"members/{programme['far']}/log", body)
    assert logged.status_code == 201, logged.content
    assert [(row["activity_type"], row["note"], row["by"]["number"]) for row in logged.json()["followups"]] == [("CALL", "Akan menyetor lusa.", 1)]
    assert logged.json()["next"]["reason"] == "NO_DEPOSIT"
    assert call("admin", "GET", f"members/{programme['far']}").json()["followups"][0]["note"] is None
    assert call("agent_mdn", "POST", f"members/{programme['far']}/reveal", {}).json() == {"phone": "+628111111701"}
    assert call("agent_mdn", "POST", f"members/{programme['near']}/reveal", {}).status_code == 404

    before, run_id = notices(), uuid7()
    assert before == {
        **{(who, "members_gained"): 1 for who in AGENTS},
        ("supervisor_mdn", "branch_report"): 1,
        ("supervisor_bnj", "branch_report"): 1,
        ("admin", "report"): 1,
        ("admin2", "report"): 1,
    }
    for _ in range(2):
        rotate(timedelta(days=2, hours=1), run_id)
    assert notices() - before == {
        **{(who, kind): 1 for who in AGENTS for kind in ("members_lost", "members_gained")},
        ("supervisor_mdn", "branch_report"): 1,
        ("supervisor_bnj", "branch_report"): 1,
        ("admin", "report"): 1,
        ("admin2", "report"): 1,
    }
    moves = call("agent_mdn", "GET", f"moves/{run_id}").json()
    assert [(row["customer"]["name"], row["reason"], row["to_number"]) for row in moves["lost"]] == [("Budi Santoso", "NO_DEPOSIT", 2)]
    assert [(row["customer"]["name"], row["reason"], row["before"]) for row in moves["gained"]] == [("Sari Dewi", "NOT_FOLLOWED_UP", [2])]
    path = call("agent_bnj", "GET", f"members/{programme['far']}").json()["path"]
    assert [(step["number"], step["status"], step["reason"], step["ended_reason"]) for step in path] == [
        (1, "ROTATED", "DEALT", "NO_DEPOSIT"),
        (2, "ACTIVE", "NO_DEPOSIT", None),
    ]
    report = call("supervisor_mdn", "GET", f"runs/{run_id}").json()
    assert (report["rotated"], report["moves_total"], [row["branch"]["code"] for row in report["branches"]]) == (2, 1, ["MDN"])
    assert call("agent_mdn", "GET", f"runs/{run_id}").status_code == 404


def test_a_window_is_announced_once_and_nobody_free_alerts_administrators(programme: dict[str, Any]) -> None:
    with shifted(timedelta(hours=30)):
        assert (members_warn(), members_warn()) == (2, 0)
    assert {who: count for (who, kind), count in notices().items() if kind == "members_due"} == dict.fromkeys(AGENTS, 1)

    # Leave of everybody is allowed, and said.
    days = [{"first_day": today().isoformat(), "last_day": (today() + timedelta(days=9)).isoformat()}]
    said = [call("admin", "POST", "days-off", {"agent_id": programme[who], "kind": "LEAVE", "reason": "Cuti", "ranges": days}).json() for who in AGENTS]
    assert [len(answer["uncovered_days"]) for answer in said] == [0, 10]
    again = call("admin", "POST", "days-off", {"agent_id": programme["agent_mdn"], "kind": "OFF", "ranges": days})
    assert again.status_code == 422
    rotate(timedelta(days=3))
    assert notices()["admin", "nobody_free"] == 1
    waiting = call("admin", "GET", "members?status=PENDING").json()["items"]
    assert {(row["window_reason"], row["next"]) for row in waiting} == {("PENDING", None)}
    assert sorted([each["number"] for each in row["window_skipped"]] for row in waiting) == [[1, 2], [2, 1]]
    cancelled = call("admin", "DELETE", f"days-off/{said[0]['items'][0]['id']}")
    assert cancelled.status_code == 204
    rotate(timedelta(days=3, hours=1))
    assert call("admin", "GET", "members?status=PENDING").json()["items"] == []


def test_a_deposit_keeps_a_member_out_of_the_advance_notice(programme: dict[str, Any]) -> None:
    deposit(programme["near"], now() + timedelta(hours=1), kind="CASH_DEPOSIT")
    with shifted(timedelta(hours=30)):
        assert members_warn() == 1


def test_the_order_is_saved_whole_and_stays_without_a_gap(programme: dict[str, Any]) -> None:
    def order() -> list[tuple[str, int]]:
        return [(row["person"]["full_name"], row["number"]) for row in call("admin", "GET", "agents").json()["items"]]

    first, second = (programme[who] for who in AGENTS)
    version = call("admin", "GET", "agents").json()["order_version"]
    refused = call("admin", "PUT", "agents/order", {"order_version": version, "agent_ids": [first, first]})
    assert refused.status_code == 422
    assert call("supervisor_mdn", "PUT", "agents/order", {"order_version": version, "agent_ids": [second, first]}).status_code == 403
    saved = call("admin", "PUT", "agents/order", {"order_version": version, "agent_ids": [second, first]})
    assert saved.status_code == 200, saved.content
    assert order() == [("Agent Bnj", 1), ("Agent Mdn", 2)]
    stale = call("admin", "PUT", "agents/order", {"order_version": version, "agent_ids": [first, second]})
    assert stale.status_code == 409
    twice = call("admin", "POST", "agents", {"user_id": str(people.user_id("agent_mdn")), "capacity": 5})
    assert twice.status_code == 409
    changing = {"version": 2, "capacity": 5, "status": "LEFT", "reason": "Pindah unit"}
    assert call("admin", "PATCH", f"agents/{second}", changing).json() == {"agent": None}
    assert order() == [("Agent Mdn", 1)]
    with rows():
        execute("SET CONSTRAINTS ALL IMMEDIATE")
    # The member of who left goes on when its window ends.
    rotate(timedelta(days=2, hours=1))
    numbers = {row["agent"]["number"] for row in call("admin", "GET", "members").json()["items"]}
    assert numbers == {1}


def test_who_enters_by_the_segment_leaves_by_it_and_nobody_else(programme: dict[str, Any]) -> None:
    third = member("Tono Wijaya", "MDN", "+628333333703", "CIF90002")
    assert entries_add([third, programme["near"]], source="SEGMENT") == 1
    rotate()
    assert entries_leave([third, programme["near"]]) == 1
    rotate()
    with rows():
        found = query("SELECT customer_id, left_reason FROM crm.followup_members WHERE left_at IS NOT NULL")
    assert [(row["customer_id"], row["left_reason"]) for row in found] == [(third, "RULE")]


def test_a_list_takes_as_many_statements_for_many_as_for_one(programme: dict[str, Any]) -> None:
    admin = people.actor("admin")

    def statements(limit: int) -> int:
        with scope(admin), CaptureQueriesContext(connection) as captured:
            page = member_page(actor=admin, member_filter=MemberFilter(), cursor=None, limit=limit)
        assert len(page["items"]) == limit
        return len(captured)

    assert statements(1) == statements(2)


def test_a_demonstration_sees_a_rotation_happen_without_waiting(programme: dict[str, Any], capsys: pytest.CaptureFixture[str], settings: Any) -> None:
    with as_worker():
        rotation_run(timedelta(days=3))
    assert capsys.readouterr().out.splitlines()[0] == "due       2: 2 rotated, 0 stayed, 0 pending"
    settings.CLOCK_MOVABLE = False
    with as_worker(), pytest.raises(Refusal, match="Without --ahead-days the run takes the present time"):
        rotation_run(timedelta(days=3))
