"""The alert that tasks raise on a customer's page: one of those that the reader sees is overdue."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.platform.actor import Actor
from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.clock import today
from simpul.platform.db import query
from simpul.platform.text import Text

_AMONG = """
SELECT customer_id, min((due_on + 1)::timestamp AT TIME ZONE 'Asia/Jakarta') AS since FROM crm.tasks
WHERE customer_id = ANY (%(ids)s) AND status = 'OPEN' AND due_on < %(today)s GROUP BY customer_id
"""


def _values(actor: Actor | None) -> Mapping[str, Any]:
    return {"today": today()}


def _find(look: Look) -> Finding | None:
    rows = query(_AMONG, {"ids": [look.customer.id], **_values(look.actor)})
    return Finding(rows[0]["since"]) if rows else None


TASK_OVERDUE = Rule(
    "TASK_OVERDUE",
    Severity.WARNING,
    Text(id="Tugas lewat tenggat", en="Overdue task"),
    Text(id="Ada tugas tentang nasabah ini yang sudah lewat tenggat.", en="A task about this customer is past its due day."),
    ("tasks.due_on",),
    _find,
    _AMONG,
    values=_values,
)
