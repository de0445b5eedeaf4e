"""One page of a customer's timeline, merged from all sources."""

from __future__ import annotations

import heapq
import json
from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from simpul.platform.db import query
from simpul.timeline.registry import Event, Kind, Source, Wanted, kinds, stored_kind


def page(wanted: Wanted) -> list[Event]:
    """The newest events of the wanted kinds before the position, over all sources, as far as the reader may see them.

    One query for each source; the merge is by instant and id, so that a position continues exactly.
    """
    chosen = [kind for kind in kinds() if kind.key in wanted.kinds]
    merged = heapq.merge(*(read(wanted) for read in _sources(chosen)), key=_position, reverse=True)
    return [_reduced(wanted, event) for event in islice(merged, wanted.limit)]


def _sources(chosen: Sequence[Kind]) -> list[Source]:
    live = list(dict.fromkeys(kind.source for kind in chosen if kind.source is not None))
    return [*([_stored] if any(kind.render for kind in chosen) else []), *live]


def _position(event: Event) -> tuple[datetime, UUID]:
    return event.occurred_at, event.event_id


def _reduced(wanted: Wanted, event: Event) -> Event:
    kind = next(kind for kind in kinds() if kind.key == event.kind)
    return event if kind.reduce is None else kind.reduce(wanted.actor, event)


def conditions(wanted: Wanted, *, id_column: str) -> tuple[str, list[Any]]:
    """The keyset and range conditions of a source's query, on columns `customer_id`, `occurred_at` and its id."""
    sql = "customer_id = %s"
    params: list[Any] = [wanted.customer_id]
    if wanted.since:
        sql, params = f"{sql} AND occurred_at >= %s", [*params, wanted.since]
    if wanted.until:
        sql, params = f"{sql} AND occurred_at < %s", [*params, wanted.until]
    if wanted.before:
        sql, params = f"{sql} AND (occurred_at, {id_column}) < (%s, %s)", [*params, *wanted.before]
    return sql, params


def _stored(wanted: Wanted) -> list[Event]:
    where, params = conditions(wanted, id_column="event_id")
    rows = query(
        f"""SELECT event_id, kind, occurred_at, subject_type, subject_id, tier, actor_user_id, data FROM crm.timeline_events
            WHERE {where} AND kind = ANY(%s) AND tier <= %s ORDER BY occurred_at DESC, event_id DESC LIMIT %s""",
        [*params, [kind.key for kind in kinds() if kind.render and kind.key in wanted.kinds], wanted.tier, wanted.limit],
    )
    return [_worded(row) for row in rows]


def _worded(row: dict[str, Any]) -> Event:
    data = row.pop("data")
    render = stored_kind(row["kind"]).render
    assert render is not None
    title, detail = render(data if isinstance(data, dict) else json.loads(data))
    return Event(**row, title=str(title), detail=None if detail is None else str(detail))
