"""What the inbox, the outbox and message templates refuse."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
from simpul.platform.text import Text


class NoticeNotFound(NotFound):
    """No such notice in the caller's own inbox."""

    title = Text(id="Pemberitahuan tidak ditemukan", en="Notice not found")


class MessageNotFound(NotFound):
    """No such message within the caller's reach and tier."""

    title = Text(id="Pesan tidak ditemukan", en="Message not found")


class TemplateNotFound(NotFound):
    """No such template of messages, or no such version of it."""

    title = Text(id="Templat pesan tidak ditemukan", en="Message template not found")


class TemplateKeyTaken(Conflict):
    """There is a template with this key already."""

    title = Text(id="Kunci templat ini sudah dipakai", en="This key of a template is taken")


class TemplateForbidsThis(Conflict):
    """The version is not in a state in which this can be done: only a draft is submitted, only a submitted one is decided, only an approved one retired."""

    title = Text(id="Keadaan versi ini tidak mengizinkan tindakan itu", en="The state of this version does not allow that")


class OwnTemplate(Forbidden):
    """Nobody approves a version that they wrote."""

    title = Text(id="Versi sendiri disetujui orang lain", en="Somebody else approves a version that you wrote")
