"""Calendars, their drafts, versions and proposals, as the configuration's pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from simpul.iam.public import PersonFacts, people
from simpul.platform.actor import Actor
from simpul.platform.clock import today
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.workflow.calendars.content import Content, intervals_wire, text_wire, week_seconds, wire
from simpul.workflow.calendars.diff import Change, diff
from simpul.workflow.calendars.inforce import contents
from simpul.workflow.calendars.proposals import REGIONS, holidays, proposals
from simpul.workflow.calendars.usage import uses
from simpul.workflow.errors import CalendarIsNew, CalendarNotFound
from simpul.workflow.models import Calendar, CalendarVersion
from simpul.workflow.policies.calendars import can_manage, visible_calendars

DRAFT = "draft"
_BY_KEY = Keyset(("key", str))
_LATEST = Keyset(("-number", int))


def calendar_get(*, actor: Actor, key: str, lock: bool = False) -> Calendar:
    """One calendar by key.

    Raises: CalendarNotFound.
    """
    visible = visible_calendars(actor)
    found: Calendar | None = (visible.select_for_update() if lock else visible).filter(key=key).first()
    if found is None:
        raise CalendarNotFound()
    return found


def draft_of(calendar: Calendar) -> CalendarVersion | None:
    """The draft, if there is one."""
    found: CalendarVersion | None = calendar.versions.filter(status="DRAFT").first()
    return found


def in_force(calendar: Calendar) -> CalendarVersion | None:
    """The approved version with the highest number."""
    found: CalendarVersion | None = calendar.versions.filter(status="APPROVED").order_by("-number").first()
    return found


def version_get(calendar: Calendar, number: int) -> CalendarVersion:
    """One approved version.

    Raises: CalendarNotFound.
    """
    found: CalendarVersion | None = calendar.versions.filter(status="APPROVED", number=number).first()
    if found is None:
        raise CalendarNotFound()
    return found


def content_of(version: CalendarVersion) -> Content:
    """What a version says."""
    return contents([version.id])[version.id]


def calendar_page(*, actor: Actor, archived: bool, cursor: str | None, limit: int) -> Page:
    """One page of calendars by key, those in use or the archived ones.

    Raises: Invalid for a cursor that we did not write.
    """
    found = visible_calendars(actor).filter(archived_at__isnull=not archived)
    return _BY_KEY.page(found, cursor, limit, lambda page: calendar_rows(actor, page))


def calendar_rows(actor: Actor, calendars: Sequence[Calendar]) -> list[dict[str, Any]]:
    """The rows of a list: five queries, whatever their number."""
    versions = query(
        """SELECT DISTINCT ON (calendar_id, status) calendar_id, status, version_id, number, approved_at, approved_by
           FROM crm.calendar_versions WHERE calendar_id = ANY(%s) ORDER BY calendar_id, status, number DESC""",
        ([calendar.id for calendar in calendars],),
    )
    of = {(row["calendar_id"], row["status"]): row for row in versions}
    read = contents([row["version_id"] for row in versions])
    known = people(row["approved_by"] for row in versions if row["approved_by"])
    rows = []
    for calendar in calendars:
        force, draft = of.get((calendar.id, "APPROVED")), of.get((calendar.id, "DRAFT"))
        standing, edited = (read[row["version_id"]] for row in (force or draft, draft or force) if row)
        rows.append(
            {
                "key": calendar.key,
                "title": text_wire(standing.title),
                "zone": standing.zone,
                "shipped": calendar.is_shipped,
                "archived_at": calendar.archived_at,
                "published": {"number": force["number"], "at": force["approved_at"], "by": _person(known, force["approved_by"])} if force else None,
                "has_draft": draft is not None,
                "weekly": [intervals_wire(day) for day in standing.weekly],
                "week_seconds": week_seconds(standing.weekly),
                "pending": pending(edited),
                "can": _can(actor, calendar),
            }
        )
    return rows


def pending(content: Content) -> list[dict[str, int]]:
    """Proposals that nobody decided about, of this year and the next; years without any are left out."""
    this = today().year
    counted = ((year, len(proposals(content, [year]))) for year in (this, this + 1))
    return [{"year": year, "count": count} for year, count in counted if count]


def calendar_detail(actor: Actor, calendar: Calendar, year: int) -> dict[str, Any]:
    """Everything that the page of one calendar shows of a year."""
    force, draft = in_force(calendar), draft_of(calendar)
    edited = draft or force
    assert edited is not None, "a calendar is made with a draft or a version"
    read = contents([version.id for version in (force, draft) if version])
    content = read[edited.id]
    known = people(person for version in (force, draft) if version for person in (version.updated_by, version.approved_by) if person)
    return {
        "key": calendar.key,
        "title": text_wire((read[force.id] if force else content).title),
        "shipped": calendar.is_shipped,
        "archived_at": calendar.archived_at,
        "draft": {
            "content": wire(content),
            "version": calendar.revision,
            "changed": draft is not None,
            "updated_at": draft.updated_at if draft else None,
            "updated_by": _person(known, draft.updated_by) if draft else None,
        },
        "published": _version(known, force, read[force.id]) if force else None,
        "year": year,
        # Also for a calendar that takes no proposals: its editor may switch them on.
        "holidays": [_holiday(holiday) for holiday in holidays(content.region or REGIONS[0], year)],
        "pending": pending(content),
        "uses": [{"kind": str(use.kind), "name": use.name} for use in uses(calendar.key)],
        "can": _can(actor, calendar),
    }


def version_detail(calendar: Calendar, number: int) -> dict[str, Any]:
    """One approved version, whole.

    Raises: CalendarNotFound.
    """
    version = version_get(calendar, number)
    return _version(people([version.approved_by] if version.approved_by else []), version, content_of(version))


def version_page(calendar: Calendar, *, cursor: str | None, limit: int) -> Page:
    """One page of approved versions, newest first, each with how much it changed in the one before it.

    Raises: Invalid for a cursor that we did not write.
    """
    versions = list(_LATEST.behind(calendar.versions.filter(status="APPROVED"), _LATEST.position(cursor))[: limit + 1])
    read, known = contents([version.id for version in versions]), people(version.approved_by for version in versions if version.approved_by)
    rows = []
    for version, older in zip(versions, [*versions[1:], None], strict=False):
        changes = len(diff(read[older.id], read[version.id])) if older else 0
        rows.append({"number": version.number, "at": version.approved_at, "by": _person(known, version.approved_by), "note": version.note, "changes": changes})
    return _LATEST.cut(rows, limit)


def calendar_diff(calendar: Calendar, before: str, after: str) -> list[Change]:
    """What differs between two versions; each is a number or `draft`.

    Raises: CalendarNotFound, CalendarIsNew when the version in force is asked for and there is none.
    """
    return diff(_content(calendar, before), _content(calendar, after))


def _content(calendar: Calendar, wanted: str) -> Content:
    if wanted == DRAFT:
        version = draft_of(calendar) or in_force(calendar)
    elif wanted == "published":
        version = in_force(calendar)
        if version is None:
            raise CalendarIsNew()
    else:
        version = version_get(calendar, int(wanted))
    assert version is not None
    return content_of(version)


def change_rows(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes as the API gives them."""
    return [{"path": one.path, "kind": one.kind, "before": one.before, "after": one.after, "sentence": str(one.sentence)} for one in changes]


def calendar_labels(actor: Actor, keys: list[str]) -> dict[str, str]:
    """The titles of calendars by key, for who points at them."""
    return {calendar.key: str(calendar.title.get("en" if actor.language == "en" else "id")) for calendar in Calendar.objects.filter(key__in=keys)}


def _version(known: dict[UUID, PersonFacts], version: CalendarVersion, content: Content) -> dict[str, Any]:
    return {"number": version.number, "content": wire(content), "at": version.approved_at, "by": _person(known, version.approved_by), "note": version.note}


def _holiday(holiday: Any) -> dict[str, Any]:
    return {"day": holiday.day, "kind": holiday.kind.value, "name": text_wire(holiday.name), "estimated": holiday.estimated}


def _person(known: dict[UUID, PersonFacts], person_id: UUID | None) -> dict[str, Any] | None:
    return {"id": person_id, "full_name": known[person_id].full_name} if person_id in known else None


def _can(actor: Actor, calendar: Calendar) -> dict[str, bool]:
    may = bool(can_manage(actor))
    return {"edit": may and calendar.archived_at is None, "approve": may and calendar.archived_at is None, "archive": may}
