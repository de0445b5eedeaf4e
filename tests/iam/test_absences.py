"""Days away, and who is at work."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from simpul.iam.public import away_until, present_people, seen_people
from simpul.platform.clock import today
from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from tests.support import people
from tests.support.database import rows


def days(first: int, last: int, **more: Any) -> dict[str, Any]:
    return {"kind": "LEAVE", "first_day": (today() + timedelta(days=first)).isoformat(), "last_day": (today() + timedelta(days=last)).isoformat(), **more}


def enter(browser: Any, first: int, last: int, **more: Any) -> Any:
    return browser.api("POST", "/absences", days(first, last, **more))


def test_somebody_enters_and_takes_back_the_own_days(client_of, trace):
    agent = client_of("agent_mdn")
    me = people.user_id("agent_mdn")
    trace.start()

    made = enter(agent, 0, 2)

    assert made.status_code == 201, made.content
    body = made.json()
    assert (body["person"]["id"], body["kind"], body["last_day"], body["can"]) == (
        str(me),
        "LEAVE",
        (today() + timedelta(days=2)).isoformat(),
        {"cancel": True},
    )
    assert trace() == {"audit": ["CHANGE_ABSENCE"]}
    with scope(people.actor("supervisor_mdn")):
        assert away_until([me, people.user_id("agent_bnj")]) == {me: today() + timedelta(days=2)}
        assert away_until([me], today() + timedelta(days=3)) == {}
    assert [one["id"] for one in agent.api("GET", "/absences").json()["items"]] == [body["id"]]

    assert agent.api("DELETE", f"/absences/{body['id']}").status_code == 204
    assert agent.api("DELETE", f"/absences/{body['id']}").status_code == 404
    with scope(people.actor("supervisor_mdn")):
        assert away_until([me]) == {}
    with rows():
        kept = query(
            "SELECT meta ->> 'step' AS step, object_id FROM audit.audit_logs WHERE action = 'CHANGE_ABSENCE' AND outcome = 'ALLOWED' ORDER BY created_at"
        )
    assert kept == [{"step": "ENTER", "object_id": str(me)}, {"step": "CANCEL", "object_id": str(me)}]


def test_a_supervisor_enters_days_for_people_of_the_own_branches_only(client_of, trace):
    supervisor = client_of("supervisor_mdn")
    trace.start()

    assert enter(supervisor, 1, 1, user_id=str(people.user_id("agent_mdn"))).status_code == 201
    assert trace() == {"audit": ["CHANGE_ABSENCE"]}
    trace.start()
    refused = enter(supervisor, 1, 1, user_id=str(people.user_id("agent_bnj")))

    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert trace() == {"audit": ["CHANGE_ABSENCE:DENIED"]}
    with rows():
        assert query("SELECT user_id FROM iam.absences") == [{"user_id": people.user_id("agent_mdn")}]


def test_a_supervisor_is_offered_the_people_of_the_own_branches(client_of):
    offered = client_of("supervisor_mdn").api("GET", "/absences/colleagues").json()["items"]

    assert {one["id"] for one in offered} >= {str(people.user_id(name)) for name in ("agent_mdn", "call_agent", "supervisor_mdn")}
    assert [name for name in ("agent_bnj", "compliance", "director") if str(people.user_id(name)) in {one["id"] for one in offered}] == []
    assert client_of("agent_mdn").api("GET", "/absences/colleagues").status_code == 403


@pytest.mark.parametrize("by", ["supervisor_mdn", "agent_mdn"])
def test_who_is_out_of_reach_and_who_does_not_exist_are_answered_alike(client_of, trace, by):
    browser, theirs = client_of(by), str(people.user_id("agent_bnj"))
    away = enter(client_of("agent_bnj"), 2, 3).json()["id"]
    ways = {
        "entered": lambda person, absence: enter(browser, 1, 1, user_id=person),
        "listed": lambda person, absence: browser.api("GET", f"/absences?user_id={person}"),
        "cancelled": lambda person, absence: browser.api("DELETE", f"/absences/{absence}"),
    }

    def told(person: str, absence: str) -> dict[str, object]:
        trace.start()
        answers = {name: call(person, absence) for name, call in ways.items()}
        bodies = {name: {key: value for key, value in answer.json().items() if key not in ("request_id", "instance")} for name, answer in answers.items()}
        return {"statuses": {name: answer.status_code for name, answer in answers.items()}, "bodies": bodies, "trail": trace()}

    out_of_reach, absent = told(theirs, away), told(str(uuid7()), str(uuid7()))

    assert out_of_reach == absent
    assert out_of_reach["statuses"] == {"entered": 403, "listed": 200, "cancelled": 404}
    assert out_of_reach["bodies"]["listed"] == {"items": []}


def test_an_agent_enters_and_sees_nobody_elses(client_of):
    enter(client_of("supervisor_mdn"), 1, 1, user_id=str(people.user_id("supervisor_mdn")))
    agent = client_of("agent_mdn")

    assert enter(agent, 1, 1, user_id=str(people.user_id("supervisor_mdn"))).status_code == 403
    assert agent.api("GET", "/absences").json() == {"items": []}


@pytest.mark.parametrize(
    ("first", "last", "field"), [(2, 1, "last_day"), (0, 366, "last_day"), (-2, -1, "last_day")], ids=["turned", "longer than a year", "over already"]
)
def test_days_that_cannot_be_are_refused_by_name(client_of, first, last, field):
    refused = enter(client_of("agent_mdn"), first, last)

    assert (refused.status_code, list(refused.json()["errors"])) == (422, [field])
    with rows():
        assert query("SELECT count(*)::int AS n FROM iam.absences") == [{"n": 0}]


def test_nobody_is_away_twice_on_one_day(client_of):
    agent = client_of("agent_mdn")
    enter(agent, 1, 3)

    refused = enter(agent, 3, 4)

    assert (refused.status_code, refused.json()["code"]) == (409, "absence_overlaps")
    assert enter(agent, 4, 4).status_code == 201


def test_row_policies_alone_keep_absences_apart(client_of):
    enter(client_of("agent_mdn"), 0, 0)
    me, other = people.user_id("agent_mdn"), people.user_id("agent_bnj")

    with scope(people.actor("agent_bnj")):
        assert query("SELECT * FROM iam.absences") == []
        assert execute("UPDATE iam.absences SET cancelled_at = now(), cancelled_by = %s", (other,)) == 0
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            execute(
                "INSERT INTO iam.absences (absence_id, user_id, kind, first_day, last_day, created_by) VALUES (uuidv7(), %s, 'LEAVE', %s, %s, %s)",
                (me, today() + timedelta(days=9), today() + timedelta(days=9), other),
            )
    assert refused.value.__cause__.sqlstate == "42501"
    with scope(people.actor("agent_mdn")), pytest.raises(DatabaseError) as rewritten, transaction.atomic():
        execute("UPDATE iam.absences SET last_day = last_day + 1, cancelled_at = now(), cancelled_by = %s", (me,))
    assert rewritten.value.__cause__.sqlstate == "42501"


def test_present_is_who_did_something_lately_and_is_not_away(client_of):
    agent, supervisor = client_of("agent_mdn"), client_of("supervisor_mdn")
    for browser in (agent, supervisor):
        assert browser.api("GET", "/me").status_code == 200
    asked = [people.user_id(name) for name in ("agent_mdn", "supervisor_mdn", "agent_bnj")]
    both = set(asked[:2])

    with scope(people.actor("supervisor_mdn")):
        assert seen_people(asked) == present_people(asked) == both
    enter(agent, 0, 0)
    with scope(people.actor("supervisor_mdn")):
        assert (seen_people(asked), present_people(asked)) == (both, {asked[1]})
    # Sixteen minutes without an act: the session was stored that long ago.
    execute("UPDATE iam.django_session SET expire_date = expire_date - interval '16 minutes'")
    with scope(people.actor("supervisor_mdn")):
        assert (seen_people(asked), seen_people(asked, minutes=20)) == (set(), both)
