"""The door to workflow: counting in working-time calendars."""

from simpul.workflow.calendars import Explanation, Step, Use, WorkingTime, explain, explain_days, register_usage, worktime, worktime_version

__all__ = ["Explanation", "Step", "Use", "WorkingTime", "explain", "explain_days", "register_usage", "worktime", "worktime_version"]
