"""What timers hear and tell."""

from __future__ import annotations

from simpul.platform.events import subscribe
from simpul.workflow.calendars import register_usage
from simpul.workflow.events import CalendarChanged
from simpul.workflow.timers.recounting import uses_of


def register_all() -> None:
    """Move timers when their calendar changes, and keep calendars that timers wait on."""
    subscribe(CalendarChanged, "workflow.recount_timers")
    register_usage("timers", uses_of)
