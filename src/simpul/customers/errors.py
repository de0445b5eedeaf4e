"""What the customers' domain refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
from simpul.platform.text import Text


class CustomerNotFound(NotFound):
    """No such customer within the caller's reach."""

    title = Text(id="Nasabah tidak ditemukan", en="Customer not found")


class NothingToReveal(NotFound):
    """The customer has no such field or identifier."""

    title = Text(id="Tidak ada data untuk ditampilkan", en="There is nothing to reveal")


class ChangeRequestNotFound(NotFound):
    """No such change request within the caller's reach."""

    title = Text(id="Pengajuan perubahan tidak ditemukan", en="Change request not found")


class ChangeRequestIsDecided(Conflict):
    """The request was approved, rejected or withdrawn before."""

    title = Text(id="Pengajuan ini sudah diputuskan", en="This request has already been decided")


class OwnChangeRequest(Forbidden):
    """Nobody decides about their own request."""

    title = Text(id="Pengajuan sendiri harus diputuskan orang lain", en="Somebody else must decide about your own request")


class CodeNotFound(NotFound):
    """The list has no such code."""

    title = Text(id="Kode tidak ditemukan", en="Code not found")


class CodeExists(Conflict):
    """The list has this code already."""

    title = Text(id="Kode ini sudah ada dalam daftar", en="The list has this code already")


class DefaultSegmentStays(Conflict):
    """A customer of whom nothing is said belongs to this segment."""

    title = Text(id="Segmen bawaan tidak dapat dihentikan", en="The default segment stays in use")


class IdentifierNotFound(NotFound):
    """The customer has no such number."""

    title = Text(id="Nomor identitas tidak ditemukan", en="Identifier not found")


class IdentifierIsTaken(Conflict):
    """A number belongs to one customer at a time."""

    title = Text(id="Nomor ini sudah dipakai seorang nasabah", en="A customer has this number already")


class RelationshipNotFound(NotFound):
    """The customer has no such tie."""

    title = Text(id="Hubungan tidak ditemukan", en="Relationship not found")


class RelationshipExists(Conflict):
    """Two customers are tied in one way once; a tie that ended goes on again."""

    title = Text(id="Hubungan ini sudah tercatat; lanjutkan yang sudah ada", en="This relationship is recorded already; continue that one")
