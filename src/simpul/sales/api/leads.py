"""The operations on leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ninja import Query

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.sales.errors import LeadCustomerNotFound, LeadExists, LeadForbidsThis, LeadNotFound
from simpul.sales.models import Lead
from simpul.sales.schemas.leads import (
    LeadAssignIn,
    LeadAssignManyIn,
    LeadBoardOut,
    LeadConvertIn,
    LeadCreatedOut,
    LeadFilters,
    LeadIn,
    LeadListIn,
    LeadMoveIn,
    LeadOut,
    LeadPageOut,
    LeadsAssignedOut,
    LeadSearchIn,
    LeadUndoIn,
    LeadUpdateIn,
)
from simpul.sales.schemas.opportunities import OpportunityOut
from simpul.sales.schemas.shared import BranchCode, SalesHistoryOut, SalesPeopleOut
from simpul.sales.selectors import leads as reading
from simpul.sales.selectors.assignees import assignees_at
from simpul.sales.selectors.boards import lead_board
from simpul.sales.selectors.history import lead_history
from simpul.sales.selectors.opportunities import opportunity_row
from simpul.sales.services import assigning, converting, creating, moving
from simpul.sales.services.searching import lead_search, search_token
from simpul.sales.vocabulary import LEAD, RESOURCE

router = Router()
_READ, _CREATE, _UPDATE, _ASSIGN = (needs(RESOURCE, act) for act in (Act.READ, Act.CREATE, Act.UPDATE, Act.ASSIGN))
_MOVES = needs(RESOURCE, Act.UPDATE, Act.ASSIGN)
_CHANGES = problems(LeadNotFound, Forbidden, LeadForbidsThis, StaleVersion)


@router.get(
    "/leads",
    permission=_READ,
    counts_rows=True,
    lists=LEAD,
    response={200: LeadPageOut, **problems(RateLimited)},
    operation_id="leads_list",
)
def list_leads(request: ActorRequest, filters: Query[LeadListIn]) -> Page:
    """The leads that I reach, open ones unless asked otherwise."""
    return reading.lead_page(
        actor=request.auth,
        lead_filter=filters.lead_filter(),
        sort=filters.lead_sort(),
        cursor=filters.cursor,
        limit=filters.limit,
    )


@router.post(
    "/leads/search",
    permission=_READ,
    reads=True,
    counts_rows=True,
    lists=LEAD,
    takes=search_token,
    response={200: LeadPageOut, **problems(RateLimited)},
    operation_id="leads_search",
)
def search_leads(request: ActorRequest, body: LeadSearchIn) -> Page:
    """The same by customer or by words of the interest, which stand in no address."""
    return lead_search(
        actor=request.auth,
        written=body.q,
        lead_filter=body.lead_filter(),
        sort=body.lead_sort(),
        cursor=body.cursor,
        limit=body.limit,
    )


@router.get(
    "/leads/board",
    permission=_READ,
    response={200: LeadBoardOut, **problems()},
    operation_id="leads_board",
)
def show_board(request: ActorRequest, filters: Query[LeadFilters]) -> Mapping[str, Any]:
    """The leads that I reach by status, the longest waiting first, with the number and the value of each column."""
    return lead_board(actor=request.auth, lead_filter=filters.lead_filter())


@router.post(
    "/leads",
    permission=_CREATE,
    response={201: LeadCreatedOut, **problems(LeadCustomerNotFound, Forbidden, LeadExists)},
    operation_id="leads_create",
)
def create_lead(request: ActorRequest, body: LeadIn) -> Mapping[str, Any]:
    """Create a lead about a customer; whose it becomes is decided by rule."""
    return creating.lead_create(actor=request.auth, values=body.dict())


@router.get(
    "/leads/assignees",
    permission=_ASSIGN,
    response={200: SalesPeopleOut, **problems()},
    operation_id="leads_assignees",
)
def list_assignees(request: ActorRequest, branch: BranchCode) -> Mapping[str, Any]:
    """Whom I can assign leads of a branch to."""
    return {"items": [{"id": key, "full_name": name} for key, name in assignees_at(request.auth, branch).items()]}


@router.post(
    "/leads/assign",
    permission=_ASSIGN,
    response={200: LeadsAssignedOut, **problems(Forbidden)},
    operation_id="leads_assign_many",
)
def assign_leads(request: ActorRequest, body: LeadAssignManyIn) -> Mapping[str, Any]:
    """Assign several leads to a relationship manager, each with its own result."""
    return {"results": assigning.leads_assign(actor=request.auth, lead_ids=body.lead_ids, assigned_to=body.assigned_to)}


@router.get(
    "/leads/{uuid:lead_id}",
    permission=_READ,
    response={200: LeadOut, **problems(LeadNotFound)},
    operation_id="leads_get",
)
def get_lead(request: ActorRequest, lead_id: UUID) -> Mapping[str, Any]:
    """One lead in full."""
    return _row(request, reading.lead_get(actor=request.auth, lead_id=lead_id))


@router.patch(
    "/leads/{uuid:lead_id}",
    permission=_UPDATE,
    response={200: LeadOut, **_CHANGES},
    operation_id="leads_update",
)
def update_lead(request: ActorRequest, lead_id: UUID, body: LeadUpdateIn) -> Mapping[str, Any]:
    """Change the product, the interest, the note or the value of an open lead."""
    values = body.dict(exclude={"version"})
    return _row(
        request,
        moving.lead_update(actor=request.auth, lead_id=lead_id, version=body.version, values=values),
    )


@router.post(
    "/leads/{uuid:lead_id}/move",
    permission=_MOVES,
    response={200: LeadOut, **_CHANGES},
    operation_id="leads_move",
)
def move_lead(request: ActorRequest, lead_id: UUID, body: LeadMoveIn) -> Mapping[str, Any]:
    """Take a step of the workflow with a lead."""
    moved = moving.lead_move(
        actor=request.auth,
        lead_id=lead_id,
        version=body.version,
        transition=body.transition,
        reason=body.reason,
        closed_reason=body.closed_reason or "",
        note=body.note,
    )
    return _row(request, moved)


@router.post(
    "/leads/{uuid:lead_id}/undo",
    permission=_UPDATE,
    response={200: LeadOut, **_CHANGES},
    operation_id="leads_undo",
)
def undo_lead(request: ActorRequest, lead_id: UUID, body: LeadUndoIn) -> Mapping[str, Any]:
    """Take back the own last step, within five minutes."""
    return _row(request, moving.lead_undo(actor=request.auth, lead_id=lead_id, version=body.version))


@router.post(
    "/leads/{uuid:lead_id}/assign",
    permission=_ASSIGN,
    response={200: LeadOut, **_CHANGES},
    operation_id="leads_assign",
)
def assign_lead(request: ActorRequest, lead_id: UUID, body: LeadAssignIn) -> Mapping[str, Any]:
    """Assign a lead to a relationship manager, or give it back to the queue of its branch."""
    done = assigning.lead_assign(actor=request.auth, lead_id=lead_id, version=body.version, assigned_to=body.assigned_to)
    return _row(request, done)


@router.post(
    "/leads/{uuid:lead_id}/convert",
    permission=_UPDATE,
    response={201: OpportunityOut, **_CHANGES},
    operation_id="leads_convert",
)
def convert_lead(request: ActorRequest, lead_id: UUID, body: LeadConvertIn) -> Mapping[str, Any]:
    """Turn a qualified lead into an opportunity, which then closes the lead."""
    values = body.dict(exclude={"version"})
    made = converting.lead_convert(actor=request.auth, lead_id=lead_id, version=body.version, values=values)
    return opportunity_row(request.auth, made)


@router.get(
    "/leads/{uuid:lead_id}/history",
    permission=_READ,
    response={200: SalesHistoryOut, **problems(LeadNotFound)},
    operation_id="leads_history",
)
def get_history(request: ActorRequest, lead_id: UUID) -> Mapping[str, Any]:
    """The steps of a lead and the changes of its owner, the newest first."""
    return {"items": lead_history(actor=request.auth, lead_id=lead_id)}


def _row(request: ActorRequest, lead: Lead) -> Mapping[str, Any]:
    return reading.lead_rows(request.auth, [lead])[0]
