"""Views of the queue: kept, shared with the own branches, marked for oneself."""

from __future__ import annotations

import pytest

from simpul.iam.models import Role, User
from simpul.platform.db import query
from tests.support import people
from tests.support.database import rows

LATE = {"name": "Terlambat", "filters": {"overdue": True, "branch": ["MDN"]}}


@pytest.fixture
def supervisor(organisation, client_of):
    return client_of("supervisor_mdn")


def named(browser):
    return [(row["name"], row["mine"], row["pinned"], row["is_default"]) for row in browser.api("GET", "/case-views").json()["items"]]


def test_a_view_keeps_what_was_chosen_and_is_recorded_without_its_name(supervisor, trace):
    trace.start()
    made = supervisor.api("POST", "/case-views", {**LATE, "pinned": True})

    assert made.status_code == 201
    assert made.json()["filters"] == {"overdue": True, "branch": ["MDN"]}
    assert (made.json()["can"], made.json()["shared"], made.json()["version"]) == ({"update": True, "share": True, "remove": True}, False, 1)
    assert trace()["audit"] == ["SAVE_FILTER"]
    assert named(supervisor) == [("Terlambat", True, True, False)]


def test_a_shared_view_shows_in_the_own_branches_only_and_to_readers_of_whole_cases(supervisor, client_of):
    made = supervisor.api("POST", "/case-views", {**LATE, "shared": True}).json()

    assert made["branches"] == ["MDN"]
    assert named(client_of("agent_mdn")) == [("Terlambat", False, False, False)]
    for username in ("call_agent", "agent_bnj", "supervisor_bnj", "rm_mdn"):
        assert named(client_of(username)) == []
        assert client_of(username).api("PUT", f"/case-views/{made['id']}/mark", {"pinned": True, "is_default": True}).status_code == 404


def test_a_colleague_marks_a_shared_view_but_does_not_change_it(supervisor, client_of):
    made = supervisor.api("POST", "/case-views", {**LATE, "shared": True}).json()
    agent = client_of("agent_mdn")

    marked = agent.api("PUT", f"/case-views/{made['id']}/mark", {"pinned": True, "is_default": True})
    changed = agent.api("PUT", f"/case-views/{made['id']}", {**LATE, "version": 1})
    removed = agent.api("DELETE", f"/case-views/{made['id']}")

    assert (marked.status_code, changed.status_code, removed.status_code) == (200, 403, 403)
    assert named(agent) == [("Terlambat", False, True, True)]
    assert named(supervisor) == [("Terlambat", True, False, False)]


def test_one_view_opens_the_queue(supervisor):
    first = supervisor.api("POST", "/case-views", {**LATE, "is_default": True}).json()
    supervisor.api("POST", "/case-views", {"name": "Bebas", "filters": {"assignee": "none"}, "is_default": True})

    assert named(supervisor) == [("Bebas", True, False, True), ("Terlambat", True, False, False)]
    supervisor.api("PUT", f"/case-views/{first['id']}/mark", {"pinned": True, "is_default": True})
    assert named(supervisor) == [("Terlambat", True, True, True), ("Bebas", True, False, False)]


def test_an_agent_keeps_views_and_shares_none(client_of, trace):
    agent = client_of("agent_mdn")

    assert agent.api("POST", "/case-views", LATE).status_code == 201
    trace.start()
    refused = agent.api("POST", "/case-views", {**LATE, "name": "Untuk semua", "shared": True})

    assert refused.status_code == 403
    assert trace() == {"audit": ["WRITE_DENIED:DENIED"]}
    assert agent.api("GET", "/case-views").json()["can_share"] is False


def test_a_stale_change_and_a_name_twice_are_refused(supervisor):
    made = supervisor.api("POST", "/case-views", LATE).json()
    assert supervisor.api("POST", "/case-views", LATE).json()["code"] == "case_view_name_taken"
    changed = supervisor.api("PUT", f"/case-views/{made['id']}", {**LATE, "name": "Terlambat MDN", "version": 1})
    stale = supervisor.api("PUT", f"/case-views/{made['id']}", {**LATE, "version": 1})

    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert (stale.status_code, stale.json()["current"]) == (409, {"version": 2, "name": "Terlambat MDN"})


def test_a_view_that_goes_takes_the_marks_of_its_readers_with_it(supervisor, client_of):
    made = supervisor.api("POST", "/case-views", {**LATE, "shared": True}).json()
    agent = client_of("agent_mdn")
    agent.api("PUT", f"/case-views/{made['id']}/mark", {"pinned": True, "is_default": True})

    assert supervisor.api("DELETE", f"/case-views/{made['id']}").json() == {"removed": True}
    assert (named(agent), named(supervisor)) == ([], [])


def leaves(username):
    with rows():
        User.objects.filter(username=username).update(status=User.Status.SUSPENDED)


def test_what_somebody_who_has_left_shared_is_removed_by_who_assigns_cases_there_and_recorded(supervisor, client_of, trace):
    with rows():
        people.add_user("supervisor_mdn_2", Role.objects.get(key="SUPERVISOR"), "MDN")
    made = supervisor.api("POST", "/case-views", {**LATE, "shared": True}).json()
    colleague, agent = client_of("supervisor_mdn_2"), client_of("agent_mdn")
    assert colleague.api("GET", "/case-views").json()["items"][0]["can"] == {"update": False, "share": True, "remove": False}
    assert colleague.api("DELETE", f"/case-views/{made['id']}").status_code == 403
    leaves("supervisor_mdn")
    trace.start()

    assert (agent.api("DELETE", f"/case-views/{made['id']}").status_code, named(agent)) == (403, [("Terlambat", False, False, False)])
    assert client_of("supervisor_bnj").api("DELETE", f"/case-views/{made['id']}").status_code == 404
    assert colleague.api("PUT", f"/case-views/{made['id']}", {**LATE, "version": 1}).status_code == 403
    assert colleague.api("GET", "/case-views").json()["items"][0]["can"] == {"update": False, "share": True, "remove": True}
    assert colleague.api("DELETE", f"/case-views/{made['id']}").json() == {"removed": True}

    assert (named(agent), colleague.api("DELETE", f"/case-views/{made['id']}").status_code) == ([], 404)
    assert [action for action in trace()["audit"] if action.startswith("SAVE_FILTER")] == ["SAVE_FILTER"]
    with rows():
        told = query("SELECT meta FROM audit.audit_logs WHERE action = 'SAVE_FILTER' ORDER BY created_at DESC LIMIT 1")[0]["meta"]
    assert told == {"before": {"filters": LATE["filters"], "branches": ["MDN"]}, "owner": str(people.user_id("supervisor_mdn"))}


@pytest.mark.parametrize(
    "filters",
    [
        {"colour": "red"},
        {"status": ["GONE"]},
        {"customer_id": "x"},
        {"q": "1"},
        {"closed_since": "2026-02-01T00:00:00Z", "closed_until": "2026-01-01T00:00:00Z"},
    ],
)
def test_a_view_holds_filters_of_the_queue_and_nothing_else(supervisor, filters):
    assert supervisor.api("POST", "/case-views", {"name": "Salah", "filters": filters}).status_code == 422
