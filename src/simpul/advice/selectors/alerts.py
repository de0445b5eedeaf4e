"""The alerts that stand for a customer, as one user sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from simpul.platform import subjects
from simpul.platform.actor import Actor, current_actor
from simpul.platform.alerts import AlertSubject, Finding, Look, Rule, rules
from simpul.platform.db import query

Group = list[tuple[Rule, Finding]]


class AlertName(TypedDict):
    """An alert by its name, without what it found."""

    code: str
    title: str
    severity: str


def alerts(actor: Actor, customer: AlertSubject) -> list[dict[str, Any]]:
    """The customer's alerts, the weightiest first; those that the user put aside are marked. What several rules say of one record is one alert."""
    aside = {
        row["alert_code"]: row["acknowledged_at"]
        for row in query("SELECT alert_code, acknowledged_at FROM crm.alert_acknowledgements WHERE user_id = %s AND customer_id = %s", (actor.id, customer.id))
    }
    return [alert_row(group, aside) for group in alert_groups(actor, customer)]


def alert_groups(actor: Actor, customer: AlertSubject) -> list[Group]:
    """The rules that hold, those of one record together, the weightiest first."""
    look = Look(actor, customer)
    found: dict[tuple[str, ...], Group] = {}
    for rule in rules():
        finding = rule.find(look)
        if finding is not None:
            found.setdefault(finding.subject or (rule.code,), []).append((rule, finding))
    return list(found.values())


def alert_row(group: Group, aside: Mapping[str, datetime]) -> dict[str, Any]:
    """One alert as the API gives it, with the words of its weightiest rule and the reasons of all. News since the acknowledgement brings it back."""
    rule, finding = group[0]
    return {
        "code": rule.code,
        "severity": rule.severity,
        "title": str(finding.title or rule.title),
        "reason": str(finding.reason or rule.reason),
        "since": finding.since,
        "reasons": [
            {"code": each.code, "title": str(found.title or each.title), "reason": str(found.reason or each.reason), "since": found.since}
            for each, found in group
        ],
        "subject": {"label": finding.label, "address": subjects.address(*finding.subject)} if finding.subject and finding.label else None,
        "acknowledged": all(_is_aside(each, found, aside.get(each.code)) for each, found in group),
        "can": {"acknowledge": all(each.may_be_acknowledged for each, _ in group)},
    }


def _is_aside(rule: Rule, finding: Finding, acknowledged_at: datetime | None) -> bool:
    return rule.may_be_acknowledged and acknowledged_at is not None and (finding.since is None or finding.since <= acknowledged_at)


def alerts_among(customer_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The codes of the alerts that stand for each of many customers, one query for each rule."""
    wanted, actor = list(customer_ids), current_actor()
    found: dict[UUID, list[str]] = {customer_id: [] for customer_id in wanted}
    for rule in rules() if wanted else []:
        for row in query(rule.among, {"ids": wanted, **rule.values(actor)}):
            found[row["customer_id"]].append(rule.code)
    return found


def alert_names(codes: Iterable[str]) -> list[AlertName]:
    """These rules by name, the weightiest first."""
    wanted = set(codes)
    return [{"code": rule.code, "title": str(rule.title), "severity": rule.severity} for rule in rules() if rule.code in wanted]
