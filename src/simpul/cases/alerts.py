"""The alerts that customers' cases raise (product chapter 2.3); all of them together read once."""

from __future__ import annotations

from collections.abc import Mapping

from simpul.cases.selectors.alerts import Raised, Standing, among, standing, standing_values
from simpul.cases.settings import FRAUD_DAYS
from simpul.cases.vocabulary import SUBJECT
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.alerts import AlertSubject, Finding, Look, Rule, Severity
from simpul.platform.text import Text

_CLOSED_LATELY = Text(id="Ada kasus penipuan yang terbuka, atau ditutup dalam {days} hari.", en="A case of fraud is open, or was closed within {days} days.")


def _standing(actor: Actor, customer: AlertSubject) -> Mapping[Standing, Raised]:
    return standing(actor, customer.id)


def _rule(code: str, severity: Severity, stands: Standing, title: Text, reason: Text, *needs: str) -> Rule:
    """A rule that holds since what stands out began."""

    def find(look: Look) -> Finding | None:
        held = look.once(_standing).get(stands)
        if held is None:
            return None
        words = reason.format(days=configuration.value(FRAUD_DAYS, look.actor)) if stands is Standing.FRAUD else None
        return Finding(held.since, reason=words, subject=(SUBJECT, str(held.case_id)) if held.case_id else None, label=held.case_no)

    return Rule(code, severity, title, reason, tuple(f"cases.{need}" for need in needs), find, among(stands), values=standing_values)


RULES = (
    _rule(
        "OVERDUE_SLA",
        Severity.CRITICAL,
        Standing.OVERDUE,
        Text(id="Kasus lewat tenggat", en="Overdue case"),
        Text(id="Ada kasus terbuka yang sudah lewat tenggat.", en="An open case is past its due time."),
        "sla_due_at",
    ),
    _rule("FRAUD_FLAG", Severity.CRITICAL, Standing.FRAUD, Text(id="Dugaan penipuan", en="Suspected fraud"), _CLOSED_LATELY, "category_code", "closed_at"),
    _rule(
        "HANDLE_WITH_CARE",
        Severity.CRITICAL,
        Standing.CARE,
        Text(id="Perlu kehati-hatian", en="Handle with care"),
        Text(id="Tanyakan kepada supervisor sebelum menghubungi nasabah.", en="Ask a supervisor before contacting the customer."),
        "category_code",
        "closed_at",
    ),
    _rule(
        "OPEN_CASE",
        Severity.WARNING,
        Standing.OPEN,
        Text(id="Kasus terbuka", en="Open case"),
        Text(id="Ada kasus yang belum dijawab.", en="A case is not answered yet."),
        "status",
    ),
    _rule(
        "HIGH_PRIORITY_CASE",
        Severity.WARNING,
        Standing.URGENT,
        Text(id="Kasus prioritas tinggi", en="High-priority case"),
        Text(id="Ada kasus terbuka dengan prioritas tinggi atau kritis.", en="An open case is of high or critical priority."),
        "status",
        "priority",
    ),
)
