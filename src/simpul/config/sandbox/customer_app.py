"""A sample of an organisation's own app: it subscribes a customer's browser and shows messages as a banner, by the API alone.

It calls Simpul with the key of a service account, as a bank's own server would; the key stays in the memory of this process.
"""

from __future__ import annotations

import html
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.pages import language_of, page_html, page_shown
from simpul.config.sandbox.state import Document, Taken
from simpul.config.sandbox.webpush import subscription_made
from simpul.config.sandbox.wire import Answer, Asked, is_loopback_host

_SECONDS = 10
_TEXTS = {
    "title": ("Contoh aplikasi nasabah", "Sample of a customers' app"),
    "connect": ("Hubungkan", "Connect"),
    "address": ("Alamat Simpul", "Address of Simpul"),
    "key": ("Kunci akun layanan", "Key of a service account"),
    "customer": ("ID nasabah", "Customer id"),
    "push": ("Notifikasi push", "Push messages"),
    "subscribe": ("Terima notifikasi di peramban ini", "Receive push messages in this browser"),
    "remove": ("Berhenti menerima", "Stop receiving"),
    "none": ("Belum ada.", "None yet."),
    "banner": ("Pesan dalam aplikasi", "Messages in the app"),
    "clicked": ("Buka", "Open"),
    "dismissed": ("Tutup", "Dismiss"),
    "refresh": ("Muat ulang", "Refresh"),
    "wrong": ("Isi alamat http di mesin ini, kunci, dan ID nasabah.", "Give an http address on this machine, a key and the id of a customer."),
    "unreached": ("Simpul tidak menjawab.", "Simpul does not answer."),
}


@dataclass
class AppSession:
    """Whom the app serves now, and how it reaches Simpul."""

    address: str
    key: str
    customer_id: str
    endpoint: str = ""
    subscription_id: str = ""


class SimpulRefused(Exception):
    """Simpul's own words for why not."""


async def answer_app(handling: Handling, asked: Asked) -> Answer | None:
    """The pages of the sample app, None for an address that is not its own."""
    if asked.path != "/app" or asked.method not in ("GET", "POST"):
        return None
    language, typed, note = language_of(asked), dict(parse_qsl(asked.body.decode("utf-8", "replace"))), ""
    session: AppSession | None = handling.state.app_session
    items: Sequence[Document] = ()
    try:
        if asked.method == "POST":
            session = await _act(handling, session, typed, asked)
        if session is not None:
            items = (await _call(session, "GET", "in-app-messages"))["items"]
            for item in items:
                await _call(session, "POST", f"in-app-messages/{item['message_id']}/report", {"event": "SHOWN"})
    except ValueError:
        note = _text("wrong", language)
    except SimpulRefused as refused:
        note = str(refused)
    except httpx.HTTPError:
        note = _text("unreached", language)
    pushed = [each for each in handling.state.all_messages() if session and session.endpoint and session.endpoint.endswith(each.recipient)]
    body = _connection(handling, session, typed, note, language) + (_shown(session, items, pushed, language) if session else "")
    return page_shown(page_html(_text("title", language), body, language), asked)


async def _act(handling: Handling, session: AppSession | None, typed: Mapping[str, str], asked: Asked) -> AppSession | None:
    """Do what a button says. Raises: ValueError, SimpulRefused, httpx.HTTPError."""
    match typed.get("act"):
        case "connect":
            parts = urlsplit(typed.get("address", ""))
            if parts.scheme != "http" or parts.username or not is_loopback_host(parts.netloc) or not typed.get("key", "").isascii():
                raise ValueError("address")
            made = AppSession(f"http://{parts.netloc}", typed.get("key", "").strip(), str(uuid.UUID(typed.get("customer", "").strip())))
            await _call(made, "GET", "in-app-messages")
            handling.state.app_session = made
            return made
        case "subscribe" if session:
            given = subscription_made(handling.state, asked.headers["host"])
            made_id = await _call(session, "POST", "push-subscriptions", {"kind": "WEB", "endpoint": given["endpoint"], "keys": given["keys"]})
            session.endpoint, session.subscription_id = str(given["endpoint"]), str(made_id["subscription_id"])
        case "remove" if session and session.subscription_id:
            await _call(session, "POST", f"push-subscriptions/{session.subscription_id}/remove", {})
            session.endpoint = session.subscription_id = ""
        case "CLICKED" | "DISMISSED" as event if session:
            await _call(session, "POST", f"in-app-messages/{uuid.UUID(typed.get('message', ''))}/report", {"event": event})
    return session


async def _call(session: AppSession, method: str, path: str, body: Document | None = None) -> Any:
    """Simpul's answer. Raises: SimpulRefused, httpx.HTTPError."""
    url, heads = f"{session.address}/api/v1/customers/{session.customer_id}/{path}", {"Authorization": f"Bearer {session.key}"}
    async with httpx.AsyncClient(timeout=_SECONDS, trust_env=False) as client:
        answer = await client.request(method, url, headers=heads, json=body)
    if answer.status_code < 300:
        return answer.json() if answer.content else {}
    try:
        told = answer.json()
        raise SimpulRefused(f"{answer.status_code}: {told['title']} {told.get('detail', '')}"[:300])
    except (ValueError, KeyError, TypeError):
        raise SimpulRefused(str(answer.status_code)) from None


def _text(name: str, language: str) -> str:
    return _TEXTS[name][1 if language == "en" else 0]


def _connection(handling: Handling, session: AppSession | None, typed: Mapping[str, str], note: str, language: str) -> str:
    first = next(iter(handling.state.webhooks.values()), None)
    known = urlsplit(first.url) if first else None
    values = {
        "address": typed.get("address") or (session.address if session else f"http://{known.netloc}" if known else "http://127.0.0.1:8000"),
        "key": typed.get("key", ""),
        "customer": typed.get("customer") or (session.customer_id if session else ""),
    }
    kinds = {"key": "password"}
    fields = "".join(
        f'<label>{_text(name, language)}<input name="{name}" type="{kinds.get(name, "text")}" value="{html.escape(value)}" maxlength="200" autocomplete="off" required></label>'
        for name, value in values.items()
    )
    told = f'<p role="alert">{html.escape(note)}</p>' if note else ""
    return f'{told}<form method="post" action="/app">{fields}<button name="act" value="connect">{_text("connect", language)}</button></form>'


def _shown(session: AppSession, items: Sequence[Document], pushed: Sequence[Taken], language: str) -> str:
    act = "remove" if session.subscription_id else "subscribe"
    push = (
        "".join(f"<li><b>{html.escape(each.title)}</b> {html.escape(each.text)}</li>" for each in reversed(pushed[-20:]))
        or f"<li>{_text('none', language)}</li>"
    )
    banners = "".join(_banner(item, language) for item in items) or f"<p>{_text('none', language)}</p>"
    return (
        f"<h2>{_text('banner', language)}</h2>{banners}<h2>{_text('push', language)}</h2><ul>{push}</ul>"
        f'<form method="post" action="/app"><button name="act" value="{act}">{_text(act, language)}</button></form><p><a href="/app">{_text("refresh", language)}</a></p>'
    )


def _banner(item: Document, language: str) -> str:
    acts = "".join(f'<button name="act" value="{event}">{_text(event.lower(), language)}</button>' for event in ("CLICKED", "DISMISSED"))
    leads = " ".join(
        f'<a href="{html.escape(each["link"])}" rel="noreferrer">{html.escape(each["label"])}</a>'
        for each in item["buttons"]
        if each["link"].startswith("https://")
    )
    words = f"<b>{html.escape(str(item['title']))}</b><br>{html.escape(str(item['body']))}<br>{leads}"
    return f'<section class="banner">{words}<form method="post" action="/app"><input type="hidden" name="message" value="{item["message_id"]}">{acts}</form></section>'
