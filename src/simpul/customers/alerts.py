"""The alerts that customers' own data raises (product chapter 2.3)."""

from __future__ import annotations

from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.text import Text


def _vip(look: Look) -> Finding | None:
    return Finding() if look.customer.is_vip else None


VIP_CUSTOMER = Rule(
    code="VIP_CUSTOMER",
    severity=Severity.INFO,
    title=Text(id="Nasabah VIP", en="VIP customer"),
    reason=Text(id="Ditandai sebagai VIP pada data induk nasabah.", en="Marked as VIP in the customer master."),
    needs=("customers.is_vip",),
    find=_vip,
    among="SELECT customer_id, NULL::timestamptz AS since FROM crm.customers WHERE customer_id = ANY (%(ids)s) AND is_vip",
)
