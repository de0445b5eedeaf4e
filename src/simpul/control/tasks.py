"""Background work of changes by two people and of reviews of rights."""

from __future__ import annotations

from simpul.control.services.deciding import results_forget
from simpul.control.services.recertifying import recertifications_keep, removed_end
from simpul.control.services.telling import applied_tell
from simpul.platform import ports
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("control.tell_applied", title=Text(id="Memberi tahu perubahan yang diterapkan", en="Tell of applied changes"), cron="* * * * *")
def tell_applied(timestamp: int = 0) -> None:
    """Tell who watches of every applied change, each minute; results that nobody took are erased."""
    applied_tell()
    results_forget()


@job("control.keep_recertifications", title=Text(id="Menjalankan peninjauan hak", en="Run reviews of rights"), cron="20 3 * * *")
def keep_recertifications(timestamp: int = 0) -> None:
    """Begin a review when its month has come, remind, and end what nobody confirmed, every night."""
    recertifications_keep(actor=ports.system_actor())


@job("control.end_reviewed_rights", title=Text(id="Mengakhiri hak yang dicabut dalam peninjauan", en="End rights that a review removed"))
def end_reviewed_rights() -> None:
    """End what reviewers removed, and tell whose it was."""
    removed_end(actor=ports.system_actor())
