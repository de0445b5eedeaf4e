"""The operations on opportunities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ninja import Query

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.sales.errors import LeadCustomerNotFound, OpportunityForbidsThis, OpportunityNotFound
from simpul.sales.models import Opportunity
from simpul.sales.schemas.opportunities import (
    OpportunityBoardOut,
    OpportunityFilters,
    OpportunityIn,
    OpportunityListIn,
    OpportunityMoveIn,
    OpportunityOut,
    OpportunityPageOut,
    OpportunitySearchIn,
    OpportunityUndoIn,
    OpportunityUpdateIn,
)
from simpul.sales.schemas.shared import SalesHistoryOut
from simpul.sales.selectors import opportunities as reading
from simpul.sales.selectors.boards import opportunity_board
from simpul.sales.selectors.history import opportunity_history
from simpul.sales.services import opportunities as changing
from simpul.sales.services.searching import opportunity_search, search_token
from simpul.sales.vocabulary import OPPORTUNITY, RESOURCE

router = Router()
_READ, _CREATE, _UPDATE = (needs(RESOURCE, act) for act in (Act.READ, Act.CREATE, Act.UPDATE))
_MOVES = needs(RESOURCE, Act.UPDATE, Act.ASSIGN)
_CHANGES = problems(OpportunityNotFound, Forbidden, OpportunityForbidsThis, StaleVersion)


@router.get(
    "/opportunities",
    permission=_READ,
    counts_rows=True,
    lists=OPPORTUNITY,
    response={200: OpportunityPageOut, **problems(RateLimited)},
    operation_id="opportunities_list",
)
def list_opportunities(request: ActorRequest, filters: Query[OpportunityListIn]) -> Page:
    """The opportunities that I reach, open ones unless asked otherwise."""
    return reading.opportunity_page(
        actor=request.auth,
        opportunity_filter=filters.opportunity_filter(),
        sort=filters.opportunity_sort(),
        cursor=filters.cursor,
        limit=filters.limit,
    )


@router.post(
    "/opportunities/search",
    permission=_READ,
    reads=True,
    counts_rows=True,
    lists=OPPORTUNITY,
    takes=search_token,
    response={200: OpportunityPageOut, **problems(RateLimited)},
    operation_id="opportunities_search",
)
def search_opportunities(request: ActorRequest, body: OpportunitySearchIn) -> Page:
    """The same by customer or by words of the product, which stand in no address."""
    return opportunity_search(
        actor=request.auth,
        written=body.q,
        opportunity_filter=body.opportunity_filter(),
        sort=body.opportunity_sort(),
        cursor=body.cursor,
        limit=body.limit,
    )


@router.get(
    "/opportunities/board",
    permission=_READ,
    response={200: OpportunityBoardOut, **problems()},
    operation_id="opportunities_board",
)
def show_board(request: ActorRequest, filters: Query[OpportunityFilters]) -> Mapping[str, Any]:
    """The opportunities that I reach by stage, with the value and the weighted value of each column and of all."""
    return opportunity_board(actor=request.auth, opportunity_filter=filters.opportunity_filter())


@router.post(
    "/opportunities",
    permission=_CREATE,
    response={201: OpportunityOut, **problems(LeadCustomerNotFound, Forbidden)},
    operation_id="opportunities_create",
)
def create_opportunity(request: ActorRequest, body: OpportunityIn) -> Mapping[str, Any]:
    """Create an opportunity of a customer of the own portfolio."""
    return _row(request, changing.opportunity_create(actor=request.auth, values=body.dict()))


@router.get(
    "/opportunities/{uuid:opportunity_id}",
    permission=_READ,
    response={200: OpportunityOut, **problems(OpportunityNotFound)},
    operation_id="opportunities_get",
)
def get_opportunity(request: ActorRequest, opportunity_id: UUID) -> Mapping[str, Any]:
    """One opportunity in full."""
    return _row(request, reading.opportunity_get(actor=request.auth, opportunity_id=opportunity_id))


@router.patch(
    "/opportunities/{uuid:opportunity_id}",
    permission=_UPDATE,
    response={200: OpportunityOut, **_CHANGES},
    operation_id="opportunities_update",
)
def update_opportunity(request: ActorRequest, opportunity_id: UUID, body: OpportunityUpdateIn) -> Mapping[str, Any]:
    """Change the product, the value or the expected day of an open opportunity."""
    changed = changing.opportunity_update(
        actor=request.auth,
        opportunity_id=opportunity_id,
        version=body.version,
        values=body.dict(exclude={"version"}),
    )
    return _row(request, changed)


@router.post(
    "/opportunities/{uuid:opportunity_id}/move",
    permission=_MOVES,
    response={200: OpportunityOut, **_CHANGES},
    operation_id="opportunities_move",
)
def move_opportunity(request: ActorRequest, opportunity_id: UUID, body: OpportunityMoveIn) -> Mapping[str, Any]:
    """Take a step of the workflow with an opportunity; closing it closes its lead."""
    moved = changing.opportunity_move(
        actor=request.auth,
        opportunity_id=opportunity_id,
        version=body.version,
        transition=body.transition,
        reason=body.reason,
        lost_reason=body.lost_reason or "",
        won_product_code=body.won_product_code or "",
        note=body.note,
    )
    return _row(request, moved)


@router.post(
    "/opportunities/{uuid:opportunity_id}/undo",
    permission=_UPDATE,
    response={200: OpportunityOut, **_CHANGES},
    operation_id="opportunities_undo",
)
def undo_opportunity(request: ActorRequest, opportunity_id: UUID, body: OpportunityUndoIn) -> Mapping[str, Any]:
    """Take back the own last step, within five minutes."""
    undone = changing.opportunity_undo(actor=request.auth, opportunity_id=opportunity_id, version=body.version)
    return _row(request, undone)


@router.get(
    "/opportunities/{uuid:opportunity_id}/history",
    permission=_READ,
    response={200: SalesHistoryOut, **problems(OpportunityNotFound)},
    operation_id="opportunities_history",
)
def get_history(request: ActorRequest, opportunity_id: UUID) -> Mapping[str, Any]:
    """The steps of an opportunity, the newest first."""
    return {"items": opportunity_history(actor=request.auth, opportunity_id=opportunity_id)}


def _row(request: ActorRequest, opportunity: Opportunity) -> Mapping[str, Any]:
    return reading.opportunity_row(request.auth, opportunity)
