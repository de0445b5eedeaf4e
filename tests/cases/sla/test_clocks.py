"""What the clocks say where people have been surprised: over lunch and weekends, waiting, reopening, new terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from simpul.cases.sla import Change, Clock, ClockEvent, History, HistoryBroken, LineKind, State, moment_of, read, why
from tests.cases.sla.conftest import HOUR, TERMS, at, history, stop

START, PAUSE, RESUME, REOPEN, POLICY, CALENDAR, EXTEND = (
    Change.START,
    Change.PAUSE,
    Change.RESUME,
    Change.REOPEN,
    Change.POLICY,
    Change.CALENDAR,
    Change.EXTEND,
)


def resolution(told: History, calendars, now):
    return read(told, calendars, now)[Clock.RESOLUTION]


def test_lunch_and_the_weekend_are_not_counted(calendars):
    friday = history((START, at(13, 11)))

    found = read(friday, calendars, at(13, 14))

    assert found[Clock.FIRST_RESPONSE].due_at == at(13, 16)
    assert found[Clock.RESOLUTION].due_at == at(17, 11)
    assert (found[Clock.RESOLUTION].consumed, found[Clock.RESOLUTION].remaining) == (2 * HOUR, 14 * HOUR)


def test_an_answer_in_the_last_second_is_in_time_and_one_later_is_not(calendars):
    due = at(17, 11)

    in_time = resolution(history((START, at(13, 11)), stop(due)), calendars, at(20))
    late = resolution(history((START, at(13, 11)), stop(due + timedelta(seconds=1))), calendars, at(20))

    assert (in_time.breached, in_time.remaining, in_time.state) == (False, 0, State.STOPPED)
    assert (late.breached_at, late.remaining) == (due, -1)


def test_a_breach_is_a_fact_although_nobody_looked(calendars):
    """The answer came on Saturday, after the due time on Friday evening: no working second lies between."""
    found = resolution(history((START, at(12, 8)), stop(at(14, 10))), calendars, at(30))

    assert (found.due_at, found.breached_at, found.remaining) == (at(13, 17), at(13, 17), 0)


def test_a_clock_waits_from_the_very_second_in_which_the_pause_begins_and_runs_from_that_in_which_it_ends(calendars):
    begun, ended = at(9, 16), at(10, 9)

    waits = resolution(history((START, at(9, 8)), (PAUSE, begun)), calendars, begun)
    runs = resolution(history((START, at(9, 8)), (PAUSE, begun), (RESUME, ended)), calendars, ended)

    assert (waits.state, waits.resumed_due_at, waits.waited) == (State.WAITING, at(10, 17), 0)
    assert (runs.state, runs.resumed_due_at) == (State.RUNNING, None)


def test_waiting_moves_the_due_time_by_the_working_time_that_was_waited(calendars):
    waits = history((START, at(9, 8)), (PAUSE, at(9, 16)), (RESUME, at(10, 9)))

    found = resolution(waits, calendars, at(10, 9))

    assert (found.waited, found.consumed, found.due_at) == (2 * HOUR, 7 * HOUR, at(11, 10))


def test_waiting_ends_by_itself_when_its_cap_is_used(calendars):
    waits = history((START, at(9, 8)), (PAUSE, at(9, 9)))

    early, late = resolution(waits, calendars, at(9, 10)), resolution(waits, calendars, at(11, 9))

    # An hour ran, eight were waited, fifteen are left from Tuesday nine o'clock.
    assert early.due_at == late.due_at == at(11, 17)
    assert (early.state, late.state) == (State.WAITING, State.RUNNING)
    assert early.resumed_due_at == at(11, 9)
    assert (late.waited, late.consumed) == (8 * HOUR, 9 * HOUR)


def test_the_cap_holds_for_all_waiting_together(calendars):
    waits = history((START, at(9, 8)), (PAUSE, at(9, 8)), (RESUME, at(9, 15)), (PAUSE, at(9, 16)), (RESUME, at(12, 8)))

    assert resolution(waits, calendars, at(12, 8)).waited == 8 * HOUR


def test_reopening_takes_the_resolved_time_as_a_pause_and_keeps_the_first_resolution(calendars):
    reopened = history((START, at(9, 8)), stop(at(9, 10)), (REOPEN, at(11, 10)), stop(at(11, 15)))

    found = resolution(reopened, calendars, at(12))

    assert (found.first_stopped_at, found.stopped_at, found.consumed) == (at(9, 10), at(11, 15), 6 * HOUR)
    assert (found.waited, found.due_at, found.breached) == (0, at(12, 17), False)


def test_the_first_response_is_given_once_and_corrected_to_when_it_was_sent(calendars):
    asked = history((START, at(9, 8)), stop(at(9, 10), Clock.FIRST_RESPONSE), stop(at(9, 11)), (REOPEN, at(10, 8)))
    assert read(asked, calendars, at(12))[Clock.FIRST_RESPONSE].stopped_at == at(9, 10)

    sent_late = history((START, at(9, 8)), stop(at(9, 10), Clock.FIRST_RESPONSE), ClockEvent(2, Change.CORRECT, at(9, 15), corrects=1, moved_to=at(9, 14)))
    late = read(sent_late, calendars, at(12))[Clock.FIRST_RESPONSE]
    assert (late.stopped_at, late.breached_at) == (at(9, 14), at(9, 12))

    never_sent = history((START, at(9, 8)), stop(at(9, 10), Clock.FIRST_RESPONSE), ClockEvent(2, Change.CORRECT, at(9, 15), corrects=1))
    missing = read(never_sent, calendars, at(9, 16))[Clock.FIRST_RESPONSE]
    assert (missing.state, missing.breached_at) == (State.RUNNING, at(9, 12))


def test_an_answer_ends_the_waiting_of_the_first_response_although_it_never_arrived(calendars):
    answered = (START, at(9, 8)), (PAUSE, at(9, 9)), stop(at(9, 10), Clock.FIRST_RESPONSE), stop(at(9, 10))
    lost = history(*answered, ClockEvent(4, Change.CORRECT, at(9, 10), corrects=2), (REOPEN, at(9, 11)))

    found = read(lost, calendars, at(9, 11))[Clock.FIRST_RESPONSE]

    assert (found.state, found.consumed, found.waited, found.due_at) == (State.RUNNING, 2 * HOUR, HOUR, at(9, 14))


def test_a_higher_priority_keeps_what_has_run(calendars):
    urgent = replace(TERMS, priority="CRITICAL", resolution=4 * HOUR)
    raised = history((START, at(9, 8)), ClockEvent(1, POLICY, at(9, 15), terms=urgent))

    found = resolution(raised, calendars, at(9, 16))

    # Six hours had run: it was due at twelve by the new terms, and is late since they hold.
    assert (found.due_at, found.breached_at, found.remaining) == (at(9, 12), at(9, 15), -3 * HOUR)


def test_a_lower_priority_does_not_wash_a_breach_away(calendars):
    lowered = history((START, at(9, 8)), ClockEvent(1, POLICY, at(12, 8), terms=replace(TERMS, resolution=80 * HOUR)))

    found = resolution(lowered, calendars, at(12, 9))

    assert found.due_at == at(20, 17)
    assert found.breached_at == at(10, 17)


def test_a_new_version_of_the_calendar_moves_what_is_ahead_only(calendars):
    knows = ClockEvent(1, CALENDAR, at(18, 9), calendars={"office": 2})

    found = read(history((START, at(18, 8)), knows), calendars, at(18, 9))

    assert found[Clock.RESOLUTION].due_at == at(20, 17)
    # Ten working days after Wednesday: the first is Friday.
    assert read(history((START, at(18, 8))), calendars, at(18, 9))[Clock.LEGAL].due_at == at(18, 17) + timedelta(days=14)
    assert found[Clock.LEGAL].due_at == at(18, 17) + timedelta(days=15)
    # What the holiday counted before it was known stays counted.
    late = history((START, at(18, 8)), ClockEvent(1, CALENDAR, at(19, 18), calendars={"office": 2}))
    assert resolution(late, calendars, at(19, 18)).consumed == 16 * HOUR


def test_the_law_counts_from_the_first_receipt_through_every_reopening(calendars):
    told = history((START, at(9, 8)), stop(at(11, 10)), (REOPEN, at(20, 10)))

    found = read(told, calendars, at(20, 10))[Clock.LEGAL]

    assert (found.due_at, found.consumed, found.remaining, found.state) == (at(23, 17), 8, 2, State.RUNNING)


def test_the_law_extends_once_and_only_before_its_limit(calendars):
    extended = history((START, at(9, 8)), (EXTEND, at(23, 16)), (EXTEND, at(24, 9)))
    too_late = history((START, at(9, 8)), (EXTEND, at(23, 17)))

    assert read(extended, calendars, at(24))[Clock.LEGAL].due_at == at(23, 17) + timedelta(days=14)
    late = read(too_late, calendars, at(24))[Clock.LEGAL]
    assert (late.due_at, late.breached_at, late.target) == (at(23, 17), at(23, 17), 10)


def test_the_law_waits_only_where_its_rule_set_says_so(calendars):
    told = ((START, at(9, 8)), (PAUSE, at(10, 8)), (RESUME, at(13, 8)))
    assert TERMS.legal is not None
    waits = replace(TERMS, legal=replace(TERMS.legal, pause_cap_days=2))

    assert read(history(*told), calendars, at(13, 9))[Clock.LEGAL].due_at == at(23, 17)
    found = read(history(*told, terms=waits), calendars, at(13, 9))[Clock.LEGAL]
    assert (found.due_at, found.waited, found.consumed) == (at(25, 17), 2, 1)


def test_a_policy_without_a_law_has_no_legal_clock(calendars):
    found = read(history((START, at(9, 8)), terms=replace(TERMS, legal=None)), calendars, at(9, 9))

    assert set(found) == {Clock.FIRST_RESPONSE, Clock.RESOLUTION}
    assert why(history((START, at(9, 8)), terms=replace(TERMS, legal=None)), Clock.LEGAL, calendars) == ()


def test_levels_of_escalation_are_shares_of_the_target(calendars):
    told = history((START, at(9, 8)))

    assert [moment_of(told, calendars, Clock.RESOLUTION, percent) for percent in (50, 80, 100, 200)] == [at(9, 17), at(10, 13, 48), at(10, 17), at(12, 17)]
    with pytest.raises(ValueError, match="one limit"):
        moment_of(told, calendars, Clock.LEGAL, 50)


def test_the_explanation_leads_from_the_receipt_to_the_due_time(calendars):
    urgent = replace(TERMS, priority="HIGH", resolution=12 * HOUR)
    told = history((START, at(9, 8)), ClockEvent(1, PAUSE, at(9, 10), reason="DOCUMENTS"), (RESUME, at(9, 11)), ClockEvent(3, POLICY, at(9, 16), terms=urgent))

    lines = why(told, Clock.RESOLUTION, calendars)

    assert [(line.kind, line.counted, line.total) for line in lines] == [
        (LineKind.STARTED, 0, 0),
        (LineKind.COUNTED, 2 * HOUR, 2 * HOUR),
        (LineKind.WAITED, 0, 2 * HOUR),
        (LineKind.COUNTED, 4 * HOUR, 6 * HOUR),
        (LineKind.POLICY, 0, 6 * HOUR),
        (LineKind.AHEAD, 6 * HOUR, 12 * HOUR),
        (LineKind.DUE, 0, 12 * HOUR),
    ]
    assert lines[2].reason == "DOCUMENTS"
    assert (lines[-1].at, sum(step.counted for step in lines[-2].steps)) == (at(10, 14), 6 * HOUR)


def test_the_explanation_says_once_that_a_clock_stands_still(calendars):
    answered = history((START, at(9, 8)), stop(at(9, 9), Clock.FIRST_RESPONSE), (PAUSE, at(9, 10)), (RESUME, at(9, 11)), stop(at(9, 14)), (REOPEN, at(9, 15)))

    lines = why(answered, Clock.FIRST_RESPONSE, calendars)

    assert [(line.kind, line.at, line.until) for line in lines] == [
        (LineKind.STARTED, at(9, 8), None),
        (LineKind.COUNTED, at(9, 8), at(9, 9)),
        (LineKind.STOPPED, at(9, 9), None),
        (LineKind.DUE, at(9, 12), at(9, 12)),
    ]
    assert [line.kind for line in why(answered, Clock.RESOLUTION, calendars)].count(LineKind.REOPENED) == 1


def test_the_explanation_of_the_law_shows_every_day_and_the_extension(calendars):
    lines = why(history((START, at(9, 8)), (EXTEND, at(12, 8))), Clock.LEGAL, calendars)

    assert [line.kind for line in lines].count(LineKind.COUNTED) == 20
    assert [line.total for line in lines if line.kind is LineKind.EXTENDED] == [2]
    assert lines[-1].at == read(history((START, at(9, 8)), (EXTEND, at(12, 8))), calendars, at(9, 8))[Clock.LEGAL].due_at


def test_a_history_without_its_beginning_or_its_calendars_is_refused(calendars):
    with pytest.raises(HistoryBroken):
        History.of([])
    with pytest.raises(HistoryBroken):
        History.of([ClockEvent(0, PAUSE, at(9, 8))])
    unknown = History.of([ClockEvent(0, START, at(9, 8), terms=TERMS)])
    with pytest.raises(HistoryBroken):
        read(unknown, calendars, at(9, 9))


def test_a_history_is_read_as_it_was_known_at_any_moment(calendars):
    events = [
        ClockEvent(0, START, at(9, 8), terms=TERMS, calendars={"office": 1}),
        ClockEvent(1, PAUSE, at(9, 10)),
        ClockEvent(2, RESUME, at(9, 15)),
    ]

    before, after = History.of(events, at(9, 9)), History.of(events, at(9, 15))

    assert resolution(before, calendars, at(9, 9)).due_at == at(10, 17)
    assert resolution(after, calendars, at(9, 15)).due_at == at(11, 12)
