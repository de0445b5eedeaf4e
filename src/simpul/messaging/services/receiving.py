"""What providers report: kept as it comes and answered at once, then worked off in sets; however often and in whatever order, the same is known in the end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.consent.public import MARKETING, VerificationMethod, consent_signal
from simpul.customers.public import phone_normalise
from simpul.messaging.errors import ProviderNotFound
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.messaging.models import MessageProvider
from simpul.messaging.selectors.gates import address_hash
from simpul.messaging.services.adapters import adapter_of
from simpul.messaging.services.adapters.base import Receipt, ReceiptKind, reason_code, storable_text
from simpul.messaging.services.providers import account_of
from simpul.messaging.services.templates.deciding import template_status_changed
from simpul.messaging.vocabulary import OWN_LINKS, Adapter, Channel
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.events import emit
from simpul.platform.ids import uuid7
from simpul.platform.jobs import defer
from simpul.platform.ports import system_actor
from simpul.platform.redaction import redacted

APPLY_JOB = "messaging.apply_receipts"
_AT_ONCE = 5_000
_PATIENCE = timedelta(minutes=10)
_TAKE = """
INSERT INTO crm.provider_receipts (provider_key, dedupe_hash, kind, message_id, provider_reference, occurred_at, reason, detail)
SELECT %(provider)s, r.dedupe, r.kind, r.message_id, r.reference, least(r.at, %(now)s), r.reason, r.detail::jsonb
FROM unnest(%(dedupes)s::bytea[], %(kinds)s::text[], %(ids)s::uuid[], %(references)s::text[], %(moments)s::timestamptz[], %(reasons)s::text[], %(details)s::text[])
     AS r (dedupe, kind, message_id, reference, at, reason, detail)
ON CONFLICT (dedupe_hash) DO NOTHING
"""
# One pass: the reports that wait, each with the message that it names, summed up for each message, written once. A report counts for a message
# that its own account handed over, or for any when a link of ours brought it; nothing happened to a message before it was written.
_APPLY = """
WITH waiting AS (
    SELECT r.* FROM crm.provider_receipts r WHERE r.applied_at IS NULL AND r.receipt_id > %(after)s ORDER BY r.receipt_id LIMIT %(limit)s FOR UPDATE SKIP LOCKED),
named AS (
    SELECT w.receipt_id, w.kind, greatest(w.occurred_at, by_key.queued_at, by_reference.queued_at) AS occurred_at, w.reason,
           coalesce(by_key.message_id, by_reference.message_id) AS message_id
    FROM waiting w
    LEFT JOIN crm.outbound_messages by_key ON by_key.message_id = w.message_id AND (by_key.provider_key = w.provider_key OR w.provider_key = %(links)s)
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
locked AS (
    SELECT m.message_id, m.status FROM crm.outbound_messages m JOIN summed USING (message_id) ORDER BY m.message_id FOR UPDATE OF m),
judged AS (
    SELECT s.*, m.status AS before, m.status IN ('FAILED', 'BOUNCED') AS ended,
           CASE WHEN m.status IN ('FAILED', 'BOUNCED', 'CONVERTED') THEN m.status
                WHEN s.clicked IS NOT NULL OR m.status = 'CLICKED' THEN 'CLICKED'
                WHEN s.opened IS NOT NULL OR m.status = 'OPENED' THEN 'OPENED'
                WHEN s.delivered IS NOT NULL OR m.status = 'DELIVERED' THEN 'DELIVERED'
                WHEN s.ending IS NOT NULL THEN s.ending
                WHEN s.sent IS NOT NULL THEN 'SENT' ELSE m.status END AS after
    FROM summed s JOIN locked m USING (message_id)),
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
    RETURNING m.message_id, m.customer_id, m.branch_code, m.channel, m.purpose, m.address_hash, m.subject_type, m.subject_id, j.before, j.after, m.sent_at, m.failed_at, m.failed_reason,
              j.complained, j.unsubscribed, j.ending),
worked AS (
    UPDATE crm.provider_receipts r SET applied_at = %(now)s, outcome = CASE WHEN n.message_id IS NULL THEN 'UNMATCHED' ELSE 'APPLIED' END
    FROM named n WHERE r.receipt_id = n.receipt_id AND (n.message_id IS NOT NULL OR r.received_at < %(patience)s) RETURNING r.receipt_id)
SELECT (SELECT count(*) FROM waiting) AS waited, (SELECT max(receipt_id) FROM waiting) AS latest, w.* FROM (SELECT 1) one LEFT JOIN written w ON true
"""
# One row for each customer who was written to at the address; the report is worked off with them. One that names a message which is not found
# in time is the address's own word as well.
_PREFERENCES = """
WITH said AS (
    UPDATE crm.provider_receipts r SET applied_at = %(now)s, outcome = 'APPLIED'
    WHERE r.applied_at IS NULL AND r.kind IN ('UNSUBSCRIBED', 'COMPLAINED') AND r.detail ? 'address_hash'
      AND (r.message_id IS NULL AND r.provider_reference IS NULL OR r.received_at < %(patience)s)
    RETURNING r.receipt_id, r.kind, r.provider_key, decode(r.detail->>'address_hash', 'hex') AS address_hash)
SELECT DISTINCT ON (s.receipt_id, m.customer_id) s.receipt_id, s.kind, p.channel, s.address_hash, m.customer_id, m.branch_code
FROM said s JOIN crm.message_providers p USING (provider_key)
LEFT JOIN crm.outbound_messages m ON m.address_hash = s.address_hash AND m.channel = p.channel
ORDER BY s.receipt_id, m.customer_id, m.message_id DESC
"""
_TEMPLATES = """
UPDATE crm.provider_receipts SET applied_at = %(now)s, outcome = 'APPLIED' WHERE applied_at IS NULL AND kind = 'TEMPLATE' RETURNING receipt_id, detail
"""
_SUPPRESS = """
INSERT INTO crm.suppressed_addresses (suppression_id, channel, address_hash, hint, reason, customer_id, message_id, added_at, added_by)
VALUES (%s, %s, %s, '', %s, %s, %s, %s, %s) ON CONFLICT (address_hash, channel) WHERE lifted_at IS NULL DO NOTHING
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
        return keep_receipts(provider_key, provider.channel, taken)


def handshake_answer(*, provider_key: str, query: Mapping[str, str]) -> str | None:
    """The text by which a provider knows that the address of its reports is ours; None for the wrong token.

    Raises: ProviderNotFound.
    """
    with scope(system_actor()):
        provider = MessageProvider.objects.filter(pk=provider_key).first()
        if provider is None:
            raise ProviderNotFound()
        return adapter_of(Adapter(provider.adapter)).answer_handshake(account_of(provider), query)


def keep_receipts(provider_key: str, channel: str, taken: Iterable[Receipt]) -> int:
    """Write down reports, each once however often it comes, and see that they are worked off; how many were new."""
    # The same report twice in one call counts once as well.
    once = {hashlib.sha256(f"{provider_key}:{receipt.dedupe}".encode(errors="replace")).digest(): receipt for receipt in taken}
    if not once:
        return 0
    receipts = list(once.values())
    new = execute(
        _TAKE,
        {
            "provider": provider_key,
            "now": now(),
            "dedupes": list(once),
            "kinds": [receipt.kind.value for receipt in receipts],
            "ids": [receipt.send_key for receipt in receipts],
            "references": [storable_text(receipt.reference) if receipt.reference else None for receipt in receipts],
            "moments": [receipt.at for receipt in receipts],
            "reasons": [reason_code(receipt.reason) for receipt in receipts],
            "details": [json.dumps({**_described(receipt), **_whose(receipt, channel)}) for receipt in receipts],
        },
    )
    if new:
        defer(APPLY_JOB, key=APPLY_JOB)
    return new


def _whose(receipt: Receipt, channel: str) -> dict[str, str]:
    """A preference without a message names its customer by address; only the keyed hash of it stays."""
    if not receipt.recipient or receipt.kind not in (ReceiptKind.UNSUBSCRIBED, ReceiptKind.RESUBSCRIBED, ReceiptKind.COMPLAINED):
        return {}
    # A gateway may write a number as people do; ours are in E.164.
    number = phone_normalise(receipt.recipient) if channel in (Channel.SMS, Channel.WHATSAPP) else None
    return {"address_hash": address_hash(channel, number or storable_text(receipt.recipient)).hex()}


def _described(receipt: Receipt) -> dict[str, str]:
    """What a report says beyond its fields, in short, without numbers and addresses of persons."""
    return {
        name: redacted(storable_text(str(value))) if name == "description" else storable_text(str(value))
        for name, value in receipt.detail.items()
        if value is not None
    }


def receipts_apply() -> int:
    """Work off the reports that wait, in sets, those that name no message yet behind nobody; how many messages changed."""
    changed, after = 0, 0
    while True:
        with scope(system_actor()):
            at = now()
            _follow_preferences(at)
            _follow_templates(at)
            # What names no message yet may have come before the answer to our own call was written down: it is looked at again every minute.
            worked_off = query(_APPLY, {"limit": _AT_ONCE, "after": after, "links": OWN_LINKS, "now": at, "patience": at - _PATIENCE})
            for row in worked_off:
                if row["message_id"] is not None:
                    _follow(row)
                    changed += 1
            if worked_off[0]["waited"] < _AT_ONCE:
                return changed
            after = worked_off[0]["latest"]


def _follow_templates(at: datetime) -> None:
    """What WhatsApp says of templates that it keeps for us."""
    for row in query(_TEMPLATES, {"now": at}):
        said = row["detail"]
        template_status_changed(
            str(said.get("message_template_name") or ""),
            str(said.get("message_template_language") or ""),
            str(said.get("event") or ""),
            str(said.get("reason") or ""),
        )


def _follow_preferences(at: datetime) -> None:
    """What an address said of itself, without a message: whoever was written to there wants no offers by this channel."""
    for row in query(_PREFERENCES, {"now": at, "patience": at - _PATIENCE}):
        why = "COMPLAINT" if row["kind"] == ReceiptKind.COMPLAINED else "OPT_OUT"
        suppress_address(row["channel"], bytes(row["address_hash"]), why, row["customer_id"], None)
        if row["customer_id"] is not None:
            withdraw_marketing(row["customer_id"], row["branch_code"], row["channel"], f"receipt {row['receipt_id']}")


def _follow(row: Mapping[str, Any]) -> None:
    """What a report brings along: news of sending and failing, the address that is written to no more, the withdrawal that a complaint is."""
    if row["before"] == "QUEUED" and row["after"] != "QUEUED" and row["sent_at"] is not None:
        emit(MessageSent(row["message_id"], row["subject_type"], row["subject_id"], row["customer_id"], row["sent_at"]))
    if row["after"] in ("FAILED", "BOUNCED") and row["before"] not in ("FAILED", "BOUNCED"):
        emit(MessageFailed(row["message_id"], row["subject_type"], row["subject_id"], row["customer_id"], row["failed_at"], row["failed_reason"]))
    withdrawn = row["complained"] is not None or row["unsubscribed"] is not None
    why = (
        "COMPLAINT"
        if row["complained"] is not None
        else "OPT_OUT"
        if withdrawn
        else "BOUNCE"
        if row["after"] == "BOUNCED" and row["channel"] == "EMAIL"
        else None
    )
    if why and row["address_hash"] is not None:
        suppress_address(row["channel"], bytes(row["address_hash"]), why, row["customer_id"], row["message_id"])
    if withdrawn:
        withdraw_marketing(row["customer_id"], row["branch_code"], row["channel"], f"message {row['message_id']}")


def receipts_forget(*, days: int) -> int:
    """Remove what was reported and worked off so many days ago; what it said stays with its message."""
    return execute("DELETE FROM crm.provider_receipts WHERE applied_at < %s", (now() - timedelta(days=days),))


def suppress_address(channel: str, hashed: bytes, reason: str, customer_id: UUID | None, message_id: UUID | None) -> bool:
    """Write no offers to an address any more, after BOUNCE and MANUAL nothing at all; whether it is new."""
    return bool(execute(_SUPPRESS, (uuid7(), channel, hashed, reason, customer_id, message_id, now(), system_actor().id)))


def withdraw_marketing(customer_id: UUID, branch_code: str | None, channel: str, proof: str) -> None:
    """A provider's word that a customer wants no offers is a withdrawal for that channel."""
    if branch_code is not None:
        consent_signal(
            actor=system_actor(), customer_id=customer_id, branch_code=branch_code, consent_type=MARKETING, channel=channel,
            captured_channel="WHATSAPP" if channel == "WHATSAPP" else "EMAIL", method=VerificationMethod.PROVIDER_SIGNAL, source_reference=proof,
        )  # fmt: skip
