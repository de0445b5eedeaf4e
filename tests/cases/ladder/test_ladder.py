"""The ladder of escalation: each rung once, at its time, to whom it concerns, and nothing for a case that was answered before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.cases.levels import promise_for
from simpul.cases.models import Case
from simpul.cases.selectors.activities import activities_of, activity_rows
from simpul.cases.selectors.clocks import drifted
from simpul.cases.sla import Change, Clock
from simpul.cases.vocabulary import Priority
from simpul.iam.models import Branch, Unit
from simpul.platform.db import scope
from simpul.workflow.public import sweep
from tests.cases.ladder.conftest import HOUR, RECEIVED, at, happen, inboxes, log, open_case, swept, waiting
from tests.support import people
from tests.support.database import rows

SECOND = timedelta(seconds=1)
# 72 hours around the clock: half, four fifths, all of it, and the end of the day after.
HALF, MOST, DUE, DAY_AFTER = RECEIVED + 36 * HOUR, RECEIVED + timedelta(hours=57, minutes=36), RECEIVED + 72 * HOUR, datetime(2027, 7, 5, 17, tzinfo=UTC)
SUPERVISORS = ["supervisor_mdn"]


def test_each_level_is_told_once_when_its_time_has_come(case, trace):
    trace.start()
    for moment, fired in (
        (HALF, 0),
        (HALF + SECOND, 1),
        (HALF + HOUR, 0),
        (MOST, 0),
        (MOST + SECOND, 1),
        (DUE + SECOND, 1),
        (DAY_AFTER, 0),
        (DAY_AFTER + SECOND, 1),
    ):
        assert swept(moment) == fired, moment

    assert log(case) == [(50, 0, HALF, ["agent_mdn"]), (80, 0, MOST, SUPERVISORS), (100, 0, DUE, SUPERVISORS), (100, 1, DAY_AFTER, ["director"])]
    assert inboxes() == [
        ("agent_mdn", "cases.ladder_soon", case.case_no),
        ("supervisor_mdn", "cases.ladder_soon", case.case_no),
        ("supervisor_mdn", "cases.ladder_over", case.case_no),
        ("director", "cases.ladder_days", case.case_no),
    ]
    assert trace()["audit"] == ["CLIMB_LADDER"] * 4
    with rows():
        assert Case.objects.get(pk=case.pk).version == case.version  # whoever edits the case is not disturbed


def test_after_a_day_without_a_worker_all_is_written_at_its_true_time_and_only_the_highest_is_told(case):
    assert swept(DUE + 24 * HOUR) == 3

    assert log(case) == [(50, 0, HALF, []), (80, 0, MOST, []), (100, 0, DUE, SUPERVISORS)]
    assert inboxes() == [("supervisor_mdn", "cases.ladder_over", case.case_no)]
    assert swept(DAY_AFTER + 24 * HOUR) == 1
    assert [told for *_, told in log(case)] == [[], [], SUPERVISORS, ["director"]]


def test_what_was_reached_before_the_answer_is_written_and_nobody_is_told(case, agent):
    happen(case, agent, Change.STOP, MOST + HOUR, clock=Clock.RESOLUTION)
    with rows():
        answer = {"final_response": "Dana sudah kami kembalikan.", "resolved_at": MOST + HOUR, "first_resolved_at": MOST + HOUR}
        Case.objects.filter(pk=case.pk).update(status="RESOLVED", **answer)

    assert [rung for rung, _ in waiting()] == ["50+0", "80+0"]
    swept(DUE + 24 * HOUR)

    assert log(case) == [(50, 0, HALF, []), (80, 0, MOST, [])]
    assert inboxes() == []
    assert waiting() == []


@pytest.mark.parametrize(("answered", "reached"), [(DUE, 2), (DUE + SECOND, 3)])
def test_an_answer_in_the_last_second_is_before_the_rung_and_one_later_is_not(case, agent, answered, reached):
    happen(case, agent, Change.STOP, answered + timedelta(milliseconds=900), clock=Clock.RESOLUTION)

    swept(DAY_AFTER + HOUR)

    assert len(log(case)) == reached


def test_a_rung_waits_for_the_end_of_its_second(case, agent):
    """Whoever answers in it is in time, and the worker has told nobody."""
    assert swept(DUE + timedelta(milliseconds=50)) == 2
    happen(case, agent, Change.STOP, DUE + timedelta(milliseconds=950), clock=Clock.RESOLUTION)
    assert swept(DAY_AFTER + HOUR) == 0
    assert [percent for percent, *_ in log(case)] == [50, 80]


def test_waiting_moves_what_is_ahead_and_its_cap_bounds_it(case, agent):
    happen(case, agent, Change.PAUSE, RECEIVED + HOUR)
    assert waiting()[0] == ("50+0", HALF + 120 * HOUR + SECOND)
    happen(case, agent, Change.RESUME, RECEIVED + 5 * HOUR)
    assert waiting() == [
        ("50+0", HALF + 4 * HOUR + SECOND), ("80+0", MOST + 4 * HOUR + SECOND), ("100+0", DUE + 4 * HOUR + SECOND), ("100+1", DAY_AFTER + SECOND),
    ]  # fmt: skip
    assert swept(HALF + SECOND) == 0


def test_a_reopened_case_goes_on_where_it_was_and_tells_nothing_twice(case, agent):
    swept(MOST + HOUR)
    happen(case, agent, Change.STOP, MOST + 2 * HOUR, clock=Clock.RESOLUTION)
    assert waiting() == []
    happen(case, agent, Change.REOPEN, MOST + 50 * HOUR)

    assert waiting()[0] == ("100+0", DUE + 48 * HOUR + SECOND)
    assert swept(DUE + 200 * HOUR) == 2
    assert [(percent, days, moment) for percent, days, moment, _ in log(case)][2:] == [(100, 0, DUE + 48 * HOUR), (100, 1, DAY_AFTER + 48 * HOUR)]


def test_working_days_that_passed_while_it_was_answered_are_reached_when_it_is_reopened(case, agent):
    swept(DUE + HOUR)
    happen(case, agent, Change.STOP, DUE + 2 * HOUR, clock=Clock.RESOLUTION)
    assert swept(DAY_AFTER + 9 * HOUR) == 0
    happen(case, agent, Change.REOPEN, DAY_AFTER + 10 * HOUR)

    assert swept(DAY_AFTER + 11 * HOUR) == 1
    assert log(case)[-1] == (100, 1, DAY_AFTER + 10 * HOUR, ["director"])


def test_harder_terms_reach_rungs_at_once_and_what_was_told_stays_told(case, agent):
    swept(HALF + HOUR)
    with scope(agent):
        promise = promise_for("TRX_FAIL", None, RECEIVED.date())
    case.priority = Priority.HIGH  # 48 hours: four fifths are used after 38 h 24 min
    happen(case, agent, Change.POLICY, RECEIVED + 40 * HOUR, promise=promise)

    assert waiting()[0] == ("80+0", RECEIVED + 40 * HOUR + SECOND)
    assert swept(RECEIVED + 41 * HOUR) == 1
    assert [(percent, moment) for percent, _, moment, _ in log(case)] == [(50, HALF), (80, RECEIVED + 40 * HOUR)]


def test_where_a_level_has_nobody_the_next_stands_in(case):
    with rows():
        Branch.objects.filter(code="MDN").update(head_user=None)
        Case.objects.filter(pk=case.pk).update(assigned_to_user_id=None)

    swept(HALF + HOUR)
    swept(DAY_AFTER + HOUR)

    assert [told for *_, told in log(case)] == [SUPERVISORS, [], [], SUPERVISORS]


def test_a_case_of_a_unit_concerns_the_units_people(case):
    with rows():
        people.add_user("supervisor_call", people.Role.objects.get(key="SUPERVISOR"), "CALL")
        Unit.objects.filter(code="CALL").update(head_user=people.user_id("compliance"))
        Case.objects.filter(pk=case.pk).update(assigned_unit_code="CALL")

    for moment in (HALF, MOST, DAY_AFTER):
        swept(moment + HOUR)

    assert [told for *_, told in log(case)] == [["agent_mdn"], ["supervisor_call"], [], ["compliance"]]


def test_a_set_takes_as_many_statements_as_one_case(agent, customer):
    numbers = {}
    for count in (1, 40):
        for _ in range(count):
            open_case(agent, customer)
        with at(DUE + HOUR), CaptureQueriesContext(connection) as caught:
            assert sweep().fired == 3 * count
        numbers[count] = len(caught)
    assert numbers[1] == numbers[40], numbers


def test_a_case_is_opened_and_changed_with_a_fixed_number_of_statements(case, agent):
    with CaptureQueriesContext(connection) as caught:
        happen(case, agent, Change.PAUSE, RECEIVED + HOUR)
    assert len(caught) <= 16, [each["sql"][:80] for each in caught.captured_queries]


def test_the_columns_follow_from_the_events_after_any_of_this(case, agent):
    happen(case, agent, Change.PAUSE, RECEIVED + HOUR)
    happen(case, agent, Change.RESUME, RECEIVED + 80 * HOUR)
    happen(case, agent, Change.STOP, DUE + 100 * HOUR, clock=Clock.RESOLUTION)
    with scope(agent):
        case.refresh_from_db()
        assert case.sla_breached_at == DUE + 79 * HOUR
        assert drifted(DUE + 101 * HOUR) == ([], None)
    with rows():
        Case.objects.filter(pk=case.pk).update(sla_breached_at=None)
    with scope(agent):
        assert drifted(DUE + 101 * HOUR)[0] == [case.case_no]


def test_the_log_tells_in_words_what_was_reached_and_who_was_told(case, agent):
    swept(DAY_AFTER + HOUR)
    with scope(agent):
        told = [row["text"] for row in activity_rows(activities_of(case, None, 10))]

    assert told == [
        "1 hari kerja lewat sesudah 100 % waktu penyelesaian. Tingkat 3, Kepala cabang atau unit: Director diberi tahu.",
        "100 % waktu penyelesaian terpakai.",
        "80 % waktu penyelesaian terpakai.",
        "50 % waktu penyelesaian terpakai.",
    ]
