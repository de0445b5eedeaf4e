"""The tables of the workflow domain."""

from simpul.workflow.models.calendars import Calendar, CalendarDay, CalendarVersion

__all__ = ["Calendar", "CalendarDay", "CalendarVersion"]
