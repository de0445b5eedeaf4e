"""The customers that a relationship manager serves, with what each may need today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypedDict
from uuid import UUID

from simpul.advice.public import AlertName, advice_counts_among, alert_names, alerts_among
from simpul.cockpit.settings import QUIET_DAYS
from simpul.customers.public import Part, PortfolioFacts, parts, portfolio_facts, result_rows
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.paging import Keyset, Page
from simpul.value.public import balances_among, inflows_among


class PortfolioSort(StrEnum):
    """In which order: who waited longest for a contact first, or who brought in most money."""

    QUIETEST = "quiet"
    INFLOW = "-inflow"


class PortfolioFilter(StrEnum):
    """Which customers: all, those long without contact, with open tasks, or with an open lead."""

    ALL = "all"
    QUIET = "quiet"
    TASKS = "tasks"
    LEADS = "leads"


class PortfolioRow(TypedDict):
    """A customer of the portfolio as its list shows it."""

    customer_id: UUID
    name: str
    cif_masked: str | None
    is_vip: bool
    segment_code: str
    branch: dict[str, str]
    balance: Decimal | None
    money_in_90d: Decimal | None
    last_contact_at: datetime | None
    last_contact_channel: str | None
    quiet_since: datetime
    is_quiet: bool
    open_tasks: int
    lead_status: str | None
    advice: int
    alerts: list[AlertName]


@dataclass(frozen=True)
class _Placed:
    """A customer with what the list is ordered by."""

    customer_id: UUID
    quiet_since: datetime
    inflow: int
    facts: PortfolioFacts


ORDERS = {
    PortfolioSort.QUIETEST: Keyset(("quiet_since", datetime), ("customer_id", UUID)),
    PortfolioSort.INFLOW: Keyset(("-inflow", int), ("customer_id", UUID)),
}
_OPEN_LEAD = ("NEW", "CONTACTED", "QUALIFIED")


def portfolio_page(*, actor: Actor, show: PortfolioFilter, sort: PortfolioSort, cursor: str | None, limit: int) -> Page:
    """One page of the actor's own customers. A portfolio is some hundreds of customers: it is
    read whole, ordered here, and only the page is looked at closely.

    Raises: Invalid for a cursor that is not this list's.
    """
    position, bound = ORDERS[sort].position(cursor), now() - timedelta(days=_quiet_days())
    standing = [facts for facts in portfolio_facts(actor) if _CHOOSES[show](facts, bound)]
    money = Part.VALUE in parts(actor)
    inflows = inflows_among([facts.customer_id for facts in standing]) if money else {}
    placed = [_Placed(facts.customer_id, facts.quiet_since, int(inflows.get(facts.customer_id, 0)), facts) for facts in standing]
    placed.sort(key=_KEYS[sort])
    if position is not None:
        reached = _place(sort, position)
        placed = [row for row in placed if _KEYS[sort](row) > reached]
    return ORDERS[sort].cut(placed[: limit + 1], limit, lambda page: _rows(actor, page, inflows, bound))


def portfolio_counts(actor: Actor) -> dict[str, int]:
    """How many customers the actor serves, and how many were long without contact."""
    standing, days = portfolio_facts(actor), _quiet_days()
    bound = now() - timedelta(days=days)
    return {
        "customers": len(standing),
        "quiet": sum(facts.quiet_since <= bound for facts in standing),
        "quiet_days": days,
    }


def _quiet_days() -> int:
    return int(configuration.value(QUIET_DAYS))


def _rows(actor: Actor, page: list[_Placed], inflows: dict[UUID, Decimal], bound: datetime) -> list[PortfolioRow]:
    is_money_shown = Part.VALUE in parts(actor)
    ids = [row.customer_id for row in page]
    read = result_rows(actor, ids)
    alerts = alerts_among(ids)
    advice = advice_counts_among(actor, ids)
    balances = balances_among(ids) if is_money_shown else {}
    return [
        {
            "customer_id": row.customer_id,
            "name": shown["name"],
            "cif_masked": shown["cif_masked"],
            "is_vip": shown["is_vip"],
            "segment_code": shown["segment_code"],
            "branch": shown["branch"],
            "balance": balances.get(row.customer_id),
            "money_in_90d": inflows.get(row.customer_id, Decimal(0)) if is_money_shown else None,
            "last_contact_at": row.facts.last_contact_at,
            "last_contact_channel": row.facts.last_contact_channel,
            "quiet_since": row.quiet_since,
            "is_quiet": row.quiet_since <= bound,
            "open_tasks": row.facts.open_tasks,
            "lead_status": row.facts.lead_status,
            "advice": advice.get(row.customer_id, 0),
            "alerts": alert_names(alerts[row.customer_id]),
        }
        for row in page
        if (shown := read.get(row.customer_id)) is not None
    ]


_CHOOSES: dict[PortfolioFilter, Callable[[PortfolioFacts, datetime], bool]] = {
    PortfolioFilter.ALL: lambda facts, bound: True,
    PortfolioFilter.QUIET: lambda facts, bound: facts.quiet_since <= bound,
    PortfolioFilter.TASKS: lambda facts, bound: facts.open_tasks > 0,
    PortfolioFilter.LEADS: lambda facts, bound: facts.lead_status in _OPEN_LEAD,
}
_KEYS: dict[PortfolioSort, Callable[[_Placed], tuple[Any, ...]]] = {
    PortfolioSort.QUIETEST: lambda row: (row.quiet_since, row.customer_id),
    PortfolioSort.INFLOW: lambda row: (-row.inflow, row.customer_id),
}


def _place(sort: PortfolioSort, position: tuple[Any, ...]) -> tuple[Any, ...]:
    first, customer_id = position
    return (-first if sort is PortfolioSort.INFLOW else first, customer_id)
