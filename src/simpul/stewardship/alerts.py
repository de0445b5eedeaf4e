"""The alerts that stand for a customer: processing is restricted, automated decisions are objected to, a request is overdue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simpul.platform.actor import Actor
from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.clock import now
from simpul.platform.db import query
from simpul.platform.text import Text

_STANDING = """
SELECT customer_id, min(started_at) AS since FROM crm.processing_limits
WHERE customer_id = ANY (%(ids)s) AND kind = '{kind}' AND ended_at IS NULL GROUP BY customer_id
"""
_OVERDUE = """
SELECT customer_id, min(due_at) AS since FROM crm.rights_requests
WHERE customer_id = ANY (%(ids)s) AND status IN ('RECEIVED', 'IN_PROGRESS', 'WAITING_APPROVAL') AND due_at < %(now)s GROUP BY customer_id
"""


def _present(actor: Actor | None) -> Mapping[str, Any]:
    return {"now": now()}


def _found(sql: str) -> Callable[[Look], Finding | None]:
    def find_since(look: Look) -> Finding | None:
        rows = query(sql, {"ids": [look.customer.id], **_present(look.actor)})
        return Finding(rows[0]["since"]) if rows else None

    return find_since


_RESTRICTED, _OBJECTED = _STANDING.format(kind="RESTRICTION"), _STANDING.format(kind="OBJECTION")
RULES = (
    Rule(
        "PROCESSING_RESTRICTED",
        Severity.CRITICAL,
        Text(id="Pemrosesan data dibatasi", en="Processing is restricted"),
        Text(
            id="Nasabah meminta datanya tidak diproses lebih lanjut. Layani yang wajib saja.",
            en="The customer asked that the data is not processed further. Do only what is required.",
        ),
        ("processing_limits.kind",),
        _found(_RESTRICTED),
        _RESTRICTED,
        overrides=True,
    ),
    Rule(
        "OBJECTS_TO_AUTOMATION",
        Severity.WARNING,
        Text(id="Keberatan atas keputusan otomatis", en="Objects to automated decisions"),
        Text(id="Skor dan pilihan otomatis tidak berlaku untuk nasabah ini.", en="Automated scores and choices do not apply to this customer."),
        ("processing_limits.kind",),
        _found(_OBJECTED),
        _OBJECTED,
        overrides=True,
    ),
    Rule(
        "RIGHTS_REQUEST_OVERDUE",
        Severity.CRITICAL,
        Text(id="Permintaan hak pribadi lewat batas", en="A rights request is overdue"),
        Text(id="Batas 72 jam sudah lewat dan permintaan belum dijawab.", en="The 72 hours are over and the request is not answered."),
        ("rights_requests.due_at",),
        _found(_OVERDUE),
        _OVERDUE,
        values=_present,
    ),
)
