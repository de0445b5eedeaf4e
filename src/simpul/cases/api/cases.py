"""Looking at cases over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Query

from simpul.cases.errors import CaseNotFound
from simpul.cases.models import Case
from simpul.cases.schemas.cases import CaseActivitiesOut, CaseOut
from simpul.cases.selectors.activities import activity_rows
from simpul.cases.selectors.rows import case_detail, hidden_detail
from simpul.cases.services.opening import case_open, log_open
from simpul.platform.actor import Act
from simpul.platform.errors import RateLimited
from simpul.platform.http import MAX_PAGE, ActorRequest, Router, decode_cursor, encode_cursor, needs, problems

router = Router()
READS = needs("case", Act.READ, or_elevated=True)


@router.get("/cases/{uuid:case_id}", permission=READS, response={200: CaseOut, **problems(CaseNotFound)}, operation_id="cases_get")
def get_case(request: ActorRequest, case_id: UUID) -> dict[str, Any]:
    """One case with what I may do; opening it is recorded."""
    found = case_open(actor=request.auth, case_id=case_id)
    return case_detail(request.auth, found) if isinstance(found, Case) else hidden_detail(request.auth, found)


@router.get(
    "/cases/{uuid:case_id}/activities",
    permission=READS,
    counts_rows=True,
    response={200: CaseActivitiesOut, **problems(CaseNotFound, RateLimited)},
    operation_id="cases_activities",
)
def list_activities(request: ActorRequest, case_id: UUID, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 50) -> dict[str, Any]:
    """What happened in the case, newest first; reading it is recorded where its content is sensitive."""
    found = log_open(actor=request.auth, case_id=case_id, after=position_of(cursor), limit=limit + 1)
    page = found[:limit]
    return {
        "items": activity_rows(page),
        "next_cursor": encode_cursor(page[-1].created_at.isoformat(), page[-1].id) if len(found) > limit else None,
    }


def position_of(cursor: str | None) -> tuple[datetime, UUID] | None:
    """The moment and the id that a page ended with.

    Raises: Invalid.
    """
    position = decode_cursor(cursor, datetime, UUID)
    return (position[0], position[1]) if position else None
