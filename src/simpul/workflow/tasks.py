"""Work on timers and items that nobody waits for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from simpul.platform import events
from simpul.platform.clock import now
from simpul.platform.jobs import defer, job
from simpul.platform.text import Text
from simpul.workflow.events import CalendarChanged
from simpul.workflow.services import migrating
from simpul.workflow.timers.recounting import forget, recount


@job(
    "workflow.recount_timers",
    title=Text(id="Menghitung ulang pewaktu setelah kalender berubah", en="Count timers again after a change of calendar"),
    own_transactions=True,
)
def recount_timers(event: dict[str, Any], again: bool = True) -> None:
    """Move the waiting timers of a calendar that changed.

    And once more after a minute: a change that was under way when the calendar was approved counted in the old version.
    """
    changed: CalendarChanged = events.decode(CalendarChanged, event)
    recount(changed.key)
    if again:
        defer("workflow.recount_timers", at=now() + timedelta(minutes=1), event=event, again=False)


@job("workflow.forget_timers", title=Text(id="Menghapus pewaktu lama", en="Remove old timers"), cron="53 3 * * *")
def forget_timers(timestamp: int = 0) -> None:
    """Remove timers that were over two years ago, every night."""
    forget()


@job(migrating.JOB, title=Text(id="Memindahkan butir ke versi alur kerja lain", en="Bring items to another version of a workflow"), own_transactions=True)
def migrate_items(migration_id: str) -> None:
    """Bring running items to another version of their workflow, chunk by chunk."""
    migrating.run(UUID(migration_id))
