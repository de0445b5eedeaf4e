"""Reading what was decided about advice, within the actor's reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from simpul.advice.models import NbaRecommendation
from simpul.advice.policies import visible_decisions
from simpul.advice.selectors.advice import decision_rows, named_customer
from simpul.advice.vocabulary import AdviceOutcome
from simpul.customers.public import result_rows
from simpul.platform.actor import Actor
from simpul.platform.paging import Keyset, Page

_BY_DECISION = Keyset(("-decided_at", datetime), ("-id", UUID), name="advice_decisions")
_BY_OUTCOME = Keyset(("-outcome_at", datetime), ("-id", UUID), name="advice_outcomes")


@dataclass(frozen=True)
class DecisionFilter:
    """Which decisions; every part that is given must hold.

    With `is_ended` those whose outcome is known, and `since` and `until` (exclusive) are of the outcome, not of the decision.
    """

    decisions: tuple[str, ...] = ()
    action: str | None = None
    outcome: str | None = None
    branch: str | None = None
    mine: bool = False
    is_ended: bool = False
    since: datetime | None = None
    until: datetime | None = None


def decision_page(*, actor: Actor, wanted: DecisionFilter, cursor: str | None, limit: int) -> Page:
    """One page of what was decided about advice, the latest first, for customers whom the actor reaches.

    Raises: Invalid for a cursor that is not this list's.
    """
    order = _BY_OUTCOME if wanted.is_ended else _BY_DECISION
    return order.page(_filtered(actor, wanted), cursor, limit, lambda page: _rows(actor, page))


def _filtered(actor: Actor, wanted: DecisionFilter) -> QuerySet[NbaRecommendation]:
    moment = "outcome_at" if wanted.is_ended else "decided_at"
    rows = visible_decisions(actor).filter(decision__isnull=False)
    if wanted.is_ended:
        rows = rows.filter(outcome__in=(AdviceOutcome.SUCCESS, AdviceOutcome.FAILED))
    if wanted.decisions:
        rows = rows.filter(decision__in=wanted.decisions)
    if wanted.mine:
        rows = rows.filter(decided_by=actor.id)
    given = {
        "action_type": wanted.action,
        "outcome": wanted.outcome,
        "branch_code": wanted.branch,
        f"{moment}__gte": wanted.since,
        f"{moment}__lt": wanted.until,
    }
    return rows.filter(**{name: value for name, value in given.items() if value})


def _rows(actor: Actor, page: Sequence[NbaRecommendation]) -> list[Mapping[str, Any]]:
    """Decisions with their customers; of a customer whom the actor does not open, the row stays without a name."""
    shown = result_rows(actor, {each.customer_id for each in page})
    rows = decision_rows(actor, page)
    return [{**row, "customer": named_customer(shown[row["customer_id"]]) if row["customer_id"] in shown else None} for row in rows]
