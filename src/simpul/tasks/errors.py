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
