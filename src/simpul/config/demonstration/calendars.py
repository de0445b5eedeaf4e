"""The working calendars of the demonstration: this year's holidays are decided, next year's wait, and a counter's calendar is being drafted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simpul.iam.public import actor_for, people_by_username
from simpul.platform.clock import today
from simpul.platform.db import scope
from simpul.workflow.calendars.content import Content, DayRule, wire
from simpul.workflow.calendars.proposals import holidays
from simpul.workflow.models import Calendar
from simpul.workflow.selectors.calendars import content_of, draft_of, in_force
from simpul.workflow.services.calendars import calendar_approve, calendar_create, calendar_save_draft

OFFICE, COUNTER = "office-wib", "loket-sabtu"
_SATURDAY = ((8 * 3600, 12 * 3600),)


def decide_holidays(username: str) -> None:
    """Let the administrator approve the holidays of last year and this one, once, and start a second calendar."""
    admin = actor_for(people_by_username([username])[username].id)
    assert admin is not None, "the demonstration's administrator may act"
    year = today().year
    with scope(admin):
        office = Calendar.objects.get(key=OFFICE)
        force = in_force(office)
        if force is None or force.number > 1:
            return
        content = _with_holidays(content_of(force), (year - 1, year))
        drafted = calendar_save_draft(actor=admin, key=OFFICE, raw=wire(content), version=office.revision)
        calendar_approve(actor=admin, key=OFFICE, version=drafted.revision, note="Sesuai keputusan bersama tentang hari libur nasional dan cuti bersama")
        made = calendar_create(actor=admin, key=COUNTER, title={"id": "Loket Sabtu", "en": "Saturday counter"}, copy_of=OFFICE)
        draft = draft_of(made)
        assert draft is not None, "a new calendar is a draft"
        copied = content_of(draft)
        opened: Any = (*copied.weekly[:5], _SATURDAY, ())
        calendar_save_draft(actor=admin, key=COUNTER, raw=wire(replace(copied, weekly=opened)), version=made.revision)


def _with_holidays(content: Content, years: tuple[int, ...]) -> Content:
    found = [one for year in years for one in holidays("ID", year)]
    days = {one.day: DayRule(one.day, one.kind, one.name, proposed=True, estimated=one.estimated) for one in found}
    return replace(content, days=tuple(days[day] for day in sorted(days)))
