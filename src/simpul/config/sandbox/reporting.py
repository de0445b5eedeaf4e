"""Reports what became of messages to whoever asked for it: later, several times, out of order, as the behaviour says."""

from __future__ import annotations

import hashlib
import heapq
import hmac
import itertools
import json
import logging
import random
import threading
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import httpx

from simpul.config.sandbox.behaviour import falls
from simpul.config.sandbox.state import State, Taken

logger = logging.getLogger("simpul.sandbox")

_TOGETHER = 50  # statuses in one WhatsApp webhook call, as the provider batches them
_ATTEMPTS = 6
_PHONE_ID, _ACCOUNT_ID = "100200300400", "200300400500"


class Reporter(threading.Thread):
    """Sends reports when they are due; a call that is not answered with 200 is repeated later, with growing pauses."""

    def __init__(self, state: State) -> None:
        super().__init__(daemon=True, name="sandbox-reports")
        self.state = state
        self.ending = threading.Event()
        self._due: list[tuple[float, int, str, Taken, str, str | None]] = []
        self._numbers = itertools.count()
        self._wake = threading.Condition()

    def plan(self, taken: Taken) -> None:
        """Decide how a message fares, and when each report of it goes out."""
        how, key = self.state.behaviour, taken.send_key or taken.reference
        if not how.reports:
            return
        steps: list[tuple[str, str | None]] = [("sent", None)]
        if falls(key, "bounce", how.bounce):
            steps.append(("failed", str(how.whatsapp_code)))
        else:
            steps.append(("delivered", None))
            for step in ("open", "click", "reply", "complain", "opt_out"):
                if falls(key, step, getattr(how, step)):
                    steps.append((step, None))
        at = time.monotonic()
        with self._wake:
            for number, (step, reason) in enumerate(steps, start=1):
                for _ in range(max(1, how.repeats)):
                    delay = random.uniform(0, how.delay_seconds * len(steps)) if how.shuffle else how.delay_seconds * number
                    heapq.heappush(self._due, (at + delay, next(self._numbers), taken.channel, taken, step, reason))
            self._wake.notify()

    def waiting(self) -> int:
        """How many reports are still to go out."""
        with self._wake:
            return len(self._due)

    def run(self) -> None:
        """Send what is due until told to end."""
        with httpx.Client(timeout=10, trust_env=False) as client:
            while not self.ending.is_set():
                for channel, batch in self._next().items():
                    self._send(client, channel, batch)

    def _next(self) -> dict[str, list[tuple[Taken, str, str | None]]]:
        found: dict[str, list[tuple[Taken, str, str | None]]] = {}
        with self._wake:
            if not self._due or self._due[0][0] > time.monotonic():
                self._wake.wait(min(0.5, max(0.01, self._due[0][0] - time.monotonic())) if self._due else 0.5)
            while self._due and self._due[0][0] <= time.monotonic() and sum(map(len, found.values())) < _TOGETHER:
                _, _, channel, taken, step, reason = heapq.heappop(self._due)
                found.setdefault(channel, []).append((taken, step, reason))
        return found

    def _send(self, client: httpx.Client, channel: str, batch: list[tuple[Taken, str, str | None]]) -> None:
        url = self.state.webhooks.get(channel)
        for taken, step, _ in batch:
            self.state.note(taken.reference, step)
        if url is None:
            return
        body = json.dumps(whatsapp_report(batch) if channel == "WHATSAPP" else sms_report(batch)).encode()
        headers = {"Content-Type": "application/json", **signature(channel, self.state.secrets, body)}
        for attempt in range(_ATTEMPTS):
            try:
                if client.post(url, content=body, headers=headers).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            if self.ending.wait(min(5.0, 0.2 * 2**attempt)):
                return
        logger.warning("Reports were not taken.", extra={"channel": channel, "count": len(batch)})


def signature(channel: str, secrets: Mapping[str, str], body: bytes) -> dict[str, str]:
    """The head by which the receiver knows that the report is ours."""
    secret = secrets.get(channel, "sandbox").encode()
    if channel == "WHATSAPP":
        return {"X-Hub-Signature-256": "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()}
    return {"X-Signature": hmac.new(secret, body, hashlib.sha256).hexdigest()}


def whatsapp_report(batch: list[tuple[Taken, str, str | None]]) -> dict[str, Any]:
    """Statuses, replies and preferences as the Cloud API posts them."""
    value: dict[str, Any] = {"messaging_product": "whatsapp", "metadata": {"display_phone_number": "6261000000", "phone_number_id": _PHONE_ID}}
    now = str(int(datetime.now(UTC).timestamp()))
    names = {"sent": "sent", "delivered": "delivered", "open": "read", "failed": "failed"}
    for taken, step, reason in batch:
        number = taken.recipient.lstrip("+")
        if step in names:
            status: dict[str, Any] = {
                "id": taken.reference,
                "status": names[step],
                "timestamp": now,
                "recipient_id": number,
                "biz_opaque_callback_data": taken.send_key,
            }
            if reason:
                status["errors"] = [
                    {"code": int(reason), "title": "Message undeliverable", "message": "Message undeliverable", "error_data": {"details": "Sandbox"}}
                ]
            value.setdefault("statuses", []).append(status)
        elif step == "reply":
            value.setdefault("messages", []).append(
                {
                    "from": number,
                    "id": f"wamid.reply{taken.reference[-12:]}",
                    "timestamp": now,
                    "type": "text",
                    "text": {"body": "Terima kasih."},
                    "context": {"id": taken.reference},
                }
            )
        elif step == "opt_out":
            value.setdefault("user_preferences", []).append(
                {"wa_id": number, "detail": "User requested to stop marketing messages", "category": "marketing_messages", "value": "stop", "timestamp": now}
            )
    return {"object": "whatsapp_business_account", "entry": [{"id": _ACCOUNT_ID, "time": int(now), "changes": [{"field": "messages", "value": value}]}]}


def sms_report(batch: list[tuple[Taken, str, str | None]]) -> dict[str, Any]:
    """Delivery reports as the gateway posts them."""
    names = {"sent": "SENT", "delivered": "DELIVERED", "failed": "UNDELIVERED"}
    at = datetime.now(UTC).isoformat()
    return {
        "reports": [
            {
                "id": taken.reference,
                "client_ref": taken.send_key,
                "to": taken.recipient,
                "status": names[step],
                "at": at,
                **({"error": "ABSENT"} if reason else {}),
            }
            for taken, step, reason in batch
            if step in names
        ]
    }
