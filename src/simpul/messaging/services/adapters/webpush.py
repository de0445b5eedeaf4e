"""Push to browsers: encrypted for the subscription (RFC 8291), signed by our key (RFC 8292), handed to the browser's push service (RFC 8030).

The recipient is the subscription as the browser gave it, in JSON. Its endpoint comes from outside, so only hosts of known push services are called,
and those that the account names.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from py_vapid import Vapid02
from pywebpush import WebPusher

from simpul.messaging.services.adapters.base import (
    GONE,
    Handed,
    Outcome,
    Outgoing,
    ProviderAccount,
    Receipt,
    ReceiptForged,
    address_problem,
)
from simpul.messaging.services.adapters.calling import Answer, Call, call_all, judge_status

# The push services of browsers; one that begins with a dot stands for every name under it.
PUSH_SERVICES = ("fcm.googleapis.com", "updates.push.services.mozilla.com", ".push.services.mozilla.com", "web.push.apple.com", ".notify.windows.com")
_SIGNED_SECONDS = 12 * 3_600
_KEPT_SECONDS = 24 * 3_600
_LARGEST = 3_900


class WebPushAdapter:
    """One sender of push messages, known by its key."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch, one call for each message."""
        signer = _Signer(account)
        calls = [_call_of(account, signer, message) for message in messages]
        return call_all(calls, judge_answer, timeout_seconds=account.timeout_seconds)

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """Push services have no webhooks: the page reports. Raises: ReceiptForged."""
        raise ReceiptForged("NO_WEBHOOK")

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """There is none."""
        return None

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """What is missing, and a key or a contact that is none."""
        found = {}
        subject = str(settings.get("subject", ""))
        if not subject.startswith(("mailto:", "https://")):
            found["subject"] = "INVALID" if subject else "REQUIRED"
        if not isinstance(settings.get("endpoint_hosts", []), list):
            found["endpoint_hosts"] = "INVALID"
        try:
            Vapid02.from_string(secrets["vapid_private_key"])
        except KeyError:
            found["vapid_private_key"] = "REQUIRED"
        except Exception:
            found["vapid_private_key"] = "INVALID"
        return found


def judge_answer(response: Answer) -> Handed:
    """What one answer means. 403 says that the subscription was made for another key than ours, which is a fault of the subscription alone."""
    if response.status_code in (200, 201, 202):
        return Handed(Outcome.ACCEPTED, response.headers.get("Location", "")[:500])
    if response.status_code in (404, 410):
        return Handed(Outcome.REFUSED, reason=GONE)
    if response.status_code == 403:
        return Handed(Outcome.REFUSED, reason="PUSH_403")
    return judge_status(response, "PUSH")


def endpoint_known(url: object, allowed: Sequence[str] = ()) -> bool:
    """Whether an endpoint belongs to a push service that may be called."""
    if address_problem(url) is not None:
        return False
    parts = urlsplit(str(url))
    if parts.netloc in allowed:
        return True
    host = parts.hostname or ""
    return parts.scheme == "https" and parts.port in (None, 443) and any(host == known or (known[0] == "." and host.endswith(known)) for known in PUSH_SERVICES)


class _Signer:
    """Proves who sends, once for each push service in a batch."""

    def __init__(self, account: ProviderAccount) -> None:
        self._key = Vapid02.from_string(account.secrets["vapid_private_key"])
        self._subject = str(account.settings["subject"])
        self._known: dict[str, str] = {}

    def header_for(self, url: str) -> str:
        """The Authorization head for the push service of an endpoint."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._known:
            claims = {"aud": origin, "sub": self._subject, "exp": int(time.time()) + _SIGNED_SECONDS}
            self._known[origin] = str(self._key.sign(claims)["Authorization"])
        return self._known[origin]


def _call_of(account: ProviderAccount, signer: _Signer, message: Outgoing) -> Call | Handed:
    content = {"title": message.title, "body": message.body, "data": {**message.data, "send_key": str(message.send_key)}}
    written = json.dumps(content, ensure_ascii=False).encode()
    if len(written) > _LARGEST:
        return Handed(Outcome.REFUSED, reason="TOO_LARGE")
    try:
        subscription = json.loads(message.recipient)
        url = str(subscription["endpoint"])
        if not endpoint_known(url, account.settings.get("endpoint_hosts", ())):
            return Handed(Outcome.REFUSED, reason="ENDPOINT")
        body = WebPusher(subscription).encode(written, content_encoding="aes128gcm")["body"]
    except Exception:
        return Handed(Outcome.REFUSED, reason="SUBSCRIPTION")
    kept = min(_KEPT_SECONDS, max(0, int(account.settings.get("ttl_seconds", _KEPT_SECONDS))))
    heads = {
        "TTL": str(kept), "Urgency": "normal", "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream", "Authorization": signer.header_for(url),
    }  # fmt: skip
    return Call(url, heads, content=bytes(body))
