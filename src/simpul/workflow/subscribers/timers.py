"""What timers hear and tell."""

from __future__ import annotations

from simpul.platform.events import subscribe
from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text
from simpul.workflow.calendars import register_usage
from simpul.workflow.events import CalendarChanged
from simpul.workflow.selectors.timers import timer_labels
from simpul.workflow.timers.recounting import uses_of


def register_all() -> None:
    """Move timers when their calendar changes, keep calendars that timers wait on, and name timers in the trail."""
    subscribe(CalendarChanged, "workflow.recount_timers")
    register_usage("timers", uses_of)
    register(SubjectType("TIMER", Text(id="Pewaktu", en="Timer"), timer_labels))
