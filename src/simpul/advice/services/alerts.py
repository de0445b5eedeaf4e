"""Putting an alert aside for oneself, and taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.advice.acts import AdviceAct
from simpul.advice.errors import AlertMustStay, AlertNotFound
from simpul.advice.selectors.alerts import Group, alert_groups, alert_row
from simpul.audit.public import audited_change
from simpul.customers.public import Part, customer_get, parts
from simpul.platform.actor import Actor
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now
from simpul.platform.db import execute


@transaction.atomic
def alert_acknowledge(*, actor: Actor, customer_id: UUID, code: str) -> dict[str, Any]:
    """Hide the alert for this user only, with all that other rules say of its record.

    Raises: CustomerNotFound, AlertNotFound, AlertMustStay.
    """
    customer, group = _standing(actor, customer_id, code, AdviceAct.ACKNOWLEDGE_ALERT)
    with audited_change(actor, **_facts(AdviceAct.ACKNOWLEDGE_ALERT, customer, code)) as change:
        if not all(rule.may_be_acknowledged for rule, _ in group):
            raise AlertMustStay()
        moment = now()
        if not sum(
            execute(
                """INSERT INTO crm.alert_acknowledgements AS a (user_id, customer_id, alert_code, acknowledged_at) VALUES (%s, %s, %s, %s)
                   ON CONFLICT (user_id, customer_id, alert_code) DO UPDATE SET acknowledged_at = excluded.acknowledged_at
                   WHERE a.acknowledged_at < %s""",
                (actor.id, customer.id, rule.code, moment, finding.since),
            )
            for rule, finding in group
        ):
            change.nothing_changed()
    return alert_row(group, {rule.code: moment for rule, _ in group})


@transaction.atomic
def alert_restore(*, actor: Actor, customer_id: UUID, code: str) -> dict[str, Any]:
    """Show the alert to this user again.

    Raises: CustomerNotFound, AlertNotFound.
    """
    customer, group = _standing(actor, customer_id, code, AdviceAct.RESTORE_ALERT)
    with audited_change(actor, **_facts(AdviceAct.RESTORE_ALERT, customer, code)) as change:
        codes = [rule.code for rule, _ in group]
        if not execute(
            "DELETE FROM crm.alert_acknowledgements WHERE user_id = %s AND customer_id = %s AND alert_code = ANY (%s)", (actor.id, customer.id, codes)
        ):
            change.nothing_changed()
    return alert_row(group, {})


def _standing(actor: Actor, customer_id: UUID, code: str, action: AuditAct) -> tuple[Any, Group]:
    customer = customer_get(actor=actor, customer_id=customer_id)
    groups = alert_groups(actor, customer) if Part.BUSINESS in parts(actor, customer) else []
    group = next((group for group in groups if code in {rule.code for rule, _ in group}), None)
    if group is None:
        raise AlertNotFound().recorded_as(**_facts(action, customer, code))
    return customer, group


def _facts(action: AuditAct, customer: Any, code: str) -> dict[str, Any]:
    return {"action": action, "object_type": "ALERT", "object_id": code[:60], "customer_id": customer.id, "branch_code": customer.home_branch_code}
