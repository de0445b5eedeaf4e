"""Who could open a customer on a day, and who did."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query

from simpul.customers.public import CustomerNotFound
from simpul.oversight.schemas.access_reports import CustomerViewersOut, ViewersQuery
from simpul.oversight.services import access_reports as services
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, Invalid, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()


@router.get(
    "/audit/customers/{uuid:customer_id}/viewers",
    permission=needs("audit", Act.READ),
    counts_rows=True,
    response={200: CustomerViewersOut, **problems(CustomerNotFound, Forbidden, Invalid, RateLimited)},
    operation_id="customer_viewers_list",
)
def list_viewers(request: ActorRequest, customer_id: UUID, filters: Query[ViewersQuery]) -> dict[str, Any]:
    """The people who could open a customer on one day, by which role and way and from when to when, and who did; asking is itself recorded."""
    return services.access_report_open(actor=request.auth, wanted=filters.viewers_filter(customer_id), cursor=filters.cursor, limit=filters.limit)
