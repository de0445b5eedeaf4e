"""The sandbox over HTTP: the providers' own addresses, an inbox page, and what sets its behaviour."""

from __future__ import annotations

import asyncio
import html
import json
import re
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any

from simpul.config.sandbox.behaviour import Behaviour, falls
from simpul.config.sandbox.reporting import Reporter
from simpul.config.sandbox.state import State, Taken

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Answer = tuple[int, Any]

_LARGEST = 5_000_000
_WHATSAPP = re.compile(r"/whatsapp/v[0-9]+\.[0-9]+/([0-9]+)/messages")
_BUSY, _LOST = "busy", "lose"


class Lost(Exception):
    """The call was taken, and its answer is never given."""


class SandboxApp:
    """An ASGI application around one state."""

    def __init__(self, state: State, token: str = "sandbox") -> None:
        self.state, self.token = state, token
        self.reporter = Reporter(state)
        self.reporter.start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        body = b""
        while True:
            part = await receive()
            body += part.get("body", b"")
            if not part.get("more_body") or len(body) > _LARGEST:
                break
        headers = {name.decode().lower(): value.decode() for name, value in scope["headers"]}
        try:
            status, answer = await self._answer(scope["method"], scope["path"], headers, body)
        except Lost:
            await asyncio.sleep(60)
            return
        is_page = isinstance(answer, str)
        written = answer.encode() if is_page else json.dumps(answer).encode()
        kind = b"text/html; charset=utf-8" if is_page else b"application/json"
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", kind), (b"content-length", str(len(written)).encode())]})
        await send({"type": "http.response.body", "body": written})

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                self.reporter.ending.set()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        if method == "POST" and (found := _WHATSAPP.fullmatch(path)):
            return await self._whatsapp(headers, body, found[1])
        if method == "POST" and path == "/sms/messages":
            return await self._sms(headers, body)
        if path == "/api/behaviour" and method in ("GET", "PUT"):
            return self._behaviour(body if method == "PUT" else b"")
        if path == "/api/webhooks" and method == "PUT":
            return self._webhooks(body)
        if path == "/api/templates" and method == "PUT":
            self.state.templates.update(json.loads(body))
            return 200, self.state.templates
        if path == "/api/messages" and method == "GET":
            return 200, {
                "items": [_row(taken) for taken in list(self.state.taken.values())],
                "calls": dict(self.state.calls),
                "waiting": self.reporter.waiting(),
            }
        if path == "/api/messages" and method == "DELETE":
            with self.state.lock:
                self.state.taken.clear()
                self.state.calls.clear()
            return 200, {}
        if path == "/" and method == "GET":
            return 200, inbox_page(self.state)
        return 404, {"error": "There is nothing here."}

    def _behaviour(self, body: bytes) -> Answer:
        if body:
            try:
                self.state.behaviour = Behaviour.read(json.loads(body), self.state.behaviour)
            except (ValueError, TypeError, AttributeError) as refusal:
                return 422, {"error": str(refusal)}
        return 200, self.state.behaviour.__dict__

    def _webhooks(self, body: bytes) -> Answer:
        for channel, told in json.loads(body).items():
            self.state.webhooks[channel], self.state.secrets[channel] = told["url"], told["secret"]
        return 200, self.state.webhooks

    async def _whatsapp(self, headers: dict[str, str], body: bytes, number: str) -> Answer:
        self.state.calls["WHATSAPP"] += 1
        if headers.get("authorization") != f"Bearer {self.token}":
            return 401, whatsapp_error(190, "Invalid OAuth access token.", "OAuthException")
        try:
            given = json.loads(body)
            recipient, key = str(given["to"]), str(given.get("biz_opaque_callback_data", ""))
            if given["messaging_product"] != "whatsapp" or not re.fullmatch(r"[0-9]{8,15}", recipient):
                raise ValueError(recipient)
            title, text = self._whatsapp_text(given)
        except (ValueError, KeyError, TypeError, AttributeError):
            return 400, whatsapp_error(100, "Invalid parameter", "OAuthException")
        except LookupError as missing:
            return 404, whatsapp_error(132001, f"Template name does not exist in the translation: {missing}", "OAuthException")
        how = self.state.behaviour
        await self._pause()
        if falls(f"{key}:{self.state.calls['WHATSAPP']}", _BUSY, how.busy):
            return 429, whatsapp_error(130429, "Rate limit hit", "OAuthException")
        if falls(key, "refuse", how.refuse):
            return 400, whatsapp_error(how.whatsapp_code, "Message undeliverable", "OAuthException")
        taken = Taken(f"wamid.{secrets.token_hex(12)}", "WHATSAPP", f"+{recipient}", title, text, "", key, datetime.now(UTC), body.decode(errors="replace"))
        self.state.take(taken)
        self.reporter.plan(taken)
        if falls(key, _LOST, how.lose):
            raise Lost
        contact = {"input": recipient, "wa_id": recipient}
        return 200, {"messaging_product": "whatsapp", "contacts": [contact], "messages": [{"id": taken.reference, "message_status": "accepted"}]}

    def _whatsapp_text(self, given: dict[str, Any]) -> tuple[str, str]:
        """What the message says. Raises: ValueError for another kind of message, LookupError for a template that there is not."""
        if given["type"] == "text":
            return "", str(given["text"]["body"])
        if given["type"] != "template":
            raise ValueError(given["type"])
        template = given["template"]
        name, language = template["name"], template["language"]["code"]
        known = self.state.templates.get(name)
        if self.state.templates and (known is None or known.get("language", language) != language):
            raise LookupError(name)
        places = [parameter["text"] for component in template.get("components", ()) if component["type"] == "body" for parameter in component["parameters"]]
        text = known["text"] if known and "text" in known else "\n".join("{{%d}}" % (place + 1) for place in range(len(places)))
        for place, value in enumerate(places, start=1):
            text = text.replace("{{%d}}" % place, value)
        return name, text

    async def _sms(self, headers: dict[str, str], body: bytes) -> Answer:
        self.state.calls["SMS"] += 1
        if headers.get("authorization") != f"Bearer {self.token}":
            return 401, {"error": "The key is wrong."}
        try:
            given = json.loads(body)
            recipient, text, key = str(given["to"]), str(given["text"]), str(given.get("client_ref", ""))
            if not re.fullmatch(r"\+[0-9]{8,15}", recipient) or not text:
                raise ValueError(recipient)
        except (ValueError, KeyError, TypeError):
            return 422, {"error": "to and text are needed."}
        how = self.state.behaviour
        await self._pause()
        if falls(f"{key}:{self.state.calls['SMS']}", _BUSY, how.busy):
            return 429, {"error": "Too many."}
        if falls(key, "refuse", how.refuse):
            return 400, {"error": "The number is not in service."}
        taken = Taken(f"sms-{secrets.token_hex(8)}", "SMS", recipient, "", text, "", key, datetime.now(UTC), body.decode(errors="replace"))
        self.state.take(taken)
        self.reporter.plan(taken)
        if falls(key, _LOST, how.lose):
            raise Lost
        return 202, {"id": taken.reference}

    async def _pause(self) -> None:
        if self.state.behaviour.answer_seconds:
            await asyncio.sleep(self.state.behaviour.answer_seconds)


def whatsapp_error(code: int, message: str, kind: str) -> dict[str, Any]:
    """An error as the Graph API words it."""
    return {
        "error": {
            "message": f"(#{code}) {message}",
            "type": kind,
            "code": code,
            "error_data": {"messaging_product": "whatsapp", "details": message},
            "fbtrace_id": "sandbox",
        }
    }


def _row(taken: Taken) -> dict[str, Any]:
    return {
        "reference": taken.reference, "channel": taken.channel, "recipient": taken.recipient, "title": taken.title, "text": taken.text, "send_key": taken.send_key,
        "at": taken.at.isoformat(), "events": [[at.isoformat(), event] for at, event in taken.events],
    }  # fmt: skip


def inbox_page(state: State) -> str:
    """What came, newest first, as a plain page."""
    rows = []
    for taken in list(state.taken.values())[-200:][::-1]:
        events = ", ".join(event for _, event in taken.events)
        rows.append(
            f"<tr><td>{taken.at:%H:%M:%S}</td><td>{taken.channel}</td><td>{html.escape(taken.recipient)}</td>"
            f"<td><b>{html.escape(taken.title)}</b><pre>{html.escape(taken.text[:2000])}</pre></td><td>{html.escape(events)}</td></tr>"
        )
    body = "".join(rows) or '<tr><td colspan="5">Nothing was sent yet.</td></tr>'
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Sandbox inbox</title>'
        "<style>body{font:14px system-ui;margin:24px}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:8px;"
        "border-bottom:1px solid #ddd}pre{margin:4px 0 0;white-space:pre-wrap;font:inherit}</style></head><body>"
        "<h1>Sandbox inbox</h1><p>Everything that this installation sent ends here; nothing leaves the machine.</p>"
        f"<table><thead><tr><th>Time</th><th>Channel</th><th>To</th><th>Message</th><th>Reported</th></tr></thead><tbody>{body}</tbody></table></body></html>"
    )
