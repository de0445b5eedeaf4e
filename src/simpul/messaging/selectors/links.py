"""Links of our own domain in messages: signed, so that nobody makes one, changes one, or follows somebody else's.

Each holds the message's id and a keyed hash over what it does; a click also names where it leads. Nothing is looked up to judge one.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from enum import StrEnum
from html import escape, unescape
from urllib.parse import quote
from uuid import UUID

from django.conf import settings

from simpul.platform import crypto

_SIGNATURE = 16
_LONGEST_URL = 2_000
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")(https?://[^"]+)(")', re.IGNORECASE)
_BODY_ENDS = re.compile(r"</body>", re.IGNORECASE)


class LinkKind(StrEnum):
    """What following a link does."""

    OPEN = "open"
    CLICK = "click"
    PREFERENCES = "preferences"


def public_url() -> str:
    """Where customers reach this server; empty where that is not set."""
    return str(settings.PUBLIC_URL)


def link_token(kind: LinkKind, message_id: UUID, url: str = "") -> str:
    """The signed part of a link."""
    return base64.urlsafe_b64encode(message_id.bytes + _signature(kind, message_id, url)).rstrip(b"=").decode()


def token_read(kind: LinkKind, token: str, url: str = "") -> UUID | None:
    """The message of a link; None for one that was altered, or made for something else."""
    if len(token) > 64 or len(url) > _LONGEST_URL or not token.isascii():
        return None
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (ValueError, binascii.Error):
        return None
    if len(raw) != 16 + _SIGNATURE:
        return None
    message_id = UUID(bytes=raw[:16])
    return message_id if hmac.compare_digest(raw[16:], _signature(kind, message_id, url)) else None


def preferences_link(message_id: UUID) -> str:
    """Where the customer of a message stops offers, without signing in; one click of a mail program does the same there (RFC 8058)."""
    return f"{public_url()}/m/u/{link_token(LinkKind.PREFERENCES, message_id)}"


def click_link(message_id: UUID, url: str) -> str:
    """A link that notes that it was followed and leads on."""
    return f"{public_url()}/m/c/{link_token(LinkKind.CLICK, message_id, url)}?u={quote(url, safe='')}"


def links_followed(html: str, message_id: UUID) -> str:
    """A mail whose links and whose being opened are noticed; links of our own stay as they are."""
    own = f"{public_url()}/m/"

    def link_marked(found: re.Match[str]) -> str:
        url = unescape(found[2])
        return found[0] if url.startswith(own) or len(url) > _LONGEST_URL else f"{found[1]}{escape(click_link(message_id, url))}{found[3]}"

    pixel = f'<img src="{public_url()}/m/o/{link_token(LinkKind.OPEN, message_id)}.gif" width="1" height="1" alt="">'
    marked = _LINK.sub(link_marked, html)
    return _BODY_ENDS.sub(f"{pixel}</body>", marked, count=1) if _BODY_ENDS.search(marked) else marked + pixel


def _signature(kind: LinkKind, message_id: UUID, url: str) -> bytes:
    return crypto.blind_index(f"message_link:{kind.value}", f"{message_id}\x1f{url}")[:_SIGNATURE]
