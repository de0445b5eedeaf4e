"""Changing calendars: drafts, approvals, archiving; each recorded as CHANGE_WORKFLOW with what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from simpul.audit.public import record
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.events import emit
from simpul.platform.text import Text
from simpul.workflow.acts import WorkflowAct
from simpul.workflow.calendars.content import Content, clean, intervals_wire, text_wire, wire
from simpul.workflow.calendars.diff import Change, diff
from simpul.workflow.calendars.steps import Explanation, explain, explain_days
from simpul.workflow.calendars.usage import uses
from simpul.workflow.errors import CalendarExists, CalendarIsArchived, CalendarIsNew, CalendarIsUnchanged, CalendarIsUsed
from simpul.workflow.events import CalendarChanged
from simpul.workflow.models import Calendar, CalendarDay, CalendarVersion
from simpul.workflow.policies.calendars import can_manage
from simpul.workflow.selectors.calendars import calendar_get, content_of, draft_of, in_force, version_get

# The trail keeps so many changes of one act in full, and always their number.
RECORDED = 100
_USED_BY = Text(id="Masih dipakai oleh {names}.", en="Still used by {names}.")


@transaction.atomic
def calendar_create(*, actor: Actor, key: str, title: Mapping[str, str], copy_of: str) -> Calendar:
    """Start a calendar as a copy of another; it counts nothing until it is approved.

    Raises: CalendarNotFound, Forbidden, CalendarExists, Invalid.
    """
    _require(actor, key)
    source = calendar_get(actor=actor, key=copy_of)
    version = in_force(source) or draft_of(source)
    assert version is not None
    copied = wire(content_of(version)) | {"title": title}
    content = _cleaned(copied, key, at="")
    try:
        with transaction.atomic():
            calendar = Calendar.objects.create(key=key, title=text_wire(content.title), created_by=actor.id, created_at=now())
    except IntegrityError:
        raise CalendarExists().recorded_as(**_facts(key)) from None
    _write_draft(actor, calendar, None, content)
    _record(actor, key, "CREATE", copy_of=copy_of)
    return calendar


@transaction.atomic
def calendar_save_draft(*, actor: Actor, key: str, raw: Mapping[str, Any], version: int) -> Calendar:
    """Replace the draft; one that says what is in force is no draft.

    Raises: CalendarNotFound, Forbidden, CalendarIsArchived, StaleVersion, Invalid.
    """
    calendar = _opened(actor, key, version)
    content = _cleaned(raw, key)
    draft, force = draft_of(calendar), in_force(calendar)
    before = _standing(draft, force)
    changes = diff(before, content)
    if not changes:
        return calendar
    if force and not diff(content_of(force), content):
        _remove_draft(calendar, draft)
    else:
        _write_draft(actor, calendar, draft, content)
    _moved(calendar)
    _record(actor, key, "DRAFT", changes=changes)
    return calendar


@transaction.atomic
def calendar_discard_draft(*, actor: Actor, key: str, version: int) -> Calendar:
    """Go back to the version in force; without a draft nothing changes.

    Raises: CalendarNotFound, Forbidden, CalendarIsArchived, StaleVersion, CalendarIsNew.
    """
    calendar = _opened(actor, key, version)
    draft, force = draft_of(calendar), in_force(calendar)
    if force is None:
        raise CalendarIsNew().recorded_as(**_facts(key))
    if draft is None:
        return calendar
    changes = diff(content_of(draft), content_of(force))
    _remove_draft(calendar, draft)
    _moved(calendar)
    _record(actor, key, "DISCARD", changes=changes)
    return calendar


@transaction.atomic
def calendar_restore(*, actor: Actor, key: str, number: int, version: int) -> Calendar:
    """Make an older version the draft.

    Raises: CalendarNotFound, Forbidden, CalendarIsArchived, StaleVersion, Invalid.
    """
    calendar = calendar_get(actor=actor, key=key)
    return calendar_save_draft(actor=actor, key=key, raw=wire(content_of(version_get(calendar, number))), version=version)


@transaction.atomic
def calendar_approve(*, actor: Actor, key: str, version: int, note: str) -> Calendar:
    """Put the draft in force from now on, and tell whoever counts in this calendar.

    Raises: CalendarNotFound, Forbidden, CalendarIsArchived, StaleVersion, CalendarIsUnchanged, Invalid.
    """
    calendar = _opened(actor, key, version)
    draft, force = draft_of(calendar), in_force(calendar)
    if draft is None:
        raise CalendarIsUnchanged().recorded_as(**_facts(key))
    # Special days that gave it its only time may have passed since it was saved.
    content = _cleaned(wire(content_of(draft)), key)
    draft.status, draft.approved_by, draft.approved_at, draft.note = "APPROVED", actor.id, now(), note
    draft.save(update_fields=["status", "approved_by", "approved_at", "note"])
    calendar.title = text_wire(content.title)
    _moved(calendar)
    _record(actor, key, "APPROVE", number=draft.number, changes=diff(content_of(force), content) if force else None)
    emit(CalendarChanged(key, draft.number))
    return calendar


@transaction.atomic
def calendar_archive(*, actor: Actor, key: str) -> Calendar:
    """Take a calendar that nothing names out of use; what was counted in it stays explained.

    Raises: CalendarNotFound, Forbidden, CalendarIsUsed.
    """
    _require(actor, key)
    calendar = calendar_get(actor=actor, key=key, lock=True)
    if calendar.archived_at is not None:
        return calendar
    found = uses(key)
    if found:
        named = ", ".join(use.name for use in found[:5])
        raise CalendarIsUsed(_USED_BY.format(names=named), uses=[{"kind": str(use.kind), "name": use.name} for use in found]).recorded_as(**_facts(key))
    calendar.archived_at = now()
    _moved(calendar)
    _record(actor, key, "ARCHIVE")
    return calendar


@transaction.atomic
def calendar_unarchive(*, actor: Actor, key: str) -> Calendar:
    """Bring an archived calendar back.

    Raises: CalendarNotFound, Forbidden.
    """
    _require(actor, key)
    calendar = calendar_get(actor=actor, key=key, lock=True)
    if calendar.archived_at is not None:
        calendar.archived_at = None
        _moved(calendar)
        _record(actor, key, "UNARCHIVE")
    return calendar


def calendar_check(
    *, actor: Actor, key: str, start: datetime, working_seconds: int | None, working_days: int | None, version: str, raw: Mapping[str, Any] | None
) -> tuple[Explanation, str]:
    """When working time from `start` is over, with the steps, and the zone to read them in; changes nothing.

    Raises: CalendarNotFound, CalendarIsNew, CalendarHasNoTime, Invalid.
    """
    calendar = calendar_get(actor=actor, key=key)
    content = _cleaned(raw, key) if raw is not None else _standing(draft_of(calendar) if version == "draft" else None, in_force(calendar))
    engine = content.working_time()
    if working_days is not None:
        return explain_days(engine, start, working_days), content.zone
    return explain(engine, start, working_seconds or 0), content.zone


def _require(actor: Actor, key: str) -> None:
    verdict = can_manage(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**_facts(key))


def _opened(actor: Actor, key: str, version: int) -> Calendar:
    """The calendar, locked for a change of its draft as of `version`."""
    _require(actor, key)
    calendar = calendar_get(actor=actor, key=key, lock=True)
    if calendar.archived_at is not None:
        raise CalendarIsArchived().recorded_as(**_facts(key))
    if calendar.revision != version:
        raise StaleVersion(current={"version": calendar.revision}).recorded_as(**_facts(key))
    return calendar


def _standing(draft: CalendarVersion | None, force: CalendarVersion | None) -> Content:
    version = draft or force
    if version is None:
        raise CalendarIsNew()
    return content_of(version)


def _cleaned(raw: Mapping[str, Any], key: str, at: str = "content") -> Content:
    try:
        return clean(raw, now(), at)
    except Invalid as refusal:
        raise refusal.recorded_as(**_facts(key)) from None


def _write_draft(actor: Actor, calendar: Calendar, draft: CalendarVersion | None, content: Content) -> None:
    if draft is None:
        force = in_force(calendar)
        draft = CalendarVersion(calendar=calendar, number=force.number + 1 if force else 1)
    draft.title, draft.zone, draft.region = text_wire(content.title), content.zone, content.region
    draft.weekly, draft.joint_leave_works = [intervals_wire(day) for day in content.weekly], content.joint_leave_works
    draft.updated_at, draft.updated_by = now(), actor.id
    draft.save()
    CalendarDay.objects.filter(version=draft).delete()
    CalendarDay.objects.bulk_create(
        CalendarDay(
            version=draft,
            day=rule.day,
            kind=rule.kind.value,
            decision=rule.decision,
            name=text_wire(rule.name),
            works=rule.works,
            intervals=None if rule.intervals is None else intervals_wire(rule.intervals),
            is_proposed=rule.proposed,
            is_estimated=rule.estimated,
        )
        for rule in content.days
    )


def _remove_draft(calendar: Calendar, draft: CalendarVersion | None) -> None:
    if draft is not None:
        CalendarDay.objects.filter(version=draft).delete()
        CalendarVersion.objects.filter(pk=draft.pk, calendar=calendar).delete()


def _moved(calendar: Calendar) -> None:
    calendar.revision += 1
    calendar.save(update_fields=["title", "revision", "archived_at"])


def _facts(key: str) -> dict[str, Any]:
    return {"action": WorkflowAct.CHANGE_WORKFLOW, "object_type": "CALENDAR", "object_id": key}


def _record(actor: Actor, key: str, step: str, *, changes: Iterable[Change] | None = None, **more: Any) -> None:
    listed = list(changes or ())
    told = [{"path": one.path, "before": one.before, "after": one.after} for one in listed[:RECORDED]]
    meta = {"step": step, **more, **({"changes": told, "count": len(listed)} if changes is not None else {})}
    record(actor, WorkflowAct.CHANGE_WORKFLOW, object_type="CALENDAR", object_id=key, meta=meta)
