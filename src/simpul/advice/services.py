"""Putting an alert aside for oneself, and taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.advice.acts import AlertAct
from simpul.advice.errors import AlertMustStay, AlertNotFound
from simpul.advice.selectors import alert_row
from simpul.audit.public import audited_change
from simpul.customers.public import Part, customer_get, parts
from simpul.platform.actor import Actor
from simpul.platform.acts import AuditAct
from simpul.platform.alerts import Finding, Look, Rule, rule_of
from simpul.platform.clock import now
from simpul.platform.db import execute


@transaction.atomic
def alert_acknowledge(*, actor: Actor, customer_id: UUID, code: str) -> dict[str, Any]:
    """Hide the alert for this user only.

    Raises: CustomerNotFound, AlertNotFound, AlertMustStay.
    """
    customer, rule, finding = _standing(actor, customer_id, code, AlertAct.ACKNOWLEDGE_ALERT)
    with audited_change(actor, **_facts(AlertAct.ACKNOWLEDGE_ALERT, customer, code)) as change:
        if not rule.may_be_acknowledged:
            raise AlertMustStay()
        moment = now()
        if not execute(
            """INSERT INTO crm.alert_acknowledgements AS a (user_id, customer_id, alert_code, acknowledged_at) VALUES (%s, %s, %s, %s)
               ON CONFLICT (user_id, customer_id, alert_code) DO UPDATE SET acknowledged_at = excluded.acknowledged_at
               WHERE a.acknowledged_at < %s""",
            (actor.id, customer.id, code, moment, finding.since),
        ):
            change.nothing_changed()
    return alert_row(rule, finding, moment)


@transaction.atomic
def alert_restore(*, actor: Actor, customer_id: UUID, code: str) -> dict[str, Any]:
    """Show the alert to this user again.

    Raises: CustomerNotFound, AlertNotFound.
    """
    customer, rule, finding = _standing(actor, customer_id, code, AlertAct.RESTORE_ALERT)
    with audited_change(actor, **_facts(AlertAct.RESTORE_ALERT, customer, code)) as change:
        if not execute("DELETE FROM crm.alert_acknowledgements WHERE user_id = %s AND customer_id = %s AND alert_code = %s", (actor.id, customer.id, code)):
            change.nothing_changed()
    return alert_row(rule, finding, None)


def _standing(actor: Actor, customer_id: UUID, code: str, action: AuditAct) -> tuple[Any, Rule, Finding]:
    customer = customer_get(actor=actor, customer_id=customer_id)
    rule = rule_of(code) if Part.BUSINESS in parts(actor, customer) else None
    finding = rule.find(Look(actor, customer)) if rule else None
    if rule is None or finding is None:
        raise AlertNotFound().recorded_as(**_facts(action, customer, code))
    return customer, rule, finding


def _facts(action: AuditAct, customer: Any, code: str) -> dict[str, Any]:
    return {"action": action, "object_type": "ALERT", "object_id": code[:60], "customer_id": customer.id, "branch_code": customer.home_branch_code}
