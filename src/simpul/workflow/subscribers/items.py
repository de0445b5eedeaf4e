"""What workflows tell and need of the engines beside them."""

from __future__ import annotations

from simpul.platform.subjects import SubjectType
from simpul.platform.subjects import register as register_subject
from simpul.platform.text import Text
from simpul.workflow.calendars import register_usage
from simpul.workflow.selectors.definitions import calendar_uses, workflow_labels
from simpul.workflow.services import firing, reports


def register_all() -> None:
    """Offer workflows as subjects, fire the timers of states, report broken conditions, keep calendars that workflows name."""
    register_subject(SubjectType("WORKFLOW", Text(id="Alur kerja", en="Workflow"), workflow_labels, "/workflows/{id}"))
    register_usage("workflows", calendar_uses)
    firing.register_timers()
    reports.register()
