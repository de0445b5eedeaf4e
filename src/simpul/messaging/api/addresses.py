"""Addresses that are open without signing in: what providers call, with a signature as the proof, and the links of messages."""

from __future__ import annotations

import base64
import hashlib
import logging
from html import escape

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from simpul.messaging.errors import ProviderNotFound
from simpul.messaging.selectors.links import LinkKind, token_read
from simpul.messaging.selectors.templates.compiling import link_opens
from simpul.messaging.services.adapters.base import ReceiptForged, ReceiptKind
from simpul.messaging.services.following import Wishes, is_program, link_followed, offers_stop, wishes_keep, wishes_of
from simpul.messaging.services.receiving import handshake_answer, receipts_take
from simpul.messaging.vocabulary import CHANNEL_NAMES, WANTED_CHANNELS
from simpul.platform import ratelimit
from simpul.platform.ports import anonymous_actor
from simpul.platform.text import Text

logger = logging.getLogger("simpul.messaging")

# Whose reports are forged is guessing: so many an hour are written down.
_FORGED_AN_HOUR = 60
_STATUS = {"TOO_LARGE": 413, "SHAPE": 400}
_PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
_STYLE = (
    "body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1a1c1f;background:#f6f7f8}main{max-width:34rem;margin:8vh auto;padding:24px;background:#fff;"
    "border:1px solid #dfe2e6;border-radius:8px}h1{font-size:20px;margin:0 0 8px}label{display:flex;gap:10px;align-items:center;min-height:44px}"
    "button{min-height:44px;padding:0 16px;border-radius:6px;border:1px solid #b9bec5;background:#fff;font:inherit;cursor:pointer}"
    "button.main{background:#1a1c1f;color:#fff;border-color:#1a1c1f}p.said{padding:10px 14px;background:#e8f3ec;border-radius:6px}form+form{margin-top:24px}"
    "input{width:20px;height:20px}"
)
_POLICY = (
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    f"style-src 'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'"
)
_TITLE = Text(id="Pesan penawaran", en="Offers by message")
_GONE = Text(id="Tautan ini tidak berlaku.", en="This link does not work.")
_GONE_HELP = Text(
    id="Mungkin terpotong saat disalin. Buka lagi dari pesan aslinya, atau hubungi cabang Anda.",
    en="It may have been cut when it was copied. Open it again from the message itself, or ask your branch.",
)
_INTRO = Text(
    id="Pilih bagaimana Anda mau menerima penawaran. Pesan layanan, seperti jawaban pengaduan, tetap kami kirim.",
    en="Choose how you want to receive offers. Messages of service, such as answers to complaints, still reach you.",
)
_STOP = Text(id="Berhenti menerima semua penawaran", en="Stop all offers")
_STOPPED = Text(id="Anda tidak menerima penawaran lagi.", en="You receive no more offers.")
_AGAIN = Text(
    id="Untuk menerima penawaran lagi, sampaikan kepada petugas cabang: kami perlu memastikan bahwa itu Anda.",
    en="To receive offers again, tell your branch: we have to make sure that it is you.",
)
_KEPT = Text(id="Pilihan Anda tersimpan.", en="Your choice is kept.")
_KEEP = Text(id="Simpan pilihan", en="Keep my choice")


@csrf_exempt
@require_http_methods(["GET", "POST"])
def provider_reports(request: HttpRequest, key: str) -> HttpResponse:
    """Take a provider's reports: kept as they come and answered at once. GET proves that the address is ours."""
    try:
        if request.method == "GET":
            answer = handshake_answer(provider_key=key, query=request.GET.dict())
            return HttpResponse(answer, content_type="text/plain") if answer is not None else HttpResponse(status=403)
        receipts_take(provider_key=key, headers={name.lower(): value for name, value in request.headers.items()}, body=request.body)
    except ProviderNotFound:
        return HttpResponse(status=403)  # as a wrong signature: nobody learns which accounts there are
    except ReceiptForged as forged:
        taken = ratelimit.take(f"forged_reports:{anonymous_actor(request).ip}", capacity=_FORGED_AN_HOUR, seconds=3600)
        if taken.allowed:
            logger.warning("A report of a provider was refused.", extra={"provider": key, "reason": str(forged)})
        return HttpResponse(status=_STATUS.get(str(forged), 403))
    return HttpResponse(status=200)


@require_http_methods(["GET", "HEAD"])
def message_opened(request: HttpRequest, token: str) -> HttpResponse:
    """The picture of one point that tells that a mail was opened; always the same answer, whatever the token is."""
    message_id = token_read(LinkKind.OPEN, token)
    if message_id is not None and request.method == "GET" and not is_program(request.headers):
        link_followed(message_id, ReceiptKind.OPENED)
    return HttpResponse(_PIXEL, content_type="image/gif", headers={"Cache-Control": "no-store"})


@require_http_methods(["GET", "HEAD"])
def link_clicked(request: HttpRequest, token: str) -> HttpResponse:
    """Lead on to where the link was made for, and nowhere else; a person's click is noted."""
    url = request.GET.get("u", "")
    message_id = token_read(LinkKind.CLICK, token, url)
    if message_id is None or not link_opens(url):
        return _page(_GONE, _GONE_HELP, status=404)
    if request.method == "GET" and not is_program(request.headers):
        link_followed(message_id, ReceiptKind.CLICKED)
    return HttpResponseRedirect(url, headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def offers_page(request: HttpRequest, token: str) -> HttpResponse:
    """The customer's wishes about offers. Looking changes nothing; the form does, and so does the one click of a mail program (RFC 8058).

    The signed link is the proof: a form needs no session here, so there is nothing that another site could use.
    """
    message_id = token_read(LinkKind.PREFERENCES, token)
    found = wishes_of(message_id) if message_id is not None else None
    if found is None:
        return _page(_GONE, _GONE_HELP, status=404)
    if request.method != "POST":
        return _wishes_page(found)
    if request.POST.get("List-Unsubscribe") == "One-Click":
        offers_stop(found.message_id, everywhere=True)
        return HttpResponse(status=200)
    if "stop" in request.POST:
        offers_stop(found.message_id, everywhere=True)
        return _page(_STOPPED, _AGAIN)
    if "keep" not in request.POST:
        return _wishes_page(found, status=400)
    wishes_keep(found.message_id, {channel: channel in request.POST for channel in WANTED_CHANNELS})
    return _wishes_page(wishes_of(found.message_id) or found, said=_KEPT)


def _wishes_page(found: Wishes, said: Text | None = None, status: int = 200) -> HttpResponse:
    if found.is_stopped:
        return _page(_STOPPED, _AGAIN)
    boxes = "".join(
        f'<label><input type="checkbox" name="{channel}"{" checked" if wanted else ""}>{escape(str(CHANNEL_NAMES[channel]))}</label>'
        for channel, wanted in found.wanted.items()
    )
    forms = (
        f'<form method="post">{boxes}<button class="main" name="keep" value="1">{escape(str(_KEEP))}</button></form>'
        f'<form method="post"><button name="stop" value="1">{escape(str(_STOP))}</button></form>'
    )
    told = f'<p class="said" role="status">{escape(str(said))}</p>' if said else ""
    return _page(_TITLE, _INTRO, told + forms, status)


def _page(title: Text, text: Text, rest: str = "", status: int = 200) -> HttpResponse:
    from django.utils.translation import get_language

    language = "en" if (get_language() or "id").startswith("en") else "id"
    body = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(str(title))}</title><style>{_STYLE}</style></head>'
        f"<body><main><h1>{escape(str(title))}</h1><p>{escape(str(text))}</p>{rest}</main></body></html>"
    )
    return HttpResponse(body, status=status, headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})
