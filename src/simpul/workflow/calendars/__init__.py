"""Working-time calendars: counting in them, and why a due time is when it is."""

from simpul.workflow.calendars.steps import Explanation, Step, explain, explain_days
from simpul.workflow.calendars.worktime import Interval, WorkingTime

__all__ = ["Explanation", "Interval", "Step", "WorkingTime", "explain", "explain_days"]
