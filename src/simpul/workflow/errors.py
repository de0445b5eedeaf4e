"""What workflow refuses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

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


class ItemNotFound(NotFound):
    """No such item within the caller's reach."""

    title = Text(id="Data alur kerja tidak ditemukan", en="Workflow item not found")


class SubjectHasItem(Conflict):
    """The subject is on its way through this workflow already."""

    title = Text(id="Data ini sudah berada dalam alur kerja", en="This is in the workflow already")


class TransitionNotPossible(Conflict):
    """The transition does not leave the state in which the item rests; `standing` says which that is, and what leaves it."""

    title = Text(id="Langkah ini tidak berlaku pada keadaan sekarang", en="This step does not apply in the present state")

    def __init__(self, standing: Any = None) -> None:
        super().__init__()
        self.standing = standing


class GuardDoesNotHold(Conflict):
    """The condition of the transition is not met; `detail` says which."""

    title = Text(id="Syarat langkah ini belum terpenuhi", en="The condition of this step is not met")


class GuardCannotTell(Conflict):
    """The condition of `transition` could not be evaluated: the step is denied and the administrators are told."""

    title = Text(
        id="Syarat langkah ini tidak dapat diperiksa; administrator sudah diberi tahu",
        en="The condition of this step cannot be checked; the administrators have been told",
    )

    def __init__(self, transition: str) -> None:
        super().__init__()
        self.transition = transition


class NothingToRollBack(Conflict):
    """No step stands that could be taken back."""

    title = Text(id="Tidak ada langkah untuk dibatalkan", en="There is no step to roll back")


class RollBackNotForeseen(Conflict):
    """The workflow does not let this step be taken back."""

    title = Text(id="Langkah ini tidak dapat dibatalkan menurut alur kerjanya", en="The workflow does not let this step be rolled back")


class MigrationNotFound(NotFound):
    """There is no such migration."""

    title = Text(id="Perpindahan versi tidak ditemukan", en="Migration not found")


class MigrationIsRunning(Conflict):
    """Items of this version are being migrated already, by another mapping."""

    title = Text(id="Data versi ini sedang dipindahkan", en="Items of this version are being migrated")


class MigrationIsOver(Conflict):
    """The migration is done, or was cancelled already."""

    title = Text(id="Perpindahan versi ini sudah selesai", en="This migration is over already")


class MigrationInvalid(Invalid):
    """The mapping would strand running items; `problems` marks every state."""

    title = Text(id="Pemetaan keadaan belum lengkap", en="The mapping of states is not complete")

    def __init__(self, problems: Iterable[Problem]) -> None:
        found = list(problems)
        super().__init__({problem.path or "/": problem.message for problem in found}, problems=[problem.row() for problem in found])
