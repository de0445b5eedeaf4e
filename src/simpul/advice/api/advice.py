"""The operations on advice and its rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from ninja import Path, Query

from simpul.advice.errors import AdviceCannotBeUndone, AdviceIsDecided, AdviceNotFound, AdviceRuleNotFound
from simpul.advice.schemas.advice import (
    AdviceCountOut,
    AdviceDecideIn,
    AdviceDecisionOut,
    AdviceDecisionsOut,
    AdviceDecisionsQuery,
    AdvicePageOut,
    AdviceQuery,
    AdviceRuleOut,
    AdviceRulesOut,
    AdviceRuleUpdateIn,
    AdviceUndoIn,
    CustomerAdviceOut,
)
from simpul.advice.selectors import advice as reading
from simpul.advice.selectors.decisions import decision_page
from simpul.advice.selectors.rule_rows import RuleRow, rule_row, rule_rows
from simpul.advice.services.deciding import advice_decide, advice_undo
from simpul.advice.services.rules import RuleChange, advice_rule_update
from simpul.advice.vocabulary import CONFIGURATION, RESOURCE, Decision
from simpul.customers.public import CustomerNotFound
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()
_READ, _UPDATE = needs(RESOURCE, Act.READ), needs(RESOURCE, Act.UPDATE)
_Code = Annotated[str, Path(pattern=r"^[A-Z][A-Z_]{2,39}$")]


@router.get(
    "/customers/{uuid:customer_id}/advice",
    permission=_READ,
    response={200: CustomerAdviceOut, **problems(CustomerNotFound)},
    operation_id="customer_advice_get",
)
def get_customer_advice(request: ActorRequest, customer_id: UUID) -> reading.CustomerAdvice:
    """What to do next for a customer, evaluated now, and what was decided lately."""
    return reading.customer_advice(actor=request.auth, customer_id=customer_id)


@router.post(
    "/customers/{uuid:customer_id}/advice/decide",
    permission=_UPDATE,
    response={200: AdviceDecisionOut, **problems(CustomerNotFound, Forbidden, AdviceNotFound, AdviceIsDecided)},
    operation_id="advice_decide",
)
def decide_advice(request: ActorRequest, customer_id: UUID, body: AdviceDecideIn) -> reading.DecisionRow:
    """Accept advice, which makes a task of mine; reject it, or put it off until a day."""
    made = advice_decide(
        actor=request.auth,
        customer_id=customer_id,
        rule_code=body.rule_code,
        related_id=body.related_id,
        decision=Decision(body.decision),
        reason=body.reason,
        snoozed_until=body.snoozed_until,
    )
    return reading.decision_rows(request.auth, [made])[0]


@router.post(
    "/advice/{uuid:advice_id}/undo",
    permission=_UPDATE,
    response={204: None, **problems(AdviceNotFound, AdviceCannotBeUndone, StaleVersion)},
    operation_id="advice_undo",
)
def undo_advice(request: ActorRequest, advice_id: UUID, body: AdviceUndoIn) -> tuple[int, None]:
    """Take my decision back; the advice stands again."""
    advice_undo(actor=request.auth, advice_id=advice_id, version=body.version)
    return 204, None


@router.get(
    "/advice",
    permission=_READ,
    counts_rows=True,
    lists="CUSTOMER",
    response={200: AdvicePageOut, **problems(RateLimited)},
    operation_id="advice_list",
)
def list_advice(request: ActorRequest, wanted: Query[AdviceQuery], cursor: str | None = None, limit: Limit = 50) -> Page:
    """What to do next for the customers that I reach, the best first, evaluated now."""
    return reading.advice_page(actor=request.auth, advice_filter=wanted.advice_filter(), cursor=cursor, limit=limit)


@router.get(
    "/advice/decisions",
    permission=_READ,
    counts_rows=True,
    lists="CUSTOMER",
    response={200: AdviceDecisionsOut, **problems(RateLimited)},
    operation_id="advice_decisions_list",
)
def list_decisions(request: ActorRequest, wanted: Query[AdviceDecisionsQuery], cursor: str | None = None, limit: Limit = 50) -> Page:
    """What was decided about advice for the customers that I reach, the latest first."""
    return decision_page(actor=request.auth, wanted=wanted.decision_filter(), cursor=cursor, limit=limit)


@router.get(
    "/advice/count",
    permission=_READ,
    response={200: AdviceCountOut, **problems()},
    operation_id="advice_count",
)
def count_advice(request: ActorRequest) -> Mapping[str, int]:
    """How much advice of high priority stands for the customers that I reach."""
    return {"high": reading.advice_count(request.auth)}


@router.get(
    "/advice/rules",
    permission=needs(CONFIGURATION, Act.READ, Act.MANAGE),
    response={200: AdviceRulesOut, **problems()},
    operation_id="advice_rules_list",
)
def list_rules(request: ActorRequest) -> Mapping[str, list[RuleRow]]:
    """The rules of advice in their order."""
    return {"items": rule_rows(request.auth)}


@router.put(
    "/advice/rules/{code}",
    permission=needs(CONFIGURATION, Act.MANAGE),
    response={200: AdviceRuleOut, **problems(AdviceRuleNotFound, Forbidden, StaleVersion)},
    operation_id="advice_rules_update",
)
def update_rule(request: ActorRequest, code: _Code, body: AdviceRuleUpdateIn) -> RuleRow:
    """Change a rule's priority, place, cool-down and numbers, or switch it on or off."""
    change = RuleChange(body.priority, body.position, body.cooldown_days, body.parameters, body.is_active)
    changed = advice_rule_update(actor=request.auth, code=code, version=body.version, change_to=change)
    return rule_row(request.auth, changed)
