"""Templates as marketing writes them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

GREETING = '{{customer.first_name|"Bapak/Ibu"}}'
OFFER: dict[str, Any] = {
    "channel": "EMAIL",
    "subject": "Tawaran untuk {{customer.name}}",
    "preheader": "",
    "blocks": [
        {"type": "header", "title": "KUR Berkah"},
        {"type": "text", "text": f"Halo {GREETING}, **bunga ringan** di {{{{branch.name}}}}."},
        {"type": "button", "label": "Lihat", "link": "https://bank.example/kur?kode={{promo.code}}"},
        {"type": "footer", "text": "Bank Contoh", "unsubscribe": True},
    ],
}
SMS: dict[str, Any] = {"channel": "SMS", "body": "Angsuran {{value.amount}} jatuh tempo {{value.due_on}}."}
WHATSAPP: dict[str, Any] = {
    "channel": "WHATSAPP", "body": f"Halo {GREETING}, pakai kode {{{{promo.code}}}} untuk {GREETING} segera.",
    "header": {"kind": "IMAGE", "text": "", "url": "https://bank.example/kur.png"}, "footer": "Bank Contoh",
    "buttons": [{"kind": "URL", "label": "Lihat", "link": "https://bank.example/kur/{{promo.code}}"}],
}  # fmt: skip


def made(browser: Any, content: dict[str, Any], *, purpose: str = "SERVICE", key: str = "") -> str:
    answer = browser.api(
        "POST", "/message-templates", {"key": key or f"t{uuid4().hex[:12]}", "name": "Templat uji", "channel": content["channel"], "purpose": purpose}
    )
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def saved(browser: Any, template: str, content: dict[str, Any], *, revision: int = 0, language: str = "id") -> Any:
    return browser.api("PUT", f"/message-templates/{template}/drafts/{language}", {"revision": revision, "content": content})


def act(browser: Any, template: str, version: dict[str, Any], what: str, body: dict[str, Any] | None = None) -> Any:
    given = {"revision": version["revision"]} if what == "submit" else body or {}
    return browser.api("POST", f"/message-templates/{template}/versions/{version['id']}/{what}", given)
