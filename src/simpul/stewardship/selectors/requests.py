"""Reading rights requests, always from what the actor may see, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from simpul.consent.public import name_customers
from simpul.iam.public import holders_at, holders_working_at, names, people
from simpul.platform.actor import Act, Actor
from simpul.platform.clock import now
from simpul.platform.paging import Keyset, Page
from simpul.stewardship.errors import RightsRequestNotFound
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.policies import can_assign, can_decide, can_work, visible_requests
from simpul.stewardship.selectors.rows import PersonRow, RightsRequestRow, RightsStep
from simpul.stewardship.vocabulary import KIND_NAMES, NEEDS_APPROVAL, OPEN, RECEIVED_NAMES, REFUSAL_NAMES, RESOURCE, RightsStatus


class RightsSort(StrEnum):
    """In which order: the nearest due instant first, or the newest first."""

    DUE = "due"
    RECEIVED = "-received"


ORDERS = {
    RightsSort.DUE: Keyset(("due_at", datetime), ("id", UUID)),
    RightsSort.RECEIVED: Keyset(("-received_at", datetime), ("-id", UUID)),
}


@dataclass(frozen=True)
class RightsFilter:
    """Which requests; every part that is given must hold."""

    state: str | None = None  # a status, or "open" or "closed"
    kind: str | None = None
    branch_code: str | None = None
    mine: bool = False
    overdue: bool = False
    customer_id: UUID | None = None
    sort: RightsSort = RightsSort.DUE


def rights_request_get(*, actor: Actor, request_id: UUID, lock: bool = False) -> RightsRequest:
    """One request; locked, as its last change left it.

    Raises: RightsRequestNotFound, also for one beyond the actor's reach.
    """
    requests = visible_requests(actor)
    found = (requests.select_for_update() if lock else requests).filter(pk=request_id).first()
    if found is None:
        raise RightsRequestNotFound()
    return found


def filter_requests(actor: Actor, wanted: RightsFilter) -> QuerySet[RightsRequest]:
    """The requests that a filter leaves."""
    rows = visible_requests(actor)
    if wanted.state == "open":
        rows = rows.filter(status__in=OPEN)
    elif wanted.state == "closed":
        rows = rows.exclude(status__in=OPEN)
    elif wanted.state:
        rows = rows.filter(status=wanted.state)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.branch_code:
        rows = rows.filter(branch_code=wanted.branch_code)
    if wanted.mine:
        rows = rows.filter(owner_id=actor.id)
    if wanted.overdue:
        rows = rows.filter(status__in=OPEN, due_at__lt=now())
    if wanted.customer_id:
        rows = rows.filter(customer_id=wanted.customer_id)
    return rows


def rights_request_page(*, actor: Actor, wanted: RightsFilter, cursor: str | None, limit: int) -> Page:
    """One page of requests in the wanted order.

    Raises: Invalid for a cursor that is not this list's.
    """
    return ORDERS[wanted.sort].page(filter_requests(actor, wanted), cursor, limit, lambda rows: rights_request_rows(actor, rows))


def allowed_steps(actor: Actor, request: RightsRequest) -> dict[RightsStep, bool]:
    """What the actor may do with a request as it stands."""
    works, assigns, decides = bool(can_work(actor, request)), bool(can_assign(actor, request)), bool(can_decide(actor, request))
    active = request.status in (RightsStatus.RECEIVED, RightsStatus.IN_PROGRESS)
    doing = works and request.status == RightsStatus.IN_PROGRESS
    waiting = request.status == RightsStatus.WAITING_APPROVAL
    approved_first = request.kind in NEEDS_APPROVAL
    return {
        "verify": works and active and request.verification_method is None,
        "take": works and active and request.owner_id != actor.id,
        "assign": assigns and active,
        "complete": doing and not approved_first,
        "propose": doing and approved_first,
        "approve": decides and waiting,
        "send_back": decides and waiting,
        "refuse": (works and active) or (decides and waiting),
        "withdraw": works,
    }


def rights_request_rows(actor: Actor, requests: Sequence[RightsRequest]) -> list[RightsRequestRow]:
    """Requests as lists and pages show them."""
    users = {user for row in requests for user in (row.owner_id, row.created_by, row.handled_by, row.approved_by, row.closed_by) if user}
    named = names(people=users, branches={row.branch_code for row in requests})
    customers = name_customers(actor, {row.customer_id for row in requests})
    at = now()

    def named_person(user: UUID | None) -> PersonRow | None:
        return {"id": user, "full_name": named.people[user]} if user is not None and user in named.people else None

    return [
        {
            "request_id": row.id,
            "customer": customers[row.customer_id],
            "branch": {"code": row.branch_code, "name": named.branches.get(row.branch_code, row.branch_code)},
            "kind": row.kind,
            "kind_name": str(KIND_NAMES[row.kind]),
            "details": row.details,
            "received_by": row.received_by,
            "received_by_name": str(RECEIVED_NAMES[row.received_by]),
            "received_at": row.received_at,
            "due_at": row.due_at,
            "overdue": row.status in OPEN and row.due_at < at,
            "verification_method": row.verification_method,
            "evidence_document_id": row.evidence_document_id,
            "owner": named_person(row.owner_id),
            "status": row.status,
            "outcome": row.outcome,
            "corrected_fields": list(row.corrected_fields),
            "refusal_code": row.refusal_code,
            "refusal_name": str(REFUSAL_NAMES[row.refusal_code]) if row.refusal_code else None,
            "refusal_reason": row.refusal_reason,
            "handled_by": named_person(row.handled_by),
            "handled_at": row.handled_at,
            "approved_by": named_person(row.approved_by),
            "approval_note": row.approval_note,
            "closed_at": row.closed_at,
            "closed_by": named_person(row.closed_by),
            "version": row.version,
            "created_by": named_person(row.created_by),
            "needs_approval": row.kind in NEEDS_APPROVAL,
            "can": allowed_steps(actor, row),
        }
        for row in requests
    ]


def owners_at(request: RightsRequest) -> dict[UUID, str]:
    """Who can be given a request: whoever works on requests in its branch, and compliance; by name."""
    able = {*holders_working_at(RESOURCE, Act.UPDATE, request.branch_code), *holders_at(RESOURCE, Act.UPDATE, request.branch_code)}
    return dict(sorted(((key, found.full_name) for key, found in people(able).items()), key=lambda pair: pair[1]))


def rights_request_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What the audit explorer, the timeline and the inbox call each request that the actor may see."""
    known = read_uuids(ids)
    return {str(key): str(KIND_NAMES[kind]) for key, kind in visible_requests(actor).filter(pk__in=known).values_list("pk", "kind")} if known else {}


def read_uuids(written: Iterable[str]) -> list[UUID]:
    """The ids among what was written."""
    found = []
    for each in written:
        with suppress(ValueError):
            found.append(UUID(each))
    return found
