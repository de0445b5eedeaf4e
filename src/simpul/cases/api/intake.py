"""Receiving cases over HTTP."""

from __future__ import annotations

from typing import Any

from simpul.cases.errors import LegalRulesNotFound, NoServiceLevel
from simpul.cases.schemas.cases import CaseOut
from simpul.cases.schemas.intake import CaseCreateIn, CaseOptionsOut, CasePreviewIn, CasePreviewOut
from simpul.cases.selectors.options import options
from simpul.cases.selectors.previews import preview_row
from simpul.cases.selectors.rows import case_detail
from simpul.cases.services.intake import case_number, case_preview, case_receive
from simpul.customers.public import CustomerNotFound
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, IdempotencyKeyReused
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.workflow.errors import CalendarHasNoTime

router = Router()


@router.get("/cases/options", permission=needs("case", Act.READ, Act.CREATE), response={200: CaseOptionsOut, **problems()}, operation_id="cases_options")
def case_options(request: ActorRequest) -> dict[str, Any]:
    """What can be chosen when cases are received, listed and handled."""
    return options(request.auth)


@router.post(
    "/cases/preview",
    permission=needs("case", Act.CREATE),
    reads=True,
    response={200: CasePreviewOut, **problems(CustomerNotFound, Forbidden, CalendarHasNoTime)},
    operation_id="cases_preview",
)
def preview_case(request: ActorRequest, body: CasePreviewIn) -> dict[str, Any]:
    """What a case would be: branch, due times, who would get it, and open cases that tell of the same thing. Nothing is stored."""
    return preview_row(case_preview(actor=request.auth, complaint=body.complaint()))


@router.post(
    "/cases",
    permission=needs("case", Act.CREATE),
    response={201: CaseOut, **problems(CustomerNotFound, Forbidden, NoServiceLevel, LegalRulesNotFound, CalendarHasNoTime, IdempotencyKeyReused)},
    operation_id="cases_create",
)
def create_case(request: ActorRequest, body: CaseCreateIn) -> dict[str, Any]:
    """Open a case: number, clocks, assignee, receipt and its message together. Repeat with the same Idempotency-Key after a lost answer."""
    received = case_receive(actor=request.auth, complaint=body.complaint())
    shown = case_detail(request.auth, received.case, new=received.receipt)
    # Last of all: until the commit, other openings in the branch wait for the number.
    return {**shown, "case_no": case_number(actor=request.auth, received=received).case_no}
