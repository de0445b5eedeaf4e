"""The version of a calendar that is in force, ready to count; each version's sums are built once for each process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from simpul.platform.db import query
from simpul.workflow.calendars.content import Content, DayRule, intervals_of, text_of
from simpul.workflow.calendars.worktime import DayKind, WorkingTime
from simpul.workflow.errors import CalendarNotFound

_KEPT = 128
# The version in force of each calendar, or the one that is named.
_FOUND = """
SELECT a.key, a.asked, v.version_id, v.number FROM unnest(%s::text[], %s::int[]) AS a (key, asked)
JOIN crm.calendars c ON c.key = a.key
JOIN LATERAL (SELECT l.version_id, l.number FROM crm.calendar_versions l WHERE l.calendar_id = c.calendar_id AND l.status = 'APPROVED'
              AND (a.asked IS NULL OR l.number = a.asked) ORDER BY l.number DESC LIMIT 1) v ON true
"""
_built: OrderedDict[UUID, WorkingTime] = OrderedDict()


def worktime(key: str) -> WorkingTime:
    """The working time of the calendar's version in force.

    Raises: CalendarNotFound, also for a calendar that was never approved.
    """
    return worktime_version(key)[1]


def worktime_version(key: str, number: int | None = None) -> tuple[int, WorkingTime]:
    """The number and the working time of the version in force, or of an older approved one.

    Raises: CalendarNotFound.
    """
    return worktime_versions([(key, number)])[key, number]


def worktime_versions(wanted: Iterable[tuple[str, int | None]]) -> dict[tuple[str, int | None], tuple[int, WorkingTime]]:
    """The number and the working time of calendars' versions, by key and asked number; without a number, of those in force.

    One statement, and two more for the versions that this process has not built yet.

    Raises: CalendarNotFound.
    """
    asked = sorted(set(wanted), key=lambda one: (one[0], one[1] or 0))
    rows = query(_FOUND, ([key for key, _ in asked], [number for _, number in asked])) if asked else []
    if len(rows) < len(asked):
        raise CalendarNotFound()
    missing = sorted({row["version_id"] for row in rows} - _built.keys())
    built = {version_id: content.working_time() for version_id, content in contents(missing).items()} if missing else {}
    found = {(row["key"], row["asked"]): (int(row["number"]), built.get(row["version_id"]) or _built[row["version_id"]]) for row in rows}
    _built.update(built)
    while len(_built) > _KEPT:
        _built.popitem(last=False)
    return found


def contents(version_ids: list[UUID]) -> dict[UUID, Content]:
    """The contents of versions by id, in two queries."""
    days: dict[UUID, list[DayRule]] = {version_id: [] for version_id in version_ids}
    for row in query("SELECT * FROM crm.calendar_days WHERE version_id = ANY(%s) ORDER BY day", (version_ids,)):
        days[row["version_id"]].append(_rule(row))
    rows = query("SELECT version_id, title, zone, region, weekly, joint_leave_works FROM crm.calendar_versions WHERE version_id = ANY(%s)", (version_ids,))
    return {
        row["version_id"]: Content(
            text_of(row["title"]),
            row["zone"],
            tuple(intervals_of(day) for day in row["weekly"]),
            row["region"],
            row["joint_leave_works"],
            tuple(days[row["version_id"]]),
        )
        for row in rows
    }


def _rule(row: dict[str, Any]) -> DayRule:
    return DayRule(
        row["day"],
        DayKind(row["kind"]),
        text_of(row["name"]),
        row["decision"],
        row["works"],
        None if row["intervals"] is None else intervals_of(row["intervals"]),
        row["is_proposed"],
        row["is_estimated"],
    )
