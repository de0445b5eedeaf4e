"""Portfolios over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Query, Schema
from pydantic import Field, StringConstraints

from simpul.customers import portfolios
from simpul.customers.errors import CustomerNotFound
from simpul.customers.schemas import BranchRefOut
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.platform.schemas import Strict

router = Router()

READ = needs("portfolio", Act.READ, Act.ASSIGN, Act.MANAGE)
ASSIGN = needs("portfolio", Act.ASSIGN, Act.MANAGE)
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]
BranchCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,20}$")]


class ColleagueOut(Schema):
    id: UUID
    username: str
    full_name: str


class ManagerOut(Schema):
    """A relationship manager with the branches they work for and the customers they serve, as far as the caller reaches."""

    id: UUID
    username: str
    full_name: str
    branches: list[str]
    customers: int


class ManagersOut(Schema):
    items: list[ManagerOut]


class PortfolioCanOut(Schema):
    assign: bool


class PortfolioCustomerOut(Schema):
    """A customer and their manager; the name is masked for who does not read the customer."""

    customer_id: UUID
    name: str
    cif_masked: str | None
    branch: BranchRefOut
    rm: ColleagueOut | None
    since: datetime | None
    can: PortfolioCanOut


class PortfolioCustomersOut(Schema):
    items: list[PortfolioCustomerOut]
    next_cursor: str | None


class QuietCustomerOut(Schema):
    """A customer of one's own; `quiet_since` is the last contact, or the assignment where there has been none."""

    customer_id: UUID
    name: str
    cif_masked: str | None
    branch: BranchRefOut
    last_contact_at: datetime | None
    last_contact_channel: str | None
    quiet_since: datetime


class QuietCustomersOut(Schema):
    items: list[QuietCustomerOut]
    next_cursor: str | None


class PortfolioSpellOut(Schema):
    rm: ColleagueOut | None
    assigned_at: datetime
    assigned_by: ColleagueOut | None
    ended_at: datetime | None


class PortfolioHistoryOut(Schema):
    items: list[PortfolioSpellOut]


class PortfolioAssignIn(Strict):
    """Customers and who shall serve them; null leaves them without a manager."""

    customer_ids: list[UUID] = Field(min_length=1, max_length=portfolios.MOST)
    rm_user_id: UUID | None
    reason: Reason


class PortfolioOutcomeOut(Schema):
    customer_id: UUID
    outcome: Literal["ASSIGNED", "UNCHANGED", "REFUSED"]
    reason: str | None


class PortfolioAssignOut(Schema):
    assigned: int
    unchanged: int
    refused: int
    rows: list[PortfolioOutcomeOut]


class PortfolioMoveIn(Strict):
    """A whole portfolio, or its part in one branch."""

    from_rm_user_id: UUID
    to_rm_user_id: UUID
    branch: BranchCode | None = None
    reason: Reason


class PortfolioMoveOut(Schema):
    moved: int
    refused: int


@router.get("/portfolio/managers", permission=READ, response={200: ManagersOut, **problems()}, operation_id="portfolio_managers")
def list_managers(request: ActorRequest, q: Annotated[str, Query(max_length=60)] = "", branch: BranchCode | None = None) -> dict[str, Any]:
    """Relationship managers whom I may give customers to."""
    return {"items": portfolios.managers(request.auth, q=q, branch=branch)}


@router.get(
    "/portfolio/customers",
    permission=READ,
    response={200: PortfolioCustomersOut, **problems(RateLimited)},
    operation_id="portfolio_customers",
    counts_rows=True,
    lists="CUSTOMER",
)
def list_customers(
    request: ActorRequest,
    branch: BranchCode | None = None,
    rm_user_id: UUID | None = None,
    unassigned: bool = False,
    cursor: str | None = None,
    limit: Limit = 50,
) -> Page:
    """Customers with their manager, within my reach on portfolios."""
    return portfolios.customer_page(request.auth, branch=branch, rm_user_id=rm_user_id, unassigned=unassigned, cursor=cursor, limit=limit)


@router.get(
    "/portfolio/mine",
    permission=READ,
    response={200: QuietCustomersOut, **problems(RateLimited)},
    operation_id="portfolio_mine",
    counts_rows=True,
    lists="CUSTOMER",
)
def list_mine(request: ActorRequest, cursor: str | None = None, limit: Limit = 20) -> Page:
    """The customers I serve, who waited longest for a contact first."""
    return portfolios.quietest_page(request.auth, cursor=cursor, limit=limit)


@router.get(
    "/portfolio/customers/{uuid:customer_id}/history",
    permission=READ,
    response={200: PortfolioHistoryOut, **problems(CustomerNotFound)},
    operation_id="portfolio_history",
)
def get_history(request: ActorRequest, customer_id: UUID) -> dict[str, Any]:
    """Who served a customer, newest first."""
    return {"items": portfolios.history(request.auth, customer_id)}


@router.post("/portfolio/assign", permission=ASSIGN, response={200: PortfolioAssignOut, **problems(Forbidden)}, operation_id="portfolio_assign")
def assign(request: ActorRequest, body: PortfolioAssignIn) -> dict[str, Any]:
    """Give customers to a manager; each row is told what became of it."""
    outcomes = portfolios.portfolio_assign(actor=request.auth, customer_ids=body.customer_ids, rm_user_id=body.rm_user_id, reason=body.reason)
    counted = {name: sum(1 for one in outcomes if one.outcome == name) for name in ("ASSIGNED", "UNCHANGED", "REFUSED")}
    return {
        "assigned": counted["ASSIGNED"],
        "unchanged": counted["UNCHANGED"],
        "refused": counted["REFUSED"],
        "rows": [{"customer_id": one.customer_id, "outcome": one.outcome, "reason": str(one.reason) if one.reason else None} for one in outcomes],
    }


@router.post("/portfolio/move", permission=ASSIGN, response={200: PortfolioMoveOut, **problems(Forbidden)}, operation_id="portfolio_move")
def move(request: ActorRequest, body: PortfolioMoveIn) -> dict[str, Any]:
    """Give a whole portfolio to another manager."""
    moved, refused = portfolios.portfolio_move(
        actor=request.auth, from_rm_user_id=body.from_rm_user_id, to_rm_user_id=body.to_rm_user_id, branch=body.branch, reason=body.reason
    )
    return {"moved": moved, "refused": refused}
