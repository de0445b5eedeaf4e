"""What workflow refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict
from simpul.platform.text import Text


class CalendarHasNoTime(Conflict):
    """The calendar holds less working time within its horizon than was asked for."""

    title = Text(id="Kalender ini tidak punya cukup waktu kerja", en="The calendar does not hold enough working time")
