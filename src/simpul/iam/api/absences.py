"""Days away: one's own, and those of colleagues whose tasks one assigns."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Status

from simpul.iam.errors import AbsenceNotFound, AbsenceOverlaps, UserNotFound
from simpul.iam.schemas.absences import AbsenceIn, AbsenceListIn, AbsenceOut, AbsencesOut, ColleaguesOut
from simpul.iam.selectors import presence as selectors
from simpul.iam.services import absences as services
from simpul.platform.actor import Act
from simpul.platform.clock import today
from simpul.platform.errors import Forbidden
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_READ = needs("task", Act.READ)
_WRITE = needs("task", Act.UPDATE)


@router.get("/absences", permission=_READ, response={200: AbsencesOut, **problems()}, operation_id="absences_list")
def list_absences(request: ActorRequest, given: Query[AbsenceListIn]) -> dict[str, Any]:
    """Who is away when, among those whom I may know of; the earliest first, at most 500."""
    return {"items": selectors.absence_rows(request.auth, since=given.since or today(), until=given.until, user_id=given.user_id)}


@router.get("/absences/colleagues", permission=needs("task", Act.ASSIGN), response={200: ColleaguesOut, **problems()}, operation_id="absences_colleagues")
def list_colleagues(request: ActorRequest) -> dict[str, Any]:
    """For whom I may enter days away: the people of the branches whose tasks I assign."""
    return {"items": selectors.colleagues(request.auth)}


@router.post("/absences", permission=_WRITE, response={201: AbsenceOut, **problems(UserNotFound, Forbidden, AbsenceOverlaps)}, operation_id="absences_create")
def enter_absence(request: ActorRequest, body: AbsenceIn) -> dict[str, Any]:
    """Say that I, or a colleague, am away; nothing is handed over by itself on these days."""
    made = services.absence_enter(actor=request.auth, user_id=body.user_id or request.auth.id, kind=body.kind, first_day=body.first_day, last_day=body.last_day)
    return selectors.absence_row(request.auth, made)


@router.delete("/absences/{uuid:absence_id}", permission=_WRITE, response={204: None, **problems(AbsenceNotFound, Forbidden)}, operation_id="absences_cancel")
def cancel_absence(request: ActorRequest, absence_id: UUID) -> Any:
    """Take an absence back."""
    services.absence_cancel(actor=request.auth, absence_id=absence_id)
    return Status(204, None)
