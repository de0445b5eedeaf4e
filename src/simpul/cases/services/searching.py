"""Looking for cases: by number or its end, by customer, and among open ones by what they say."""

from __future__ import annotations

import json
from dataclasses import replace

from django.db import transaction
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.cases.acts import CaseAct
from simpul.cases.selectors.queue import Scope, Sought, Wanted, case_numbers, ending_of, queue_page, queue_position
from simpul.customers.public import SEARCH, Meant, customers_meant
from simpul.platform import configuration, ratelimit
from simpul.platform.actor import Actor
from simpul.platform.errors import RateLimited
from simpul.platform.paging import Page

_WINDOW = 60
_LEAST_LETTERS = 3  # of a word that is looked for in texts


@transaction.atomic
def case_search(*, actor: Actor, written: str, wanted: Wanted, cursor: str | None, limit: int) -> Page:
    """The cases within the actor's reach that fit what was typed; a search is counted and recorded, a further page of it is recorded only.

    Raises: Invalid, RateLimited.
    """
    meant = customers_meant(written)
    queue_position(cursor, wanted.sort)
    if cursor is None:
        _count(actor, meant)
    page = queue_page(actor=actor, wanted=replace(wanted, sought=_sought(written, meant, among_open=wanted.scope is Scope.OPEN)), cursor=cursor, limit=limit)
    record(
        actor, CaseAct.SEARCH_CASE, object_type="CASE_SEARCH", object_id=meant.query_hash,
        meta={"query_hash": meant.query_hash, "results": len(page["items"]), "further": cursor is not None},
    )  # fmt: skip
    return page


def search_token(actor: Actor, request: HttpRequest) -> ratelimit.Bucket | None:
    """The token of a submitted search; a further page of one takes none."""
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        body = None
    return None if isinstance(body, dict) and body.get("cursor") else _bucket(actor)


def _bucket(actor: Actor) -> ratelimit.Bucket:
    return ratelimit.Bucket(f"case-search:{actor.id}", configuration.number(SEARCH, actor), _WINDOW)


def _count(actor: Actor, meant: Meant) -> None:
    bucket = _bucket(actor)
    taken = ratelimit.take(bucket.key, capacity=bucket.capacity, seconds=bucket.seconds)
    if not taken.allowed:
        raise RateLimited(taken.retry_after).recorded_as(
            action=CaseAct.SEARCH_CASE, object_type="CASE_SEARCH", object_id=meant.query_hash, meta={"query_hash": meant.query_hash}
        )


def _sought(written: str, meant: Meant, *, among_open: bool) -> Sought:
    words = written.lower().split()
    return Sought(
        numbers=tuple(case_numbers(written)),
        ending=ending_of(written),
        customers=meant.customer_ids,
        names=meant.names if among_open else (),
        words=tuple(words) if among_open and any(len(word) >= _LEAST_LETTERS for word in words) else (),
    )
