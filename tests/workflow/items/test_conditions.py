"""A condition that cannot be evaluated denies the step, and whoever manages the configuration is told: once, not at each try."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.platform import events
from simpul.platform.clock import shifted
from simpul.platform.db import execute, scope
from simpul.platform.notifier import StaffNotified
from simpul.workflow.errors import GuardCannotTell
from simpul.workflow.public import sweep
from tests.support import people
from tests.support.database import rows
from tests.workflow import parcels
from tests.workflow.items import engine
from tests.workflow.parcels import parcel, state, transition

# It asks something that can be answered for most parcels, and for a weightless one cannot.
PER_WEIGHT = {"cel": "100 / weight > 1"}
# It asks for a field that this release does not know any more.
VANISHED = {"cel": "colour == 'red'"}


def published(guard, *, entrance=None, timers=(), gateway=False):
    states = [state("START", "start"), state("IN", timers=list(timers)), state("GATE", "gateway"), state("OUT", "end")]
    ways = [
        transition("come", "START", "IN", passed=True, guard=entrance),
        transition("go", "IN", "GATE" if gateway else "OUT", guard=None if gateway else guard),
        transition("through", "GATE", "OUT", passed=True, guard=guard if gateway else None),
    ]
    return parcels.publish(parcels.definition(states, ways))


def move(client, parcel_id):
    item = engine.item(parcel_id)
    return client.api("POST", f"/workflow-items/{item['item_id']}/moves", {"transition": "go", "version": item["seq"]})


def told(heard):
    return [(event.kind, tuple(sorted(event.to)), event.subject_type, event.subject_id) for event in heard if isinstance(event, StaffNotified)]


@pytest.fixture
def notice(parcel_domain):
    return ("workflow.guard_failed", tuple(sorted(people.user_id(name) for name in ("admin", "admin2"))), "WORKFLOW", "parcel")


@pytest.mark.parametrize(("guard", "gateway"), [(PER_WEIGHT, False), (VANISHED, False), (PER_WEIGHT, True)])
def test_a_step_is_denied_and_administrators_are_told_once_however_often_it_is_tried(client_of, notice, trace, guard, gateway):
    published(guard, gateway=gateway)
    one = parcel(weight=0)
    engine.start("agent_mdn", one)
    agent = client_of("agent_mdn")
    trace.start()

    answers = [move(agent, one) for _ in range(3)]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(409, "guard_cannot_tell")] * 3
    assert told(trace.heard) == [notice]
    assert trace() == {"events": ["StaffNotified"], "audit": ["MOVE_ITEM:FAILED"] * 3}
    assert (engine.item(one)["state"], len(engine.history(one))) == ("IN", 1)
    assert engine.audit()[-1]["meta"] == {"workflow": "parcel", "from": "IN", "transition": "go", "code": "guard_cannot_tell"}


def test_another_condition_is_told_of_by_itself_and_the_same_again_after_an_hour(client_of, notice):
    published(PER_WEIGHT)
    one, other = parcel(weight=0), parcel(weight=0)
    for each in (one, other):
        engine.start("agent_mdn", each)
    agent = client_of("agent_mdn")
    with events.listening() as heard:
        move(agent, one)
        move(agent, other)
        assert told(heard) == [notice], "one condition, however many records meet it"
        with rows():
            execute("UPDATE jobs.rate_buckets SET updated_at = updated_at - interval '1 hour' WHERE key LIKE 'guard:%%'")
        move(agent, one)
        assert told(heard) == [notice] * 2


def test_an_entrance_that_cannot_be_judged_takes_nothing_in_and_is_told_of(client_of, notice, trace):
    published(None, entrance=PER_WEIGHT)
    one = parcel(weight=0)
    trace.start()

    with pytest.raises(GuardCannotTell) as refused:
        engine.start("agent_mdn", one)

    assert trace() == {}
    with scope(people.actor("agent_mdn")):  # as the edge does, once everything is undone
        for act in refused.value.afterwards:
            act()
    assert told(trace.heard) == [notice]


def test_a_timer_whose_condition_cannot_be_judged_leaves_the_item_and_tells(notice, trace):
    published(PER_WEIGHT, timers=[{"key": "give_up", "after": {"seconds": 60}, "then": {"transition": "go"}}])
    one = parcel(weight=0)
    engine.start("agent_mdn", one)
    trace.start()

    with shifted(timedelta(hours=1)):
        sweep()
        sweep()

    assert told(trace.heard) == [notice]
    assert trace() == {"events": ["StaffNotified"], "audit": ["RUN_TIMER:FAILED"]}
    assert engine.item(one)["state"] == "IN"


def test_a_missing_weight_is_no_answer_either(client_of, notice):
    published(PER_WEIGHT)
    one = parcel(weight=None)
    engine.start("agent_mdn", one)

    assert move(client_of("agent_mdn"), one).json()["code"] == "guard_cannot_tell"


def test_what_is_on_offer_says_that_it_cannot_be_judged_and_tells_nobody(notice, trace):
    published(PER_WEIGHT)
    one = parcel(weight=0)
    engine.start("agent_mdn", one)
    trace.start()

    assert engine.allowed("agent_mdn", one) == {"go": "Syarat langkah ini tidak dapat diperiksa."}
    assert trace() == {}
