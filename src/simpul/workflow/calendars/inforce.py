"""The version of a calendar that is in force, ready to count; each version's sums are built once for each process."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any
from uuid import UUID

from simpul.platform.db import query
from simpul.workflow.calendars.content import Content, DayRule, intervals_of, text_of
from simpul.workflow.calendars.worktime import DayKind, WorkingTime
from simpul.workflow.errors import CalendarNotFound

_KEPT = 128
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
    rows = query(
        """SELECT v.version_id, v.number FROM crm.calendar_versions v JOIN crm.calendars c USING (calendar_id)
           WHERE c.key = %(key)s AND v.status = 'APPROVED' AND (%(number)s::int IS NULL OR v.number = %(number)s) ORDER BY v.number DESC LIMIT 1""",
        {"key": key, "number": number},
    )
    if not rows:
        raise CalendarNotFound()
    version_id: UUID = rows[0]["version_id"]
    built = _built.get(version_id)
    if built is None:
        built = _built[version_id] = contents([version_id])[version_id].working_time()
        while len(_built) > _KEPT:
            _built.popitem(last=False)
    return int(rows[0]["number"]), built


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
