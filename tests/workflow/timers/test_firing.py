"""Timers fire when they are due, once, with their effects, and neither before nor again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from simpul.platform import clock, jobs
from simpul.platform.actor import current_actor
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import StaleVersion
from simpul.workflow.timers import NewTimer, Swept, TimerKindUnknown, cancel, cancel_of, schedule, schedule_many, sweep
from simpul.workflow.timers.registry import TimerMoment
from tests.support.database import rows
from tests.support.timers import kind_put
from tests.workflow.timers.conftest import Heard, statuses, stored

DAY = 86_400


def test_a_timer_fires_when_it_is_due_and_not_before(heard, at):
    at("a", 60, data={"level": 2}, branch_code="MDN")

    with clock.shifted(timedelta(seconds=59)):
        assert sweep() == Swept()
    with clock.shifted(timedelta(seconds=61)):
        assert sweep() == Swept(fired=1)
        assert sweep() == Swept()

    ((timer,),) = heard.sets
    assert (timer.key, timer.kind, timer.subject_type, timer.subject_id, timer.branch_code, timer.data) == ("a", "tests.ring", "TEST", "a", "MDN", {"level": 2})
    row = stored("a")
    assert (row["status"], row["attempts"], row["fired_at"] >= row["due_at"]) == ("FIRED", 1, True)


def test_a_set_is_handed_over_in_the_order_in_which_it_was_due(heard, at):
    for key, seconds in (("c", -1), ("a", -2), ("b", -3)):
        at(key, seconds)

    sweep()

    assert heard.keys == [["b", "a", "c"]]


def test_it_fires_as_the_system_and_its_effects_belong_to_the_same_transaction(heard, at, trace):
    at("a")
    at("b")

    def effects(timers):
        actor = current_actor()
        assert actor is not None and actor.kind == "SYSTEM"
        for timer in timers:
            jobs.defer("platform.tidy", timestamp=0)
            if timer.key == "b":
                raise StaleVersion

    heard.does = effects

    assert sweep() == Swept(fired=1, put_off=1)
    assert trace() == {"jobs": ["platform.tidy"]}
    assert statuses() == {"a": "FIRED", "b": "PENDING"}


def test_scheduling_a_key_again_moves_it(heard, at):
    at("a", 60)
    assert at("a", 120, data={"new": 1}) is True

    with clock.shifted(timedelta(seconds=61)):
        assert sweep() == Swept()
    with clock.shifted(timedelta(seconds=121)):
        assert sweep() == Swept(fired=1)
    assert heard.sets[0][0].data == {"new": 1}


def test_a_cancelled_key_does_not_fire_until_it_is_scheduled_again(heard, at, actor):
    for key in ("a", "b", "c"):
        at(key)
    with scope(actor("agent_mdn")):
        assert cancel(["a", "b", "unknown"]) == 2
        assert cancel([]) == 0
    assert sweep() == Swept(fired=1)

    assert at("a") is True
    assert sweep() == Swept(fired=1)

    assert heard.keys == [["c"], ["a"]]
    assert statuses() == {"a": "FIRED", "b": "CANCELLED", "c": "FIRED"}


def test_all_timers_of_subjects_are_cancelled_at_once(heard, at, actor):
    kind_put("tests.other", Heard())
    at("a")
    at("b")
    at("c", kind="tests.other")

    with scope(actor("agent_mdn")):
        assert cancel_of("TEST", ["a", "c"], kind="tests.ring") == 1
        assert cancel_of("TEST", ["a", "b", "c"]) == 2
        assert cancel_of("LAIN", ["a", "b", "c"]) == 0


def test_a_key_that_has_fired_never_fires_again_by_any_path(heard, at, actor):
    at("a")
    sweep()

    assert at("a") is False
    with scope(actor("agent_mdn")):
        assert cancel(["a"]) == 0
    assert sweep() == Swept()
    with pytest.raises(IntegrityError, match="fires once"), scope(actor("admin")):
        execute("UPDATE crm.timers SET status = 'PENDING', fired_at = NULL WHERE key = 'a'")
    assert heard.keys == [["a"]]


def test_a_handler_may_cancel_another_kind_of_the_same_batch(heard, at):
    other = Heard()
    kind_put("tests.other", other)
    at("a", -2)
    at("b", -1, kind="tests.other")
    heard.does = lambda timers: cancel(["b"]) and None

    assert sweep() == Swept(fired=1)
    assert other.sets == []
    assert statuses() == {"a": "FIRED", "b": "CANCELLED"}


def test_a_timer_that_is_firing_is_not_cancelled_by_what_it_does(heard, at):
    """A transition ends the timers of the state that it leaves, the one that made it included."""
    at("a", -2)
    at("b", -1)

    def leave(timers):
        assert (cancel(["a", "b"]), cancel_of("TEST", ["a", "b"])) == (0, 0)

    heard.does = leave

    assert sweep() == Swept(fired=2)
    assert statuses() == {"a": "FIRED", "b": "FIRED"}
    assert at("a") is False


def test_a_handler_may_schedule_its_own_key_anew_even_in_the_past(heard, at):
    at("a", -10_000)

    def again(timers):
        for timer in timers:
            due_at = timer.due_at + timedelta(hours=1)
            schedule(timer.key, timer.kind, subject_type="TEST", subject_id="a", due_at=due_at)

    heard.does = again

    assert [sweep() for _ in range(4)] == [Swept()] * 4
    assert len(heard.sets) == 3, "due three hours, two hours and one hour ago; the next is ahead"
    assert statuses() == {"a": "PENDING"}


def test_a_day_of_downtime_is_caught_up_once_with_the_true_times(heard, at):
    due = {f"k{number:03d}": number * 600 for number in range(1, 145)}
    for key, seconds in due.items():
        at(key, seconds)
    with rows():
        moments = {row["key"]: row["due_at"] for row in query("SELECT key, due_at FROM crm.timers")}

    with clock.shifted(timedelta(seconds=DAY + 1)):
        assert sweep(batch=50) == Swept(fired=144)
        assert sweep() == Swept()

    assert [timer.key for timers in heard.sets for timer in timers] == sorted(due)
    assert {timer.key: timer.due_at for timers in heard.sets for timer in timers} == moments


def test_a_sweep_ends_between_batches_when_it_is_told_to(heard, at):
    for key in "abc":
        at(key)
    answers = iter([False, True])

    assert sweep(batch=2, ending=lambda: next(answers)) == Swept(fired=2)


def test_each_batch_takes_a_fixed_number_of_statements(heard, actor):
    with scope(actor("agent_mdn")):
        past = clock.now() - timedelta(hours=1)
        with CaptureQueriesContext(connection) as scheduling:
            schedule_many(NewTimer(f"k{number}", "tests.ring", "TEST", str(number), due_at=past) for number in range(10_000))
    with CaptureQueriesContext(connection) as sweeping:
        assert sweep() == Swept(fired=10_000)

    assert len(scheduling) == 1
    assert [len(timers) for timers in heard.sets] == [500] * 20
    # Twenty full batches and the empty one that tells that nothing is left.
    assert len(sweeping) == 20 * 11 + 7, [each["sql"][:60] for each in sweeping.captured_queries[:12]]


def test_of_several_timers_with_one_key_the_last_counts(heard, actor):
    with scope(actor("agent_mdn")):
        keys = schedule_many(NewTimer("a", "tests.ring", "TEST", subject, due_at=clock.now()) for subject in ("1", "2"))
        assert schedule_many([]) == set()

    assert keys == {"a"}
    assert stored("a")["subject_id"] == "2"


def test_what_is_no_timer_is_refused_in_the_transaction_that_wanted_it(heard, actor):
    with scope(actor("agent_mdn")):
        with pytest.raises(TimerKindUnknown):
            schedule("a", "tests.unknown", subject_type="TEST", subject_id="1", due_at=clock.now())
        for moment in (
            {},
            {"due_at": clock.now().replace(tzinfo=None)},
            {"working_seconds": 5},
            {"calendar": "office-wib"},
            {"due_at": clock.now(), "working_seconds": 5, "calendar": "x"},
        ):
            with pytest.raises(TimerMoment):
                schedule("a", "tests.ring", subject_type="TEST", subject_id="1", **moment)

    assert statuses() == {}


def test_a_timer_of_an_undone_change_does_not_exist(heard, actor):
    with pytest.raises(KeyError), scope(actor("agent_mdn")):
        schedule("a", "tests.ring", subject_type="TEST", subject_id="1", due_at=clock.now())
        raise KeyError

    assert statuses() == {}
