"""What stewardship refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
from simpul.platform.text import Text


class RightsRequestNotFound(NotFound):
    """No such rights request within the caller's reach."""

    title = Text(id="Permintaan hak pribadi tidak ditemukan", en="Rights request not found")


class RightsRequestForbidsThis(Conflict):
    """The state of the rights request does not allow this step; read it again."""

    title = Text(id="Langkah ini tidak berlaku pada keadaan permintaan sekarang", en="The request is not in a state for this step")


class RequesterNotVerified(Conflict):
    """Nobody has verified yet that the request comes from the person."""

    title = Text(id="Pemohon belum diverifikasi", en="The requester has not been verified yet")


class OwnRightsRequest(Forbidden):
    """Who carried a request out never approves it."""

    title = Text(id="Permintaan yang Anda kerjakan disetujui orang lain", en="Somebody else approves a request that you carried out")


class RightsRequestIsOpen(Conflict):
    """The same right of the same person is being worked on already."""

    title = Text(id="Permintaan yang sama sedang dikerjakan", en="The same request is being worked on already")
