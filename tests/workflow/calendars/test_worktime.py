"""Counting working time: the rules that a person would state, and the properties that hold whatever the calendar."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.platform.text import Text
from simpul.workflow.calendars.worktime import DAY, DayKind, NamedDay, WorkingTime
from simpul.workflow.errors import CalendarHasNoTime
from tests.workflow.calendars.oracle import at
from tests.workflow.calendars.test_oracle import Case

HOUR = 3600
OFFICE_DAY = ((8 * HOUR, 12 * HOUR), (13 * HOUR, 17 * HOUR))
OFFICE = [OFFICE_DAY] * 5 + [(), ()]
HOLIDAY = NamedDay(DayKind.HOLIDAY, Text(id="Hari Kemerdekaan", en="Independence Day"))


def office(zone: str = "Asia/Jakarta", **days: NamedDay) -> WorkingTime:
    """Monday to Friday, 08:00-12:00 and 13:00-17:00; days as d2026_08_17."""
    return WorkingTime(zone, OFFICE, {date.fromisoformat(key[1:].replace("_", "-")): named for key, named in days.items()})


def always(zone: str = "Asia/Jakarta") -> WorkingTime:
    return WorkingTime(zone, [((0, DAY),)] * 7)


def test_lunch_and_the_weekend_do_not_count():
    # Friday 31 July 2026, 10:00 in Jakarta; eight hours are over on Monday at 10:00.
    assert office().add_working(at(2026, 7, 31, 3), 8 * HOUR) == at(2026, 8, 3, 3)


def test_what_starts_in_the_night_begins_to_count_in_the_morning():
    assert office().add_working(at(2026, 7, 30, 18), HOUR) == at(2026, 7, 31, 2)


def test_time_that_is_over_exactly_at_closing_is_due_at_closing_and_not_the_next_morning():
    assert office().add_working(at(2026, 7, 31, 9), HOUR) == at(2026, 7, 31, 10)


def test_time_that_is_over_exactly_at_the_last_closing_of_a_year_is_due_in_that_year():
    # Sums are kept year by year, in UTC: Thursday 31 December 2026, 16:00 in Jakarta, with an hour to go.
    assert office().add_working(at(2026, 12, 31, 9), HOUR) == at(2026, 12, 31, 10)


@pytest.mark.parametrize(("zone", "hours"), [("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9)])
def test_each_zone_opens_at_its_own_eight_o_clock(zone, hours):
    assert office(zone).add_working(at(2026, 7, 31, 0) - timedelta(hours=12), 1) == at(2026, 7, 31, 8) - timedelta(hours=hours) + timedelta(seconds=1)


def test_a_holiday_is_left_out_and_a_special_day_counts_its_own_hours():
    special = NamedDay(DayKind.SPECIAL, Text(id="Sabtu lembur", en="Saturday shift"), ((9 * HOUR, 11 * HOUR),))
    calendar = office(d2026_08_17=HOLIDAY, d2026_08_15=special)

    # Friday 14 August 16:00: one hour, two on Saturday, none on Monday the 17th, one on Tuesday.
    assert calendar.add_working(at(2026, 8, 14, 9), 4 * HOUR) == at(2026, 8, 18, 2)


def test_joint_leave_that_counts_leaves_the_weekly_hours_and_that_which_does_not_is_a_day_off():
    name = Text(id="Cuti bersama Natal", en="Christmas joint leave")
    counts = office(d2026_12_24=NamedDay(DayKind.JOINT_LEAVE, name, None))
    does_not = office(d2026_12_24=NamedDay(DayKind.JOINT_LEAVE, name))
    eve = at(2026, 12, 23, 10)

    assert counts.add_working(eve, HOUR) == at(2026, 12, 24, 2)
    assert does_not.add_working(eve, HOUR) == at(2026, 12, 25, 2)


def test_round_the_clock_every_second_counts_whatever_the_zone_does():
    for zone in ("Asia/Jakarta", "Europe/Amsterdam", "Pacific/Apia", "Africa/Cairo"):
        start = at(2011, 12, 1, 4, 5, 6)
        assert always(zone).add_working(start, 400 * DAY) == start + timedelta(days=400)
        assert always(zone).working_between(start, start + timedelta(days=400)) == 400 * DAY


def test_an_hour_that_the_clock_skips_is_never_worked():
    calendar = WorkingTime("Europe/Amsterdam", [((HOUR, 4 * HOUR),)] * 7)

    # 29 March 2026: 02:00 becomes 03:00, so 01:00-04:00 lasts two hours.
    assert calendar.working_between(at(2026, 3, 28, 12), at(2026, 3, 29, 12)) == 2 * HOUR
    assert calendar.add_working(at(2026, 3, 28, 12), 2 * HOUR) == at(2026, 3, 29, 2)


def test_an_hour_that_the_clock_shows_twice_is_worked_twice():
    calendar = WorkingTime("Europe/Amsterdam", [((2 * HOUR, 3 * HOUR),)] * 7)

    assert calendar.working_between(at(2026, 10, 24, 12), at(2026, 10, 25, 12)) == 2 * HOUR


def test_a_working_day_that_the_clock_skips_whole_is_no_working_day():
    calendar = WorkingTime("Europe/Amsterdam", [((2 * HOUR, 3 * HOUR),)] * 7)

    assert not calendar.is_working_day(date(2026, 3, 29))
    assert calendar.add_working_days(at(2026, 3, 28, 12), 1) == at(2026, 3, 30, 1)


def test_working_days_leave_out_the_first_day_and_end_at_closing():
    # Friday 31 July; ten working days without the 17th end on Friday 14 August, with it they would too.
    assert office().add_working_days(at(2026, 7, 31, 3), 10) == at(2026, 8, 14, 10)
    assert office(d2026_08_17=HOLIDAY).add_working_days(at(2026, 8, 14, 3), 1) == at(2026, 8, 18, 10)
    assert office().add_working_days(at(2026, 8, 1, 3), 1) == at(2026, 8, 3, 10)


def test_the_day_of_the_start_is_the_one_on_the_wall_of_the_zone():
    # 23:30 UTC on Sunday is Monday morning in Jakarta: the first working day after it is Tuesday.
    assert office().add_working_days(at(2026, 8, 2, 23, 30), 1) == at(2026, 8, 4, 10)


def test_working_days_cross_the_new_year():
    assert office().add_working_days(at(2026, 12, 31, 3), 2) == at(2027, 1, 4, 10)


def test_nothing_to_add_gives_the_start_without_its_fraction():
    start = datetime(2026, 8, 1, 3, 0, 0, 123456, tzinfo=timezone(timedelta(hours=7)))

    assert office().add_working(start, 0) == at(2026, 7, 31, 20)
    assert office().add_working_days(start, 0) == at(2026, 7, 31, 20)


@pytest.mark.parametrize("seconds", [1, -1, 10**12, -(10**12)])
def test_a_calendar_without_time_refuses_at_once(seconds):
    empty = WorkingTime("Asia/Jakarta", [()] * 7)
    begun = time.perf_counter()

    with pytest.raises(CalendarHasNoTime):
        empty.add_working(at(2026, 1, 1), seconds)
    assert time.perf_counter() - begun < 1


def test_working_days_of_a_calendar_without_time_refuse_as_well():
    with pytest.raises(CalendarHasNoTime):
        WorkingTime("Asia/Jakarta", [()] * 7).add_working_days(at(2026, 1, 1), 1)


def test_more_than_the_horizon_holds_is_refused_however_full_the_calendar():
    start = at(2026, 1, 1)
    calendar = always()

    assert calendar.add_working(start, 3660 * DAY) == start + timedelta(days=3660)
    for seconds in (3660 * DAY + 1, 10**15):
        with pytest.raises(CalendarHasNoTime):
            calendar.add_working(start, seconds)
    with pytest.raises(CalendarHasNoTime):
        calendar.add_working(start, -3660 * DAY - 1)
    with pytest.raises(CalendarHasNoTime):
        calendar.add_working_days(start, 3661)


@pytest.mark.parametrize("instant", [at(1950, 1, 1), at(2300, 1, 1), at(9999, 12, 31)])
def test_years_that_no_calendar_covers_are_refused(instant):
    with pytest.raises(CalendarHasNoTime):
        office().working_between(at(2026, 1, 1), instant)
    with pytest.raises(CalendarHasNoTime):
        office().add_working(instant, 1)
    with pytest.raises(CalendarHasNoTime):
        office().add_working_days(instant, 1)


def test_an_instant_without_a_zone_and_negative_days_are_refused():
    with pytest.raises(ValueError, match="time zone"):
        office().add_working(datetime(2026, 1, 1), 1)  # noqa: DTZ001
    with pytest.raises(ValueError, match="forward"):
        office().add_working_days(at(2026, 1, 1), -1)


@pytest.mark.parametrize(
    "intervals",
    [((8, 8),), ((9, 8),), ((8, 12), (11, 14)), ((13, 17), (8, 12)), ((-1, 5),), ((0, DAY + 1),)],
)
def test_intervals_that_cannot_be_are_refused(intervals):
    with pytest.raises(ValueError, match="Intervals"):
        WorkingTime("Asia/Jakarta", [intervals, *[()] * 6])
    with pytest.raises(ValueError, match="seven"):
        WorkingTime("Asia/Jakarta", [()] * 6)


seeds = st.integers(min_value=0, max_value=2**48).map(Case)
spans = st.integers(min_value=0, max_value=60 * 86_400)


@given(case=seeds, moments=st.tuples(spans, spans, spans))
@settings(max_examples=300, deadline=None, database=None)
def test_spans_add_up_and_never_shrink(case, moments):
    a, b, c = sorted(case.begin + timedelta(seconds=moment) for moment in moments)
    engine = case.engine

    assert engine.working_between(a, b) + engine.working_between(b, c) == engine.working_between(a, c)
    assert 0 <= engine.working_between(a, b) <= (b - a).total_seconds()


@given(case=seeds, seconds=st.tuples(spans, spans), later=spans)
@settings(max_examples=300, deadline=None, database=None)
def test_more_time_or_a_later_start_is_never_due_earlier(case, seconds, later):
    less, more = sorted(seconds)
    start, engine = case.whole, case.engine
    try:
        far = engine.add_working(start, more)
        farther = engine.add_working(start + timedelta(seconds=later), more)
    except CalendarHasNoTime:
        return

    assert start <= engine.add_working(start, less) <= far <= farther
    # What is added at once or in two parts is the same.
    assert engine.add_working(engine.add_working(start, less), more - less) == far
    assert engine.working_between(start, far) == more


@given(case=seeds, days=st.integers(min_value=1, max_value=40))
@settings(max_examples=300, deadline=None, database=None)
def test_working_days_are_the_days_that_hold_working_time(case, days):
    engine = case.engine
    try:
        due = engine.add_working_days(case.start, days)
    except CalendarHasNoTime:
        return
    begun = case.whole.astimezone(engine.zone).date()
    worked = {day for day, _, _ in engine.stretches(case.whole, due) if day > begun}

    assert len(worked) == days
    assert all(engine.is_working_day(day) for day in worked)
    assert engine.add_working(due, -1) == due - timedelta(seconds=1), "it ends with working time"
