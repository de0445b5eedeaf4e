"""Reviews of rights: heads confirm or remove, what nobody confirms ends, and what keeps the house stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from simpul.control.services.recertifying import recertifications_keep, removed_end
from simpul.iam.models import Branch, Scope, User, UserRole
from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from tests.support import people
from tests.support.control import agree
from tests.support.database import rows
from tests.support.people import actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(client_of):
    """A review over the organisation, in which the supervisor of Medan heads Medan."""
    with rows():
        Branch.objects.filter(code="MDN").update(head_user=people.user_id("supervisor_mdn"))
    answer = client_of("admin").api("POST", "/recertifications")
    assert answer.status_code == 201, answer.content
    [opened] = answer.json()["items"]
    yield opened
    agree()  # what the system ended in this transaction ends here as nobody's


def listed(client, **asked):
    given = "&".join(f"{name}={value}" for name, value in {"limit": 100, **asked}.items())
    return client.api("GET", f"/recertification-items?{given}").json()["items"]


def by_system(act):
    system = system_actor()
    with scope(system):
        return act(actor=system)


def held(username):
    with rows():
        roles = sorted(UserRole.objects.filter(user__username=username).values_list("role__key", flat=True))
        return roles, Scope.objects.filter(user__username=username, active_to__isnull=True).count()


def decide(client, **decisions):
    items = [{"id": item_id, "decision": decision} for item_id, decision in decisions.items()]
    return [each["ok"] for each in client.api("POST", "/recertification-items/decide", {"items": items, "note": "Tinjauan semester"}).json()["items"]]


def test_a_review_holds_every_right_once_and_each_head_sees_their_own_people(client_of, review):
    with rows():
        roles = UserRole.objects.filter(user__status="ACTIVE", user__kind="USER").count()
        places = Scope.objects.filter(user__status="ACTIVE", user__kind="USER", active_to__isnull=True).count()
    assert review["counts"] == {"open": roles + places, "confirmed": 0, "removed": 0, "lapsed": 0, "kept": 0}
    mine = listed(client_of("supervisor_mdn"), mine="true")
    assert {each["person"]["full_name"] for each in mine} > {"Agent Mdn", "Rm Mdn"}
    assert "Supervisor Mdn" not in {each["person"]["full_name"] for each in mine}
    assert {each["reviewer"]["full_name"] for each in mine} == {"Supervisor Mdn"}
    assert listed(client_of("agent_mdn")) == []
    # Without a head whoever watches or administers decides, about everybody but themself.
    unheaded = listed(client_of("compliance"), mine="true")
    assert "Compliance" not in {each["person"]["full_name"] for each in unheaded}
    assert {each["reviewer"] for each in unheaded} == {None}
    again = client_of("admin2").api("POST", "/recertifications")
    assert (again.status_code, again.json()["code"]) == (409, "recertification_is_open")
    with rows():
        told = query("SELECT u.username FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind = 'control.review_opened' ORDER BY 1")
    assert [row["username"] for row in told] == ["admin", "admin2", "compliance", "supervisor_mdn"]


def test_what_a_head_removes_ends_at_once_and_only_the_head_decides(client_of, review, trace):
    head, other = client_of("supervisor_mdn"), client_of("supervisor_bnj")
    of_agent = {each["kind"]: each["id"] for each in listed(head, mine="true") if each["person"]["full_name"] == "Agent Mdn"}
    assert decide(other, **{of_agent["ROLE"]: "REMOVED"}) == [False]
    assert decide(client_of("admin"), **{of_agent["ROLE"]: "REMOVED"}) == [False]
    trace.start()
    assert decide(head, **{of_agent["ROLE"]: "CONFIRMED", of_agent["SCOPE"]: "REMOVED"}) == [True, True]
    assert trace() == {"audit": ["DECIDE_RECERTIFICATION", "DECIDE_RECERTIFICATION"], "jobs": ["control.end_reviewed_rights"]}
    assert decide(head, **{of_agent["ROLE"]: "REMOVED"}) == [False]
    assert by_system(removed_end) == 1
    assert held("agent_mdn") == (["AGENT"], 0)
    assert by_system(removed_end) == 0
    with rows():
        told = query("SELECT u.username FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind = 'control.rights_ended'")
    assert told == [{"username": "agent_mdn"}]


def test_nobody_alone_removes_a_right_of_whoever_guards_access(client_of, review):
    admin, watcher = client_of("admin2"), client_of("compliance")
    for client, name, username, role in ((admin, "Compliance", "compliance", "COMPLIANCE"), (watcher, "Admin", "admin", "ADMIN")):
        [item] = [each for each in listed(client, mine="true") if each["person"]["full_name"] == name and each["kind"] == "ROLE"]
        assert item["can"] == {"decide": True, "remove": False}
        assert decide(client, **{item["id"]: "REMOVED"}) == [False]
        by_sql = actor("admin2" if client is admin else "compliance")
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(), scope(by_sql):
            execute(
                "UPDATE crm.recertification_items SET decision = 'REMOVED', decided_by = %s, decided_at = now() WHERE item_id = %s", (by_sql.id, item["id"])
            )
        assert by_system(removed_end) == 0
        assert held(username)[0] == [role]
        assert decide(client, **{item["id"]: "CONFIRMED"}) == [True]


def test_what_nobody_confirms_in_time_ends_but_what_keeps_the_house(client_of, review):
    head = client_of("supervisor_mdn")
    kept = [each["id"] for each in listed(head, mine="true") if each["person"]["full_name"] == "Rm Mdn"]
    assert set(decide(head, **dict.fromkeys(kept, "CONFIRMED"))) == {True}
    # Administrators and compliance are confirmed by nobody.
    by_system(recertifications_keep)
    with clock.shifted(timedelta(days=12)):
        by_system(recertifications_keep)
        by_system(recertifications_keep)
    with rows():
        soon = query("SELECT count(*) AS n FROM crm.notices WHERE kind = 'control.review_ends_soon' AND user_id = %s", (people.user_id("supervisor_mdn"),))
    assert soon == [{"n": 1}]
    with clock.shifted(timedelta(days=14, minutes=1)):
        by_system(recertifications_keep)
    assert held("rm_mdn") == (["RM"], 1)
    assert held("agent_mdn") == ([], 0)
    with rows():
        administers = User.objects.filter(user_roles__role__key="ADMIN", status="ACTIVE").count()
        watches = User.objects.filter(user_roles__role__key="COMPLIANCE", status="ACTIVE").count()
        counts = {row["decision"]: row["n"] for row in query("SELECT decision, count(*) AS n FROM crm.recertification_items GROUP BY 1")}
        [closed] = query("SELECT meta FROM audit.audit_logs WHERE action = 'CLOSE_RECERTIFICATION'")
    assert (administers, watches, counts["CONFIRMED"], counts["KEPT"]) == (1, 1, len(kept), 2)
    assert closed["meta"] == {"confirmed": str(len(kept)), "removed": "0", "lapsed": str(counts["LAPSED"]), "kept": "2"}
    assert decide(head, **{kept[0]: "REMOVED"}) == [False]


def test_a_review_begins_when_its_month_has_come(organisation):
    with rows():
        User.objects.update(created_at=clock.now() - timedelta(days=100))
        opened = query("SELECT count(*) AS n FROM crm.recertifications")
    by_system(recertifications_keep)
    assert opened == [{"n": 0}]
    with rows():
        User.objects.update(created_at=clock.now() - timedelta(days=190))
    by_system(recertifications_keep)
    with rows():
        assert query("SELECT count(*) AS n FROM crm.recertifications") == [{"n": 1}]
