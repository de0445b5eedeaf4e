"""The shapes of tasks that follow closed cases."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.schemas import Strict
from simpul.sales.schemas.shared import SalesCodeOut, SalesVersion

_RuleName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$"),
]
_TaskTitle = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$"),
]
_TaskNotes = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=r"^[^\x00]*$")]
_Category = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]


class AfterCaseRuleIn(Strict):
    """A rule: the task, for cases of which categories (none: of any), and until when."""

    name_id: _RuleName
    name_en: _RuleName
    task_title: _TaskTitle
    task_notes: _TaskNotes = ""
    categories: list[_Category] = Field(default_factory=list, max_length=50)
    due_in_days: int = Field(default=3, ge=0, le=90)
    position: int = Field(default=0, ge=0, le=1_000)
    is_active: bool = True


class AfterCaseRuleUpdateIn(AfterCaseRuleIn):
    """What a rule becomes, from the version that the change was made on."""

    version: SalesVersion


class AfterCaseRuleOut(Schema):
    id: UUID
    name_id: str
    name_en: str
    name: str
    task_title: str
    task_notes: str
    categories: list[SalesCodeOut]
    due_in_days: int
    position: int
    is_active: bool
    version: int


class AfterCaseRulesOut(Schema):
    """The rules in the order in which they are read, and the categories that they may name."""

    items: list[AfterCaseRuleOut]
    categories: list[SalesCodeOut]


class AfterCaseOutcomeOut(Schema):
    outcome: str
    label: str
    cases: int


class AfterCaseTasksOut(Schema):
    """How tasks ended; `completed` is done over all, null without any."""

    open: int
    done: int
    skipped: int
    completed: float | None


class AfterCaseRuleTasksOut(AfterCaseTasksOut):
    rule_id: UUID
    name: str


class AfterCaseMeasureOut(Schema):
    """What followed the cases that were closed since an instant, within the caller's reach."""

    since: datetime
    outcomes: list[AfterCaseOutcomeOut]
    tasks: AfterCaseTasksOut
    by_rule: list[AfterCaseRuleTasksOut]


class AfterCaseDecisionOut(Schema):
    """What followed one case, and why; without an outcome nothing was decided yet."""

    outcome: str | None
    reason: str
    rule: str | None
    task_id: UUID | None
    decided_at: datetime | None
