"""Looking at cases over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.cases.errors import CaseNotFound
from simpul.cases.models import Case
from simpul.cases.schemas.cases import CaseActivitiesOut, CaseOut
from simpul.cases.selectors.activities import LATEST, activity_rows
from simpul.cases.selectors.rows import case_detail, hidden_detail
from simpul.cases.services.opening import case_open, log_open
from simpul.platform.actor import Act
from simpul.platform.errors import RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

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
def list_activities(request: ActorRequest, case_id: UUID, cursor: str | None = None, limit: Limit = 50) -> Page:
    """What happened in the case, newest first; reading it is recorded where its content is sensitive."""
    return LATEST.cut(log_open(actor=request.auth, case_id=case_id, after=LATEST.position(cursor), limit=limit + 1), limit, activity_rows)
