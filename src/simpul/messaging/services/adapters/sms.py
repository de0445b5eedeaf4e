"""SMS by an HTTP gateway: JSON in, a reference out, and signed delivery reports.

Gateways differ in names only, so the account says them: `url`, and `fields` for recipient, text, our key and the sender. A report is signed with
HMAC-SHA-256 over its raw body in the header X-Signature.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx

from simpul.messaging.services.adapters.base import Handed, Outcome, Outgoing, ProviderAccount, Receipt, ReceiptForged, ReceiptKind
from simpul.messaging.services.adapters.calling import Call, call_all, wait_of

FIELDS = {"recipient": "to", "text": "text", "key": "client_ref", "sender": "from"}
_KINDS = {
    "SENT": ReceiptKind.SENT,
    "DELIVERED": ReceiptKind.DELIVERED,
    "FAILED": ReceiptKind.FAILED,
    "UNDELIVERED": ReceiptKind.BOUNCED,
    "REJECTED": ReceiptKind.FAILED,
}


class SmsAdapter:
    """One account with an SMS gateway."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch, one call for each message."""
        fields = {**FIELDS, **account.settings.get("fields", {})}
        headers = {"Authorization": f"Bearer {account.secrets.get('api_key', '')}"}
        sender = account.settings.get("sender", "")
        calls = [
            Call(
                account.settings["url"], headers,
                {fields["recipient"]: message.recipient, fields["text"]: message.body or message.title, fields["key"]: str(message.send_key), fields["sender"]: sender},
            )
            for message in messages
        ]  # fmt: skip
        return call_all(calls, judge_answer, timeout_seconds=account.timeout_seconds)

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """What a report says. Raises: ReceiptForged."""
        secret = account.secrets.get("webhook_secret", "")
        wanted = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        if not secret or len(body) > 1_000_000 or not hmac.compare_digest(headers.get("x-signature", "").encode(), wanted.encode()):
            raise ReceiptForged("SIGNATURE")
        try:
            return [_receipt(report) for report in json.loads(body)["reports"] if report["status"] in _KINDS]
        except (ValueError, KeyError, TypeError):
            raise ReceiptForged("SHAPE") from None

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """Gateways ask for none."""
        return None

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """The fields that are missing."""
        wanted = {"url": settings.get("url"), "api_key": secrets.get("api_key"), "webhook_secret": secrets.get("webhook_secret")}
        return {name: "REQUIRED" for name, value in wanted.items() if not value}


def judge_answer(response: httpx.Response) -> Handed:
    """What one answer means."""
    if response.status_code in (200, 201, 202):
        return Handed(Outcome.ACCEPTED, str(response.json()["id"]))
    if response.status_code in (429, 503):
        return Handed(Outcome.LATER, reason=f"HTTP_{response.status_code}", wait_seconds=wait_of(response))
    if response.status_code in (401, 402, 403):
        return Handed(Outcome.STOPPED, reason=f"HTTP_{response.status_code}")
    return Handed(Outcome.REFUSED if response.status_code < 500 else Outcome.UNKNOWN, reason=f"HTTP_{response.status_code}")


def _receipt(report: Mapping[str, Any]) -> Receipt:
    at = datetime.fromisoformat(report["at"])
    key = UUID(report["client_ref"]) if report.get("client_ref") else None
    dedupe = f"{report['id']}:{report['status']}:{report['at']}"
    return Receipt(_KINDS[report["status"]], dedupe, at.astimezone(UTC), key, str(report["id"]), report.get("to"), report.get("error"))
