"""Saved filters of the explorer: one's own, and those shared with a role that one holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from simpul.iam.public import people, role_names
from simpul.oversight.errors import AuditFilterNotFound
from simpul.oversight.models import SavedFilter
from simpul.oversight.policies import can_change_filter
from simpul.platform.actor import Act, Actor, Reach


def visible_filters(actor: Actor) -> QuerySet[SavedFilter]:
    """What the actor may use."""
    if actor.reach("audit", Act.READ) is Reach.NONE:
        return SavedFilter.objects.none()
    return SavedFilter.objects.filter(Q(owner_id=actor.id) | Q(shared_with__in=actor.role_keys))


def filter_list(*, actor: Actor) -> dict[str, Any]:
    """The actor's saved filters, the own ones first, by name."""
    rows = sorted(visible_filters(actor), key=lambda row: (row.owner_id != actor.id, row.name.casefold()))
    return {"items": filter_rows(actor, rows)}


def filter_get(*, actor: Actor, filter_id: UUID, lock: bool = False) -> SavedFilter:
    """One saved filter.

    Raises: AuditFilterNotFound.
    """
    rows = visible_filters(actor)
    found = (rows.select_for_update() if lock else rows).filter(pk=filter_id).first()
    if found is None:
        raise AuditFilterNotFound()
    return found


def filter_rows(actor: Actor, filters: Iterable[SavedFilter]) -> list[dict[str, Any]]:
    """Saved filters as the explorer shows them."""
    rows = list(filters)
    names = role_names()
    who = people(row.owner_id for row in rows)
    return [
        {
            "id": row.id,
            "name": row.name,
            "filters": row.filters,
            "owner": who.get(row.owner_id),
            "shared_with": row.shared_with,
            "shared_with_name": str(names.get(row.shared_with, row.shared_with)) if row.shared_with else None,
            "version": row.version,
            "can": {"update": bool(can_change_filter(actor, row.owner_id))},
        }
        for row in rows
    ]
