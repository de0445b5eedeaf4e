"""What the domain of tasks refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, NotFound
from simpul.platform.text import Text


class TaskNotFound(NotFound):
    """No such task within the caller's reach."""

    title = Text(id="Tugas tidak ditemukan", en="Task not found")


class TaskCustomerNotFound(NotFound):
    """No such customer within the caller's reach."""

    title = Text(id="Nasabah tidak ditemukan", en="Customer not found")


class TaskIsFinished(Conflict):
    """The task is done or skipped already; reopen it to change it."""

    title = Text(id="Tugas ini sudah selesai atau dilewati", en="This task is done or skipped already")


class TaskIsOpen(Conflict):
    """The task is open, so there is nothing to reopen."""

    title = Text(id="Tugas ini masih terbuka", en="This task is open still")


# scaffold: leave out
class ActivityNotFound(NotFound):
    """No such activity within the caller's reach, or it was withdrawn."""

    title = Text(id="Kegiatan tidak ditemukan", en="Activity not found")


class CalendarFeedNotFound(NotFound):
    """The caller has no such calendar feed."""

    title = Text(id="Langganan kalender tidak ditemukan", en="Calendar feed not found")


class CalendarFeedsAreEnough(Conflict):
    """The caller has as many calendar feeds as one person may have; revoke one first."""

    title = Text(
        id="Langganan kalender sudah sebanyak yang diizinkan",
        en="There are as many calendar feeds as are allowed",
    )


# scaffold: end
