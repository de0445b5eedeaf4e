"""The 360 page and its timeline over HTTP.

Both ask for a signed-in user only: a profile may be opened to somebody without any grant on customers, and whoever
does not reach it learns nothing but "not found".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Query

from simpul.customer360 import services
from simpul.customer360.schemas import CopilotOut, Customer360Out, ServicesOut, TimelineOut, TimelineQuery
from simpul.customers.public import CustomerNotFound
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, problems
from simpul.platform.paging import Keyset, Page

router = Router()
_EVENTS = Keyset(("-occurred_at", datetime), ("-event_id", UUID))
_SERVICES = Keyset(("-occurred_at", datetime), ("-service_id", UUID))


@router.get(
    "/customers/{uuid:customer_id}/360",
    permission=SIGNED_IN,
    response={200: Customer360Out, **problems(CustomerNotFound)},
    operation_id="customer360_get",
    by_alias=True,
)
def open_customer(request: ActorRequest, customer_id: UUID) -> dict[str, Any]:
    """Open a customer's page; this is always recorded."""
    return services.customer360_open(actor=request.auth, customer_id=customer_id)


@router.get(
    "/customers/{uuid:customer_id}/copilot",
    permission=SIGNED_IN,
    response={200: CopilotOut, **problems(CustomerNotFound, Forbidden)},
    operation_id="copilot_get",
)
def get_copilot(request: ActorRequest, customer_id: UUID) -> Mapping[str, Any]:
    """What to know about a customer in half a minute, each line with its reason."""
    return services.copilot_open(actor=request.auth, customer_id=customer_id)


@router.get(
    "/customers/{uuid:customer_id}/timeline",
    permission=SIGNED_IN,
    counts_rows=True,
    response={200: TimelineOut, **problems(CustomerNotFound, Forbidden, RateLimited)},
    operation_id="timeline_list",
)
def list_timeline(request: ActorRequest, customer_id: UUID, filters: Query[TimelineQuery]) -> Page:
    """What happened to a customer, newest first."""
    found = services.timeline_open(
        actor=request.auth,
        customer_id=customer_id,
        chosen=filters.kind,
        since=filters.since,
        until=filters.until,
        before=_EVENTS.position(filters.cursor),
        limit=filters.limit + 1,
    )
    return _EVENTS.cut(found, filters.limit)


@router.get(
    "/customers/{uuid:customer_id}/services",
    permission=SIGNED_IN,
    counts_rows=True,
    response={200: ServicesOut, **problems(CustomerNotFound, Forbidden, RateLimited)},
    operation_id="services_list",
)
def list_services(request: ActorRequest, customer_id: UUID, filters: Query[TimelineQuery]) -> Page:
    """The services that a customer was given, newest first."""
    found = services.service_history_open(
        actor=request.auth,
        customer_id=customer_id,
        chosen=filters.kind,
        since=filters.since,
        until=filters.until,
        before=_SERVICES.position(filters.cursor),
        limit=filters.limit + 1,
    )
    return _SERVICES.cut(found, filters.limit)
