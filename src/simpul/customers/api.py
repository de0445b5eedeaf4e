"""Customers over HTTP: searching, recent ones, revealing, editing and requests for change.

Operations on one customer ask for a signed-in user only: a profile may be opened to somebody without any grant on
customers, and whoever does not reach it learns nothing but "not found".
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query

from simpul.customers import import_changes, searching, selectors, services
from simpul.customers.errors import ChangeRequestIsDecided, ChangeRequestNotFound, CustomerNotFound, NothingToReveal, OwnChangeRequest
from simpul.customers.models import ChangeRequest
from simpul.customers.schemas import (
    ChangeRequestIn,
    ChangeRequestOut,
    ChangeRequestsOut,
    CustomerOut,
    CustomerUpdateIn,
    DecisionIn,
    ImportChangesOut,
    RecentOut,
    RequestStatusName,
    RevealIn,
    RevealOut,
    SearchIn,
    SearchOut,
    SearchQueryIn,
)
from simpul.customers.search.find import Filters
from simpul.platform import idempotency
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, Invalid, RateLimited, StaleVersion
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.platform.text import Text

router = Router()

_REVEALED_FOR = 60
# The store would keep the value and hand it out again without a row in the trail.
_NOT_KEPT = Text(id="Data yang ditampilkan tidak disimpan untuk diulang.", en="What is revealed is not kept for repeating.")


@router.get(
    "/customers/search",
    permission=needs("customer", Act.READ, or_elevated=True),
    response={200: SearchOut, **problems(RateLimited)},
    operation_id="customers_search",
    takes=searching.token_of,
    counts_rows=True,
)
def search(request: ActorRequest, filters: Query[SearchQueryIn]) -> dict[str, Any]:
    """Find customers by name, phone or identifier within my reach; a submitted search is counted and recorded.

    An address is written down on its way: for numbers and names of people use `customers_search_submit`.
    """
    return _search(request, filters)


@router.post(
    "/customers/search",
    reads=True,
    permission=needs("customer", Act.READ, or_elevated=True),
    response={200: SearchOut, **problems(RateLimited)},
    operation_id="customers_search_submit",
    takes=searching.token_of,
    counts_rows=True,
)
def submit_search(request: ActorRequest, body: SearchIn) -> dict[str, Any]:
    """The same search with its words in the body, where no proxy and no history writes them down."""
    return _search(request, body)


def _search(request: ActorRequest, asked: SearchQueryIn | SearchIn) -> dict[str, Any]:
    wanted = Filters(branch=asked.branch, segment=asked.segment, status=asked.status, vip=asked.vip, rfm=asked.rfm)
    return searching.customer_search(actor=request.auth, written=asked.q, filters=wanted, cursor=asked.cursor, limit=asked.limit)


@router.get(
    "/customers/recent",
    permission=needs("customer", Act.READ, or_elevated=True),
    response={200: RecentOut, **problems()},
    operation_id="customers_recent",
)
def recent(request: ActorRequest) -> dict[str, Any]:
    """The customers that I opened last."""
    return {"items": selectors.recent_customers(request.auth)}


@router.patch(
    "/customers/{uuid:customer_id}",
    permission=needs("customer", Act.UPDATE),
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion)},
    operation_id="customers_update",
)
def update(request: ActorRequest, customer_id: UUID, body: CustomerUpdateIn) -> dict[str, Any]:
    """Correct a customer's data."""
    customer = services.customer_update(actor=request.auth, customer_id=customer_id, version=body.version, reason=body.reason, changes=body.changes)
    return selectors.profile(request.auth, customer)


@router.post(
    "/customers/{uuid:customer_id}/reveal",
    permission=SIGNED_IN,
    response={200: RevealOut, **problems(CustomerNotFound, NothingToReveal, Forbidden, RateLimited)},
    operation_id="customers_reveal",
    takes=services.reveal_token,
)
def reveal(request: ActorRequest, customer_id: UUID, body: RevealIn) -> dict[str, Any]:
    """Show one masked field for a minute."""
    if idempotency.HEADER in request.headers:
        raise Invalid({idempotency.HEADER: _NOT_KEPT})
    value = services.field_reveal(actor=request.auth, customer_id=customer_id, field=body.field, reason=body.reason)
    return {"field": body.field, "value": value, "hides_in_seconds": _REVEALED_FOR}


@router.post(
    "/customers/{uuid:customer_id}/change-requests",
    permission=needs("change_request", Act.CREATE),
    response={201: ChangeRequestOut, **problems(CustomerNotFound, Forbidden)},
    operation_id="change_requests_create",
)
def create_change_request(request: ActorRequest, customer_id: UUID, body: ChangeRequestIn) -> dict[str, Any]:
    """Ask a data steward to change a customer's data."""
    made = services.change_request_create(actor=request.auth, customer_id=customer_id, changes=body.changes, note=body.note)
    return _row(request, made)


@router.get(
    "/change-requests",
    permission=needs("change_request", Act.READ),
    response={200: ChangeRequestsOut, **problems(RateLimited)},
    operation_id="change_requests_list",
    counts_rows=True,
    lists="CHANGE_REQUEST",
)
def list_change_requests(
    request: ActorRequest,
    status: RequestStatusName | None = None,
    customer_id: UUID | None = None,
    cursor: str | None = None,
    limit: Limit = 50,
) -> Page:
    """Requests for change, newest first."""
    return selectors.change_request_page(actor=request.auth, status=status, customer_id=customer_id, cursor=cursor, limit=limit)


@router.get(
    "/customers/{uuid:customer_id}/import-changes",
    permission=SIGNED_IN,
    response={200: ImportChangesOut, **problems(CustomerNotFound, Forbidden, RateLimited)},
    operation_id="customers_import_changes",
    counts_rows=True,
)
def list_import_changes(request: ActorRequest, customer_id: UUID, cursor: str | None = None, limit: Limit = 50) -> Page:
    """What imports changed in a customer, newest first, masked."""
    return import_changes.import_change_page(actor=request.auth, customer_id=customer_id, cursor=cursor, limit=limit)


@router.post(
    "/change-requests/{uuid:change_request_id}/approve",
    permission=needs("change_request", Act.ASSIGN),
    response={200: ChangeRequestOut, **problems(ChangeRequestNotFound, OwnChangeRequest, ChangeRequestIsDecided)},
    operation_id="change_requests_approve",
)
def approve(request: ActorRequest, change_request_id: UUID, body: DecisionIn) -> dict[str, Any]:
    """Accept a request and change the customer."""
    return _row(request, services.change_request_approve(actor=request.auth, change_request_id=change_request_id, note=body.note))


@router.post(
    "/change-requests/{uuid:change_request_id}/reject",
    permission=needs("change_request", Act.ASSIGN),
    response={200: ChangeRequestOut, **problems(ChangeRequestNotFound, OwnChangeRequest, ChangeRequestIsDecided)},
    operation_id="change_requests_reject",
)
def reject(request: ActorRequest, change_request_id: UUID, body: DecisionIn) -> dict[str, Any]:
    """Turn a request down."""
    return _row(request, services.change_request_reject(actor=request.auth, change_request_id=change_request_id, note=body.note))


@router.post(
    "/change-requests/{uuid:change_request_id}/withdraw",
    permission=needs("change_request", Act.CREATE),
    response={200: ChangeRequestOut, **problems(ChangeRequestNotFound, Forbidden, ChangeRequestIsDecided)},
    operation_id="change_requests_withdraw",
)
def withdraw(request: ActorRequest, change_request_id: UUID) -> dict[str, Any]:
    """Take my own request back."""
    return _row(request, services.change_request_withdraw(actor=request.auth, change_request_id=change_request_id))


def _row(request: ActorRequest, change_request: ChangeRequest) -> dict[str, Any]:
    return selectors.change_request_rows(request.auth, [change_request])[0]
