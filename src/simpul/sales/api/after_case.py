"""The operations on tasks that follow closed cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from simpul.cases.public import ordinary_categories
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.sales.errors import AfterCaseNotFound, AfterCaseRuleNotFound
from simpul.sales.schemas.after_case import (
    AfterCaseDecisionOut,
    AfterCaseMeasureOut,
    AfterCaseRuleIn,
    AfterCaseRuleOut,
    AfterCaseRulesOut,
    AfterCaseRuleUpdateIn,
)
from simpul.sales.selectors.after_case import (
    RuleRow,
    after_case_measure,
    decision_of,
    rule_row,
    rule_rows,
)
from simpul.sales.services.after_case import after_case_rule_create, after_case_rule_update
from simpul.sales.vocabulary import CONFIGURATION

router = Router()
_CONFIGURES = needs(CONFIGURATION, Act.READ, Act.MANAGE)
_MANAGES = needs(CONFIGURATION, Act.MANAGE)


@router.get(
    "/after-case/rules",
    permission=_CONFIGURES,
    response={200: AfterCaseRulesOut, **problems()},
    operation_id="after_case_rules_list",
)
def list_rules(request: ActorRequest) -> Mapping[str, Any]:
    """Which task follows a closed case, in the order in which the rules are read."""
    categories = [{"code": code, "name": name} for code, name in ordinary_categories().items()]
    return {"items": rule_rows(), "categories": categories}


@router.post(
    "/after-case/rules",
    permission=_MANAGES,
    response={201: AfterCaseRuleOut, **problems(Forbidden)},
    operation_id="after_case_rules_create",
)
def create_rule(request: ActorRequest, body: AfterCaseRuleIn) -> RuleRow:
    """Add a rule."""
    return rule_row(after_case_rule_create(actor=request.auth, values=body.model_dump()))


@router.patch(
    "/after-case/rules/{uuid:rule_id}",
    permission=_MANAGES,
    response={
        200: AfterCaseRuleOut,
        **problems(AfterCaseRuleNotFound, Forbidden, StaleVersion),
    },
    operation_id="after_case_rules_update",
)
def update_rule(request: ActorRequest, rule_id: UUID, body: AfterCaseRuleUpdateIn) -> RuleRow:
    """Change a rule, or take it out of use; what was decided by it stays."""
    values = body.model_dump(exclude={"version"})
    rule = after_case_rule_update(actor=request.auth, rule_id=rule_id, version=body.version, values=values)
    return rule_row(rule)


@router.get(
    "/after-case/measure",
    permission=needs("case", Act.ASSIGN),
    response={200: AfterCaseMeasureOut, **problems()},
    operation_id="after_case_measures_get",
)
def get_measure(request: ActorRequest) -> Mapping[str, Any]:
    """What followed the cases of the last 90 days, and how many of the tasks were done."""
    return after_case_measure()


@router.get(
    "/cases/{uuid:case_id}/after",
    permission=needs("case", Act.READ),
    response={200: AfterCaseDecisionOut, **problems(AfterCaseNotFound)},
    operation_id="after_case_decisions_get",
)
def get_decision(request: ActorRequest, case_id: UUID) -> Mapping[str, Any]:
    """Which task followed a closed case, or why none did; no outcome before that is decided."""
    return decision_of(request.auth, case_id)
