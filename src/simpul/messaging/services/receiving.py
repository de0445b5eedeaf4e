"""What providers report: kept as it comes and answered at once, then worked off in sets; however often and in whatever order, the same is known in the end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from simpul.consent.public import MARKETING, VerificationMethod, consent_signal
from simpul.messaging.errors import ProviderNotFound
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.messaging.models import MessageProvider
from simpul.messaging.selectors.gates import address_hash
from simpul.messaging.services.adapters import adapter_of
from simpul.messaging.services.adapters.base import Receipt, ReceiptKind
from simpul.messaging.services.providers import account_of
from simpul.messaging.vocabulary import Adapter
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.events import emit
from simpul.platform.jobs import defer
from simpul.platform.ports import system_actor

APPLY_JOB = "messaging.apply_receipts"
_AT_ONCE = 5_000
_TAKE = """
INSERT INTO crm.provider_receipts (provider_key, dedupe_hash, kind, message_id, provider_reference, occurred_at, reason, detail)
SELECT %(provider)s, r.dedupe, r.kind, r.message_id, r.reference, r.at, r.reason, r.detail::jsonb
FROM unnest(%(dedupes)s::bytea[], %(kinds)s::text[], %(ids)s::uuid[], %(references)s::text[], %(moments)s::timestamptz[], %(reasons)s::text[], %(details)s::text[])
     AS r (dedupe, kind, message_id, reference, at, reason, detail)
ON CONFLICT (dedupe_hash) DO NOTHING
"""
# One pass: the reports that wait, each with the message that it names, summed up for each message, written once.
_APPLY = """
WITH waiting AS (
    SELECT r.* FROM crm.provider_receipts r WHERE r.applied_at IS NULL ORDER BY r.receipt_id LIMIT %(limit)s FOR UPDATE SKIP LOCKED),
named AS (
    SELECT w.receipt_id, w.kind, w.occurred_at, w.reason, coalesce(by_key.message_id, by_reference.message_id) AS message_id
    FROM waiting w
    LEFT JOIN crm.outbound_messages by_key ON by_key.message_id = w.message_id
    LEFT JOIN crm.outbound_messages by_reference ON w.message_id IS NULL AND by_reference.provider_key = w.provider_key
        AND by_reference.provider_reference = w.provider_reference),
summed AS (
    SELECT message_id, min(occurred_at) FILTER (WHERE kind IN ('SENT', 'DELIVERED', 'OPENED', 'CLICKED')) AS sent,
           min(occurred_at) FILTER (WHERE kind IN ('DELIVERED', 'OPENED', 'CLICKED')) AS delivered, min(occurred_at) FILTER (WHERE kind IN ('OPENED', 'CLICKED')) AS opened,
           min(occurred_at) FILTER (WHERE kind = 'CLICKED') AS clicked, min(occurred_at) FILTER (WHERE kind = 'REPLIED') AS replied,
           min(occurred_at) FILTER (WHERE kind = 'COMPLAINED') AS complained, min(occurred_at) FILTER (WHERE kind = 'UNSUBSCRIBED') AS unsubscribed,
           min(occurred_at) FILTER (WHERE kind IN ('FAILED', 'BOUNCED')) AS failed, max(kind) FILTER (WHERE kind IN ('FAILED', 'BOUNCED')) AS ending,
           min(reason) FILTER (WHERE kind IN ('FAILED', 'BOUNCED')) AS reason
    FROM named WHERE message_id IS NOT NULL GROUP BY message_id),
judged AS (
    SELECT m.message_id, s.*, m.status AS before, m.status IN ('FAILED', 'BOUNCED') AS ended,
           CASE WHEN m.status IN ('FAILED', 'BOUNCED', 'CONVERTED') THEN m.status
                WHEN s.clicked IS NOT NULL OR m.status = 'CLICKED' THEN 'CLICKED'
                WHEN s.opened IS NOT NULL OR m.status = 'OPENED' THEN 'OPENED'
                WHEN s.delivered IS NOT NULL OR m.status = 'DELIVERED' THEN 'DELIVERED'
                WHEN s.ending IS NOT NULL THEN s.ending
                WHEN s.sent IS NOT NULL THEN 'SENT' ELSE m.status END AS after
    FROM summed s JOIN crm.outbound_messages m USING (message_id)),
written AS (
    UPDATE crm.outbound_messages m SET
        status = j.after, handover = CASE WHEN j.after = 'QUEUED' THEN m.handover ELSE 'DONE' END,
        sent_at = CASE WHEN j.ended THEN m.sent_at ELSE least(m.sent_at, j.sent) END,
        delivered_at = CASE WHEN j.ended THEN m.delivered_at ELSE least(m.delivered_at, j.delivered) END,
        opened_at = CASE WHEN j.ended THEN m.opened_at ELSE least(m.opened_at, j.opened) END,
        clicked_at = CASE WHEN j.ended THEN m.clicked_at ELSE least(m.clicked_at, j.clicked) END,
        replied_at = least(m.replied_at, j.replied), complained_at = least(m.complained_at, j.complained), unsubscribed_at = least(m.unsubscribed_at, j.unsubscribed),
        failed_at = CASE WHEN j.after IN ('FAILED', 'BOUNCED') THEN coalesce(m.failed_at, j.failed) ELSE m.failed_at END,
        failed_reason = CASE WHEN j.after IN ('FAILED', 'BOUNCED') THEN coalesce(m.failed_reason, j.reason, 'REFUSED') ELSE m.failed_reason END
    FROM judged j WHERE m.message_id = j.message_id
    RETURNING m.message_id, m.customer_id, m.branch_code, m.channel, m.purpose, m.subject_type, m.subject_id, j.before, j.after, m.sent_at, m.failed_at, m.failed_reason,
              j.complained, j.unsubscribed, j.ending),
worked AS (
    UPDATE crm.provider_receipts r SET applied_at = %(now)s, outcome = CASE WHEN n.message_id IS NULL THEN 'UNMATCHED' ELSE 'APPLIED' END
    FROM named n WHERE r.receipt_id = n.receipt_id RETURNING r.receipt_id)
SELECT w.*, (SELECT count(*) FROM worked) AS worked FROM written w
"""


def receipts_take(*, provider_key: str, headers: Mapping[str, str], body: bytes) -> int:
    """Keep what a provider reports, each report once; how many were new.

    Raises: ProviderNotFound, ReceiptForged.
    """
    with scope(system_actor()):
        provider = MessageProvider.objects.filter(pk=provider_key).first()
        if provider is None:
            raise ProviderNotFound()
        taken = adapter_of(Adapter(provider.adapter)).read_receipts(account_of(provider), headers, body)
        new = _keep(provider_key, taken)
        if new:
            defer(APPLY_JOB, key=APPLY_JOB)
        return new


def _keep(provider_key: str, taken: Iterable[Receipt]) -> int:
    # The same report twice in one call counts once as well.
    once = {hashlib.sha256(f"{provider_key}:{receipt.dedupe}".encode()).digest(): receipt for receipt in taken}
    if not once:
        return 0
    receipts = list(once.values())
    return execute(
        _TAKE,
        {
            "provider": provider_key,
            "dedupes": list(once),
            "kinds": [receipt.kind.value for receipt in receipts],
            "ids": [receipt.send_key for receipt in receipts],
            "references": [receipt.reference for receipt in receipts],
            "moments": [receipt.at for receipt in receipts],
            "reasons": [receipt.reason for receipt in receipts],
            "details": [json.dumps({**receipt.detail, **_whose(receipt)}) for receipt in receipts],
        },
    )


def _whose(receipt: Receipt) -> dict[str, str]:
    """A preference without a message names its customer by address; only the keyed hash of it stays."""
    if receipt.recipient is None or receipt.kind not in (ReceiptKind.UNSUBSCRIBED, ReceiptKind.RESUBSCRIBED):
        return {}
    return {"address_hash": address_hash("WHATSAPP", receipt.recipient).hex()}


def receipts_apply() -> int:
    """Work off the reports that wait, in sets; how many messages changed."""
    changed = 0
    while True:
        with scope(system_actor()):
            at = now()
            written = query(_APPLY, {"limit": _AT_ONCE, "now": at})
            for row in written:
                _follow(row)
            changed += len(written)
            if not query("SELECT EXISTS (SELECT FROM crm.provider_receipts WHERE applied_at IS NULL) AS more")[0]["more"]:
                return changed


def _follow(row: dict[str, Any]) -> None:
    """What a report brings along: news of sending and failing, and the withdrawal that a complaint or an opt-out is."""
    if row["before"] == "QUEUED" and row["after"] != "QUEUED" and row["sent_at"] is not None:
        emit(MessageSent(row["message_id"], row["subject_type"], row["subject_id"], row["customer_id"], row["sent_at"]))
    if row["after"] in ("FAILED", "BOUNCED") and row["before"] not in ("FAILED", "BOUNCED"):
        emit(MessageFailed(row["message_id"], row["subject_type"], row["subject_id"], row["customer_id"], row["failed_at"], row["failed_reason"]))
    if row["complained"] is not None or row["unsubscribed"] is not None:
        withdraw_marketing(row["customer_id"], row["branch_code"], row["channel"], f"message {row['message_id']}")


def withdraw_marketing(customer_id: UUID, branch_code: str | None, channel: str, proof: str) -> None:
    """A provider's word that a customer wants no offers is a withdrawal for that channel."""
    if branch_code is not None:
        consent_signal(
            actor=system_actor(), customer_id=customer_id, branch_code=branch_code, consent_type=MARKETING, channel=channel,
            captured_channel="WHATSAPP" if channel == "WHATSAPP" else "EMAIL", method=VerificationMethod.PROVIDER_SIGNAL, source_reference=proof,
        )  # fmt: skip
