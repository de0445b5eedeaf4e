"""One submitted search: counted, limited and recorded, its hits masked for the reader.

A further page of the same search is not counted again: its cursor is bound to the user, the query and the filters.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from math import ceil
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.customers.acts import CustomerAct
from simpul.customers.codes import code_is_known
from simpul.customers.limits import SEARCH
from simpul.customers.search.find import CEILING, PAGE, Filters, Found, customers_listed, find, normal_text, query_hash
from simpul.customers.search.marks import marks
from simpul.customers.search.query import SearchQuery, read
from simpul.customers.selectors import result_rows
from simpul.customers.vocabulary import CodeList
from simpul.platform import configuration, ratelimit
from simpul.platform.actor import Actor
from simpul.platform.crypto import keyed_hash
from simpul.platform.errors import Invalid, RateLimited
from simpul.platform.paging import Keyset, cursor_invalid
from simpul.platform.text import Text

_WINDOW = 60
# A position holds for the question that it was given for, and for nobody else's.
_ORDER = Keyset(("place", int), ("customer_id", UUID), ("question", str))
_NO_SEGMENT = Text(id="Segmen ini tidak ada.", en="There is no such segment.")
_SLOW_DOWN = Text(
    id="Pencarian dibatasi {limit} kali per menit. Coba lagi dalam {seconds} detik.",
    en="Searches are limited to {limit} a minute. Try again in {seconds} seconds.",
)


@dataclass(frozen=True)
class _Asked:
    query: SearchQuery | None  # None where filters alone are asked
    query_hash: str
    binding: str


@transaction.atomic
def customer_search(*, actor: Actor, written: str, filters: Filters, cursor: str | None, limit: int = PAGE) -> dict[str, Any]:
    """The customers within the actor's reach that fit what was typed, best first, with the reason of each match; filters without words list whom they name, by name.

    Raises: Invalid, RateLimited.
    """
    if filters.segment is not None and not code_is_known(CodeList.SEGMENT, filters.segment):
        raise Invalid({"segment": _NO_SEGMENT})
    asked = _ask(actor, written, filters)
    position = _ORDER.position(cursor)
    if position is not None and position[2] != asked.binding:
        raise cursor_invalid()
    taken = _count(actor, asked, further=position is not None)
    capacity = configuration.number(SEARCH, actor)
    if asked.query is None:
        answer = _listed(actor, asked, filters, position[1] if position else None, limit)
    else:
        found = find(asked.query, filters, position[:2] if position else None, limit)
        answer = {
            "items": _items(actor, asked.query, found),
            "next_cursor": _ORDER.cursor_at(*found.after, asked.binding) if found.after else None,
            "count": found.count,
            "count_capped": found.capped,
            "narrow_hint": found.capped,
        }
    record(
        actor, CustomerAct.SEARCH_CUSTOMER, object_type="CUSTOMER_SEARCH", object_id=asked.query_hash,
        meta={"query_hash": asked.query_hash, "results": answer["count"], "filters": filters.chosen_values, "further": position is not None},
    )  # fmt: skip
    return {
        **answer,
        "rate": {
            "remaining": taken.remaining,
            "limit": capacity,
            "resets_in": ceil((capacity - taken.remaining) * _WINDOW / capacity),
        },
    }


def token_of(actor: Actor, request: HttpRequest) -> ratelimit.Bucket | None:
    """The token of a submitted search; a further page of one takes none."""
    return None if _goes_on(request) else _bucket(actor)


def _goes_on(request: HttpRequest) -> bool:
    if request.method != "POST":
        return bool(request.GET.get("cursor"))
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        return False
    return isinstance(body, dict) and bool(body.get("cursor"))


def _bucket(actor: Actor) -> ratelimit.Bucket:
    return ratelimit.Bucket(f"search:{actor.id}", configuration.number(SEARCH, actor), _WINDOW)


def _ask(actor: Actor, written: str, filters: Filters) -> _Asked:
    if not written.strip() and filters.chosen_values:
        words = json.dumps(filters.chosen_values, sort_keys=True)
        return _Asked(None, keyed_hash(words), keyed_hash(json.dumps([str(actor.id), words])))
    query = read(written)
    return _Asked(query, query_hash(query, written), keyed_hash(json.dumps([str(actor.id), normal_text(query, written), asdict(filters)])))


def count_search(actor: Actor) -> ratelimit.Taken:
    """Count one submitted search of the actor.

    Raises: RateLimited.
    """
    bucket = _bucket(actor)
    taken = ratelimit.take(bucket.key, capacity=bucket.capacity, seconds=_WINDOW)
    if not taken.allowed:
        raise RateLimited(taken.retry_after, _SLOW_DOWN.format(limit=bucket.capacity, seconds=taken.retry_after))
    return taken


def _count(actor: Actor, asked: _Asked, *, further: bool) -> ratelimit.Taken:
    if further:
        bucket = _bucket(actor)
        return ratelimit.level(bucket.key, capacity=bucket.capacity, seconds=_WINDOW)
    try:
        return count_search(actor)
    except RateLimited as refusal:
        raise refusal.recorded_as(
            action=CustomerAct.SEARCH_CUSTOMER, object_type="CUSTOMER_SEARCH", object_id=asked.query_hash, meta={"query_hash": asked.query_hash}
        ) from None


def _listed(actor: Actor, asked: _Asked, filters: Filters, after: UUID | None, limit: int) -> dict[str, object]:
    """A page of those whom the filters alone name; nothing was matched, so nothing is marked."""
    page, more, count = customers_listed(filters, after, limit)
    rows = result_rows(actor, page)
    return {
        "items": [{**rows[key], "marks": [], "match": None, "reason": None, "wider": False} for key in page if key in rows],
        "next_cursor": _ORDER.cursor_at(0, page[-1], asked.binding) if more else None,
        "count": min(count, CEILING),
        "count_capped": count > CEILING,
        "narrow_hint": False,
    }


def _items(actor: Actor, asked: SearchQuery, found: Found) -> list[dict[str, Any]]:
    rows = result_rows(actor, (hit.customer_id for hit in found.hits))
    return [
        {
            **rows[hit.customer_id],
            "marks": marks(rows[hit.customer_id]["name"], asked.plain) if "***" not in rows[hit.customer_id]["name"] else [],
            "match": hit.match,
            "reason": {"code": hit.reason, "text": hit.reason_text},
            "wider": hit.wider,
        }
        for hit in found.hits
        if hit.customer_id in rows
    ]
