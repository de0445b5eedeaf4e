"""What the inbox and the outbox refuse."""

from __future__ import annotations

from simpul.platform.errors import NotFound
from simpul.platform.text import Text


class NoticeNotFound(NotFound):
    """No such notice in the caller's own inbox."""

    title = Text(id="Pemberitahuan tidak ditemukan", en="Notice not found")


class ProviderNotFound(NotFound):
    """No such account with a provider, or none that the caller may see."""

    title = Text(id="Penyedia tidak ditemukan", en="Provider not found")


class MessageNotFound(NotFound):
    """No such message within the caller's reach and tier."""

    title = Text(id="Pesan tidak ditemukan", en="Message not found")
