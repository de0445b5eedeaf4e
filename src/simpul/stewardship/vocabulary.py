"""Closed lists of the rights of a person (UU 27/2022)."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import TextChoices

from simpul.platform.text import Text

RESOURCE, SUBJECT, WORKFLOW = "rights_request", "RIGHTS_REQUEST", "rights_request"
PROTECTION = "data_protection"  # what compliance alone keeps: legal holds, breaches, assessments
HOLD, LIMIT, BREACH, ASSESSMENT = "LEGAL_HOLD", "PROCESSING_LIMIT", "DATA_BREACH", "IMPACT_ASSESSMENT"
ERASE_WORD = "HAPUS"  # what an approver types where the approval erases
DUE_WITHIN, WARN_BEFORE = timedelta(hours=72), timedelta(hours=24)  # wall clock: weekends and holidays count


class RightsKind(TextChoices):
    """Which right the person calls on."""

    ACCESS = "ACCESS"
    CORRECTION = "CORRECTION"
    RESTRICTION = "RESTRICTION"
    ERASURE = "ERASURE"
    WITHDRAWAL = "WITHDRAWAL"
    PORTABILITY = "PORTABILITY"
    OBJECTION = "OBJECTION"


# What hands out or destroys personal data takes a second person.
NEEDS_APPROVAL = frozenset({RightsKind.ACCESS, RightsKind.PORTABILITY, RightsKind.ERASURE})


class RightsStatus(TextChoices):
    """How far a request has come."""

    RECEIVED = "RECEIVED"
    IN_PROGRESS = "IN_PROGRESS"
    WAITING_APPROVAL = "WAITING_APPROVAL"
    DONE = "DONE"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"


OPEN = (RightsStatus.RECEIVED, RightsStatus.IN_PROGRESS, RightsStatus.WAITING_APPROVAL)


class ReceivedBy(TextChoices):
    """How the request reached the organisation."""

    BRANCH = "BRANCH"
    CALL_CENTER = "CALL_CENTER"
    EMAIL = "EMAIL"
    LETTER = "LETTER"
    WEB = "WEB"
    WHATSAPP = "WHATSAPP"


class RefusalCode(TextChoices):
    """Why a request is refused."""

    RETENTION = "RETENTION"
    LEGAL_HOLD = "LEGAL_HOLD"
    NOT_VERIFIED = "NOT_VERIFIED"
    UNFOUNDED = "UNFOUNDED"
    OTHER = "OTHER"


class LimitKind(TextChoices):
    """What stands for a person until it is ended."""

    RESTRICTION = "RESTRICTION"
    OBJECTION = "OBJECTION"


class PackStatus(TextChoices):
    """Whether the data of a person can be handed over."""

    PENDING = "PENDING"
    READY = "READY"
    EXPIRED = "EXPIRED"


class BreachStatus(TextChoices):
    """Whether a breach is being handled; it is closed once the authority and the persons were told."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"


class ProcessingKind(TextChoices):
    """Processing that takes an assessment of its impact."""

    SCORING = "SCORING"
    MATCHING = "MATCHING"
    SEGMENTATION = "SEGMENTATION"
    PROFILING = "PROFILING"


class AssessmentStatus(TextChoices):
    """Whether an assessment was decided about."""

    DRAFT = "DRAFT"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"


DATA_KINDS = ("IDENTITY", "CONTACT", "FINANCIAL", "CREDENTIAL", "OTHER")
PROCESSING_NAMES: dict[str, Text] = {
    "SCORING": Text(id="Penilaian (skor)", en="Scoring"),
    "MATCHING": Text(id="Pencocokan data", en="Matching"),
    "SEGMENTATION": Text(id="Segmentasi", en="Segmentation"),
    "PROFILING": Text(id="Pemrofilan", en="Profiling"),
}
KIND_NAMES: dict[str, Text] = {
    "ACCESS": Text(id="Akses data", en="Access to data"),
    "CORRECTION": Text(id="Koreksi data", en="Correction"),
    "RESTRICTION": Text(id="Pembatasan pemrosesan", en="Restriction of processing"),
    "ERASURE": Text(id="Penghapusan data", en="Erasure"),
    "WITHDRAWAL": Text(id="Penarikan persetujuan", en="Withdrawal of consent"),
    "PORTABILITY": Text(id="Pemindahan data", en="Portability"),
    "OBJECTION": Text(id="Keberatan atas keputusan otomatis", en="Objection to automated decisions"),
}
STATUS_NAMES: dict[str, Text] = {
    "RECEIVED": Text(id="Diterima", en="Received"),
    "IN_PROGRESS": Text(id="Dikerjakan", en="In progress"),
    "WAITING_APPROVAL": Text(id="Menunggu persetujuan", en="Waiting for approval"),
    "DONE": Text(id="Selesai", en="Done"),
    "REFUSED": Text(id="Ditolak", en="Refused"),
    "WITHDRAWN": Text(id="Ditarik", en="Withdrawn"),
}
RECEIVED_NAMES: dict[str, Text] = {
    "BRANCH": Text(id="Kantor cabang", en="Branch"),
    "CALL_CENTER": Text(id="Pusat panggilan", en="Call centre"),
    "EMAIL": Text(id="E-mail", en="E-mail"),
    "LETTER": Text(id="Surat", en="Letter"),
    "WEB": Text(id="Situs web", en="Web site"),
    "WHATSAPP": Text(id="WhatsApp", en="WhatsApp"),
}
REFUSAL_NAMES: dict[str, Text] = {
    "RETENTION": Text(id="Masa simpan menurut hukum belum berakhir", en="The legal retention has not ended"),
    "LEGAL_HOLD": Text(id="Data ditahan untuk perkara hukum", en="The data is under a legal hold"),
    "NOT_VERIFIED": Text(id="Pemohon tidak terverifikasi", en="The requester was not verified"),
    "UNFOUNDED": Text(id="Permintaan tidak berdasar", en="The request is unfounded"),
    "OTHER": Text(id="Lainnya", en="Other"),
}
