"""What workflow refuses."""

from __future__ import annotations

from collections.abc import Iterable

from simpul.platform.errors import Conflict, Invalid, NotFound
from simpul.platform.text import Text
from simpul.workflow.definitions.problems import Problem


class CalendarNotFound(NotFound):
    """No such calendar, or none of its versions is approved."""

    title = Text(id="Kalender tidak ditemukan", en="Calendar not found")


class CalendarHasNoTime(Conflict):
    """The calendar holds less working time within its horizon than was asked for."""

    title = Text(id="Kalender ini tidak punya cukup waktu kerja", en="The calendar does not hold enough working time")


class CalendarExists(Conflict):
    """The key is taken."""

    title = Text(id="Kode kalender ini sudah dipakai", en="This calendar key is taken")


class CalendarIsUnchanged(Conflict):
    """There is no draft that differs from the version in force."""

    title = Text(id="Tidak ada perubahan untuk disetujui", en="There is no change to approve")


class CalendarIsNew(Conflict):
    """No version was approved yet, so there is none to go back to."""

    title = Text(id="Kalender ini belum pernah disetujui", en="This calendar was never approved")


class CalendarIsUsed(Conflict):
    """Something in use names the calendar; `uses` lists it."""

    title = Text(id="Kalender ini masih dipakai", en="This calendar is still in use")


class CalendarIsArchived(Conflict):
    """An archived calendar is not edited."""

    title = Text(id="Kalender ini diarsipkan", en="This calendar is archived")


class WorkflowNotFound(NotFound):
    """There is no workflow of this key."""

    title = Text(id="Alur kerja tidak ditemukan", en="Workflow not found")


class WorkflowVersionNotFound(NotFound):
    """The workflow has no such version."""

    title = Text(id="Versi alur kerja tidak ditemukan", en="Workflow version not found")


class WorkflowInvalid(Invalid):
    """The draft cannot be published; `problems` marks every place."""

    title = Text(id="Alur kerja belum dapat diterbitkan", en="The workflow cannot be published yet")

    def __init__(self, problems: Iterable[Problem]) -> None:
        found = list(problems)
        super().__init__({problem.path or "/": problem.message for problem in found}, problems=[problem.row() for problem in found])


class NothingToPublish(Conflict):
    """The draft means the same as the version in force."""

    title = Text(id="Draf sama dengan versi yang berlaku", en="The draft is the same as the version in force")


class TimerNotFound(NotFound):
    """There is no such timer."""

    title = Text(id="Pewaktu tidak ditemukan", en="Timer not found")


class TimerIsOver(Conflict):
    """The timer has fired, was cancelled or given up."""

    title = Text(id="Pewaktu ini sudah tidak menunggu", en="This timer is not waiting any more")
