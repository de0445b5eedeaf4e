"""Background work of changes by two people."""

from __future__ import annotations

from simpul.control.services.deciding import results_forget
from simpul.control.services.telling import applied_tell
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("control.tell_applied", title=Text(id="Memberi tahu perubahan yang diterapkan", en="Tell of applied changes"), cron="* * * * *")
def tell_applied(timestamp: int = 0) -> None:
    """Tell who watches of every applied change, each minute; results that nobody took are erased."""
    applied_tell()
    results_forget()
