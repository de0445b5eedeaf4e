"""WhatsApp Cloud API: messages, and the webhook of statuses, replies, preferences and template states.

Source: developers.facebook.com/docs/whatsapp/cloud-api (messages, webhooks, error codes) and /docs/graph-api/webhooks/getting-started.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx

from simpul.messaging.services.adapters.base import Handed, Outcome, Outgoing, ProviderAccount, Receipt, ReceiptForged, ReceiptKind
from simpul.messaging.services.adapters.calling import Call, call_all, wait_of

# Error codes by what they mean for us; others refuse this message alone.
_LATER = frozenset({4, 80007, 130429, 131016, 131056, 131000, 2})
_STOPPED = frozenset({0, 3, 10, 190, 131031, 131045, 131048, 368, 131005, 131042})
_TEMPLATE = frozenset({132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069})
_KINDS = {"sent": ReceiptKind.SENT, "delivered": ReceiptKind.DELIVERED, "read": ReceiptKind.OPENED, "failed": ReceiptKind.FAILED, "played": ReceiptKind.OPENED}
_OPTED_OUT = 131050
_LONGEST = 3_000_000


class WhatsAppAdapter:
    """One number of a WhatsApp business account."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch, one call for each message."""
        settings = account.settings
        url = f"{settings['base_url'].rstrip('/')}/{settings['version']}/{settings['phone_number_id']}/messages"
        headers = {"Authorization": f"Bearer {account.secrets.get('access_token', '')}"}
        calls = [Call(url, headers, message_body(message, settings)) for message in messages]
        return call_all(calls, judge_answer, timeout_seconds=account.timeout_seconds)

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """What a webhook call reports. Raises: ReceiptForged."""
        if len(body) > _LONGEST:
            raise ReceiptForged("TOO_LARGE")
        given = headers.get("x-hub-signature-256", "")
        secret = account.secrets.get("app_secret", "")
        wanted = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        if not secret or not hmac.compare_digest(given.encode(), wanted.encode()):
            raise ReceiptForged("SIGNATURE")
        try:
            document = json.loads(body)
            return list(_receipts(document))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError):
            raise ReceiptForged("SHAPE") from None

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """The challenge, when the token is ours."""
        token = account.secrets.get("verify_token", "")
        matches = bool(token) and hmac.compare_digest(query.get("hub.verify_token", "").encode(), token.encode())
        return query.get("hub.challenge", "")[:200] if query.get("hub.mode") == "subscribe" and matches else None

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """The fields that are missing."""
        wanted = {name: settings.get(name) for name in ("base_url", "version", "phone_number_id")} | {
            name: secrets.get(name) for name in ("access_token", "app_secret", "verify_token")
        }
        return {name: "REQUIRED" for name, value in wanted.items() if not value}


def message_body(message: Outgoing, settings: Mapping[str, Any]) -> dict[str, Any]:
    """One message as the Cloud API takes it. Text of ours goes as the body of the account's own template: outside 24 hours of the customer's
    last message nothing else is taken."""
    common = {
        "messaging_product": "whatsapp", "recipient_type": "individual", "to": message.recipient.lstrip("+"), "biz_opaque_callback_data": str(message.send_key),
    }  # fmt: skip
    template = message.template
    if template is None:
        name = settings.get("text_template")
        if not name:
            return {**common, "type": "text", "text": {"preview_url": False, "body": "\n\n".join(part for part in (message.title, message.body) if part)}}
        places = [message.title, " ".join(message.body.split())]
        components: list[dict[str, Any]] = [{"type": "body", "parameters": [{"type": "text", "text": text} for text in places]}]
        return {**common, "type": "template", "template": {"name": name, "language": {"code": settings.get("language", "id")}, "components": components}}
    components = []
    if template.header_media:
        components.append({"type": "header", "parameters": [{"type": "image", "image": {"id": template.header_media}}]})
    if template.body:
        components.append({"type": "body", "parameters": [{"type": "text", "text": text} for text in template.body]})
    for index, text in enumerate(template.buttons):
        components.append({"type": "button", "sub_type": "url", "index": str(index), "parameters": [{"type": "text", "text": text}]})
    return {**common, "type": "template", "template": {"name": template.name, "language": {"code": template.language}, "components": components}}


def judge_answer(response: httpx.Response) -> Handed:
    """What one answer means. 200 says that the message was taken, not that it arrived."""
    if response.status_code == 200:
        message = response.json()["messages"][0]
        return Handed(Outcome.ACCEPTED, str(message["id"]))
    try:
        code = int(response.json()["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return Handed(
            Outcome.LATER if response.status_code in (429, 502, 503, 504) else Outcome.UNKNOWN,
            reason=f"HTTP_{response.status_code}",
            wait_seconds=wait_of(response),
        )
    reason = f"WHATSAPP_{code}"
    if code in _LATER or response.status_code == 429:
        return Handed(Outcome.LATER, reason=reason, wait_seconds=wait_of(response))
    if code in _STOPPED or response.status_code in (401, 403):
        return Handed(Outcome.STOPPED, reason=reason)
    if code in _TEMPLATE:
        return Handed(Outcome.REFUSED, reason="TEMPLATE")
    return Handed(Outcome.REFUSED if response.status_code < 500 else Outcome.UNKNOWN, reason=reason)


def _receipts(document: Mapping[str, Any]) -> Iterator[Receipt]:
    for entry in document["entry"]:
        for change in entry["changes"]:
            value = change["value"]
            if change["field"] == "message_template_status_update":
                key = f"template:{value['message_template_id']}:{value['event']}:{entry.get('time', '')}"
                detail = {name: value.get(name) for name in ("event", "message_template_name", "message_template_language", "reason")}
                yield Receipt(ReceiptKind.TEMPLATE, key, datetime.fromtimestamp(int(entry.get("time", 0)), UTC), detail=detail)
            for status in value.get("statuses", ()):
                yield from _status(status)
            for message in value.get("messages", ()):
                context = message.get("context") or {}
                at = datetime.fromtimestamp(int(message["timestamp"]), UTC)
                yield Receipt(
                    ReceiptKind.REPLIED,
                    f"message:{message['id']}",
                    at,
                    reference=context.get("id"),
                    recipient="+" + str(message["from"]),
                    detail={"type": message.get("type")},
                )
            for preference in value.get("user_preferences", ()):
                kind = ReceiptKind.UNSUBSCRIBED if preference["value"] == "stop" else ReceiptKind.RESUBSCRIBED
                at = datetime.fromtimestamp(int(preference["timestamp"]), UTC)
                key = f"preference:{preference['wa_id']}:{preference['value']}:{preference['timestamp']}"
                yield Receipt(kind, key, at, recipient="+" + str(preference["wa_id"]), detail={"category": preference.get("category")})


def _status(status: Mapping[str, Any]) -> Iterator[Receipt]:
    kind = _KINDS.get(status["status"])
    if kind is None:
        return
    errors = status.get("errors") or ()
    code = int(errors[0]["code"]) if errors else None
    at = datetime.fromtimestamp(int(status["timestamp"]), UTC)
    ours = _uuid(status.get("biz_opaque_callback_data"))
    recipient = "+" + str(status["recipient_id"]) if status.get("recipient_id") else None
    key = f"{status['id']}:{status['status']}:{status['timestamp']}"
    yield Receipt(kind, key, at, ours, str(status["id"]), recipient, f"WHATSAPP_{code}" if code is not None else None)
    if code == _OPTED_OUT:
        yield Receipt(ReceiptKind.UNSUBSCRIBED, f"{key}:stop", at, ours, str(status["id"]), recipient)


def _uuid(written: object) -> UUID | None:
    try:
        return UUID(str(written))
    except ValueError:
        return None
