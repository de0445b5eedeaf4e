"""WhatsApp Cloud API: messages, and the webhook of statuses, replies, preferences and template states.

Source: developers.facebook.com/docs/whatsapp/cloud-api (messages, webhooks, error codes) and /docs/graph-api/webhooks/getting-started.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from simpul.messaging.services.adapters.calling import Answer, Call, call_all, judge_status, wait_of

logger = logging.getLogger("simpul.messaging")

# Error codes by what they mean for us; others refuse this message alone.
_LATER = frozenset({1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004})
_STOPPED = frozenset({0, 3, 10, 33, 190, 368, 131005, 131031, 131042, 131045, 131048, 133010, *range(200, 300)})
_TEMPLATE = frozenset({132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069})
_KINDS = {"sent": ReceiptKind.SENT, "delivered": ReceiptKind.DELIVERED, "read": ReceiptKind.OPENED, "failed": ReceiptKind.FAILED, "played": ReceiptKind.OPENED}
_OPTED_OUT = 131050
_VERSION = re.compile(r"v[0-9]{1,3}\.[0-9]{1,2}")


class WhatsAppAdapter:
    """One number of a WhatsApp business account."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch, one call for each message."""
        settings = account.settings
        url = f"{settings['base_url'].rstrip('/')}/{settings['version']}/{settings['phone_number_id']}/messages"
        headers = {"Authorization": f"Bearer {account.secrets['access_token']}"}
        calls = [Call(url, headers, message_body(message, settings)) for message in messages]
        return call_all(calls, judge_answer, timeout_seconds=account.timeout_seconds)

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """What a webhook call reports. Raises: ReceiptForged."""
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

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """The fields that are missing, and an address that may not be called."""
        required = {name: settings.get(name) for name in ("version", "phone_number_id")} | {
            name: secrets.get(name) for name in ("access_token", "app_secret", "verify_token")
        }
        found = problems_of(required=required, addresses={"base_url": settings.get("base_url")})
        if settings.get("phone_number_id") and not str(settings["phone_number_id"]).isdigit():
            found["phone_number_id"] = "INVALID"
        if settings.get("version") and not _VERSION.fullmatch(str(settings["version"])):
            found["version"] = "INVALID"
        return found


def message_body(message: Outgoing, settings: Mapping[str, Any]) -> Mapping[str, Any]:
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
        components: list[Mapping[str, Any]] = [{"type": "body", "parameters": [{"type": "text", "text": text} for text in places]}]
        return {**common, "type": "template", "template": {"name": name, "language": {"code": settings.get("language", "id")}, "components": components}}
    components = []
    if template.header:
        kind, address = template.header[0].lower(), template.header[1]
        components.append({"type": "header", "parameters": [{"type": kind, kind: {"link": address}}]})
    if template.body:
        components.append({"type": "body", "parameters": [{"type": "text", "text": text} for text in template.body]})
    for index, text in template.buttons:
        components.append({"type": "button", "sub_type": "url", "index": str(index), "parameters": [{"type": "text", "text": text}]})
    return {**common, "type": "template", "template": {"name": template.name, "language": {"code": template.language}, "components": components}}


def judge_answer(response: Answer) -> Handed:
    """What one answer means. 200 says that the message was taken, not that it arrived."""
    if response.status_code == 200:
        message = response.json()["messages"][0]
        return Handed(Outcome.ACCEPTED, str(message["id"]))
    try:
        code = int(response.json()["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return judge_status(response, "WHATSAPP")
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
                yield from _each(_template, [{**value, "time": entry.get("time", 0)}])
            yield from _each(_status, value.get("statuses", ()))
            yield from _each(_reply, value.get("messages", ()))
            yield from _each(_preference, value.get("user_preferences", ()))


def _each(read: Callable[[Mapping[str, Any]], Iterator[Receipt]], parts: Sequence[Mapping[str, Any]]) -> Iterator[Receipt]:
    """What can be read of each; one of another shape than the documents' loses nothing but itself."""
    for part in parts:
        try:
            yield from read(part)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError) as fault:
            logger.warning("A part of a WhatsApp report is of another shape.", extra={"fault": type(fault).__name__})


def _instant(written: object) -> datetime:
    return datetime.fromtimestamp(int(str(written)), UTC)


def _phone(written: object) -> str | None:
    """A number as we write it; customers who go by a name have none."""
    return f"+{written}" if written else None


def _template(value: Mapping[str, Any]) -> Iterator[Receipt]:
    key = f"template:{value['message_template_id']}:{value['event']}:{value['time']}"
    detail = {name: value.get(name) for name in ("event", "message_template_name", "message_template_language", "reason")}
    yield Receipt(ReceiptKind.TEMPLATE, key, _instant(value["time"]), detail=detail)


def _reply(message: Mapping[str, Any]) -> Iterator[Receipt]:
    if message.get("type") == "system":
        return  # a number or a setting changed; nobody answered
    reference = (message.get("context") or {}).get("id")
    detail = {"type": message.get("type")}
    yield Receipt(
        ReceiptKind.REPLIED,
        f"message:{message['id']}",
        _instant(message["timestamp"]),
        reference=reference,
        recipient=_phone(message.get("from")),
        detail=detail,
    )


def _preference(preference: Mapping[str, Any]) -> Iterator[Receipt]:
    if preference.get("category", "marketing_messages") != "marketing_messages" or not preference.get("wa_id"):
        return
    kind = ReceiptKind.UNSUBSCRIBED if preference["value"] == "stop" else ReceiptKind.RESUBSCRIBED
    key = f"preference:{preference['wa_id']}:{preference['value']}:{preference['timestamp']}"
    yield Receipt(kind, key, _instant(preference["timestamp"]), recipient=_phone(preference["wa_id"]), detail={"category": preference.get("category")})


def _status(status: Mapping[str, Any]) -> Iterator[Receipt]:
    kind = _KINDS.get(status["status"])
    if kind is None:
        return
    errors = status.get("errors") or ()
    code = int(errors[0]["code"]) if errors else None
    at, ours, recipient = _instant(status["timestamp"]), key_read(status.get("biz_opaque_callback_data")), _phone(status.get("recipient_id"))
    key = f"{status['id']}:{status['status']}:{status['timestamp']}"
    yield Receipt(kind, key, at, ours, str(status["id"]), recipient, f"WHATSAPP_{code}" if code is not None else None)
    if code == _OPTED_OUT:
        yield Receipt(ReceiptKind.UNSUBSCRIBED, f"{key}:stop", at, ours, str(status["id"]), recipient)
