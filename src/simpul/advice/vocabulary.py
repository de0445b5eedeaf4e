"""Closed lists of advice."""

from __future__ import annotations

from django.db.models import TextChoices

from simpul.platform.text import Text

RESOURCE, CONFIGURATION = "advice", "configuration"
SUBJECT, RULE, ORIGIN = "ADVICE", "ADVICE_RULE", "ADVICE"


class ActionType(TextChoices):
    """What advice asks for."""

    CALL = "CALL"
    EMAIL = "EMAIL"
    OFFER_PRODUCT = "OFFER_PRODUCT"
    EDUCATE = "EDUCATE"
    PRIORITIZE_CASE = "PRIORITIZE_CASE"
    MERCHANT_PROMO = "MERCHANT_PROMO"
    GREET = "GREET"


class AdviceKind(TextChoices):
    """Whether advice sells, which takes consent to marketing, or serves."""

    SELLING = "SELLING"
    SERVICE = "SERVICE"


class AdvicePriority(TextChoices):
    """How much advice matters, listed from most to least."""

    HIGH = "HIGH"
    MEDIUM = "MEDIUM"
    LOW = "LOW"


class Decision(TextChoices):
    """What somebody decided about advice."""

    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    SNOOZED = "SNOOZED"


class AdviceOutcome(TextChoices):
    """What came of accepted advice."""

    PENDING = "PENDING"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"


RANKS = {priority.value: rank for rank, priority in enumerate(AdvicePriority)}
ACTION_NAMES: dict[str, Text] = {
    "CALL": Text(id="Telepon", en="Call"),
    "EMAIL": Text(id="E-mail", en="E-mail"),
    "OFFER_PRODUCT": Text(id="Tawarkan produk", en="Offer a product"),
    "EDUCATE": Text(id="Edukasi", en="Educate"),
    "PRIORITIZE_CASE": Text(id="Dahulukan kasus", en="Prioritize the case"),
    "MERCHANT_PROMO": Text(id="Promo merchant", en="Merchant promotion"),
    "GREET": Text(id="Ucapkan selamat", en="Greet"),
}
PRIORITY_NAMES: dict[str, Text] = {
    "HIGH": Text(id="Tinggi", en="High"),
    "MEDIUM": Text(id="Sedang", en="Medium"),
    "LOW": Text(id="Rendah", en="Low"),
}
KIND_NAMES: dict[str, Text] = {
    "SELLING": Text(id="Penjualan", en="Selling"),
    "SERVICE": Text(id="Layanan", en="Service"),
}
DECISION_NAMES: dict[str, Text] = {
    "ACCEPTED": Text(id="Diterima", en="Accepted"),
    "REJECTED": Text(id="Ditolak", en="Rejected"),
    "SNOOZED": Text(id="Ditunda", en="Snoozed"),
}
OUTCOME_NAMES: dict[str, Text] = {
    "PENDING": Text(id="Belum selesai", en="Pending"),
    "SUCCESS": Text(id="Berhasil", en="Successful"),
    "FAILED": Text(id="Tidak berhasil", en="Not successful"),
}
NEED_NAMES: dict[str, Text] = {
    "MARKETING": Text(id="Persetujuan pemasaran", en="Consent to marketing"),
    "PROFILING": Text(
        id="Persetujuan pemrofilan dan penilaian dampak yang berlaku",
        en="Consent to profiling and an impact assessment in force",
    ),
    "NO_SENSITIVE_CASE": Text(id="Tanpa kasus peka yang belum ditutup", en="No sensitive case that is not closed"),
}
