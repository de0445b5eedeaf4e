"""Changes that guard access are proposed by one person and applied when another agrees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from simpul.control.services.telling import applied_tell
from simpul.iam.models import UserRole
from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from tests.support.control import approve
from tests.support.database import rows
from tests.support.people import actor, user_id

REASON = "pindah tugas ke pengaduan"


@pytest.fixture
def admin(client_of):
    return client_of("admin")


def roles_of(username):
    return sorted(UserRole.objects.filter(user__username=username).values_list("role__key", flat=True))


def propose_roles(admin, username="nobody", roles=("AGENT",)):
    user = admin.api("GET", f"/users/{user_id(username)}").json()
    return admin.api("PUT", f"/users/{user['id']}/roles", {"version": user["version"], "roles": list(roles), "reason": REASON})


def notices():
    with rows():
        found = query("SELECT u.username, n.kind, n.to_mail FROM crm.notices n JOIN iam.users u USING (user_id) ORDER BY n.kind, u.username")
    return [(row["username"], row["kind"], row["to_mail"]) for row in found]


def test_a_change_waits_with_its_difference_and_is_applied_when_a_second_person_agrees(admin, client_of, trace):
    trace.start()
    answer = propose_roles(admin)

    assert answer.status_code == 202
    waiting = answer.json()
    assert (waiting["kind"], waiting["status"], waiting["reason"], waiting["concerns"]["full_name"]) == ("users_set_roles", "PROPOSED", REASON, "Nobody")
    assert waiting["subject"] == {"type": "USER", "id": str(user_id("nobody")), "label": "Nobody", "path": None}
    assert [(each["act"], each["object_label"], each["before"], each["after"]) for each in waiting["changes"]] == [
        ("ROLES", "Nobody", {"roles": []}, {"roles": ["AGENT"]})
    ]
    assert waiting["can"] == {"approve": False, "decline": False, "withdraw": True, "use_codes": False, "take_result": False}
    assert roles_of("nobody") == []
    assert trace()["audit"] == ["PROPOSE_CHANGE"]
    assert notices() == [("admin2", "control.proposed", False)]

    seen = client_of("admin2").api("GET", f"/proposals/{waiting['id']}").json()
    assert seen["can"] == {"approve": True, "decline": True, "withdraw": False, "use_codes": False, "take_result": False}
    decided = approve(client_of, answer, note="sudah dicek")

    assert (decided["decided_by"]["full_name"], decided["note"], decided["by_codes"], decided["version"]) == ("Admin2", "sudah dicek", False, 2)
    assert roles_of("nobody") == ["AGENT"]
    with rows():
        row = query("SELECT actor_user_id, meta FROM audit.audit_logs WHERE action = 'CHANGE_RBAC'")[0]
    assert row["actor_user_id"] == user_id("admin")
    assert (row["meta"]["proposal"], row["meta"]["approved_by"]) == (waiting["id"], str(user_id("admin2")))

    with scope(system_actor()):
        assert (applied_tell(), applied_tell()) == (1, 0)
    assert notices() == [
        ("admin", "control.applied", False),
        ("nobody", "control.concerns_you", True),
        ("admin2", "control.proposed", False),
        ("compliance", "control.watched", False),
    ]


def test_nobody_decides_about_the_own_proposal_or_about_themself(admin, client_of):
    own = propose_roles(admin).json()
    refused = admin.api("POST", f"/proposals/{own['id']}/approve", {"version": 1})
    assert (refused.status_code, refused.json()["code"]) == (403, "own_proposal")

    about = propose_roles(admin, "admin2", ("ADMIN", "DIRECTOR")).json()
    for step, body in (("approve", {"version": 1}), ("decline", {"version": 1, "note": "tidak perlu"})):
        refused = client_of("admin2").api("POST", f"/proposals/{about['id']}/{step}", body)
        assert (refused.status_code, refused.json()["code"]) == (403, "concerns_you")

    refused = client_of("compliance").api("POST", f"/proposals/{own['id']}/approve", {"version": 1})
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert (roles_of("nobody"), roles_of("admin2")) == ([], ["ADMIN"])


def test_a_change_that_would_be_refused_does_not_wait(admin):
    user = admin.api("GET", f"/users/{user_id('nobody')}").json()
    stale = admin.api("PUT", f"/users/{user['id']}/roles", {"version": 99, "roles": ["AGENT"], "reason": REASON})
    unknown = admin.api("PUT", f"/users/{user['id']}/roles", {"version": user["version"], "roles": ["WIZARD"], "reason": REASON})
    own = admin.api("PUT", f"/users/{user_id('admin')}/roles", {"version": 1, "roles": ["ADMIN", "AGENT"], "reason": REASON})
    assert [(each.status_code, each.json()["code"]) for each in (stale, unknown, own)] == [(409, "stale_version"), (422, "invalid"), (403, "forbidden")]
    assert admin.api("GET", "/proposals").json()["items"] == []


def test_what_changed_meanwhile_becomes_stale_and_nothing_of_it_is_applied(admin, client_of):
    first, second = propose_roles(admin), propose_roles(admin, roles=("RM",))
    approve(client_of, first)

    answer = client_of("admin2").api("POST", f"/proposals/{second.json()['id']}/approve", {"version": 1})

    assert (answer.status_code, answer.json()["status"], answer.json()["decided_by"]["full_name"]) == (200, "STALE", "Admin2")
    assert answer.json()["note"] == "Data sudah diubah orang lain; periksa versi terbaru"
    assert roles_of("nobody") == ["AGENT"]
    assert ("admin", "control.stale", False) in notices()


def test_a_proposer_who_was_suspended_meanwhile_changes_nothing(admin, client_of):
    waiting = propose_roles(admin).json()
    with rows():
        query("UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'admin' RETURNING 1")

    answer = client_of("admin2").api("POST", f"/proposals/{waiting['id']}/approve", {"version": 1})

    assert (answer.json()["status"], roles_of("nobody")) == ("STALE", [])


def test_a_decision_is_taken_once_and_from_what_was_read(admin, client_of):
    waiting = propose_roles(admin).json()
    admin2 = client_of("admin2")
    stale = admin2.api("POST", f"/proposals/{waiting['id']}/approve", {"version": 9})
    assert (stale.status_code, stale.json()["code"], stale.json()["current"]) == (409, "stale_version", {"version": 1})
    empty = admin2.api("POST", f"/proposals/{waiting['id']}/decline", {"version": 1, "note": " "})
    assert empty.status_code == 422
    declined = admin2.api("POST", f"/proposals/{waiting['id']}/decline", {"version": 1, "note": "belum ada surat tugas"})
    assert (declined.json()["status"], declined.json()["note"], roles_of("nobody")) == ("DECLINED", "belum ada surat tugas", [])
    again = [
        admin2.api("POST", f"/proposals/{waiting['id']}/approve", {"version": 2}),
        admin.api("POST", f"/proposals/{waiting['id']}/withdraw", {"version": 2}),
    ]
    assert [(each.status_code, each.json()["code"]) for each in again] == [(409, "proposal_is_decided")] * 2


def test_nobody_writes_into_a_proposal_what_is_somebody_elses_step(admin, client_of):
    """By SQL, as the application's role: the weaker check of one policy never stands in for the stricter one of another."""
    steps = {
        "admin": ("status = 'EXPIRED', decided_at = now()", "status = 'DECLINED', decided_at = now(), decided_by = '{admin2}'"),
        "admin2": (
            "status = 'WITHDRAWN', decided_at = now()",
            "status = 'APPLIED', by_codes = true, decided_at = now()",
            "status = 'EXPIRED', decided_at = now()",
            "status = 'APPLIED', decided_at = now(), decided_by = '{compliance}'",
        ),
        "compliance": ("status = 'WITHDRAWN', decided_at = now()", "status = 'APPLIED', decided_at = now(), decided_by = '{compliance}'"),
    }
    waiting = propose_roles(admin).json()
    ids = {name: user_id(name) for name in steps}
    for name, changes in steps.items():
        who = actor(name)
        for change in changes:
            try:
                with transaction.atomic(), scope(who):
                    written = execute(f"UPDATE crm.proposals SET {change.format(**ids)} WHERE proposal_id = %s", (waiting["id"],))
            except ProgrammingError:
                written = 0
            assert (name, change, written) == (name, change, 0)
    assert admin.api("GET", f"/proposals/{waiting['id']}").json()["status"] == "PROPOSED"


def test_only_who_proposed_withdraws(admin, client_of):
    waiting = propose_roles(admin).json()
    assert client_of("admin2").api("POST", f"/proposals/{waiting['id']}/withdraw", {"version": 1}).status_code == 403
    withdrawn = admin.api("POST", f"/proposals/{waiting['id']}/withdraw", {"version": 1}).json()
    assert (withdrawn["status"], withdrawn["decided_by"]) == ("WITHDRAWN", None)


def test_what_nobody_decides_expires(admin, client_of):
    from simpul.workflow.public import sweep

    waiting = propose_roles(admin).json()
    with clock.shifted(timedelta(hours=73)):
        seen = client_of("admin2").api("POST", f"/proposals/{waiting['id']}/approve", {"version": 1})
        assert (seen.status_code, seen.json()["code"]) == (409, "proposal_is_decided")
        sweep()
    with rows():
        assert query("SELECT status, decided_by FROM crm.proposals") == [{"status": "EXPIRED", "decided_by": None}]
    assert ("admin", "control.expired", False) in notices()


def test_the_list_shows_what_waits_and_for_whom(admin, client_of):
    for username in ("nobody", "agent_mdn"):
        propose_roles(admin, username, ("RM",))
    admin2 = client_of("admin2")
    assert [one["concerns"]["full_name"] for one in admin2.api("GET", "/proposals?decidable=true&sort=proposed_at").json()["items"]] == ["Nobody", "Agent Mdn"]
    assert admin.api("GET", "/proposals?decidable=true").json()["items"] == []
    assert len(admin.api("GET", "/proposals?mine=true&status=PROPOSED").json()["items"]) == 2
    assert len(client_of("compliance").api("GET", f"/proposals?concerns={user_id('nobody')}&kind=users_set_roles").json()["items"]) == 1
    page = admin2.api("GET", "/proposals?limit=1").json()
    assert admin2.api("GET", f"/proposals?limit=1&cursor={page['next_cursor']}").json()["next_cursor"] is None
    assert client_of("agent_mdn").api("GET", "/proposals").status_code == 403
