"""The sandbox over HTTP: the providers' own addresses, its pages, and what sets its behaviour."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import asdict
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from simpul.config.sandbox.behaviour import behaviour_changed, value_written
from simpul.config.sandbox.customer_app import answer_app
from simpul.config.sandbox.fcm import answer_fcm
from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.pages import behaviour_html, inbox_html, language_of, message_html, page_html, page_shown, text_of
from simpul.config.sandbox.postmark import answer_postmark
from simpul.config.sandbox.reports import REPORTED
from simpul.config.sandbox.sms import answer_sms
from simpul.config.sandbox.state import Taken
from simpul.config.sandbox.webhooks import webhooks_changed
from simpul.config.sandbox.webpush import answer_push
from simpul.config.sandbox.whatsapp import answer_whatsapp
from simpul.config.sandbox.wire import Answer, AnswerLost, Asked, answer_json, is_loopback_host

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_LARGEST = 16_000_000
_LOST_SECONDS = 60
_MOST_LISTED = 1_000
_MAIL = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
_PROVIDERS = (answer_whatsapp, answer_sms, answer_postmark, answer_fcm, answer_push, answer_app)


class SandboxApp:
    """An ASGI application around one state."""

    def __init__(self, handling: Handling) -> None:
        self.handling, self.state = handling, handling.state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        body = b""
        while True:
            part = await receive()
            body += part.get("body", b"")
            if not part.get("more_body") or len(body) > _LARGEST:
                break
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        asked = Asked(scope["method"], scope["path"], dict(parse_qsl(scope.get("query_string", b"").decode("latin-1"))), headers, body)
        try:
            answer = await self._answer(asked)
        except AnswerLost:
            await asyncio.sleep(_LOST_SECONDS)
            return
        heads = {
            "Content-Type": answer.media_type,
            "Content-Length": str(len(answer.body)),
            "X-Simulated": "simpul-sandbox",
            "X-Content-Type-Options": "nosniff",
        }
        written = [(name.lower().encode(), value.encode("latin-1")) for name, value in {**heads, **answer.headers}.items()]
        await send({"type": "http.response.start", "status": answer.status, "headers": written})
        await send({"type": "http.response.body", "body": answer.body})

    async def _answer(self, asked: Asked) -> Answer:
        if not is_loopback_host(asked.headers.get("host", "")):
            return answer_json(421, {"error": "The sandbox answers on this machine's own address only."})
        if (origin := asked.headers.get("origin")) and urlsplit(origin).netloc != asked.headers["host"]:
            return answer_json(403, {"error": "Another site may not use the sandbox."})
        if len(asked.body) > _LARGEST:
            return answer_json(413, {"error": "Too large."})
        for provider in _PROVIDERS:
            if (answer := await provider(self.handling, asked)) is not None:
                return answer
        return self._api(asked) if asked.path.startswith("/api/") else self._page(asked)

    def _api(self, asked: Asked) -> Answer:
        try:
            match asked.method, asked.path:
                case "GET", "/api/behaviour":
                    return answer_json(200, asdict(self.state.behaviour))
                case "PUT", "/api/behaviour":
                    self.state.behaviour = behaviour_changed(self.state.behaviour, asked.read_json())
                    return answer_json(200, asdict(self.state.behaviour))
                case "GET", "/api/webhooks":
                    return answer_json(200, {channel: webhook.url for channel, webhook in self.state.webhooks.items()})
                case "PUT", "/api/webhooks":
                    return answer_json(200, webhooks_changed(self.state, asked.read_json()))
                case "GET", "/api/counts":
                    return answer_json(200, {"counts": self.state.all_counts(), "waiting": self.handling.reporter.count_waiting()})
                case "GET", "/api/messages":
                    return answer_json(200, self._log(asked))
                case "DELETE", "/api/messages":
                    self.handling.reporter.forget_waiting()
                    self.state.forget_all()
                    return answer_json(200, {})
                case "POST", "/api/events":
                    given = asked.read_json()
                    return (
                        answer_json(202, {})
                        if self._report(given["reference"], given["event"])
                        else answer_json(404, {"error": "There is no such message or event."})
                    )
        except (ValueError, TypeError, KeyError, AttributeError) as refusal:
            return answer_json(422, {"error": str(refusal)[:500]})
        return answer_json(404, {"error": "There is nothing here."})

    def _log(self, asked: Asked) -> dict[str, object]:
        """Messages after a reference, oldest first: `next` continues, None at the end."""
        messages = [
            each
            for each in self.state.all_messages()
            if asked.query.get("channel", each.channel) == each.channel and asked.query.get("recipient", each.recipient) == each.recipient
        ]
        after = asked.query.get("after")
        start = next((place + 1 for place, each in enumerate(messages) if each.reference == after), 0) if after else 0
        part = messages[start : start + _MOST_LISTED]
        more = start + _MOST_LISTED < len(messages)
        return {"items": [_described(each) for each in part], "next": part[-1].reference if more else None, "total": len(messages)}

    def _report(self, reference: str, event: str) -> bool:
        message = self.state.messages.get(reference)
        if message is None or event not in REPORTED[message.channel]:
            return False
        self.handling.reporter.report_now(message, event)
        return True

    def _page(self, asked: Asked) -> Answer:
        language = language_of(asked)
        message = self.state.messages.get(asked.query.get("reference", ""))
        match asked.method, asked.path:
            case "GET", "/":
                return page_shown(
                    inbox_html(self.state.all_messages(), asked.query.get("channel", ""), asked.query.get("recipient", "")[:200], language), asked
                )
            case "GET", "/messages" if message:
                return page_shown(message_html(message, language), asked)
            case "GET", "/messages/html" if message:
                return Answer(200, message.html.encode(), "text/html; charset=utf-8", {"Content-Security-Policy": _MAIL})
            case "POST", "/messages" if message:
                self._report(message.reference, dict(parse_qsl(asked.body.decode("latin-1"))).get("event", ""))
                return Answer(303, headers={"Location": f"/messages?reference={quote(message.reference, safe='')}"})
            case "GET", "/behaviour":
                return page_shown(behaviour_html(self.state.behaviour, language), asked)
            case "POST", "/behaviour":
                return self._set_behaviour(asked, language)
        return page_shown(page_html(text_of("unknown", language), "", language), asked, 404)

    def _set_behaviour(self, asked: Asked, language: str) -> Answer:
        typed = dict(parse_qsl(asked.body.decode("utf-8", "replace"), keep_blank_values=True))
        try:
            self.state.behaviour = behaviour_changed(self.state.behaviour, {name: value_written(name, value) for name, value in typed.items()})
        except ValueError as refusal:
            return page_shown(behaviour_html(self.state.behaviour, language, str(refusal), typed), asked, 422)
        return page_shown(behaviour_html(self.state.behaviour, language, text_of("saved", language)), asked)


def _described(message: Taken) -> dict[str, object]:
    return {
        "reference": message.reference, "channel": message.channel, "protocol": message.protocol, "recipient": message.recipient, "title": message.title,
        "text": message.text, "send_key": message.key, "at": message.at.isoformat(), "events": [[at.isoformat(), event] for at, event in message.events],
        "attachments": [{"name": name, "size": size, "sha256": digest} for name, size, digest in message.attachments],
        "headers": dict(message.headers),
    }  # fmt: skip
