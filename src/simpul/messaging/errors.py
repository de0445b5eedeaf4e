"""What the inbox, the outbox and message templates refuse."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
from simpul.platform.text import Text


class NoticeNotFound(NotFound):
    """No such notice in the caller's own inbox."""

    title = Text(id="Pemberitahuan tidak ditemukan", en="Notice not found")


class ProviderNotFound(NotFound):
    """No such account with a provider, or none that the caller may see."""

    title = Text(id="Penyedia tidak ditemukan", en="Provider not found")


class ProviderExists(Conflict):
    """An account with a provider of this key is there already."""

    title = Text(id="Kunci penyedia sudah dipakai", en="This provider key is taken")


class ProviderDoesNotSend(Conflict):
    """The provider refused the test message, or did not answer."""

    title = Text(id="Pesan uji tidak terkirim", en="The test message was not sent")


class SuppressionNotFound(NotFound):
    """No such suppressed address within the caller's reach."""

    title = Text(id="Alamat yang diblokir tidak ditemukan", en="Suppressed address not found")


class MessageNotFound(NotFound):
    """No such message within the caller's reach and tier."""

    title = Text(id="Pesan tidak ditemukan", en="Message not found")


class DeviceNotFound(NotFound):
    """No such device of this customer, or it was removed already."""

    title = Text(id="Perangkat tidak ditemukan", en="Device not found")


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
