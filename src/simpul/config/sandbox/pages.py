"""The pages of the sandbox: what came, one message with what may happen to it, and how it behaves. In the reader's language."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from urllib.parse import quote

from simpul.config.sandbox.behaviour import Behaviour
from simpul.config.sandbox.reports import REPORTED, STEPS
from simpul.config.sandbox.state import Taken
from simpul.config.sandbox.wire import Answer, Asked

_PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
CHANNELS = ("EMAIL", "WHATSAPP", "SMS", "PUSH")
SHOWN = 100
_TEXTS = {
    "inbox": ("Kotak masuk simulasi", "Simulated inbox"),
    "banner": (
        "Simulasi. Semua pesan berakhir di sini; tidak ada yang keluar dari komputer ini.",
        "Simulation. Every message ends here; nothing leaves this machine.",
    ),
    "app": ("Contoh aplikasi", "Sample app"),
    "behaviour": ("Perilaku", "Behaviour"),
    "all": ("Semua kanal", "All channels"),
    "channel": ("Kanal", "Channel"),
    "recipient": ("Penerima", "Recipient"),
    "search": ("Saring", "Filter"),
    "time": ("Waktu", "Time"),
    "message": ("Pesan", "Message"),
    "reported": ("Dilaporkan", "Reported"),
    "nothing": ("Belum ada pesan.", "No message yet."),
    "none": ("Tidak ada pesan yang cocok.", "No message fits."),
    "unknown": ("Pesan ini tidak ada lagi.", "This message is gone."),
    "back": ("Kembali", "Back"),
    "happen": ("Laporkan pesan ini sebagai", "Report this message as"),
    "headers": ("Kepala", "Headers"),
    "attachments": ("Lampiran", "Attachments"),
    "raw": ("Seperti diterima", "As it came"),
    "save": ("Simpan", "Save"),
    "saved": ("Tersimpan.", "Saved."),
    "sent": ("terkirim", "sent"),
    "delivered": ("diterima", "delivered"),
    "open": ("dibuka", "opened"),
    "click": ("diklik", "clicked"),
    "reply": ("dibalas", "replied"),
    "complain": ("dikeluhkan", "complained"),
    "opt_out": ("berhenti", "opted out"),
    "bounce": ("gagal", "bounced"),
}
_STYLE = (
    "*{box-sizing:border-box}body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1100px;padding:16px;color:#1a1a1a;background:#fff}"
    "h1{font-size:20px;margin:16px 0 8px}h2{font-size:16px;margin:24px 0 8px}nav{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}a{color:#0b5394}"
    ".banner{background:#fff4ce;border:1px solid #e0c96b;border-radius:6px;padding:8px 12px}form{display:flex;flex-wrap:wrap;gap:8px;align-items:end;margin:12px 0}"
    "label{display:flex;flex-direction:column;font-size:13px;gap:2px}input,select,button{font:inherit;min-height:36px;padding:4px 10px;border:1px solid #999;border-radius:6px;background:#fff}"
    "button{cursor:pointer;background:#0b5394;border-color:#0b5394;color:#fff}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:8px;"
    "border-bottom:1px solid #ddd;overflow-wrap:anywhere}td:nth-child(-n+2),th{white-space:nowrap}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f6f6;padding:12px;border-radius:6px;margin:0}"
    "iframe{width:100%;height:480px;border:1px solid #ddd;border-radius:6px}.quiet{color:#555}"
    "@media(max-width:700px){form>label,form>label>*{width:100%}thead{display:none}tr{display:block;border-bottom:1px solid #ddd;padding:8px 0}td{display:block;border:0;padding:2px 0}}"
)


def text_of(name: str, language: str) -> str:
    """A word in the reader's language."""
    return _TEXTS[name][1 if language == "en" else 0]


def page_html(title: str, body: str, language: str) -> str:
    """A whole page."""
    other = "id" if language == "en" else "en"
    nav = f'<nav><a href="/">{text_of("inbox", language)}</a><a href="/app">{text_of("app", language)}</a><a href="/behaviour">{text_of("behaviour", language)}</a><a href="/?lang={other}">{other.upper()}</a></nav>'
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{html.escape(title)}</title><style>{_STYLE}</style>'
    )
    banner = f'<p class="banner" role="note">{text_of("banner", language)}</p>'
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{nav}{banner}<h1>{html.escape(title)}</h1>{body}</body></html>'


def inbox_html(messages: Sequence[Taken], channel: str, recipient: str, language: str) -> str:
    """What came, newest first, by channel and recipient."""
    fitting = [each for each in reversed(messages) if channel in ("", each.channel) and recipient.lower() in each.recipient.lower()][:SHOWN]
    options = "".join(f'<option value="{each}"{" selected" if each == channel else ""}>{each}</option>' for each in CHANNELS)
    form = (
        f'<form method="get" action="/"><label>{text_of("channel", language)}<select name="channel"><option value="">{text_of("all", language)}</option>{options}</select></label>'
        f'<label>{text_of("recipient", language)}<input name="recipient" value="{html.escape(recipient)}" maxlength="200"></label><button>{text_of("search", language)}</button></form>'
    )
    if not fitting:
        return page_html(text_of("inbox", language), f"{form}<p>{text_of('none' if messages else 'nothing', language)}</p>", language)
    heads = "".join(f"<th>{text_of(name, language)}</th>" for name in ("time", "channel", "recipient", "message", "reported"))
    rows = "".join(_row(each, language) for each in fitting)
    return page_html(text_of("inbox", language), f"{form}<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>", language)


def _row(message: Taken, language: str) -> str:
    first = message.title or message.text or message.reference
    events = ", ".join(dict.fromkeys(text_of(event, language) for _, event in message.events))
    link = f'<a href="/messages?reference={quote(message.reference, safe="")}">{html.escape(first[:120])}</a>'
    cells = (
        f"{message.at:%H:%M:%S}",
        message.channel,
        html.escape(message.recipient[:120]),
        f'{link}<br><span class="quiet">{html.escape(message.text[:160] if message.title else "")}</span>',
        events,
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def message_html(message: Taken, language: str) -> str:
    """One message, rendered as its reader would see it, and what may happen to it."""
    reference = quote(message.reference, safe="")
    buttons = "".join(f'<button name="event" value="{step}">{text_of(step, language)}</button>' for step in STEPS if step in REPORTED[message.channel])
    acts = f'<h2>{text_of("happen", language)}</h2><form method="post" action="/messages?reference={reference}">{buttons}</form>' if buttons else ""
    shown = f'<iframe sandbox="" src="/messages/html?reference={reference}" title="{text_of("message", language)}"></iframe>' if message.html else ""
    events = "".join(f"<li>{at:%H:%M:%S} {text_of(event, language)}</li>" for at, event in message.events)
    heads = "\n".join(f"{name}: {value}" for name, value in message.headers.items())
    files = "".join(f"<li>{html.escape(name)}, {size:,} B</li>" for name, size, _ in message.attachments)
    body = (
        f'<p class="quiet">{message.channel}, {message.protocol}, {html.escape(message.recipient)}, {message.at:%Y-%m-%d %H:%M:%S} UTC</p>{shown}'
        f"<pre>{html.escape(message.text)}</pre>{acts}<h2>{text_of('reported', language)}</h2><ul>{events or '<li>-</li>'}</ul>"
        + (f"<h2>{text_of('attachments', language)}</h2><ul>{files}</ul>" if files else "")
        + (f"<h2>{text_of('headers', language)}</h2><pre>{html.escape(heads)}</pre>" if heads else "")
        + f"<details><summary>{text_of('raw', language)}</summary><pre>{html.escape(message.raw[:50_000])}</pre></details>"
    )
    return page_html(message.title or message.channel, body, language)


def behaviour_html(behaviour: Behaviour, language: str, note: str = "", typed: Mapping[str, str] | None = None) -> str:
    """How the sandbox behaves, to be changed; what was typed stays where it was refused."""
    fields = "".join(
        f'<label>{name}<input name="{name}" value="{html.escape((typed or {}).get(name, _written(value)))}" maxlength="40"></label>'
        for name, value in asdict(behaviour).items()
    )
    told = f'<p role="status">{html.escape(note)}</p>' if note else ""
    return page_html(
        text_of("behaviour", language), f'{told}<form method="post" action="/behaviour">{fields}<button>{text_of("save", language)}</button></form>', language
    )


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def language_of(asked: Asked) -> str:
    """Indonesian, or English where it was chosen."""
    chosen = asked.query.get("lang") or ("en" if "sandbox_lang=en" in asked.headers.get("cookie", "") else "id")
    return "en" if chosen == "en" else "id"


def page_shown(page: str, asked: Asked, status: int = 200) -> Answer:
    """A page as it is answered; a chosen language is remembered."""
    heads = {"Content-Security-Policy": _PAGE, "Cache-Control": "no-store"}
    if (language := asked.query.get("lang")) in ("id", "en"):
        heads["Set-Cookie"] = f"sandbox_lang={language}; SameSite=Strict; HttpOnly; Path=/"
    return Answer(status, page.encode(), "text/html; charset=utf-8", heads)
