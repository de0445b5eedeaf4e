"""Reading $plural, always from what the actor may see."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q

from simpul.$domain.errors import ${Entity}CustomerNotFound, ${Entity}NotFound
from simpul.$domain.models import $Entity
from simpul.$domain.policies import Place, visible_$plural
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.http import decode_cursor, encode_cursor


def ${entity}_get(*, actor: Actor, ${entity}_id: UUID) -> $Entity:
    """One $entity.

    Raises: ${Entity}NotFound, also for one beyond the actor's reach.
    """
    found = visible_$plural(actor).filter(pk=${entity}_id).first()
    if found is None:
        raise ${Entity}NotFound()
    return found


def ${entity}_list(*, actor: Actor, customer_id: UUID | None, cursor: str | None, limit: int) -> dict[str, Any]:
    """One page, newest first."""
    rows = visible_$plural(actor).order_by("-created_at", "-id")
    if customer_id:
        rows = rows.filter(customer_id=customer_id)
    if position := decode_cursor(cursor, 2):
        rows = rows.filter(Q(created_at__lt=position[0]) | Q(created_at=position[0], id__lt=position[1]))
    page = list(rows[: limit + 1])
    last = page[limit - 1] if len(page) > limit else None
    return {"items": page[:limit], "next_cursor": encode_cursor(last.created_at.isoformat(), str(last.id)) if last else None}


def place_of(customer_id: UUID) -> Place:
    """Where the customer belongs; row-level security hides a customer beyond the caller's reach.

    Raises: ${Entity}CustomerNotFound.
    """
    rows = query("SELECT customer_id, branch_code, rm_user_id FROM iam.customer_reach WHERE customer_id = %s", (customer_id,))
    if not rows:
        raise ${Entity}CustomerNotFound()
    return Place(**rows[0])


def ${entity}_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What the audit explorer, the timeline and the inbox call each $entity that the actor may see."""
    return {str(key): title for key, title in visible_$plural(actor).filter(pk__in=ids).values_list("pk", "title")}
