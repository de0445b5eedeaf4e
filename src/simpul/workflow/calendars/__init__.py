"""Working-time calendars: counting in them, why a due time is when it is, and the version that is in force."""

from simpul.workflow.calendars.inforce import worktime, worktime_version, worktime_versions
from simpul.workflow.calendars.steps import Explanation, Step, explain, explain_days
from simpul.workflow.calendars.usage import CalendarUsage, Use
from simpul.workflow.calendars.worktime import Interval, WorkingTime

__all__ = [
    "CalendarUsage",
    "Explanation",
    "Interval",
    "Step",
    "Use",
    "WorkingTime",
    "explain",
    "explain_days",
    "worktime",
    "worktime_version",
    "worktime_versions",
]
