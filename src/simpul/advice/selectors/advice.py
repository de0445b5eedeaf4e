"""Reading advice: for one customer and for everybody within reach, evaluated when it is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from simpul.advice.models import NbaRecommendation
from simpul.advice.policies import can_decide, can_read, is_fraud_named, visible_decisions
from simpul.advice.selectors.evaluating import (
    ORDER,
    Advised,
    advice_found,
    advice_sql,
    reasons_withheld,
    rules_active,
)
from simpul.advice.selectors.rules import RULE_OF
from simpul.advice.vocabulary import (
    ACTION_NAMES,
    DECISION_NAMES,
    OUTCOME_NAMES,
    PRIORITY_NAMES,
    RANKS,
    RESOURCE,
    AdviceOutcome,
    Decision,
)
from simpul.customers.public import customer_get, result_rows
from simpul.iam.public import people, system_identity
from simpul.platform import subjects
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.paging import Keyset, Page

SHOWN_DECISIONS = 5
_REACHED = """
SELECT r.customer_id FROM iam.customer_reach r
WHERE (%(branches)s::text[] IS NULL OR r.branch_code = ANY (%(branches)s)) AND (%(manager)s::uuid IS NULL OR r.rm_user_id = %(manager)s)
"""
_ORDER = Keyset(("rank", int), ("position", int), ("since", datetime), ("customer_id", UUID), ("key_id", UUID))
_PRIORITY_OF = {rank: priority for priority, rank in RANKS.items()}


class RelatedRow(TypedDict):
    """The record that advice is about; without a label for who does not see it."""

    type: str
    type_label: str
    label: str | None
    address: str | None


class AdviceRow(TypedDict):
    """Advice as pages show it."""

    rule_code: str
    customer_id: UUID
    related_id: UUID | None
    action: str
    action_label: str
    priority: str
    priority_label: str
    title: str
    reason: str
    since: datetime
    related: RelatedRow | None
    cooldown_days: int
    can: dict[str, bool]


class DecisionRow(TypedDict):
    """A decision as pages show it, and until when the advice stays away."""

    advice_id: UUID
    customer_id: UUID
    action: str
    action_label: str
    title: str
    reason: str
    decision: str
    decision_label: str
    decision_reason: str
    decided_by: str | None
    decided_at: datetime
    snoozed_until: datetime | None
    cooldown_days: int
    outcome: str | None
    outcome_label: str | None
    task_id: UUID | None
    version: int
    can: dict[str, bool]


class CustomerAdvice(TypedDict):
    """What is advised for a customer, why some advice is not shown, and what was decided lately."""

    items: list[AdviceRow]
    withheld: list[str]
    decided: list[DecisionRow]


@dataclass(frozen=True)
class AdviceFilter:
    """Which advice; every part that is given must hold."""

    priority: str | None = None
    action: str | None = None


def customer_advice(*, actor: Actor, customer_id: UUID) -> CustomerAdvice:
    """The advice of one customer, the best first, evaluated now.

    Raises: CustomerNotFound.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    if not can_read(actor, customer):
        return {"items": [], "withheld": [], "decided": []}
    with scope(system_identity()):
        found = advice_found([customer.id])
        withheld = reasons_withheld(customer.id)
    decided = visible_decisions(actor).filter(customer_id=customer.id, decision__isnull=False).order_by("-decided_at", "-id")
    return {
        "items": advice_rows(actor, found, may_decide=bool(can_decide(actor, customer))),
        "withheld": [str(reason) for reason in withheld],
        "decided": decision_rows(actor, list(decided[:SHOWN_DECISIONS])),
    }


def advice_best(actor: Actor, customer: Any) -> AdviceRow | None:
    """The best advice for a customer whom the actor reaches."""
    if not can_read(actor, customer):
        return None
    with scope(system_identity()):
        found = advice_found([customer.id])[:1]
    rows = advice_rows(actor, found, may_decide=bool(can_decide(actor, customer)))
    return rows[0] if rows else None


def advice_page(*, actor: Actor, advice_filter: AdviceFilter, cursor: str | None, limit: int) -> Page:
    """One page of the advice for everybody within the actor's reach, the best first, evaluated now.

    Raises: Invalid for a cursor that is not this list's.
    """
    position = _ORDER.position(cursor)
    found = _advice_within(actor, advice_filter, position, limit + 1)
    may = actor.may(RESOURCE, Act.UPDATE)
    page = _ORDER.cut(found, limit)
    return {"items": _named(actor, list(page["items"]), may_decide=may), "next_cursor": page["next_cursor"]}


def advice_count(actor: Actor) -> int:
    """How much advice of high priority stands within the actor's reach."""
    rules = [rule for rule in rules_active() if rule.priority == "HIGH"]
    if not rules or (customers := _reached_customers(actor)) == []:
        return 0
    with scope(system_identity()):
        sql, params = advice_sql(rules, now(), customers)
        return int(query(f"SELECT count(*) AS n FROM ({sql}) s", params)[0]["n"])


def advice_counts_among(actor: Actor, customer_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How much advice stands for each of these customers, whom the actor reaches; nobody's where the actor reads none."""
    ids = list(customer_ids)
    if not ids or actor.reach(RESOURCE, Act.READ) is Reach.NONE or not (rules := rules_active()):
        return {}
    with scope(system_identity()):
        sql, params = advice_sql(rules, now(), ids)
        counted = query(f"SELECT customer_id, count(*) AS n FROM ({sql}) s GROUP BY customer_id", params)
    return {row["customer_id"]: int(row["n"]) for row in counted}


def _reached_customers(actor: Actor) -> list[UUID]:
    """The customers whose advice the actor reads."""
    reach = actor.reach(RESOURCE, Act.READ)
    if reach < Reach.PORTFOLIO:
        return []
    values = {
        "branches": sorted(actor.branch_codes) if reach is Reach.BRANCH else None,
        "manager": actor.id if reach is Reach.PORTFOLIO else None,
    }
    return [row["customer_id"] for row in query(_REACHED, values)]


def _advice_within(actor: Actor, advice_filter: AdviceFilter, position: tuple[Any, ...] | None, limit: int) -> list[Advised]:
    codes = {code for code, rule in RULE_OF.items() if advice_filter.action in (None, rule.action)}
    rules = [rule for rule in rules_active(codes) if advice_filter.priority in (None, rule.priority)]
    customers = _reached_customers(actor)
    if not rules or not customers:
        return []
    behind = ""
    with scope(system_identity()):
        sql, params = advice_sql(rules, now(), customers)
        if position is not None:
            behind = f"WHERE ({ORDER}) > (%(b0)s, %(b1)s, %(b2)s, %(b3)s, %(b4)s)"
            params |= {f"b{place}": value for place, value in enumerate(position)}
        rows = query(f"SELECT * FROM ({sql}) s {behind} ORDER BY {ORDER} LIMIT {int(limit)}", params)
    return [Advised(**row) for row in rows]


def _named(actor: Actor, found: Sequence[Advised], *, may_decide: bool) -> list[Mapping[str, Any]]:
    """Advice of several customers with their names."""
    shown = result_rows(actor, [each.customer_id for each in found])
    rows = advice_rows(actor, found, may_decide=may_decide)
    return [{**row, "customer": named_customer(shown[row["customer_id"]])} for row in rows if row["customer_id"] in shown]


def named_customer(shown: Mapping[str, Any]) -> Mapping[str, Any]:
    """What lists of advice show of a customer."""
    return {name: shown[name] for name in ("customer_id", "name", "cif_masked", "is_vip")}


def advice_rows(actor: Actor, found: Sequence[Advised], *, may_decide: bool) -> list[AdviceRow]:
    """Advice as pages show it, in words that the actor may read."""
    named = is_fraud_named(actor)
    cooldowns = {rule.code: rule.cooldown_days for rule in rules_active()}
    labels = subjects.labels(actor, ((each.related_type or "", str(each.related_id)) for each in found if each.related_id))
    return [
        {
            "rule_code": each.rule_code,
            "customer_id": each.customer_id,
            "related_id": each.related_id,
            "action": each.stated_rule.action.value,
            "action_label": str(ACTION_NAMES[each.stated_rule.action]),
            "priority": _PRIORITY_OF[each.rank],
            "priority_label": str(PRIORITY_NAMES[_PRIORITY_OF[each.rank]]),
            "title": str(each.stated_rule.title),
            "reason": str(each.stated_rule.reason_of(each.facts, is_fraud_named=named)),
            "since": each.since,
            "related": _related(each, labels, named),
            "cooldown_days": cooldowns.get(each.rule_code, 0),
            "can": {"decide": may_decide},
        }
        for each in found
    ]


def _related(advised: Advised, labels: Mapping[tuple[str, str], str], named: bool) -> RelatedRow | None:
    if advised.related_type is None or (advised.stated_rule.careful_reason is not None and not named):
        return None
    key = (advised.related_type, str(advised.related_id))
    label = labels.get(key)
    return {
        "type": advised.related_type,
        "type_label": subjects.name(advised.related_type),
        "label": label,
        "address": (subjects.address(*key) or None) if label is not None else None,
    }


def decision_rows(actor: Actor, decisions: Sequence[NbaRecommendation]) -> list[DecisionRow]:
    """Decisions as pages show them."""
    if not decisions:
        return []
    named = is_fraud_named(actor)
    cooldowns = {rule.code: rule.cooldown_days for rule in rules_active()}
    known = people(each.decided_by for each in decisions if each.decided_by)
    rows: list[DecisionRow] = []
    for each in decisions:
        rule = RULE_OF[each.rule_code]
        decider = known.get(each.decided_by) if each.decided_by else None
        rows.append(
            {
                "advice_id": each.id,
                "customer_id": each.customer_id,
                "action": each.action_type,
                "action_label": str(ACTION_NAMES[each.action_type]),
                "title": str(rule.title),
                "reason": str(rule.reason_of(each.facts, is_fraud_named=named)),
                "decision": each.decision or "",
                "decision_label": str(DECISION_NAMES[each.decision or ""]),
                "decision_reason": each.decision_reason,
                "decided_by": decider.full_name if decider else None,
                "decided_at": each.decided_at or each.created_at,
                "snoozed_until": each.snoozed_until,
                "cooldown_days": cooldowns.get(each.rule_code, 0),
                "outcome": each.outcome,
                "outcome_label": str(OUTCOME_NAMES[each.outcome]) if each.outcome else None,
                "task_id": each.task_id,
                "version": each.version,
                "can": {"undo": is_undoable(actor, each)},
            }
        )
    return rows


def is_undoable(actor: Actor, decision: NbaRecommendation) -> bool:
    """Whether the actor may take a decision back: the own one, while nothing has come of it."""
    pending = decision.decision != Decision.ACCEPTED or decision.outcome == AdviceOutcome.PENDING
    return decision.decided_by == actor.id and decision.decision is not None and pending and actor.may(RESOURCE, Act.UPDATE)
