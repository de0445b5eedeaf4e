"""SMS by an HTTP gateway: JSON in, a reference out, and signed delivery reports.

Gateways differ in names only, so the account says them: `url`, and `fields` for recipient, text, our key and the sender. A report is signed with
HMAC-SHA-256 over its raw body in the header X-Signature.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from simpul.messaging.services.adapters.base import (
    Handed,
    Outcome,
    Outgoing,
    ProviderAccount,
    Receipt,
    ReceiptForged,
    ReceiptKind,
    key_read,
    problems_of,
)
from simpul.messaging.services.adapters.calling import Answer, Call, call_all, judge_status

FIELDS = {"recipient": "to", "text": "text", "key": "client_ref", "sender": "from"}
_KINDS = {
    "SENT": ReceiptKind.SENT,
    "DELIVERED": ReceiptKind.DELIVERED,
    "FAILED": ReceiptKind.FAILED,
    "UNDELIVERED": ReceiptKind.BOUNCED,
    "REJECTED": ReceiptKind.FAILED,
}
# Answers that say: no more of this.
_OPT_OUT = frozenset({"STOP", "BERHENTI", "UNREG", "UNSUBSCRIBE", "TIDAK"})


class SmsAdapter:
    """One account with an SMS gateway."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch, one call for each message."""
        fields = {**FIELDS, **account.settings.get("fields", {})}
        headers = {"Authorization": f"Bearer {account.secrets['api_key']}"}
        sender = account.settings.get("sender", "")
        calls = [
            Call(
                account.settings["url"],
                headers,
                {
                    fields["recipient"]: message.recipient,
                    fields["text"]: message.body or message.title,
                    fields["key"]: str(message.send_key),
                    fields["sender"]: sender,
                },
            )
            for message in messages
        ]
        return call_all(calls, judge_answer, timeout_seconds=account.timeout_seconds)

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """What a report says. Raises: ReceiptForged."""
        secret = account.secrets.get("webhook_secret", "")
        wanted = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        if not secret or not hmac.compare_digest(headers.get("x-signature", "").encode(), wanted.encode()):
            raise ReceiptForged("SIGNATURE")
        try:
            document = json.loads(body)
            return [*_states(document.get("reports", ())), *_texts(document.get("messages", ()))]
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ReceiptForged("SHAPE") from None

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """Gateways ask for none."""
        return None

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """The fields that are missing, and an address that may not be called."""
        required = {name: secrets.get(name) for name in ("api_key", "webhook_secret")}
        fields = settings.get("fields", {})
        known = isinstance(fields, Mapping) and all(name in FIELDS and isinstance(value, str) for name, value in fields.items())
        return problems_of(required=required, addresses={"url": settings.get("url")}) | ({} if known else {"fields": "INVALID"})


def judge_answer(response: Answer) -> Handed:
    """What one answer means."""
    if response.status_code in (200, 201, 202):
        return Handed(Outcome.ACCEPTED, str(response.json()["id"]))
    return judge_status(response, "SMS")


def _states(reports: Sequence[Mapping[str, Any]]) -> Iterator[Receipt]:
    for report in reports:
        if kind := _KINDS.get(report["status"]):
            dedupe = f"{report['id']}:{report['status']}:{report['at']}"
            yield Receipt(kind, dedupe, _instant(report["at"]), key_read(report.get("client_ref")), str(report["id"]), report.get("to"), report.get("error"))


def _texts(texts: Sequence[Mapping[str, Any]]) -> Iterator[Receipt]:
    for text in texts:
        words = str(text["text"]).strip().upper().split()
        kind = ReceiptKind.UNSUBSCRIBED if words and words[0] in _OPT_OUT else ReceiptKind.REPLIED
        reference = str(text["in_reply_to"]) if text.get("in_reply_to") else None
        yield Receipt(kind, f"text:{text['id']}", _instant(text["at"]), reference=reference, recipient=str(text["from"]))


def _instant(written: str) -> datetime:
    at = datetime.fromisoformat(written)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
