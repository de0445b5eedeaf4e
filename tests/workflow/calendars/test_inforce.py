"""The shipped calendars, and the version that is in force."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from simpul.platform.db import execute, query, scope
from simpul.workflow.calendars import worktime, worktime_version
from simpul.workflow.errors import CalendarNotFound
from simpul.workflow.models import Calendar, CalendarVersion
from tests.support.database import rows
from tests.workflow.calendars.oracle import at

pytestmark = pytest.mark.django_db
HOUR = 3600


@pytest.mark.parametrize(("key", "nine"), [("office-wib", 2), ("office-wita", 1), ("office-wit", 0)])
def test_the_shipped_office_calendars_open_at_eight_in_their_zone(actor, key, nine):
    with scope(actor("agent_mdn")):
        calendar = worktime(key)

    assert calendar.add_working(at(2026, 8, 1, 12), HOUR) == at(2026, 8, 3, nine)
    assert calendar.working_between(at(2026, 8, 2), at(2026, 8, 9)) == 40 * HOUR


def test_the_shipped_round_the_clock_calendar_counts_every_second(actor):
    with scope(actor("agent_mdn")):
        assert worktime("always").working_between(at(2026, 1, 1), at(2027, 1, 1)) == 365 * 24 * HOUR


def test_the_sums_of_a_version_are_built_once(actor):
    with scope(actor("agent_mdn")):
        assert worktime("office-wib") is worktime("office-wib")
        assert worktime_version("office-wib") == (1, worktime("office-wib"))
        assert worktime_version("office-wib", 1) == (1, worktime("office-wib"))


@pytest.mark.parametrize("key", ["", "kosong", "office-wib; drop", "ALWAYS"])
def test_an_unknown_calendar_is_not_found(actor, key):
    with scope(actor("agent_mdn")), pytest.raises(CalendarNotFound):
        worktime(key)
    with scope(actor("agent_mdn")), pytest.raises(CalendarNotFound):
        worktime_version("always", 99)


def test_an_approved_version_and_its_days_never_change_whatever_the_role(actor):
    with rows():
        version = CalendarVersion.objects.get(calendar__key="office-wib", number=1)
    for statement in (
        "UPDATE crm.calendar_versions SET zone = 'Asia/Jayapura' WHERE version_id = %s",
        "DELETE FROM crm.calendar_versions WHERE version_id = %s",
        'INSERT INTO crm.calendar_days (version_id, day, kind, name) VALUES (%s, \'2026-08-17\', \'HOLIDAY\', \'{"id": "a", "en": "a"}\')',
    ):
        with rows(), pytest.raises(DatabaseError, match="never change"), transaction.atomic():
            execute(statement, (version.id,))


def test_only_who_manages_the_configuration_writes_and_only_drafts(actor):
    with rows():
        calendar = Calendar.objects.get(key="office-wib")
    insert = """INSERT INTO crm.calendar_versions (version_id, calendar_id, number, status, title, zone, weekly, updated_by, approved_at, approved_by)
                SELECT uuidv7(), calendar_id, 2, %s, title, zone, weekly, %s, CASE %s WHEN 'APPROVED' THEN now() END, CASE %s WHEN 'APPROVED' THEN %s::uuid END
                FROM crm.calendar_versions WHERE calendar_id = %s AND number = 1"""
    for username, status, allowed in [("agent_mdn", "DRAFT", False), ("compliance", "DRAFT", False), ("admin", "APPROVED", False), ("admin", "DRAFT", True)]:
        who = actor(username)
        values = (status, who.id, status, status, who.id, calendar.id)
        if allowed:
            with scope(who):
                assert execute(insert, values) == 1
        else:
            with pytest.raises(DatabaseError, match="row-level security"), scope(who):
                execute(insert, values)


def test_a_draft_is_seen_by_who_reads_the_configuration_only(actor):
    with rows():
        calendar = Calendar.objects.get(key="office-wib")
        week = CalendarVersion.objects.get(calendar=calendar).weekly
        draft = CalendarVersion.objects.create(
            calendar=calendar, number=2, title=calendar.title, zone="Asia/Jakarta", weekly=week, updated_by=calendar.created_by
        )
        execute('INSERT INTO crm.calendar_days (version_id, day, kind, name) VALUES (%s, \'2026-08-17\', \'HOLIDAY\', \'{"id": "a", "en": "a"}\')', (draft.id,))
    seen = {}
    for username in ("agent_mdn", "compliance", "admin", "nobody"):
        with scope(actor(username)):
            versions = query("SELECT number FROM crm.calendar_versions WHERE calendar_id = %s ORDER BY 1", (calendar.id,))
            days = query("SELECT day FROM crm.calendar_days WHERE version_id = %s", (draft.id,))
            seen[username] = ([row["number"] for row in versions], len(days))

    assert seen == {"agent_mdn": ([1], 0), "compliance": ([1, 2], 1), "admin": ([1, 2], 1), "nobody": ([1], 0)}
