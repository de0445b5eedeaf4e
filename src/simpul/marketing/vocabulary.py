"""Closed lists of segments and campaigns."""

from __future__ import annotations

from enum import StrEnum

from django.db.models import TextChoices

from simpul.platform.text import Text

RESOURCE = "campaign"
SEGMENT = "SEGMENT"


class SegmentKind(TextChoices):
    """Whether a rule chooses the customers, or a list names them."""

    RULE = "RULE"
    STATIC = "STATIC"


class Refresh(TextChoices):
    """How often the customers of a rule are looked for again."""

    NONE = "NONE"
    HOURLY = "HOURLY"
    DAILY = "DAILY"


class MemberChange(TextChoices):
    """What a refresh found about one customer."""

    ENTERED = "ENTERED"
    LEFT = "LEFT"


class Reason(StrEnum):
    """Why a customer gets no offer, in the order in which the gates are asked."""

    CONSENT = "CONSENT"
    CASE_ACTIVE = "CASE_ACTIVE"
    NOT_IN_RULE = "NOT_IN_RULE"
    SUPPRESSED = "SUPPRESSED"
    FREQUENCY_CAP = "FREQUENCY_CAP"
    NO_CHANNEL = "NO_CHANNEL"
    OTHER = "OTHER"


REASON_NAMES: dict[str, Text] = {
    "CONSENT": Text(id="Belum menyetujui", en="No consent"),
    "CASE_ACTIVE": Text(id="Kasus peka terbuka", en="Open sensitive case"),
    "NOT_IN_RULE": Text(id="Tidak termasuk segmen", en="Not in the segment"),
    "SUPPRESSED": Text(id="Alamat diblokir atau kanal ditolak", en="Suppressed, or channel not wanted"),
    "FREQUENCY_CAP": Text(id="Batas frekuensi tercapai", en="Frequency cap reached"),
    "NO_CHANNEL": Text(id="Tidak ada kontak untuk kanal ini", en="No contact for this channel"),
    "OTHER": Text(id="Pembatasan pemrosesan data", en="Limit on processing"),
}
SEGMENT_KIND_NAMES: dict[str, Text] = {
    "RULE": Text(id="Aturan", en="Rule"),
    "STATIC": Text(id="Daftar tetap", en="Static list"),
}
REFRESH_NAMES: dict[str, Text] = {
    "NONE": Text(id="Tidak disegarkan sendiri", en="Not refreshed by itself"),
    "HOURLY": Text(id="Setiap jam", en="Every hour"),
    "DAILY": Text(id="Setiap hari", en="Every day"),
}
