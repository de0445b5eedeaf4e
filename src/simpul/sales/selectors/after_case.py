"""What follows closed cases: the rules with how their tasks ended, and the decision for one case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID

from simpul.cases.public import case_is_visible, ordinary_categories
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.sales.errors import AfterCaseNotFound
from simpul.sales.models import AfterCaseDecision, AfterCaseRule
from simpul.sales.vocabulary import AFTER_CASE_NAMES, AfterCaseOutcome

MEASURED_DAYS = 90
_UNDECIDED = Text(id="Belum diputuskan.", en="Not decided yet.")
# Row policies leave the decisions and the tasks within the caller's reach.
_MEASURE = """
SELECT d.outcome, d.rule_id, t.status, count(*)::integer AS cases
FROM crm.after_case_decisions d LEFT JOIN crm.tasks t ON t.task_id = d.task_id
WHERE d.decided_at >= %s GROUP BY 1, 2, 3
"""


class MeasureRow(TypedDict):
    """How the tasks of the last 90 days ended; `completed` is done over all, None without any."""

    open: int
    done: int
    skipped: int
    completed: float | None


class CategoryRow(TypedDict):
    """A category by name."""

    code: str
    name: str


class RuleRow(TypedDict):
    """A rule as its page shows it."""

    id: UUID
    name_id: str
    name_en: str
    name: str
    task_title: str
    task_notes: str
    categories: list[CategoryRow]
    due_in_days: int
    position: int
    is_active: bool
    version: int


def _name(rule: AfterCaseRule) -> str:
    return str(Text(id=rule.name_id, en=rule.name_en))


def rule_row(rule: AfterCaseRule) -> RuleRow:
    """A rule as its page shows it."""
    names = ordinary_categories(rule.categories)
    return {
        "id": rule.id,
        "name_id": rule.name_id,
        "name_en": rule.name_en,
        "name": _name(rule),
        "task_title": rule.task_title,
        "task_notes": rule.task_notes,
        "categories": [{"code": code, "name": names.get(code, code)} for code in rule.categories],
        "due_in_days": rule.due_in_days,
        "position": rule.position,
        "is_active": rule.is_active,
        "version": rule.version,
    }


def rule_rows() -> list[RuleRow]:
    """Every rule, in the order in which they are read."""
    return [rule_row(rule) for rule in AfterCaseRule.objects.order_by("position", "pk")]


def after_case_measure() -> Mapping[str, object]:
    """What followed the cases of the last 90 days within the caller's reach: decisions by outcome,
    and how the tasks ended, in all and by rule.
    """
    since = now() - timedelta(days=MEASURED_DAYS)
    rows = query(_MEASURE, (since,))
    rules = {rule.id: rule for rule in AfterCaseRule.objects.all()}
    return {
        "since": since,
        "outcomes": [
            {
                "outcome": outcome,
                "label": str(AFTER_CASE_NAMES[outcome]),
                "cases": sum(row["cases"] for row in rows if row["outcome"] == outcome),
            }
            for outcome in AfterCaseOutcome
        ],
        "tasks": _measured(rows),
        "by_rule": [
            {
                "rule_id": rule_id,
                "name": _name(rules[rule_id]),
                **_measured([row for row in rows if row["rule_id"] == rule_id]),
            }
            for rule_id in rules
            if any(row["rule_id"] == rule_id and row["outcome"] == "TASK" for row in rows)
        ],
    }


def _measured(rows: Sequence[Mapping[str, Any]]) -> MeasureRow:
    counts = {status: sum(row["cases"] for row in rows if row["status"] == status) for status in ("OPEN", "DONE", "SKIPPED")}
    every = sum(counts.values())
    return {
        "open": counts["OPEN"],
        "done": counts["DONE"],
        "skipped": counts["SKIPPED"],
        "completed": round(counts["DONE"] / every, 4) if every else None,
    }


class DecisionRow(TypedDict):
    """What followed one case, and why; without an outcome nothing was decided yet."""

    outcome: str | None
    reason: str
    rule: str | None
    task_id: UUID | None
    decided_at: datetime | None


def decision_of(actor: Actor, case_id: UUID) -> DecisionRow:
    """What followed a case that the actor finds.

    Raises: AfterCaseNotFound for a case beyond the actor's reach.
    """
    if not case_is_visible(actor, case_id):
        raise AfterCaseNotFound()
    found = AfterCaseDecision.objects.select_related("rule").filter(pk=case_id).first()
    if found is None:
        return {"outcome": None, "reason": str(_UNDECIDED), "rule": None, "task_id": None, "decided_at": None}
    return {
        "outcome": found.outcome,
        "reason": str(AFTER_CASE_NAMES[AfterCaseOutcome(found.outcome)]),
        "rule": _name(found.rule) if found.rule else None,
        "task_id": found.task_id,
        "decided_at": found.decided_at,
    }
