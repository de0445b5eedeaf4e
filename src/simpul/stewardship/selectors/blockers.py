"""What keeps a person's data from being erased: legal holds, open work, products that are held, and retention."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from simpul.iam.public import system_actor, system_identity
from simpul.platform import configuration
from simpul.platform.db import query, scope
from simpul.platform.text import Text
from simpul.stewardship.settings import TRANSACTION_YEARS

_ASKED = """
SELECT EXISTS (SELECT FROM crm.legal_holds h WHERE h.customer_id = %(id)s AND h.lifted_at IS NULL) AS hold,
       (SELECT count(*)::integer FROM crm.cases c WHERE c.customer_id = %(id)s AND c.status <> 'CLOSED') AS cases,
       (SELECT count(*)::integer FROM crm.customer_products p WHERE p.customer_id = %(id)s AND p.held) AS products,
       (SELECT count(*)::integer FROM crm.tasks t WHERE t.customer_id = %(id)s AND t.status = 'OPEN') AS tasks,
       (SELECT count(*)::integer FROM crm.customer_change_requests r WHERE r.customer_id = %(id)s AND r.status = 'PENDING')
       + (SELECT count(*)::integer FROM crm.consent_requests r WHERE r.customer_id = %(id)s AND r.status = 'PENDING') AS requests,
       (SELECT max(d.keep_until) FROM crm.documents d WHERE d.customer_id = %(id)s AND d.purged_at IS NULL AND d.keep_until > current_date) AS documents_until,
       (SELECT (max(t.booked_on) + make_interval(years => %(years)s))::date FROM crm.transactions t WHERE t.customer_id = %(id)s
         HAVING max(t.booked_on) + make_interval(years => %(years)s) > current_date) AS transactions_until
"""
_HOLD = Text(id="Data nasabah ditahan untuk perkara hukum.", en="The data is under a legal hold.")
_CASES = Text(id="{count} kasus masih terbuka.", en="Cases that are open still: {count}.")
_PRODUCTS = Text(id="{count} produk masih dimiliki.", en="Products that are held still: {count}.")
_TASKS = Text(id="{count} tugas masih terbuka.", en="Tasks that are open still: {count}.")
_REQUESTS = Text(id="{count} pengajuan perubahan atau persetujuan belum diputuskan.", en="Requests for change or consent that wait: {count}.")
_DOCUMENTS = Text(id="Dokumen wajib disimpan sampai {day}.", en="Documents have to be kept until {day}.")
_TRANSACTIONS = Text(id="Transaksi wajib disimpan sampai {day}.", en="Transactions have to be kept until {day}.")


@dataclass(frozen=True)
class Blocker:
    """One reason why the data stays for now, with the code that a refusal takes."""

    code: str
    reason: Text


def erasure_blockers(customer_id: UUID) -> list[Blocker]:
    """Everything that keeps the data, a legal hold first; nothing when it may be erased."""
    years = configuration.number(TRANSACTION_YEARS, system_actor())
    # Whoever asks need not reach what is counted.
    with scope(system_identity()):
        row = query(_ASKED, {"id": customer_id, "years": years})[0]
    found = [Blocker("LEGAL_HOLD", _HOLD)] if row["hold"] else []
    for name, text in (("cases", _CASES), ("products", _PRODUCTS), ("tasks", _TASKS), ("requests", _REQUESTS)):
        if row[name]:
            found.append(Blocker("RETENTION", text.format(count=row[name])))
    for name, text in (("documents_until", _DOCUMENTS), ("transactions_until", _TRANSACTIONS)):
        if row[name]:
            found.append(Blocker("RETENTION", text.format(day=f"{row[name]:%d-%m-%Y}")))
    return found
