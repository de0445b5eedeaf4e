"""The customers behind the moves between segments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from simpul.customers.public import result_rows
from simpul.iam.public import system_identity
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.db import query, scope
from simpul.platform.paging import Keyset, Page
from simpul.value.policies import figure_branches
from simpul.value.vocabulary import SEGMENT_NAMES

_ORDER = Keyset(("-month", date), ("customer_id", UUID), name="rfm_moved")
_MOVED = """
SELECT n.month, n.customer_id, o.segment AS from_segment, n.segment AS to_segment
FROM crm.rfm_months n JOIN crm.rfm_months o ON o.customer_id = n.customer_id AND o.month = (n.month - interval '1 month')::date
WHERE n.month BETWEEN %(since)s AND %(until)s AND o.segment <> n.segment
  AND (%(before)s::text IS NULL OR o.segment = %(before)s) AND (%(after)s::text IS NULL OR n.segment = %(after)s)
  AND (%(branches)s::text[] IS NULL OR n.branch_code = ANY (%(branches)s))
  AND (%(month)s::date IS NULL OR n.month < %(month)s OR n.month = %(month)s AND n.customer_id > %(customer_id)s)
ORDER BY n.month DESC, n.customer_id LIMIT %(limit)s
"""


@dataclass(frozen=True)
class MovedFilter:
    """Which moves: into months from `since` to `until`, both included and named by their first day."""

    since: date
    until: date
    before: str | None = None
    after: str | None = None
    branch: str | None = None


@dataclass(frozen=True)
class Move:
    """A customer whose segment in a month differs from that of the month before."""

    month: date
    customer_id: UUID
    from_segment: str
    to_segment: str


def moved_page(*, actor: Actor, wanted: MovedFilter, cursor: str | None, limit: int) -> Page:
    """One page of the customers who moved between segments, the latest month first, as far as the actor opens them.

    Raises: Invalid for a cursor that is not this list's.
    """
    month, customer_id = _ORDER.position(cursor) or (None, None)
    branches = figure_branches(actor, [wanted.branch] if wanted.branch else None)
    if actor.reach("customer", Act.READ) is not Reach.ALL:
        # Figures may reach further than the customers whom they count.
        branches = sorted(actor.branch_codes if branches is None else actor.branch_codes & set(branches))
    values = {
        "since": wanted.since,
        "until": wanted.until,
        "before": wanted.before,
        "after": wanted.after,
        "branches": branches,
        "month": month,
        "customer_id": customer_id,
        "limit": limit + 1,
    }
    with scope(system_identity()):
        found = [Move(**row) for row in query(_MOVED, values)]
    return _ORDER.cut(found, limit, lambda page: _rows(actor, page))


def _rows(actor: Actor, moves: list[Move]) -> list[Mapping[str, Any]]:
    """Moves with their customers; those whom the actor does not open are left out."""
    shown = result_rows(actor, {each.customer_id for each in moves})
    return [
        {
            "month": f"{each.month:%Y-%m}",
            "from_segment": each.from_segment,
            "from_name": str(SEGMENT_NAMES[each.from_segment]),
            "to_segment": each.to_segment,
            "to_name": str(SEGMENT_NAMES[each.to_segment]),
            "customer": {name: shown[each.customer_id][name] for name in ("customer_id", "name", "cif_masked", "is_vip")},
        }
        for each in moves
        if each.customer_id in shown
    ]
