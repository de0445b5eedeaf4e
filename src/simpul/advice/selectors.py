"""The alerts that stand for a customer, as one user sees them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.platform.actor import Actor, current_actor
from simpul.platform.alerts import AlertSubject, Finding, Look, Rule, rules
from simpul.platform.db import query


def alerts(actor: Actor, customer: AlertSubject) -> list[dict[str, Any]]:
    """The customer's alerts, the weightiest first; those that the user put aside are marked."""
    aside = {
        row["alert_code"]: row["acknowledged_at"]
        for row in query("SELECT alert_code, acknowledged_at FROM crm.alert_acknowledgements WHERE user_id = %s AND customer_id = %s", (actor.id, customer.id))
    }
    look = Look(actor, customer)
    found = ((rule, rule.find(look)) for rule in rules())
    return [alert_row(rule, finding, aside.get(rule.code)) for rule, finding in found if finding is not None]


def alert_row(rule: Rule, finding: Finding, acknowledged_at: datetime | None) -> dict[str, Any]:
    """One alert as the API gives it. News since the acknowledgement brings an alert back."""
    hidden = rule.may_be_acknowledged and acknowledged_at is not None and (finding.since is None or finding.since <= acknowledged_at)
    return {
        "code": rule.code,
        "severity": rule.severity,
        "title": str(finding.title or rule.title),
        "reason": str(finding.reason or rule.reason),
        "since": finding.since,
        "acknowledged": hidden,
        "can": {"acknowledge": rule.may_be_acknowledged},
    }


def alerts_among(customer_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The codes of the alerts that stand for each of many customers, one query for each rule."""
    wanted, actor = list(customer_ids), current_actor()
    found: dict[UUID, list[str]] = {customer_id: [] for customer_id in wanted}
    for rule in rules() if wanted else []:
        for row in query(rule.among, {"ids": wanted, **rule.values(actor)}):
            found[row["customer_id"]].append(rule.code)
    return found
