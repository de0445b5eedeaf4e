"""Requests for access and grants, always within the actor's reach, and the customer always masked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, Q, QuerySet

from simpul.access.errors import AccessRequestNotFound
from simpul.access.facts import GrantFacts
from simpul.access.models import AccessRequest, AccessReview, SampleItem
from simpul.access.policies import can_approve_alone, can_decide, can_follow, can_leave, can_review, can_revoke, visible_requests
from simpul.access.vocabulary import REASONS, STANDING, WORKFLOW, Status
from simpul.audit.public import acts_counted
from simpul.iam.public import PersonFacts, branches, people, role_name
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.paging import Keyset, Page
from simpul.workflow.public import allowed_moves

_LATEST = Keyset(("-requested_at", datetime), ("-id", UUID))


@dataclass(frozen=True)
class RequestFilter:
    """Which requests; every part that is given must hold. The range of `requested_at` is half open: [since, until)."""

    status: tuple[str, ...] = ()
    mine: bool = False
    requested_by: UUID | None = None
    reason_code: str | None = None
    customer_id: UUID | None = None
    reviewed: bool | None = None
    since: datetime | None = None
    until: datetime | None = None


def request_get(*, actor: Actor, request_id: UUID) -> AccessRequest:
    """One request within the actor's reach.

    Raises: AccessRequestNotFound, in the same way for absent and invisible ones.
    """
    found = visible_requests(actor).filter(pk=request_id).first()
    if found is None:
        raise AccessRequestNotFound()
    return found


def request_page(*, actor: Actor, wanted: RequestFilter, cursor: str | None, limit: int) -> Page:
    """One page of requests, latest first.

    Raises: Invalid for a cursor that we did not write.
    """
    rows = visible_requests(actor).filter(_conditions(actor, wanted))
    if wanted.reviewed is not None:
        noted = models.Exists(AccessReview.objects.filter(request=models.OuterRef("pk")))
        rows = rows.filter(noted if wanted.reviewed else ~noted, starts_at__isnull=False)
    return _LATEST.page(rows, cursor, limit, lambda page: request_rows(actor, page))


def _conditions(actor: Actor, wanted: RequestFilter) -> Q:
    given: dict[str, Any] = {
        "requested_by": actor.id if wanted.mine else wanted.requested_by,
        "reason_code": wanted.reason_code,
        "customer_id": wanted.customer_id,
        "requested_at__gte": wanted.since,
        "requested_at__lt": wanted.until,
    }
    condition = Q(**{name: value for name, value in given.items() if value is not None})
    return condition & _of_status(wanted.status) if wanted.status else condition


def _of_status(wanted: Sequence[str]) -> Q:
    """A grant whose time is over has expired, whether its timer has fired yet or not."""
    over = Q(status=Status.ACTIVE, ends_at__lte=now())
    condition = Q(status__in=[each for each in wanted if each != Status.ACTIVE])
    if Status.ACTIVE in wanted:
        condition |= Q(status=Status.ACTIVE) & ~over
    return condition | over if Status.EXPIRED in wanted else condition


def status_of(request: AccessRequest) -> str:
    """The status as it is at this moment, to the second."""
    over = request.status == Status.ACTIVE and request.ends_at is not None and request.ends_at <= now()
    return Status.EXPIRED.value if over else str(request.status)


def request_rows(actor: Actor, requests: Sequence[AccessRequest]) -> list[dict[str, Any]]:
    """Requests as the API gives them, with what the actor may do; a fixed number of queries."""
    ids = [request.id for request in requests]
    who = people(each for request in requests for each in (request.requested_by, request.decided_by, request.closed_by) if each)
    places = branches()
    open_moves = _open_moves(actor, requests)
    follows = bool(can_follow(actor))
    acts = acts_counted(ids) if follows else {}
    reviews = _latest_reviews(ids) if follows else {}
    sizes = (
        dict(SampleItem.objects.filter(sample__in={r.sample_id for r in requests if r.sample_id}).values_list("sample").annotate(Count("pk")))
        if follows
        else {}
    )
    return [
        {
            "id": request.id,
            "status": status_of(request),
            "reason_code": request.reason_code,
            "reason_name": str(REASONS[request.reason_code].name) if request.reason_code in REASONS else request.reason_code,
            "reason": request.reason,
            "ticket": request.ticket,
            "tier": request.tier,
            "minutes": request.minutes,
            "requested_by": _person(who, request.requested_by),
            "requester_role": role_name(request.requester_role),
            "requested_at": request.requested_at,
            "customer": {
                "customer_id": request.customer_id,
                "name": request.customer_name,
                "cif": request.customer_cif or None,
            }
            if request.customer_id
            else None,
            "sample": {"id": request.sample_id, "size": sizes.get(request.sample_id)} if request.sample_id else None,
            "branch": {"code": request.branch_code, "name": places[request.branch_code].name} if request.branch_code in places else None,
            "decided_by": _person(who, request.decided_by),
            "decided_at": request.decided_at,
            "decision_note": request.decision_note,
            "self_approved": request.self_approved,
            "starts_at": request.starts_at,
            "ends_at": request.ends_at,
            "remaining_seconds": remaining(request),
            "closed_by": _person(who, request.closed_by),
            "closed_at": request.closed_at or (request.ends_at if status_of(request) == Status.EXPIRED else None),
            "close_note": request.close_note,
            "acts": acts.get(request.id, 0) if follows else None,
            "review": reviews.get(request.id),
            "mine": request.requested_by == actor.id,
            "can": _can(actor, request, open_moves.get(str(request.id), {})),
        }
        for request in requests
    ]


def _person(who: Mapping[UUID, PersonFacts], user_id: UUID | None) -> dict[str, Any] | None:
    return {"id": user_id, "full_name": who[user_id].full_name} if user_id is not None and user_id in who else None


def remaining(request: AccessRequest) -> int | None:
    """Whole seconds until the access ends; nothing when it is not open."""
    if status_of(request) != Status.ACTIVE or request.ends_at is None:
        return None
    return max(0, ceil((request.ends_at - now()).total_seconds()))


def _can(actor: Actor, request: AccessRequest, open_moves: dict[str, bool]) -> dict[str, bool]:
    """Both must allow it: the grants that the policies read, and the workflow with its roles and checks."""
    asked = {
        "approve": can_decide, "reject": can_decide, "self_approve": can_approve_alone, "withdraw": can_leave, "end": can_leave, "revoke": can_revoke,
    }  # fmt: skip
    found = {name: open_moves.get(name, False) and bool(policy(actor, request)) for name, policy in asked.items()}
    opened = status_of(request) == Status.ACTIVE and request.requested_by == actor.id
    return {**found, "review": bool(can_review(actor, request)), "follow": bool(can_follow(actor)) and request.starts_at is not None, "open": opened}


def _open_moves(actor: Actor, requests: Sequence[AccessRequest]) -> dict[str, dict[str, bool]]:
    standing = [request.id for request in requests if status_of(request) in STANDING]
    found = allowed_moves(actor, WORKFLOW, standing) if standing else {}
    return {key: {move.transition: move.verdict.allowed for move in moves} for key, moves in found.items()}


def _latest_reviews(ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = AccessReview.objects.filter(request__in=ids).order_by("request_id", "-reviewed_at").distinct("request_id")
    return {row.request_id: {"verdict": row.verdict, "reviewed_at": row.reviewed_at} for row in rows}


def review_rows(request: AccessRequest) -> list[dict[str, Any]]:
    """What was noted of how the access was used, first note first."""
    rows = list(AccessReview.objects.filter(request=request).order_by("reviewed_at", "pk"))
    who = people(row.reviewed_by for row in rows)
    return [
        {
            "id": row.id, "verdict": row.verdict, "note": row.note, "reviewed_at": row.reviewed_at,
            "reviewed_by": {"id": row.reviewed_by, "full_name": who[row.reviewed_by].full_name},
        }
        for row in rows
    ]  # fmt: skip


def request_detail(actor: Actor, request: AccessRequest) -> dict[str, Any]:
    """One request with its reviews."""
    return {**request_rows(actor, [request])[0], "reviews": review_rows(request)}


def open_grants(actor: Actor) -> QuerySet[AccessRequest]:
    """What stands open to the actor at this moment: at most one."""
    present = now()
    return AccessRequest.objects.filter(requested_by=actor.id, status=Status.ACTIVE, starts_at__lte=present, ends_at__gt=present)


def running_of(user_id: UUID) -> AccessRequest | None:
    """The grant that a user acts under at this moment."""
    present = now()
    return AccessRequest.objects.filter(requested_by=user_id, status=Status.ACTIVE, ends_at__gt=present).first()


def customers_of(request: AccessRequest) -> frozenset[UUID]:
    """The customers that a request is about."""
    if request.customer_id is not None:
        return frozenset({request.customer_id})
    return frozenset(SampleItem.objects.filter(sample=request.sample_id).values_list("customer_id", flat=True))


def active_grant(actor: Actor, customer_id: UUID | None = None) -> GrantFacts | None:
    """The grant that the actor acts under now, when it opens this customer."""
    request = open_grants(actor).filter(pk=actor.elevation_id).first() if actor.elevation_id else None
    if request is None:
        return None
    opened = customers_of(request)
    if customer_id is not None and customer_id not in opened:
        return None
    assert request.starts_at is not None and request.ends_at is not None  # the database holds it for what is open
    return GrantFacts(request.id, opened, request.tier, request.reason_code, request.ticket, request.self_approved, request.starts_at, request.ends_at)


def request_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The requests that the actor may see, called by their masked customer, or by their ticket."""
    wanted = uuids(ids)
    return {str(row.id): row.customer_name or row.ticket for row in visible_requests(actor).filter(pk__in=wanted)} if wanted else {}


def uuids(written: Iterable[str]) -> list[UUID]:
    """Those that are ids at all."""
    found = []
    for each in written:
        with suppress(ValueError):
            found.append(UUID(each))
    return found
