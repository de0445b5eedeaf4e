"""What the domain of consent refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
from simpul.platform.text import Text


class ConsentRequestNotFound(NotFound):
    """No such request about consent within the caller's reach."""

    title = Text(id="Pengajuan persetujuan tidak ditemukan", en="Request about consent not found")


class ConsentRequestIsDecided(Conflict):
    """The request was approved, rejected or taken back already."""

    title = Text(id="Pengajuan ini sudah diputuskan", en="This request has been decided already")


class ConsentRequestIsWaiting(Conflict):
    """The same change waits for approval already."""

    title = Text(id="Perubahan ini sudah menunggu persetujuan supervisor", en="This change waits for a supervisor's approval already")


class OwnConsentRequest(Forbidden):
    """Nobody approves what they asked for."""

    title = Text(id="Pengajuan sendiri diputuskan orang lain", en="Somebody else decides about your own request")


class VerificationNotFound(NotFound):
    """No such verification of this caller."""

    title = Text(id="Verifikasi tidak ditemukan", en="Verification not found")


class VerificationIsOver(Conflict):
    """The verification has ended: used, expired, or answered wrongly too often. Start a new one."""

    title = Text(id="Verifikasi ini sudah berakhir; mulai lagi", en="This verification has ended; start again")


class ConsentIsUnchanged(Conflict):
    """What the customer says now is what holds already."""

    title = Text(id="Persetujuan ini sudah tercatat begitu", en="This consent is recorded so already")


class ConsentPurposeNotFound(NotFound):
    """No such purpose of consent."""

    title = Text(id="Tujuan persetujuan tidak ditemukan", en="Purpose of consent not found")


class ConsentPurposeExists(Conflict):
    """There is a purpose with this code already."""

    title = Text(id="Kode tujuan ini sudah ada", en="This code of a purpose exists already")


class CodeCannotBeSent(Conflict):
    """The customer has no number or address of this kind, or the channel is out of use."""

    title = Text(id="Kode tidak dapat dikirim lewat kanal ini", en="The code cannot be sent by this channel")
