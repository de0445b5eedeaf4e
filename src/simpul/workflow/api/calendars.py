"""Working-time calendars over HTTP."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Path, Query

from simpul.platform.actor import Act
from simpul.platform.clock import today
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.workflow.calendars.steps import Explanation
from simpul.workflow.errors import CalendarExists, CalendarHasNoTime, CalendarIsArchived, CalendarIsNew, CalendarIsUnchanged, CalendarIsUsed, CalendarNotFound
from simpul.workflow.models import Calendar
from simpul.workflow.schemas.calendars import (
    CalendarApproveIn,
    CalendarCheckIn,
    CalendarCheckOut,
    CalendarCreateIn,
    CalendarDiffOut,
    CalendarDraftIn,
    CalendarOut,
    CalendarRestoreIn,
    CalendarsOut,
    CalendarVersionOut,
    CalendarVersionsOut,
)
from simpul.workflow.selectors import calendars as selectors
from simpul.workflow.services import calendars as services

router = Router()

CalendarKey = Annotated[str, Path(pattern=r"^[a-z][a-z0-9-]{1,38}[a-z0-9]$")]
# A declaration of its own for each: they carry the parameter's name.
Before = Annotated[str, Query(pattern=r"^(draft|published|[1-9][0-9]{0,5})$", description="a version's number, `published` or `draft`")]
After = Annotated[str, Query(pattern=r"^(draft|published|[1-9][0-9]{0,5})$", description="a version's number, `published` or `draft`")]
_READ = needs("configuration", Act.READ, Act.MANAGE)
_MANAGE = needs("configuration", Act.MANAGE)


@router.get("/calendars", permission=_READ, response={200: CalendarsOut, **problems()}, operation_id="calendars_list")
def list_calendars(request: ActorRequest, archived: bool = False, cursor: str | None = None, limit: Limit = 50) -> Page:
    """Calendars by key."""
    return selectors.calendar_page(actor=request.auth, archived=archived, cursor=cursor, limit=limit)


@router.post(
    "/calendars",
    permission=_MANAGE,
    response={201: CalendarOut, **problems(CalendarNotFound, Forbidden, CalendarExists)},
    operation_id="calendars_create",
)
def create_calendar(request: ActorRequest, body: CalendarCreateIn) -> dict[str, Any]:
    """Start a calendar as a copy of another."""
    return _detail(request, services.calendar_create(actor=request.auth, key=body.key, title=body.title.dict(), copy_of=body.copy_of))


@router.get("/calendars/{key}", permission=_READ, response={200: CalendarOut, **problems(CalendarNotFound)}, operation_id="calendars_get")
def get_calendar(request: ActorRequest, key: CalendarKey, year: Annotated[int | None, Query(ge=1990, le=2150)] = None) -> dict[str, Any]:
    """A calendar with its draft, the version in force, and the holidays proposed for a year."""
    return _detail(request, selectors.calendar_get(actor=request.auth, key=key), year)


@router.put(
    "/calendars/{key}/draft",
    permission=_MANAGE,
    response={200: CalendarOut, **problems(CalendarNotFound, Forbidden, CalendarIsArchived, StaleVersion)},
    operation_id="calendars_save_draft",
)
def save_draft(request: ActorRequest, key: CalendarKey, body: CalendarDraftIn) -> dict[str, Any]:
    """Save the draft, whole."""
    return _detail(request, services.calendar_save_draft(actor=request.auth, key=key, raw=body.content.dict(), version=body.version))


@router.delete(
    "/calendars/{key}/draft",
    permission=_MANAGE,
    response={200: CalendarOut, **problems(CalendarNotFound, Forbidden, CalendarIsArchived, CalendarIsNew, StaleVersion)},
    operation_id="calendars_discard_draft",
)
def discard_draft(request: ActorRequest, key: CalendarKey, version: Annotated[int, Query(ge=1)]) -> dict[str, Any]:
    """Go back to the version in force."""
    return _detail(request, services.calendar_discard_draft(actor=request.auth, key=key, version=version))


@router.post(
    "/calendars/{key}/approve",
    permission=_MANAGE,
    response={200: CalendarOut, **problems(CalendarNotFound, Forbidden, CalendarIsArchived, CalendarIsUnchanged, StaleVersion)},
    operation_id="calendars_approve",
)
def approve(request: ActorRequest, key: CalendarKey, body: CalendarApproveIn) -> dict[str, Any]:
    """Put the draft in force."""
    return _detail(request, services.calendar_approve(actor=request.auth, key=key, version=body.version, note=body.note))


@router.post(
    "/calendars/{key}/restore",
    permission=_MANAGE,
    response={200: CalendarOut, **problems(CalendarNotFound, Forbidden, CalendarIsArchived, StaleVersion)},
    operation_id="calendars_restore",
)
def restore(request: ActorRequest, key: CalendarKey, body: CalendarRestoreIn) -> dict[str, Any]:
    """Make an older version the draft."""
    return _detail(request, services.calendar_restore(actor=request.auth, key=key, number=body.number, version=body.version))


@router.post(
    "/calendars/{key}/archive",
    permission=_MANAGE,
    response={200: CalendarOut, **problems(CalendarNotFound, Forbidden, CalendarIsUsed)},
    operation_id="calendars_archive",
)
def archive(request: ActorRequest, key: CalendarKey) -> dict[str, Any]:
    """Take a calendar that nothing names out of use."""
    return _detail(request, services.calendar_archive(actor=request.auth, key=key))


@router.delete(
    "/calendars/{key}/archive", permission=_MANAGE, response={200: CalendarOut, **problems(CalendarNotFound, Forbidden)}, operation_id="calendars_unarchive"
)
def unarchive(request: ActorRequest, key: CalendarKey) -> dict[str, Any]:
    """Bring an archived calendar back."""
    return _detail(request, services.calendar_unarchive(actor=request.auth, key=key))


@router.get("/calendars/{key}/versions", permission=_READ, response={200: CalendarVersionsOut, **problems(CalendarNotFound)}, operation_id="calendars_versions")
def list_versions(request: ActorRequest, key: CalendarKey, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=50)] = 20) -> Page:
    """Approved versions, newest first."""
    return selectors.version_page(selectors.calendar_get(actor=request.auth, key=key), cursor=cursor, limit=limit)


@router.get(
    "/calendars/{key}/versions/{number}",
    permission=_READ,
    response={200: CalendarVersionOut, **problems(CalendarNotFound)},
    operation_id="calendars_version",
)
def get_version(request: ActorRequest, key: CalendarKey, number: Annotated[int, Path(ge=1, le=999_999_999)]) -> dict[str, Any]:
    """One approved version, whole."""
    return selectors.version_detail(selectors.calendar_get(actor=request.auth, key=key), number)


@router.get(
    "/calendars/{key}/diff", permission=_READ, response={200: CalendarDiffOut, **problems(CalendarNotFound, CalendarIsNew)}, operation_id="calendars_diff"
)
def diff(request: ActorRequest, key: CalendarKey, before: Before = "published", after: After = "draft") -> dict[str, Any]:
    """What differs between two versions."""
    return {"items": selectors.change_rows(selectors.calendar_diff(selectors.calendar_get(actor=request.auth, key=key), before, after))}


@router.post(
    "/calendars/{key}/check",
    permission=_READ,
    response={200: CalendarCheckOut, **problems(CalendarNotFound, CalendarIsNew, CalendarHasNoTime)},
    operation_id="calendars_check",
)
def check(request: ActorRequest, key: CalendarKey, body: CalendarCheckIn) -> dict[str, Any]:
    """When working time from an instant is over, and why."""
    explanation, zone = services.calendar_check(
        actor=request.auth,
        key=key,
        start=body.start,
        working_seconds=body.working_seconds,
        working_days=body.working_days,
        version=body.version,
        raw=body.content.dict() if body.content else None,
    )
    return _explained(explanation, zone)


def _detail(request: ActorRequest, calendar: Calendar, year: int | None = None) -> dict[str, Any]:
    return selectors.calendar_detail(request.auth, calendar, year or today().year)


def _explained(explanation: Explanation, zone: str) -> dict[str, Any]:
    steps = [
        {
            "first_on": step.first_on,
            "last_on": step.last_on,
            "reason": step.reason,
            "names": [str(name) for name in step.names],
            "stretches": [{"opens_at": opens, "closes_at": closes} for opens, closes in step.stretches],
            "working_days": step.working_days,
            "counted": step.counted,
            "total": step.total,
        }
        for step in explanation.steps
    ]
    return {"due_at": explanation.due_at, "zone": zone, "steps": steps}
