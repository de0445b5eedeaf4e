"""Timers of working time are due when the calendar says, and move with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import execute, scope
from simpul.platform.events import emit, encode
from simpul.workflow.calendars.usage import uses
from simpul.workflow.errors import CalendarHasNoTime, CalendarNotFound
from simpul.workflow.events import CalendarChanged
from simpul.workflow.tasks import recount_timers
from simpul.workflow.timers import NewTimer, cancel, schedule, schedule_many
from simpul.workflow.timers.recounting import forget, recount
from tests.support.database import rows
from tests.workflow.timers.conftest import statuses, stored

FRIDAY_EVENING = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)  # 16:30 in Jakarta, half an hour before the office closes


def plan(key: str, seconds: int, calendar: str = "office-wib", **options: object) -> bool:
    return schedule(key, "tests.ring", subject_type="TEST", subject_id=key, working_seconds=seconds, calendar=calendar, started_at=FRIDAY_EVENING, **options)


def test_working_seconds_pass_over_lunch_and_the_weekend(heard, actor):
    with scope(actor("agent_mdn")):
        plan("a", 1_800)
        plan("b", 1_801)
        plan("c", 1_800 + 4 * 3_600 + 60)
        plan("d", 3_600, "always")

    assert stored("a")["due_at"] == datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    assert stored("b")["due_at"] == datetime(2026, 11, 23, 1, 0, 1, tzinfo=UTC)
    assert stored("c")["due_at"] == datetime(2026, 11, 23, 6, 1, tzinfo=UTC)
    assert stored("d")["due_at"] == datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
    assert [stored("c")[name] for name in ("started_at", "working_seconds", "calendar")] == [FRIDAY_EVENING, 16_260, "office-wib"]


def test_a_set_may_mix_instants_and_several_calendars(heard, actor):
    due_at = datetime(2026, 12, 1, tzinfo=UTC)
    with scope(actor("agent_mdn")):
        schedule_many(
            [
                NewTimer("a", "tests.ring", "TEST", "1", due_at=due_at),
                NewTimer("b", "tests.ring", "TEST", "1", working_seconds=60, calendar="office-wit", started_at=FRIDAY_EVENING),
                NewTimer("c", "tests.ring", "TEST", "1", working_seconds=0, calendar="office-wib", started_at=FRIDAY_EVENING),
            ]
        )

    assert [stored(key)["due_at"] for key in "abc"] == [due_at, datetime(2026, 11, 22, 23, 1, tzinfo=UTC), FRIDAY_EVENING]
    assert stored("a")["calendar"] is None


def test_a_calendar_that_is_unknown_or_too_short_is_refused(heard, actor):
    with scope(actor("agent_mdn")):
        with pytest.raises(CalendarNotFound):
            plan("a", 60, "kantor-lain")
        with pytest.raises(CalendarHasNoTime):
            plan("a", 40_000 * 86_400)


def test_waiting_timers_move_when_their_calendar_changes(heard, actor):
    with scope(actor("agent_mdn")):
        for number in range(5):
            plan(f"k{number}", 1_801 + number)
        plan("tried", 1_801)
        plan("cancelled", 1_801)
        plan("other", 1_801, "office-wita")
        cancel(["cancelled"])
    with rows():
        execute("UPDATE crm.timers SET attempts = 1 WHERE key = 'tried'")
    before = {key: stored(key)["due_at"] for key in ("tried", "cancelled", "other")}
    with rows():
        holiday_on_monday()

    assert recount("office-wib", chunk=2) == 5

    assert [stored(f"k{number}")["due_at"] for number in range(5)] == [datetime(2026, 11, 24, 1, 0, number + 1, tzinfo=UTC) for number in range(5)]
    assert all(stored(f"k{number}")["run_at"] == stored(f"k{number}")["due_at"] for number in range(5))
    assert {key: stored(key)["due_at"] for key in before} == before
    assert recount("office-wib") == 0


def holiday_on_monday() -> None:
    """A second version of the office's calendar, in which Monday the 23rd is free."""
    execute(
        """INSERT INTO crm.calendar_versions (version_id, calendar_id, number, title, zone, region, weekly, joint_leave_works, updated_by)
           SELECT uuidv7(), calendar_id, number + 1, v.title, zone, region, weekly, joint_leave_works, updated_by
           FROM crm.calendar_versions v JOIN crm.calendars c USING (calendar_id) WHERE c.key = 'office-wib' ORDER BY v.number DESC LIMIT 1"""
    )
    execute(
        """INSERT INTO crm.calendar_days (version_id, day, kind, name)
           SELECT version_id, '2026-11-23', 'HOLIDAY', '{"id": "Libur", "en": "Holiday"}' FROM crm.calendar_versions WHERE status = 'DRAFT'"""
    )
    execute("UPDATE crm.calendar_versions SET status = 'APPROVED', approved_at = now(), approved_by = updated_by WHERE status = 'DRAFT'")


def test_an_approved_calendar_has_its_timers_recounted_now_and_a_minute_later(heard, actor, trace):
    with scope(actor("admin")):
        emit(CalendarChanged("office-wib", 2))
    assert trace() == {"events": ["CalendarChanged"], "jobs": ["workflow.recount_timers", "cases.follow_calendar"]}

    recount_timers(encode(CalendarChanged("office-wib", 2)))
    recount_timers(encode(CalendarChanged("office-wib", 2)), again=False)

    assert trace()["jobs"] == ["workflow.recount_timers", "cases.follow_calendar", "workflow.recount_timers"]


def test_a_calendar_that_timers_wait_on_names_them_as_its_use(heard, actor):
    with scope(actor("agent_mdn")):
        plan("a", 60)
        plan("b", 60)

        assert [use.name for use in uses("office-wib") if use.kind.en == "Waiting timers"] == ["tests.ring (2)"]
        assert uses("office-wita") == []


def test_what_was_over_two_years_ago_is_forgotten(heard, actor):
    with scope(actor("agent_mdn")):
        for key in ("fired", "cancelled", "waiting", "failed", "recent"):
            schedule(key, "tests.ring", subject_type="TEST", subject_id=key, due_at=now() - timedelta(days=731))
    with rows():
        execute("UPDATE crm.timers SET updated_at = now() - interval '731 days' WHERE key <> 'recent'")
        execute("UPDATE crm.timers SET status = 'CANCELLED' WHERE key IN ('cancelled', 'recent')")
        execute("UPDATE crm.timers SET status = 'FAILED' WHERE key = 'failed'")
        execute("UPDATE crm.timers SET status = 'FIRED', fired_at = now() WHERE key = 'fired'")

    with scope(system_actor()):
        assert forget() == 2

    assert statuses() == {"failed": "FAILED", "recent": "CANCELLED", "waiting": "PENDING"}
