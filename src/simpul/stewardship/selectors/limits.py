"""Reading what stands for persons: restrictions, objections, legal holds; and the packs of requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db.models import QuerySet

from simpul.consent.public import name_customers
from simpul.iam.public import names
from simpul.marketing.public import AudienceLimit
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.stewardship.errors import LegalHoldNotFound, ProcessingLimitNotFound
from simpul.stewardship.models import LegalHold, ProcessingLimit
from simpul.stewardship.policies import can_end, visible_holds, visible_limits
from simpul.stewardship.selectors.rows import CustomerRow, PersonRow
from simpul.stewardship.vocabulary import KIND_NAMES, LimitKind

_LATEST_LIMITS = Keyset(("-started_at", datetime), ("-id", UUID))
_LATEST_HOLDS = Keyset(("-placed_at", datetime), ("-id", UUID))
_EXCLUDED = "SELECT customer_id FROM crm.segment_limits WHERE kind = '{kind}'"
# A restriction stops all processing. An objection is to being chosen by a machine: a person may still name the customer.
AUDIENCE_LIMITS = (
    AudienceLimit("restriction", _EXCLUDED.format(kind=LimitKind.RESTRICTION.value)),
    AudienceLimit("objection", _EXCLUDED.format(kind=LimitKind.OBJECTION.value), by_rule_only=True),
)
_STANDING = "SELECT DISTINCT customer_id FROM crm.processing_limits WHERE customer_id = ANY (%s) AND kind = %s AND ended_at IS NULL"


def scoring_excluded_sql() -> str:
    """SQL of those whom no machine may score: processing is restricted, or automated decisions are objected to."""
    return "SELECT customer_id FROM crm.segment_limits"


class LimitRow(TypedDict):
    """A limit as lists show it."""

    limit_id: UUID
    request_id: UUID
    customer: CustomerRow
    kind: str
    kind_name: str
    started_at: datetime
    started_by: PersonRow | None
    ended_at: datetime | None
    ended_by: PersonRow | None
    end_reason: str
    reviewed_at: datetime | None
    reviewed_by: PersonRow | None
    review_note: str
    can: dict[str, bool]


class HoldRow(TypedDict):
    """A legal hold as lists show it."""

    hold_id: UUID
    customer: CustomerRow
    reason: str
    placed_at: datetime
    placed_by: PersonRow | None
    lifted_at: datetime | None
    lifted_by: PersonRow | None
    lift_reason: str


def processing_restricted(customer_ids: Iterable[UUID]) -> set[UUID]:
    """Those of the customers whose data must not be processed further, as far as the caller reaches them."""
    return _standing(customer_ids, LimitKind.RESTRICTION)


def automation_objected(customer_ids: Iterable[UUID]) -> set[UUID]:
    """Those of the customers who object to automated decisions, as far as the caller reaches them."""
    return _standing(customer_ids, LimitKind.OBJECTION)


def _standing(customer_ids: Iterable[UUID], kind: LimitKind) -> set[UUID]:
    return {row["customer_id"] for row in query(_STANDING, (list(customer_ids), kind.value))}


def limit_get(*, actor: Actor, limit_id: UUID, lock: bool = False) -> ProcessingLimit:
    """One limit within the actor's reach.

    Raises: ProcessingLimitNotFound.
    """
    limits = visible_limits(actor)
    found = (limits.select_for_update() if lock else limits).filter(pk=limit_id).first()
    if found is None:
        raise ProcessingLimitNotFound()
    return found


def limit_page(*, actor: Actor, kind: str | None, standing: bool | None, unreviewed: bool, customer_id: UUID | None, cursor: str | None, limit: int) -> Page:
    """One page of limits, newest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    rows: QuerySet[ProcessingLimit] = visible_limits(actor)
    if kind:
        rows = rows.filter(kind=kind)
    if standing is not None:
        rows = rows.filter(ended_at__isnull=standing)
    if unreviewed:
        rows = rows.filter(kind=LimitKind.OBJECTION, reviewed_at__isnull=True)
    if customer_id:
        rows = rows.filter(customer_id=customer_id)
    return _LATEST_LIMITS.page(rows, cursor, limit, lambda page: limit_rows(actor, page))


def limit_rows(actor: Actor, limits: Sequence[ProcessingLimit]) -> list[LimitRow]:
    """Limits as lists show them, with what the actor may do."""
    named = names(people={user for row in limits for user in (row.started_by, row.ended_by, row.reviewed_by) if user})
    customers = name_customers(actor, {row.customer_id for row in limits})

    def named_person(user: UUID | None) -> PersonRow | None:
        return {"id": user, "full_name": named.people[user]} if user is not None and user in named.people else None

    return [
        {
            "limit_id": row.id,
            "request_id": row.request_id,
            "customer": customers[row.customer_id],
            "kind": row.kind,
            "kind_name": str(KIND_NAMES[row.kind]),
            "started_at": row.started_at,
            "started_by": named_person(row.started_by),
            "ended_at": row.ended_at,
            "ended_by": named_person(row.ended_by),
            "end_reason": row.end_reason,
            "reviewed_at": row.reviewed_at,
            "reviewed_by": named_person(row.reviewed_by),
            "review_note": row.review_note,
            "can": {
                "end": row.ended_at is None and bool(can_end(actor, row)),
                "review": row.kind == LimitKind.OBJECTION and row.reviewed_at is None and bool(can_end(actor, row)),
            },
        }
        for row in limits
    ]


def hold_get(*, actor: Actor, hold_id: UUID, lock: bool = False) -> LegalHold:
    """One legal hold.

    Raises: LegalHoldNotFound.
    """
    holds = visible_holds(actor)
    found = (holds.select_for_update() if lock else holds).filter(pk=hold_id).first()
    if found is None:
        raise LegalHoldNotFound()
    return found


def hold_page(*, actor: Actor, customer_id: UUID | None, cursor: str | None, limit: int) -> Page:
    """One page of legal holds, newest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    rows = visible_holds(actor)
    return _LATEST_HOLDS.page(rows.filter(customer_id=customer_id) if customer_id else rows, cursor, limit, lambda page: hold_rows(actor, page))


def hold_rows(actor: Actor, holds: Sequence[LegalHold]) -> list[HoldRow]:
    """Legal holds as lists show them."""
    named = names(people={user for row in holds for user in (row.placed_by, row.lifted_by) if user})
    customers = name_customers(actor, {row.customer_id for row in holds})

    def named_person(user: UUID | None) -> PersonRow | None:
        return {"id": user, "full_name": named.people[user]} if user is not None and user in named.people else None

    return [
        {
            "hold_id": row.id,
            "customer": customers[row.customer_id],
            "reason": row.reason,
            "placed_at": row.placed_at,
            "placed_by": named_person(row.placed_by),
            "lifted_at": row.lifted_at,
            "lifted_by": named_person(row.lifted_by),
            "lift_reason": row.lift_reason,
        }
        for row in holds
    ]
