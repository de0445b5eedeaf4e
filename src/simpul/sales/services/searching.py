"""Looking for leads and opportunities by customer or by words."""

from __future__ import annotations

import json
from dataclasses import replace

from django.db import transaction
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.customers.public import SEARCH, customers_meant
from simpul.platform import configuration, ratelimit
from simpul.platform.actor import Actor
from simpul.platform.errors import RateLimited
from simpul.platform.paging import Page
from simpul.sales.acts import SalesAct
from simpul.sales.selectors.leads import LeadFilter, LeadSort, Meaning, lead_page
from simpul.sales.selectors.opportunities import OpportunityFilter, OpportunitySort, opportunity_page
from simpul.sales.vocabulary import LEAD, OPPORTUNITY

_WINDOW = 60


@transaction.atomic
def lead_search(*, actor: Actor, written: str, lead_filter: LeadFilter, sort: LeadSort, cursor: str | None, limit: int) -> Page:
    """The leads within the actor's reach of the customers that the words name, or whose interest says them.

    Raises: Invalid, RateLimited.
    """
    meaning, key = _meaning(actor, written, cursor, LEAD)
    page = lead_page(actor=actor, lead_filter=replace(lead_filter, meaning=meaning), sort=sort, cursor=cursor, limit=limit)
    _record(actor, LEAD, key, page, cursor)
    return page


@transaction.atomic
def opportunity_search(
    *,
    actor: Actor,
    written: str,
    opportunity_filter: OpportunityFilter,
    sort: OpportunitySort,
    cursor: str | None,
    limit: int,
) -> Page:
    """The same of opportunities, by their customer or their product.

    Raises: Invalid, RateLimited.
    """
    meaning, key = _meaning(actor, written, cursor, OPPORTUNITY)
    wanted = replace(opportunity_filter, meaning=meaning)
    page = opportunity_page(actor=actor, opportunity_filter=wanted, sort=sort, cursor=cursor, limit=limit)
    _record(actor, OPPORTUNITY, key, page, cursor)
    return page


def meaning_of(written: str) -> tuple[Meaning, str]:
    """What the words mean, and the hash under which the trail keeps them."""
    meant = customers_meant(written)
    return Meaning(meant.customer_ids, tuple(written.lower().split())), meant.query_hash


def _meaning(actor: Actor, written: str, cursor: str | None, kind: str) -> tuple[Meaning, str]:
    meaning, key = meaning_of(written)
    if cursor is None:
        bucket = _bucket(actor)
        taken = ratelimit.take(bucket.key, capacity=bucket.capacity, seconds=bucket.seconds)
        if not taken.allowed:
            raise RateLimited(taken.retry_after).recorded_as(action=SalesAct.SEARCH_LEAD, object_type=kind, object_id=key, meta={"query_hash": key})
    return meaning, key


def _record(actor: Actor, kind: str, key: str, page: Page, cursor: str | None) -> None:
    meta = {"query_hash": key, "results": len(page["items"]), "further": cursor is not None}
    record(actor, SalesAct.SEARCH_LEAD, object_type=kind, object_id=key, meta=meta)


def search_token(actor: Actor, request: HttpRequest) -> ratelimit.Bucket | None:
    """The token of a submitted search; a further page of one takes none."""
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        body = None
    return None if isinstance(body, dict) and body.get("cursor") else _bucket(actor)


def _bucket(actor: Actor) -> ratelimit.Bucket:
    return ratelimit.Bucket(f"lead-search:{actor.id}", configuration.number(SEARCH, actor), _WINDOW)
