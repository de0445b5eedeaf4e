"""The operations of a working day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ninja import Query

from simpul.cockpit.schemas import CockpitOut, PortfolioOut, PortfolioQuery
from simpul.cockpit.selectors.day import cockpit_get
from simpul.cockpit.selectors.portfolio import portfolio_page
from simpul.platform.actor import Act
from simpul.platform.errors import RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()


@router.get(
    "/cockpit",
    permission=needs("task", Act.CREATE),
    response={200: CockpitOut, **problems()},
    operation_id="cockpits_get",
)
def get_cockpit(request: ActorRequest) -> Mapping[str, Any]:
    """My day in figures: activities against the target, tasks, leads, pipeline, portfolio."""
    return cockpit_get(request.auth)


@router.get(
    "/cockpit/portfolio",
    permission=needs("portfolio", Act.READ, Act.ASSIGN, Act.MANAGE),
    response={200: PortfolioOut, **problems(RateLimited)},
    operation_id="cockpits_portfolio",
    counts_rows=True,
    lists="CUSTOMER",
)
def list_portfolio(
    request: ActorRequest,
    wanted: Query[PortfolioQuery],
    cursor: str | None = None,
    limit: Limit = 50,
) -> Page:
    """The customers I serve, with value, alerts, tasks and the last contact."""
    return portfolio_page(actor=request.auth, show=wanted.show, sort=wanted.sort, cursor=cursor, limit=limit)
