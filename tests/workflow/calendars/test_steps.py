"""Why something is due when it is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.platform.text import Text
from simpul.workflow.calendars.steps import explain, explain_days
from simpul.workflow.calendars.worktime import DayKind, NamedDay
from simpul.workflow.errors import CalendarHasNoTime
from tests.workflow.calendars.oracle import at
from tests.workflow.calendars.test_oracle import Case
from tests.workflow.calendars.test_worktime import HOLIDAY, HOUR, always, office

SHIFT = NamedDay(DayKind.SPECIAL, Text(id="Sabtu lembur", en="Saturday shift"), ((9 * HOUR, 11 * HOUR),))
LEAVE = NamedDay(DayKind.JOINT_LEAVE, Text(id="Cuti bersama", en="Joint leave"), None)


def test_each_day_says_what_it_added_and_why_not():
    # Friday 14 August 2026, 16:00 in Jakarta; Saturday is special, Monday a holiday.
    told = explain(office(d2026_08_17=HOLIDAY, d2026_08_15=SHIFT), at(2026, 8, 14, 9), 4 * HOUR)

    assert told.due_at == at(2026, 8, 18, 2)
    assert [(step.first_on.day, step.last_on.day, step.reason, step.counted, step.total) for step in told.steps] == [
        (14, 14, "WORKED", HOUR, HOUR),
        (15, 15, "SPECIAL", 2 * HOUR, 3 * HOUR),
        (16, 16, "DAY_OFF", 0, 3 * HOUR),
        (17, 17, "HOLIDAY", 0, 3 * HOUR),
        (18, 18, "WORKED", HOUR, 4 * HOUR),
    ]
    assert told.steps[1].names == (SHIFT.name,)
    assert told.steps[4].stretches == ((at(2026, 8, 18, 1), at(2026, 8, 18, 2)),)


def test_days_off_in_a_row_are_one_step():
    told = explain(office(), at(2026, 7, 31, 9), 2 * HOUR)

    assert [(step.first_on, step.last_on, step.reason) for step in told.steps] == [
        (date(2026, 7, 31), date(2026, 7, 31), "WORKED"),
        (date(2026, 8, 1), date(2026, 8, 2), "DAY_OFF"),
        (date(2026, 8, 3), date(2026, 8, 3), "WORKED"),
    ]


def test_joint_leave_that_counts_is_a_worked_day_with_its_name():
    step = explain(office(d2026_12_24=LEAVE), at(2026, 12, 24, 1), HOUR).steps[0]

    assert (step.reason, step.names, step.counted) == ("WORKED", (LEAVE.name,), HOUR)


def test_a_start_after_closing_shows_its_day_with_nothing_counted():
    told = explain(office(), at(2026, 7, 30, 11), HOUR)

    first = told.steps[0]
    assert (first.first_on.day, first.reason, first.counted, first.stretches) == (30, "WORKED", 0, ())


def test_what_is_due_at_midnight_is_due_on_the_day_that_ends_there():
    assert explain(always(), at(2026, 7, 30, 15), 2 * HOUR).steps[-1].first_on == date(2026, 7, 30)


def test_a_long_span_is_told_by_months():
    told = explain(office(d2026_08_17=HOLIDAY), at(2026, 7, 31, 1), 100 * 8 * HOUR)

    assert [step.reason for step in told.steps] == ["MONTH"] * len(told.steps)
    assert [(step.first_on, step.last_on, step.working_days, step.names) for step in told.steps[:2]] == [
        (date(2026, 7, 31), date(2026, 7, 31), 1, ()),
        (date(2026, 8, 1), date(2026, 8, 31), 20, (HOLIDAY.name,)),
    ]
    assert told.steps[-1].total == 100 * 8 * HOUR


def test_working_days_are_told_one_by_one_and_the_first_does_not_count():
    told = explain_days(office(d2026_08_17=HOLIDAY), at(2026, 8, 14, 3), 2)

    assert told.due_at == at(2026, 8, 19, 10)
    assert [(step.first_on.day, step.reason, step.counted, step.total) for step in told.steps] == [
        (14, "WORKED", 0, 0),
        (15, "DAY_OFF", 0, 0),
        (17, "HOLIDAY", 0, 0),
        (18, "WORKED", 1, 1),
        (19, "WORKED", 1, 2),
    ]


def test_going_back_and_beyond_the_horizon_are_refused():
    with pytest.raises(ValueError, match="forward"):
        explain(office(), at(2026, 1, 1), -1)
    with pytest.raises(CalendarHasNoTime):
        explain(office(), at(2026, 1, 1), 10**12)


@given(case=st.integers(min_value=0, max_value=2**48).map(Case), days=st.integers(min_value=0, max_value=120))
@settings(max_examples=200, deadline=None, database=None)
def test_the_steps_cover_every_day_and_add_up_to_what_was_asked(case, days):
    try:
        told = [(explain(case.engine, case.start, case.seconds), case.seconds), (explain_days(case.engine, case.start, days), days)]
    except CalendarHasNoTime:
        return
    for explanation, asked in told:
        steps = explanation.steps
        assert steps[-1].total == asked
        assert steps[0].first_on == case.whole.astimezone(case.engine.zone).date()
        assert all(after.first_on == before.last_on + timedelta(days=1) for before, after in pairwise(steps))
