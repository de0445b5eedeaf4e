"""A rung that fires while somebody works on the case: neither waits for the other in a ring, and the log says what the clock says."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

import pytest

from simpul.cases.models import Case
from simpul.cases.selectors.clocks import history_of, recorded_rungs
from simpul.cases.services import clocks
from simpul.cases.sla import Change, Clock, ClockEvent, climbs
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.workflow.public import sweep
from tests.cases.ladder.conftest import HOUR, RECEIVED, at, open_case, swept, waiting
from tests.customers.test_concurrency import together
from tests.support import customers, people

DUE = RECEIVED + 72 * HOUR


@pytest.fixture
def agent(committed):
    people.organisation()
    return people.actor("agent_mdn")


def agrees(case: Case, moment) -> bool:
    """The log has what was reached by the moment, each at its time, and nothing else."""
    with scope(system_actor()):
        history, calendars = history_of(case.id)
        return recorded_rungs([case.id]).get(case.id, {}) == {one.rung: one.at for one in climbs(history, calendars) if one.at < moment}


def answered(agent, case: Case) -> None:
    """The clock stops, as a final response stops it."""
    with scope(agent):
        locked = Case.objects.select_for_update().get(pk=case.pk)
        clocks.clock_change(actor=agent, case=locked, event=ClockEvent(0, Change.STOP, now(), Clock.RESOLUTION))
        locked.save()


def test_a_case_that_somebody_works_on_holds_nothing_up_and_is_looked_at_again(agent):
    customer = customers.customer("Rahmat Siregar", "MDN")
    busy, other = (open_case(agent, customer) for _ in range(2))
    locked, looked = Event(), Event()

    def works() -> None:
        with at(DUE - HOUR), scope(agent):
            Case.objects.select_for_update().get(pk=busy.pk)
            locked.set()
            assert looked.wait(30)

    def looks() -> None:
        assert locked.wait(30)
        assert swept(DUE - HOUR) == 2
        looked.set()

    assert together(works, looks) == [None, None]

    assert agrees(other, DUE - HOUR)
    assert recorded_rungs([busy.id]) == {}
    assert [due_at - DUE + HOUR < timedelta(seconds=3) for _, due_at in waiting()[:2]] == [True, True]
    assert swept(DUE - HOUR + timedelta(seconds=3)) == 2
    assert agrees(busy, DUE - HOUR)


def test_answers_and_rungs_of_the_same_moment_never_contradict_each_other(agent):
    customer = customers.customer("Rahmat Siregar", "MDN")
    cases = [open_case(agent, customer) for _ in range(30)]

    def answers(part: int) -> None:
        with at(DUE + timedelta(milliseconds=700)):
            for case in cases[part::2]:
                answered(agent, case)

    def looks() -> None:
        with at(DUE + timedelta(milliseconds=700)):
            while sum(sweep(batch=5).fired for _ in range(20)):
                pass

    assert together(lambda: answers(0), lambda: answers(1), looks, looks) == [None] * 4
    swept(DUE + 100 * HOUR)

    assert [case.case_no for case in cases if not agrees(case, DUE + 100 * HOUR)] == []
    assert waiting() == []
