"""Closed lists: kinds of documents, how long each class is kept, and what a malware scan may have said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices

from simpul.platform.text import Text


class Retention(StrEnum):
    """How long a document is kept at least, however soon it is taken out of sight."""

    WORKING = "WORKING"
    SERVICE = "SERVICE"
    FINANCIAL = "FINANCIAL"


# Years; records of service follow the limitation of claims, financial ones Law 8 of 1997 on company documents.
YEARS = {Retention.WORKING: 1, Retention.SERVICE: 5, Retention.FINANCIAL: 10}


@dataclass(frozen=True)
class Kind:
    """What a document is. `tier` is the lowest sensitivity tier that it may have; `by_hand` says that people attach it."""

    key: str
    name: Text
    retention: Retention
    tier: int = 1
    by_hand: bool = True


KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("ID_CARD", Text(id="Kartu identitas", en="Identity card"), Retention.SERVICE, tier=2),
        Kind("PROOF", Text(id="Bukti transaksi", en="Proof of a transaction"), Retention.FINANCIAL, tier=2),
        Kind("LETTER", Text(id="Surat", en="Letter"), Retention.SERVICE),
        Kind("FORM", Text(id="Formulir", en="Form"), Retention.SERVICE),
        Kind("PHOTO", Text(id="Foto", en="Photo"), Retention.WORKING),
        Kind("COMPLAINT_RECEIPT", Text(id="Tanda terima pengaduan", en="Complaint receipt"), Retention.SERVICE, by_hand=False),
        Kind("OTHER", Text(id="Lainnya", en="Other"), Retention.SERVICE),
    )
}


class ScanState(TextChoices):
    """What is known of a file: a pending or infected one is locked away."""

    NOT_SCANNED = "NOT_SCANNED"  # the installation has no scanner
    PENDING = "PENDING"  # the scanner did not answer; looked at again later
    CLEAN = "CLEAN"
    INFECTED = "INFECTED"


LOCKED = frozenset({ScanState.PENDING, ScanState.INFECTED})
