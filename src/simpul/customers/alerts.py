"""The alerts that customers' own data raises (product chapter 2.3)."""

from __future__ import annotations

from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.db import query
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


_IN_ARREARS = """
SELECT f.customer_id, NULL::timestamptz AS since FROM crm.customer_facts f WHERE f.customer_id = ANY (%(ids)s) AND f.has_arrears
"""


def _in_arrears(look: Look) -> Finding | None:
    return Finding() if query(_IN_ARREARS, {"ids": [look.customer.id]}) else None


ARREARS = Rule(
    code="ARREARS",
    severity=Severity.WARNING,
    title=Text(id="Tagihan menunggak", en="In arrears"),
    reason=Text(id="Ada tagihan yang lewat jatuh tempo.", en="A bill is past due."),
    needs=("customer_facts.has_arrears",),
    find=_in_arrears,
    among=_IN_ARREARS,
    missing=Text(id="Data tagihan belum ada di pemasangan ini.", en="This installation has no data of bills yet."),
)
