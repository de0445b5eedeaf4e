"""The alerts that customers' cases raise (product chapter 2.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from simpul.advice.registry import AlertSubject, Finding, Rule, Severity, register
from simpul.cases.public import CARE_AMONG, FRAUD_AMONG, OPEN_AMONG, OVERDUE_AMONG, URGENT_AMONG, Standing, standing, urgent_since
from simpul.platform.actor import Actor
from simpul.platform.text import Text

Find = Callable[[Actor, AlertSubject], Finding | None]


def _when(read: Callable[[Standing], datetime | None]) -> Find:
    def find(actor: Actor, customer: AlertSubject) -> Finding | None:
        since = read(standing(customer.id))
        return Finding(since=since) if since else None

    return find


def _urgent(actor: Actor, customer: AlertSubject) -> Finding | None:
    since = urgent_since(customer.id)
    return Finding(since=since) if since else None


RULES = (
    Rule(
        code="OVERDUE_SLA",
        severity=Severity.CRITICAL,
        title=Text(id="Kasus lewat tenggat", en="Overdue case"),
        reason=Text(id="Ada kasus terbuka yang sudah lewat tenggat.", en="An open case is past its due time."),
        needs=("cases.sla_due_at",),
        find=_when(lambda found: found.overdue),
        among=OVERDUE_AMONG,
    ),
    Rule(
        code="FRAUD_FLAG",
        severity=Severity.CRITICAL,
        title=Text(id="Dugaan penipuan", en="Suspected fraud"),
        reason=Text(id="Ada kasus penipuan yang terbuka, atau ditutup dalam 90 hari.", en="A case of fraud is open, or was closed within 90 days."),
        needs=("cases.category_code", "cases.closed_at"),
        find=_when(lambda found: found.fraud if found.named else None),
        among=FRAUD_AMONG,
    ),
    Rule(
        code="HANDLE_WITH_CARE",
        severity=Severity.CRITICAL,
        title=Text(id="Perlu kehati-hatian", en="Handle with care"),
        reason=Text(id="Tanyakan kepada supervisor sebelum menghubungi nasabah.", en="Ask a supervisor before contacting the customer."),
        needs=("cases.category_code", "cases.closed_at"),
        find=_when(lambda found: None if found.named else found.fraud),
        among=CARE_AMONG,
    ),
    Rule(
        code="OPEN_CASE",
        severity=Severity.WARNING,
        title=Text(id="Kasus terbuka", en="Open case"),
        reason=Text(id="Ada kasus yang belum dijawab.", en="A case is not answered yet."),
        needs=("cases.status",),
        find=_when(lambda found: found.open),
        among=OPEN_AMONG,
    ),
    Rule(
        code="HIGH_PRIORITY_CASE",
        severity=Severity.WARNING,
        title=Text(id="Kasus prioritas tinggi", en="High-priority case"),
        reason=Text(id="Ada kasus terbuka dengan prioritas tinggi atau kritis.", en="An open case is of high or critical priority."),
        needs=("cases.status", "cases.priority"),
        find=_urgent,
        among=URGENT_AMONG,
    ),
)


def register_all() -> None:
    """Put the rules into the registry."""
    for rule in RULES:
        register(rule)
