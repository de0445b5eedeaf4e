"""The operations on scores, on figures of segments and on thresholds."""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.customers.public import CustomerNotFound
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.value.schemas.rfm import (
    FiguresIn,
    MigrationsIn,
    MovedIn,
    MovedPageOut,
    RfmCardOut,
    RfmDistributionOut,
    RfmMigrationsOut,
    ThresholdsIn,
    ThresholdsInForceOut,
    ThresholdsPreviewIn,
    ThresholdsPreviewOut,
    ThresholdVersionsOut,
    month_of,
)
from simpul.value.selectors.moved import moved_page
from simpul.value.selectors.reports import DistributionRow, MigrationsRow, PreviewsRow, preview_rows, rfm_distribution, rfm_flows
from simpul.value.selectors.rfm import RfmCard, rfm_card
from simpul.value.selectors.thresholds import InForceRow, thresholds_in_force, thresholds_page, thresholds_preview
from simpul.value.services.thresholds import thresholds_update
from simpul.value.vocabulary import RESOURCE

router = Router()
_READS = needs(RESOURCE, Act.READ)
_MANAGES = needs(RESOURCE, Act.MANAGE)


@router.get(
    "/customers/{uuid:customer_id}/rfm",
    permission=SIGNED_IN,
    response={200: RfmCardOut, **problems(CustomerNotFound)},
    operation_id="rfm_get",
)
def get_rfm(request: ActorRequest, customer_id: UUID) -> RfmCard:
    """The score of a customer in words, or why none shows."""
    return rfm_card(actor=request.auth, customer_id=customer_id)


@router.get(
    "/value/rfm/distribution",
    permission=_READS,
    response={200: RfmDistributionOut, **problems()},
    operation_id="rfm_distribution_get",
)
def get_distribution(request: ActorRequest, asked: Query[FiguresIn]) -> DistributionRow:
    """How many customers are in each segment, in all and by branch; numbers alone."""
    return rfm_distribution(actor=request.auth, branch=asked.branch)


@router.get(
    "/value/rfm/migrations",
    permission=_READS,
    response={200: RfmMigrationsOut, **problems()},
    operation_id="rfm_migrations_get",
)
def get_migrations(request: ActorRequest, asked: Query[MigrationsIn]) -> MigrationsRow:
    """How customers moved between two months; numbers alone."""
    return rfm_flows(actor=request.auth, branch=asked.branch, since=month_of(asked.since), until=month_of(asked.until))


@router.get(
    "/value/rfm/moves",
    permission=_READS,
    counts_rows=True,
    lists="CUSTOMER",
    response={200: MovedPageOut, **problems(RateLimited)},
    operation_id="rfm_moves_list",
)
def list_moves(request: ActorRequest, asked: Query[MovedIn], cursor: str | None = None, limit: Limit = 50) -> Page:
    """The customers who moved between segments, as far as I open them, the latest month first."""
    return moved_page(actor=request.auth, wanted=asked.moved_filter(), cursor=cursor, limit=limit)


@router.get(
    "/value/rfm/thresholds",
    permission=_READS,
    response={200: ThresholdsInForceOut, **problems()},
    operation_id="rfm_thresholds_get",
)
def get_thresholds(request: ActorRequest) -> InForceRow:
    """The thresholds in force, and what else decides about scores."""
    return thresholds_in_force(actor=request.auth)


@router.put(
    "/value/rfm/thresholds",
    permission=_MANAGES,
    response={200: ThresholdsInForceOut, **problems(Forbidden, StaleVersion)},
    operation_id="rfm_thresholds_update",
)
def update_thresholds(request: ActorRequest, body: ThresholdsIn) -> InForceRow:
    """Put new thresholds in force as a version of their own; the former ones stay to be read."""
    thresholds_update(actor=request.auth, bounds=body.as_bounds(body.version), note=body.note)
    return thresholds_in_force(actor=request.auth)


@router.get(
    "/value/rfm/thresholds/versions",
    permission=_READS,
    response={200: ThresholdVersionsOut, **problems()},
    operation_id="rfm_thresholds_list",
)
def list_thresholds(request: ActorRequest, cursor: str | None = None, limit: Limit = 20) -> Page:
    """All versions of the thresholds, the latest first."""
    return thresholds_page(cursor=cursor, limit=limit)


@router.post(
    "/value/rfm/thresholds/preview",
    permission=_MANAGES,
    response={200: ThresholdsPreviewOut, **problems()},
    operation_id="rfm_thresholds_preview",
)
def preview_thresholds(request: ActorRequest, body: ThresholdsPreviewIn) -> PreviewsRow:
    """How many customers each segment would have under other thresholds; nothing is changed."""
    return preview_rows(request.auth, thresholds_preview(body.as_bounds()))
