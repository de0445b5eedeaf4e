"""The shapes of advice."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.advice.selectors.advice import AdviceFilter
from simpul.advice.selectors.decisions import DecisionFilter
from simpul.platform.schemas import Moment, Strict

RuleCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z_]{2,39}$")]
ActionName = Literal["CALL", "EMAIL", "OFFER_PRODUCT", "EDUCATE", "PRIORITIZE_CASE", "MERCHANT_PROMO", "GREET"]
PriorityName = Literal["HIGH", "MEDIUM", "LOW"]
DecisionName = Literal["ACCEPTED", "REJECTED", "SNOOZED"]
_Reason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300, pattern=r"^[^\x00]*$")]


class AdviceRelatedOut(Schema):
    """The record that advice is about; without a label for who does not see it."""

    type: str
    type_label: str
    label: str | None
    address: str | None


class AdviceCanOut(Schema):
    decide: bool


class AdviceOut(Schema):
    """What is advised, and why; it is named by its rule and its record."""

    rule_code: str
    customer_id: UUID
    related_id: UUID | None
    action: str
    action_label: str
    priority: PriorityName
    priority_label: str
    title: str
    reason: str
    since: datetime
    related: AdviceRelatedOut | None
    cooldown_days: int
    can: AdviceCanOut


class AdviceDecisionCanOut(Schema):
    undo: bool


class AdviceDecisionOut(Schema):
    """A decision; the advice stays away for its cool-down, until it was put off, and while it is pending."""

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
    can: AdviceDecisionCanOut


class CustomerAdviceOut(Schema):
    """What is advised for a customer, the best first; why some is not shown; what was decided lately."""

    items: list[AdviceOut]
    withheld: list[str]
    decided: list[AdviceDecisionOut]


class AdviceCustomerOut(Schema):
    customer_id: UUID
    name: str
    cif_masked: str | None
    is_vip: bool


class AdviceOfCustomerOut(AdviceOut):
    customer: AdviceCustomerOut


class AdvicePageOut(Schema):
    items: list[AdviceOfCustomerOut]
    next_cursor: str | None


class AdviceDecisionOfCustomerOut(AdviceDecisionOut):
    """`customer` is null where I no longer open them."""

    customer: AdviceCustomerOut | None


class AdviceDecisionsOut(Schema):
    items: list[AdviceDecisionOfCustomerOut]
    next_cursor: str | None


class AdviceDecisionsQuery(Strict):
    """What narrows the list; with `is_ended` those whose outcome is known, and `since` and `until` (exclusive) are of the outcome."""

    decision: list[DecisionName] = []
    action: ActionName | None = None
    outcome: Literal["SUCCESS", "FAILED", "PENDING"] | None = None
    branch: Annotated[str, StringConstraints(max_length=40)] | None = None
    mine: bool = False
    is_ended: bool = False
    since: Moment | None = None
    until: Moment | None = None

    def decision_filter(self) -> DecisionFilter:
        """As the list takes it."""
        return DecisionFilter(tuple(self.decision), self.action, self.outcome, self.branch, self.mine, self.is_ended, self.since, self.until)


class AdviceCountOut(Schema):
    """How much advice of high priority stands within the caller's reach."""

    high: int


class AdviceQuery(Strict):
    """What narrows the list."""

    priority: PriorityName | None = None
    action: ActionName | None = None

    def advice_filter(self) -> AdviceFilter:
        """As the list takes it."""
        return AdviceFilter(self.priority, self.action)


class AdviceDecideIn(Strict):
    """A decision about advice that stands; `snoozed_until` with SNOOZED alone."""

    rule_code: RuleCode
    related_id: UUID | None = None
    decision: DecisionName
    reason: _Reason = ""
    snoozed_until: date | None = None


class AdviceUndoIn(Strict):
    version: int = Field(ge=1, le=2_147_483_647)


class AdviceParameterOut(Schema):
    key: str
    label: str
    unit: str
    value: int
    minimum: int
    maximum: int


class AdviceRuleCanOut(Schema):
    update: bool


class AdviceRuleOut(Schema):
    """A rule; `missing` says why it cannot be switched on."""

    code: str
    name: str
    title: str
    action: str
    action_label: str
    kind: str
    kind_label: str
    priority: PriorityName
    priority_label: str
    position: int
    cooldown_days: int
    parameters: list[AdviceParameterOut]
    needs: list[str]
    is_active: bool
    missing: str | None
    version: int
    can: AdviceRuleCanOut


class AdviceRulesOut(Schema):
    items: list[AdviceRuleOut]


class AdviceRuleUpdateIn(Strict):
    """What a rule becomes, from the version that the change was made on."""

    version: int = Field(ge=1, le=2_147_483_647)
    priority: PriorityName
    position: int = Field(ge=0, le=1_000)
    cooldown_days: int = Field(ge=0, le=730)
    parameters: dict[str, int] = Field(default_factory=dict, max_length=10)
    is_active: bool
