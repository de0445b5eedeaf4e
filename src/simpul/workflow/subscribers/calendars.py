"""How calendars are called where something points at them."""

from __future__ import annotations

from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text
from simpul.workflow.calendars import register_usage
from simpul.workflow.selectors.calendars import calendar_labels, workflow_uses


def register_all() -> None:
    """Offer calendars as subjects, and keep those that workflows name."""
    register_usage("workflows", workflow_uses)
    register(SubjectType("CALENDAR", Text(id="Kalender kerja", en="Working calendar"), calendar_labels, "/calendars/{id}"))
