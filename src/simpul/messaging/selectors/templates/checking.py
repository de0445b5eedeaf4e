"""What is wrong with a content: in a draft only what could never be right, before submission also what is missing, each with its field and place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.messaging.selectors.templates.compiling import content_compile, link_opens
from simpul.messaging.selectors.templates.content import (
    LINKS,
    AnyContent,
    ButtonBlock,
    ColumnsBlock,
    EmailContent,
    FooterBlock,
    ImageBlock,
    InAppContent,
    SmsContent,
    TextBlock,
    WhatsAppContent,
    texts_of,
)
from simpul.messaging.selectors.templates.filling import parts_fill
from simpul.messaging.selectors.templates.segments import MOST_SEGMENTS, sms_length
from simpul.messaging.selectors.templates.tokens import TOKENS, UNSUBSCRIBE, Token, TokenFault, token_samples, tokens_parse
from simpul.messaging.vocabulary import Purpose
from simpul.platform.text import Text

Faults = dict[str, Text]
_LABELLED = re.compile(r"\[[^\]\n]{1,200}\]\(([^()\n]{1,500})\)")
_LINK = Text(
    id="Tautan harus diawali https://, http://, mailto: atau tel:, atau berupa satu token tautan.",
    en="A link begins with https://, http://, mailto: or tel:, or is one link token.",
)
_MEDIA = Text(id="Alamat gambar atau berkas harus diawali https:// tanpa token.", en="The address of media begins with https:// and holds no token.")
_NO_TOKENS = Text(id="Di sini tidak boleh ada token.", en="No token may stand here.")
_ONE_TOKEN = Text(id="Paling banyak satu token di sini.", en="At most one token may stand here.")
_AT_THE_END = Text(
    id="Tautan tombol WhatsApp hanya boleh memuat satu token, di akhir alamat.", en="The link of a WhatsApp button may hold one token only, at its end."
)
_ALONE = Text(id="Token ini hanya untuk blok kaki e-mail.", en="This token is for the footer of an e-mail only.")
_MISSING = Text(id="Wajib diisi sebelum diajukan.", en="Has to be filled in before it is submitted.")
_NO_BLOCKS = Text(id="Tambahkan sedikitnya satu blok teks.", en="Add at least one block of text.")
_NO_FOOTER = Text(
    id="E-mail pemasaran wajib memuat blok kaki dengan tautan berhenti menerima penawaran.",
    en="A marketing e-mail needs a footer block with the unsubscribe link.",
)
_TOO_LONG = Text(id="Terlalu panjang: {segments} SMS, paling banyak {most}.", en="Too long: {segments} SMS, at most {most}.")
_ENDS_WITH_TOKEN = Text(id="WhatsApp menolak teks yang diawali atau diakhiri token.", en="WhatsApp refuses a text that begins or ends with a token.")
_QUICK_REPLIES = Text(id="Paling banyak 3 tombol jawaban cepat dan 2 tombol tautan.", en="At most 3 quick replies and 2 links.")


def draft_faults(content: AnyContent) -> Faults:
    """What no version may hold, even while it is being written, by field."""
    faults: Faults = {}
    for place, text in texts_of(content):
        if found := _fault_of(content, place, text):
            faults[place] = found
    return faults


def submission_faults(content: AnyContent, purpose: str, language: str) -> Faults:
    """What keeps a version from being submitted, by field."""
    faults = draft_faults(content)
    for place, fault in _missing_of(content):
        faults.setdefault(place, fault)
    if (
        isinstance(content, EmailContent)
        and purpose == Purpose.MARKETING
        and not any(isinstance(block, FooterBlock) and block.unsubscribe for block in content.blocks)
    ):
        faults["blocks"] = _NO_FOOTER
    if not faults and isinstance(content, SmsContent):
        length = sms_length(parts_fill(content_compile(content, language).body, token_samples(language)))
        if length.segments > MOST_SEGMENTS:
            faults["body"] = _TOO_LONG.format(segments=length.segments, most=MOST_SEGMENTS)
    return faults


def _fault_of(content: AnyContent, place: str, text: str) -> Text | None:
    name = place.rpartition(".")[2]
    try:
        parts = tokens_parse(text)
    except TokenFault as fault:
        return fault.reason
    tokens = [part for part in parts if isinstance(part, Token)]
    if any(token.name == UNSUBSCRIBE for token in tokens):
        return _ALONE
    if name in LINKS:
        return _link_fault(content, place, text, tokens)
    if isinstance(content, WhatsAppContent):
        if place == "footer" or place.startswith("buttons."):
            return _NO_TOKENS if tokens else None
        if place == "header.text":
            return _ONE_TOKEN if len(tokens) > 1 else None
    if name == "text" and isinstance(content, EmailContent):
        return next((wrong for found in _LABELLED.finditer(text) if (wrong := _leads_fault(found[1]))), None)
    return None


def _link_fault(content: AnyContent, place: str, link: str, tokens: list[Token]) -> Text | None:
    if not link:
        return None
    if place.endswith("url"):
        return None if link.lower().startswith("https://") and link_opens(link) and not tokens else _MEDIA
    if isinstance(content, WhatsAppContent) and tokens and (len(tokens) > 1 or not link.endswith("}}") or link.startswith("{{")):
        return _AT_THE_END
    return _leads_fault(link)


def _leads_fault(link: str) -> Text | None:
    """A link that leads nowhere allowed. A token never stands where the server's name does."""
    try:
        parts = tokens_parse(link)
    except TokenFault as fault:
        return fault.reason
    if len(parts) == 1 and isinstance(parts[0], Token):
        return None if TOKENS[parts[0].name].is_link else _LINK
    start = parts[0] if parts and isinstance(parts[0], str) else ""
    whole = "".join(part if isinstance(part, str) else "x" for part in parts)
    server_ends = link_opens(start) and (len(parts) == 1 or re.match(r"https?://[^/?#]+[/?#]", start, re.IGNORECASE) is not None)
    return None if server_ends and link_opens(whole) else _LINK


def _missing_of(content: AnyContent) -> Iterator[tuple[str, Text]]:
    if isinstance(content, EmailContent):
        if not content.subject.strip():
            yield "subject", _MISSING
        if not any(isinstance(block, TextBlock | ColumnsBlock) for block in content.blocks):
            yield "blocks", _NO_BLOCKS
        for at, block in enumerate(content.blocks):
            leaves = [(f"blocks.{at}", block)] if not isinstance(block, ColumnsBlock) else [
                (f"blocks.{at}.columns.{side}.blocks.{down}", leaf) for side, column in enumerate(block.columns) for down, leaf in enumerate(column.blocks)
            ]  # fmt: skip
            for place, leaf in leaves:
                yield from ((f"{place}.{name}", _MISSING) for name in _required(leaf) if not str(getattr(leaf, name)).strip())
    elif isinstance(content, SmsContent | WhatsAppContent):
        if not content.body.strip():
            yield "body", _MISSING
    else:
        yield from ((name, _MISSING) for name in ("title", "body") if not str(getattr(content, name)).strip())
    if isinstance(content, InAppContent):
        for at, button in enumerate(content.buttons):
            yield from ((f"buttons.{at}.{name}", _MISSING) for name in ("label", "link") if not str(getattr(button, name)).strip())
    if isinstance(content, WhatsAppContent):
        yield from _whatsapp_missing(content)


def _required(block: object) -> tuple[str, ...]:
    if isinstance(block, TextBlock):
        return ("text",)
    if isinstance(block, ImageBlock):
        return ("url", "alt")
    return ("label", "link") if isinstance(block, ButtonBlock) else ()


def _whatsapp_missing(content: WhatsAppContent) -> Iterator[tuple[str, Text]]:
    body = content.body.strip()
    if body.startswith("{{") or body.endswith("}}"):
        yield "body", _ENDS_WITH_TOKEN
    if content.header.kind == "TEXT" and not content.header.text.strip():
        yield "header.text", _MISSING
    if content.header.kind in ("IMAGE", "DOCUMENT") and not content.header.url:
        yield "header.url", _MISSING
    for at, button in enumerate(content.buttons):
        if not button.label.strip():
            yield f"buttons.{at}.label", _MISSING
        if button.kind == "URL" and not button.link:
            yield f"buttons.{at}.link", _MISSING
    if sum(button.kind == "QUICK_REPLY" for button in content.buttons) > 3 or sum(button.kind == "URL" for button in content.buttons) > 2:
        yield "buttons", _QUICK_REPLIES
