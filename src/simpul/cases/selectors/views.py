"""Reading the views of the queue that a colleague has: the own ones, and those shared with the own branches."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.cases.errors import CaseViewNotFound
from simpul.cases.models import CaseView, CaseViewMark
from simpul.cases.policies import can_change_view, can_remove_view, can_share_view, visible_views
from simpul.iam.public import people
from simpul.platform.actor import Actor


def view_get(*, actor: Actor, view_id: UUID, lock: bool = False) -> CaseView:
    """One view that the actor has.

    Raises: CaseViewNotFound.
    """
    rows = visible_views(actor)
    found = (rows.select_for_update() if lock else rows).filter(pk=view_id).first()
    if found is None:
        raise CaseViewNotFound()
    return found


def view_list(*, actor: Actor) -> dict[str, Any]:
    """All views that the actor has: what is kept at hand first, then the own ones, by name."""
    rows = view_rows(actor, list(visible_views(actor).order_by("name", "id")[:200]))
    return {"items": sorted(rows, key=lambda row: (not row["pinned"], not row["mine"], row["name"].lower())), "can_share": bool(can_share_view(actor))}


def view_rows(actor: Actor, views: list[CaseView]) -> list[dict[str, Any]]:
    """Views as their reader sees them."""
    marks = {mark.view_id: mark for mark in CaseViewMark.objects.filter(user_id=actor.id)}
    names = people(view.user_id for view in views)
    return [
        {
            "id": view.id,
            "name": view.name,
            "filters": view.filters,
            "shared": bool(view.branch_codes),
            "branches": view.branch_codes,
            "mine": view.user_id == actor.id,
            "owner": {"id": view.user_id, "full_name": names[view.user_id].full_name} if view.user_id in names else None,
            "pinned": view.id in marks and marks[view.id].pinned,
            "is_default": view.id in marks and marks[view.id].is_default,
            "version": view.version,
            "can": {
                "update": bool(can_change_view(actor, view)),
                "share": bool(can_share_view(actor)),
                "remove": bool(can_remove_view(actor, view, kept=view.user_id in names and names[view.user_id].is_active)),
            },
        }
        for view in views
    ]
