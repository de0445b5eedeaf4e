"""The alerts that customers' own data raises (product chapter 2.3)."""

from __future__ import annotations

from simpul.advice.registry import AlertSubject, Finding, Rule, Severity, register
from simpul.platform.actor import Actor
from simpul.platform.text import Text


def _vip(actor: Actor, customer: AlertSubject) -> Finding | None:
    return Finding() if customer.is_vip else None


VIP_CUSTOMER = Rule(
    code="VIP_CUSTOMER",
    severity=Severity.INFO,
    title=Text(id="Nasabah VIP", en="VIP customer"),
    reason=Text(id="Ditandai sebagai VIP pada data induk nasabah.", en="Marked as VIP in the customer master."),
    needs=("customers.is_vip",),
    find=_vip,
    among="SELECT customer_id, NULL::timestamptz AS since FROM crm.customers WHERE customer_id = ANY (%(ids)s) AND is_vip",
)


def register_all() -> None:
    """Put the rules into the registry."""
    register(VIP_CUSTOMER)
