"""Reviews of rights and what is in them, within the actor's reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from simpul.control.models import Recertification, RecertificationItem
from simpul.control.policies import can_open_review, can_review_item, reviews_unheaded, visible_items
from simpul.iam.public import branches, people, powerful_people, role_names, units
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text

_LATEST = Keyset(("-id", UUID), name="recertifications")
_ITEMS = Keyset(("user_id", UUID), ("kind", str), ("id", UUID), name="recertification_items")
_GONE_ROLE = Text(id="Peran yang sudah tidak ada", en="A role that is gone")


@dataclass(frozen=True)
class ItemFilter:
    """Which items: of one review, still open or decided, and those that wait for the actor."""

    recertification_id: UUID | None = None
    is_open: bool | None = None
    mine: bool = False


def review_labels(actor: Actor, ids: Iterable[str]) -> dict[str, str]:
    """Reviews are called by the day on which they began."""
    rows = Recertification.objects.filter(pk__in=list(ids))
    return {str(row.id): row.opened_at.date().isoformat() for row in rows}


def review_page(*, actor: Actor, cursor: str | None, limit: int) -> Page:
    """Reviews with how far they are, the latest first."""
    return _LATEST.page(Recertification.objects.all(), cursor, limit, _review_rows)


def review_can(actor: Actor) -> dict[str, bool]:
    """What the actor may do about reviews."""
    running = Recertification.objects.filter(closed_at__isnull=True).exists()
    return {"open": bool(can_open_review(actor)) and not running}


def _review_rows(page: Sequence[Recertification]) -> list[Mapping[str, Any]]:
    counts: dict[UUID, dict[str, int]] = {}
    for row in query(
        """SELECT recertification_id, coalesce(decision, 'OPEN') AS decision, count(*) AS n FROM crm.recertification_items
           WHERE recertification_id = ANY(%s) GROUP BY 1, 2""",
        ([each.id for each in page],),
    ):
        counts.setdefault(row["recertification_id"], {})[row["decision"]] = row["n"]
    who = people(each.opened_by for each in page)
    return [
        {
            "id": each.id,
            "opened_at": each.opened_at,
            "opened_by": _person(who, each.opened_by),
            "due_at": each.due_at,
            "closed_at": each.closed_at,
            "counts": {name.lower(): counts.get(each.id, {}).get(name, 0) for name in ("OPEN", "CONFIRMED", "REMOVED", "LAPSED", "KEPT")},
        }
        for each in page
    ]


def item_page(*, actor: Actor, wanted: ItemFilter, cursor: str | None, limit: int) -> Page:
    """Rights under review, person by person."""
    rows = visible_items(actor).select_related("recertification")
    if wanted.recertification_id is not None:
        rows = rows.filter(recertification_id=wanted.recertification_id)
    if wanted.is_open is not None:
        rows = rows.filter(decision__isnull=wanted.is_open, **({"recertification__closed_at__isnull": True} if wanted.is_open else {}))
    if wanted.mine:
        unheaded = RecertificationItem.objects.filter(reviewer_id__isnull=True).exclude(user_id=actor.id)
        rows = rows.filter(reviewer_id=actor.id) | rows.filter(pk__in=unheaded.values("pk")) if reviews_unheaded(actor) else rows.filter(reviewer_id=actor.id)
    return _ITEMS.page(rows, cursor, limit, lambda page: item_rows(actor, page))


def item_rows(actor: Actor, items: Sequence[RecertificationItem]) -> list[Mapping[str, Any]]:
    """Items as the API gives them; a fixed number of queries."""
    who = people(each for item in items for each in (item.user_id, item.reviewer_id, item.decided_by) if each)
    roles = {key: str(name) for key, name in role_names().items()}
    places = {f"BRANCH:{code}": facts.name for code, facts in branches().items()} | {f"UNIT:{code}": facts.name for code, facts in units().items()}
    powerful = powerful_people(item.user_id for item in items)
    return [
        {
            "id": item.id,
            "recertification_id": item.recertification_id,
            "due_at": item.recertification.due_at,
            "person": _person(who, item.user_id),
            "kind": item.kind,
            "name": roles.get(item.ref, str(_GONE_ROLE)) if item.kind == "ROLE" else places.get(item.place, item.place),
            "reviewer": _person(who, item.reviewer_id),
            "decision": item.decision,
            "decided_by": _person(who, item.decided_by),
            "decided_at": item.decided_at,
            "note": item.note,
            "can": {"decide": (decides := _can_decide(actor, item)), "remove": decides and item.user_id not in powerful},
        }
        for item in items
    ]


def _can_decide(actor: Actor, item: RecertificationItem) -> bool:
    open_still = item.decision is None and item.recertification.closed_at is None and item.recertification.due_at > now()
    return open_still and bool(can_review_item(actor, item))


def _person(who: Any, user_id: UUID | None) -> Mapping[str, Any] | None:
    return {"user_id": user_id, "full_name": who[user_id].full_name} if user_id in who else None
