"""Reading $plural, always from what the actor may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.$domain.errors import ${Entity}CustomerNotFound, ${Entity}NotFound
from simpul.$domain.models import $Entity
from simpul.$domain.policies import Place, visible_$plural
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.paging import Keyset

_LATEST = Keyset(("-created_at", datetime), ("-id", UUID))


def ${entity}_get(*, actor: Actor, ${entity}_id: UUID) -> $Entity:
    """One $entity.

    Raises: ${Entity}NotFound, also for one beyond the actor's reach.
    """
    found = visible_$plural(actor).filter(pk=${entity}_id).first()
    if found is None:
        raise ${Entity}NotFound()
    return found


def ${entity}_list(*, actor: Actor, customer_id: UUID | None, cursor: str | None, limit: int) -> dict[str, Any]:
    """One page, newest first.

    Raises: Invalid for a cursor that we did not write.
    """
    rows = visible_$plural(actor)
    if customer_id:
        rows = rows.filter(customer_id=customer_id)
    return _LATEST.page(rows, cursor, limit)


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
