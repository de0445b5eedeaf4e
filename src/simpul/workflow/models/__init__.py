"""The tables of the workflow domain."""

from simpul.workflow.models.calendars import Calendar, CalendarDay, CalendarVersion
from simpul.workflow.models.definitions import WorkflowDefinition, WorkflowVersion
from simpul.workflow.models.items import WorkflowItem, WorkflowMigration, WorkflowMove
from simpul.workflow.models.timers import Timer

__all__ = ["Calendar", "CalendarDay", "CalendarVersion", "Timer", "WorkflowDefinition", "WorkflowItem", "WorkflowMigration", "WorkflowMove", "WorkflowVersion"]
