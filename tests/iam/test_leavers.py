"""Access that ends for good: people who leave, in one act, and accounts that nobody has used for long."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from simpul.iam.events import UserLeft
from simpul.iam.models import Branch, Scope, User, UserRole, UserSwitch
from simpul.iam.public import system_actor
from simpul.iam.services.absences import absence_enter
from simpul.iam.services.leavers import dormant_close, leaver_follow
from simpul.platform import events
from simpul.platform.clock import now, today
from simpul.platform.db import query, scope
from tests.support import people
from tests.support.control import agree, approve
from tests.support.database import rows

REASON = {"reason": "Pindah ke perusahaan lain"}


def _leave(client, username):
    version = client.api("GET", f"/users/{people.user_id(username)}").json()["version"]
    return client.api("POST", f"/users/{people.user_id(username)}/leave", {"version": version, **REASON})


def _held(username):
    with rows():
        user = User.objects.get(username=username)
        lasting = Scope.objects.filter(user=user).exclude(active_to__lte=Now()).count()
        return user.status, user.left_at is not None, UserRole.objects.filter(user=user).count(), UserSwitch.objects.filter(user=user).count(), lasting


@pytest.mark.django_db
def test_whoever_leaves_loses_everything_in_one_act_and_does_not_come_back(client_of, trace):
    agent, admin = client_of("agent_mdn"), client_of("admin")
    with scope(people.actor("agent_mdn")):
        absence_enter(
            actor=people.actor("agent_mdn"), user_id=people.user_id("agent_mdn"), kind="LEAVE", first_day=today(), last_day=today() + timedelta(days=3)
        )
    with rows():
        Branch.objects.filter(code="MDN").update(head_user=people.user_id("agent_mdn"))
    trace.start()

    with events.listening() as heard:
        answer = _leave(admin, "agent_mdn")

    assert (answer.status_code, answer.json()["status"], answer.json()["roles"], answer.json()["can"]["activate"]) == (200, "SUSPENDED", [], False)
    assert _held("agent_mdn") == ("SUSPENDED", True, 0, 0, 0)
    assert agent.api("GET", "/me").status_code == 401
    assert heard == [UserLeft(people.user_id("agent_mdn"))]
    with rows():
        assert Branch.objects.get(code="MDN").head_user_id is None
        [told] = query("SELECT meta FROM audit.audit_logs WHERE action = 'CHANGE_RBAC' AND meta->>'act' = 'LEAVE'")
    assert told["meta"]["after"]["ended"] == {"sessions": 1, "roles": ["AGENT"], "places": 1, "identities": 0, "factors": 0, "exceptions": 0}
    system = system_actor()
    with scope(system):
        leaver_follow(actor=system, user_id=people.user_id("agent_mdn"))
    with rows():
        assert query("SELECT count(*) AS n FROM iam.absences WHERE cancelled_at IS NULL")[0]["n"] == 0
    again = _leave(admin, "agent_mdn")
    assert (again.status_code, again.json()["code"]) == (409, "user_has_left")
    version = admin.api("GET", f"/users/{people.user_id('agent_mdn')}").json()["version"]
    assert admin.api("POST", f"/users/{people.user_id('agent_mdn')}/activate", {"version": version, **REASON}).status_code == 403
    with scope(people.actor("admin")), pytest.raises(IntegrityError, match="Who has left stays suspended"), transaction.atomic():
        User.objects.filter(username="agent_mdn").update(status="ACTIVE")


@pytest.mark.django_db
def test_somebody_who_watches_leaves_when_a_second_person_agrees_and_the_last_one_never(client_of):
    admin = client_of("admin")
    answer = _leave(admin, "compliance")
    assert (answer.status_code, answer.json()["code"]) == (409, "last_watcher")

    waiting = _leave(admin, "admin2")
    assert (waiting.status_code, waiting.json()["status"], _held("admin2")[0]) == (202, "PROPOSED", "ACTIVE")
    # It concerns the only other administrator: nobody is left to agree.
    assert client_of("admin2").api("POST", f"/proposals/{waiting.json()['id']}/approve", {"version": waiting.json()["version"]}).status_code == 403

    waiting = _leave(admin, "supervisor_mdn")
    assert (waiting.status_code, _held("supervisor_mdn")[0]) == (202, "ACTIVE")
    assert approve(client_of, waiting)["status"] == "APPLIED"
    assert _held("supervisor_mdn") == ("SUSPENDED", True, 0, 0, 0)


@pytest.mark.django_db
def test_accounts_that_nobody_used_are_closed_but_for_the_last_ones_that_keep_the_house(organisation):
    def aged(username: str, **at: timedelta | None) -> None:
        with rows():
            moments = {name: None if ago is None else now() - ago for name, ago in at.items()}
            User.objects.filter(username=username).update(**moments)

    long, short = timedelta(days=91), timedelta(days=89)
    with rows():
        User.objects.update(created_at=now() - timedelta(days=400), last_login=now())
    aged("agent_mdn", last_login=long)
    aged("agent_bnj", last_login=None)
    aged("rm_mdn", last_login=short)
    aged("rm_mdn_2", last_login=long, activated_at=short)
    for last in ("admin", "admin2", "compliance"):
        aged(last, last_login=long)
    system = system_actor()
    with scope(system):
        closed = dormant_close(actor=system)

    # Of two administrators one is closed and the last one stays.
    assert {people.user_id("agent_mdn"), people.user_id("agent_bnj")} < set(closed)
    assert len(closed) == 3 and set(closed) - {people.user_id("agent_mdn"), people.user_id("agent_bnj")} < {people.user_id("admin"), people.user_id("admin2")}
    assert [_held(each)[0] for each in ("agent_mdn", "agent_bnj", "rm_mdn", "rm_mdn_2", "compliance")] == [
        "SUSPENDED", "SUSPENDED", "ACTIVE", "ACTIVE", "ACTIVE",
    ]  # fmt: skip
    with rows():
        told = query("SELECT count(*) AS n FROM crm.notices WHERE kind = 'iam.dormant_closed' AND user_id = %s", (people.user_id("compliance"),))
    assert told == [{"n": 3}]
    with scope(system):
        assert dormant_close(actor=system) == []
    agree()  # the system's own transaction ends here as nobody's
