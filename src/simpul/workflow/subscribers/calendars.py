"""How calendars are called where something points at them."""

from __future__ import annotations

from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text
from simpul.workflow.selectors.calendars import calendar_labels


def register_all() -> None:
    """Offer calendars as subjects."""
    register(SubjectType("CALENDAR", Text(id="Kalender kerja", en="Working calendar"), calendar_labels, "/calendars/{id}"))
