"""Work on cases that nobody waits for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from simpul.cases.services.recounting import calendar_follow
from simpul.iam.public import system_actor
from simpul.platform import events
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.jobs import defer, job
from simpul.platform.text import Text
from simpul.workflow.events import CalendarChanged


@job(
    "cases.follow_calendar",
    title=Text(id="Menghitung ulang tenggat kasus setelah kalender berubah", en="Count deadlines of cases again after a change of calendar"),
    own_transactions=True,
)
def follow_calendar(event: dict[str, Any], again: bool = True) -> None:
    """Count what is ahead of open cases in a calendar's new version.

    And once more after a minute: a case that was opened while the calendar was approved began in the old version.
    """
    changed: CalendarChanged = events.decode(CalendarChanged, event)
    after: UUID | None = None
    while True:
        with scope(actor := system_actor()):
            _, after = calendar_follow(actor=actor, key=changed.key, number=changed.version, after=after)
        if after is None:
            break
    if again:
        defer("cases.follow_calendar", at=now() + timedelta(minutes=1), event=event, again=False)
