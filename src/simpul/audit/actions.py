"""The vocabulary of the trail: what several domains record, and the acts of all of them with their wording."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from simpul.platform import subjects
from simpul.platform.acts import AuditAct
from simpul.platform.domain import domains
from simpul.platform.text import Text


class Action(AuditAct):
    """What several domains record, or none."""

    VIEW_LIST = "VIEW_LIST", Text(id="Lihat daftar", en="Viewed a list")
    VIEW_DENIED = "VIEW_DENIED", Text(id="Akses ditolak", en="Access denied")
    WRITE_DENIED = "WRITE_DENIED", Text(id="Perubahan ditolak", en="Change refused")
    VIEW_AUDIT = "VIEW_AUDIT", Text(id="Buka jejak audit", en="Opened the audit trail")
    IMPORT_DATA = "IMPORT_DATA", Text(id="Impor data", en="Imported data")
    SYNTHESISE_DATA = "SYNTHESISE_DATA", Text(id="Buat data sintetis", en="Made synthetic data")
    EXPORT_DATA = "EXPORT_DATA", Text(id="Ekspor data", en="Exported data")
    CHANGE_CONFIG = "CHANGE_CONFIG", Text(id="Ubah konfigurasi", en="Changed configuration")
    RERUN_WORK = "RERUN_WORK", Text(id="Jalankan ulang pekerjaan", en="Ran failed work again")
    DROP_AUDIT_MONTH = "DROP_AUDIT_MONTH", Text(id="Hapus bulan jejak audit", en="Dropped a month of the trail")
    SAVE_FILTER = "SAVE_FILTER", Text(id="Simpan filter audit", en="Saved an audit filter")


class ActUnknown(LookupError):
    """No domain states this act."""


@cache
def labels() -> dict[str, Text]:
    """Every act that the trail may record, with its wording, in the order of the layers."""
    return {act.value: act.label for domain in domains() if domain.acts is not None for act in domain.acts}


def label(action: str) -> str:
    """The action in the reader's language; one that no domain states any more keeps its name."""
    return str(labels()[action]) if action in labels() else action


class Outcome(StrEnum):
    """How an act ended, as the trail writes it."""

    ALLOWED = "ALLOWED"
    DENIED = "DENIED"
    FAILED = "FAILED"


_OUTCOMES = {
    Outcome.ALLOWED: Text(id="Diizinkan", en="Allowed"),
    Outcome.DENIED: Text(id="Ditolak", en="Denied"),
    Outcome.FAILED: Text(id="Gagal", en="Failed"),
}


def outcome_labels() -> dict[Outcome, Text]:
    """Every way in which an act ends, with its wording."""
    return _OUTCOMES


@cache
def object_labels() -> dict[str, Text]:
    """Every kind of object that an act is recorded on, with its wording: the types of subjects and what domains name besides."""
    own = {key: text for domain in domains() for key, text in domain.objects.items()}
    return {**own, **{subject.key: subject.name for subject in subjects.known()}}


def object_label(kind: str) -> str:
    """The kind of object in the reader's language; one that no domain names any more keeps its key."""
    return str(object_labels()[kind]) if kind in object_labels() else kind
