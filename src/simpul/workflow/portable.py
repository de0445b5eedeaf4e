"""What of workflows travels to another installation: calendars and definitions in force; drafts stay at home."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StringConstraints, TypeAdapter

from simpul.platform.actor import Actor
from simpul.platform.portable import Report, Section
from simpul.platform.text import Text
from simpul.workflow.calendars.content import wire
from simpul.workflow.calendars.diff import diff as calendar_diff
from simpul.workflow.definitions.diff import diff
from simpul.workflow.models import Calendar, WorkflowDefinition
from simpul.workflow.schemas.calendars import CalendarContentIn, Key
from simpul.workflow.selectors.calendars import content_of, draft_of, in_force
from simpul.workflow.selectors.definitions import latest
from simpul.workflow.services.calendars import calendar_approve, calendar_create, calendar_save_draft
from simpul.workflow.services.drafts import draft_save
from simpul.workflow.services.publishing import publish

WorkflowKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
NOTE = "Impor konfigurasi"

_CALENDAR = Text(id="Kalender {name} ditambahkan.", en="The calendar {name} is added.")
_DRAFTED = Text(id="Ada rancangan yang belum disahkan; sahkan atau buang dahulu.", en="There is a draft that is not in force; publish or discard it first.")
_ARCHIVED = Text(id="Kalender ini diarsipkan di sini; keluarkan dari arsip dahulu.", en="This calendar is archived here; bring it back first.")
_NO_MODEL = Text(id="Tidak ada kalender yang dapat disalin.", en="There is no calendar to copy.")
_NO_WORKFLOW = Text(id="Rilis ini tidak punya alur kerja ini.", en="This release has no such workflow.")
_IN = Text(id="{name}: {sentence}", en="{name}: {sentence}")


def sections() -> tuple[Section, ...]:
    """Calendars and workflows in force."""
    return (
        Section("calendars", 60, Text(id="Kalender kerja", en="Working calendars"), TypeAdapter(dict[Key, CalendarContentIn]), _calendars, _bring_calendars),
        Section("workflows", 70, Text(id="Alur kerja", en="Workflows"), TypeAdapter(dict[WorkflowKey, dict[str, Any]]), _workflows, _bring_workflows),
    )


def _calendars() -> dict[str, Any]:
    rows = ((row.key, in_force(row)) for row in Calendar.objects.filter(archived_at__isnull=True).order_by("key"))
    return {key: _plain(wire(content_of(version))) for key, version in rows if version}


def _plain(content: dict[str, Any]) -> dict[str, Any]:
    """The content as the file has it: through the schema that reads it, so that both always agree."""
    return CalendarContentIn.model_validate(content).model_dump(mode="json")


def _bring_calendars(actor: Actor, content: dict[str, CalendarContentIn], report: Report) -> None:
    for key, given in content.items():
        row, at = Calendar.objects.filter(key=key).first(), f"/{key}"
        with report.attempt(at):
            made = row is None
            if row is None:
                model = Calendar.objects.filter(archived_at__isnull=True).order_by("key").first()
                if model is None:
                    report.refused(at, _NO_MODEL)
                    continue
                report.changed(at, _CALENDAR.format(name=given.title.id or given.title.en), "added")
                row = calendar_create(actor=actor, key=key, title=given.title.model_dump(), copy_of=model.key)
            elif row.archived_at is not None:
                report.refused(at, _ARCHIVED)
                continue
            force = in_force(row)
            if force is not None and _plain(wire(content_of(force))) == given.model_dump(mode="json"):
                continue
            if not made and draft_of(row) is not None:
                report.refused(at, _DRAFTED)
                continue
            row = calendar_save_draft(actor=actor, key=key, raw=given.model_dump(), version=row.revision)
            draft = draft_of(row)
            if draft is None:
                continue
            for change in calendar_diff(content_of(force), content_of(draft)) if force else []:
                report.changed(f"{at}{change.path}", _in(given.title.id or given.title.en, change.sentence), change.kind)
            calendar_approve(actor=actor, key=key, version=row.revision, note=NOTE)


def _workflows() -> dict[str, Any]:
    rows = ((row.key, latest(row)) for row in WorkflowDefinition.objects.order_by("key"))
    return {key: version.content for key, version in rows if version}


def _bring_workflows(actor: Actor, content: dict[str, dict[str, Any]], report: Report) -> None:
    for key, given in content.items():
        row, at = WorkflowDefinition.objects.filter(key=key).first(), f"/{key}"
        if row is None:
            report.refused(at, _NO_WORKFLOW)
            continue
        standing = latest(row)
        changes = diff(standing.content if standing else {}, given)
        if not changes:
            continue
        if row.draft is not None:
            report.refused(at, _DRAFTED)
            continue
        for change in changes:
            report.changed(f"{at}{change.path}", _in(key, change.sentence), change.kind, lowers=_lowers(change.path, change.kind))
        with report.attempt(at):
            saved = draft_save(actor=actor, key=key, content=given, version=row.draft_version)
            publish(actor=actor, key=key, version=saved["version"], note=NOTE)


def _lowers(path: str, kind: str) -> bool:
    """Whether who may take a step, or what must hold for it, changes otherwise than by a further condition."""
    parts = path.strip("/").split("/")
    if parts[0] != "transitions":
        return False
    return kind == "added" if len(parts) == 2 else parts[2] in {"by", "guard", "from", "to"} or (parts[2] in {"checks", "required"} and kind != "added")


def _in(name: str, sentence: Text) -> Text:
    return Text(id=_IN.id.format(name=name, sentence=sentence.id), en=_IN.en.format(name=name, sentence=sentence.en))
