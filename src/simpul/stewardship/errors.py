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


class ErasureIsBlocked(Conflict):
    """The law keeps the data for now: a legal hold, or retention that has not ended. The detail names what."""

    title = Text(id="Data belum boleh dihapus", en="The data may not be erased yet")


class NothingWasCorrected(Conflict):
    """Nothing of the customer was corrected since the request was received."""

    title = Text(id="Belum ada koreksi sejak permintaan diterima", en="Nothing was corrected since the request was received")


class RightsPackNotReady(Conflict):
    """There is no pack of this request, it is still being made, or it has expired."""

    title = Text(id="Paket data belum siap atau sudah kedaluwarsa", en="The pack is not ready, or has expired")


class LegalHoldNotFound(NotFound):
    """No such legal hold."""

    title = Text(id="Penahanan data tidak ditemukan", en="Legal hold not found")


class LegalHoldIsLifted(Conflict):
    """The legal hold was lifted already."""

    title = Text(id="Penahanan data sudah dicabut", en="The legal hold was lifted already")


class ProcessingLimitNotFound(NotFound):
    """No such limit on a person's data within the caller's reach."""

    title = Text(id="Pembatasan data tidak ditemukan", en="Limit on the data not found")


class ProcessingLimitIsOver(Conflict):
    """The limit was ended, or reviewed, already."""

    title = Text(id="Pembatasan ini sudah diakhiri atau ditinjau", en="This limit was ended or reviewed already")


class DataBreachNotFound(NotFound):
    """No such data breach."""

    title = Text(id="Kebocoran data tidak ditemukan", en="Data breach not found")


class DataBreachIsClosed(Conflict):
    """The data breach was closed already."""

    title = Text(id="Kebocoran data ini sudah ditutup", en="This data breach is closed already")


class BreachNotTold(Conflict):
    """A breach is closed once the authority and the persons were told."""

    title = Text(id="Otoritas dan nasabah belum diberi tahu", en="The authority and the persons have not been told yet")


class AssessmentNotFound(NotFound):
    """No such impact assessment."""

    title = Text(id="Penilaian dampak tidak ditemukan", en="Impact assessment not found")


class AssessmentIsDecided(Conflict):
    """The impact assessment was decided about already; write a new one."""

    title = Text(id="Penilaian dampak ini sudah diputuskan", en="This impact assessment has been decided about already")


class OwnAssessment(Forbidden):
    """Nobody approves an assessment of their own."""

    title = Text(id="Penilaian sendiri diputuskan orang lain", en="Somebody else decides about your own assessment")


class AssessmentIsMissing(Conflict):
    """No approved assessment of this kind of processing is in force today; it refuses to run."""

    title = Text(id="Belum ada penilaian dampak yang berlaku", en="No impact assessment is in force")
