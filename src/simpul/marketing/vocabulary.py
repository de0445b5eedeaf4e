"""Closed lists of segments and campaigns."""

from __future__ import annotations

from enum import StrEnum

from django.db.models import TextChoices

from simpul.platform.text import Text

RESOURCE = "campaign"
SEGMENT, CAMPAIGN = "SEGMENT", "CAMPAIGN"
WORKFLOW = "campaign"


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
REASON_WORDS: dict[str, Text] = {
    "CONSENT": Text(
        id="Nasabah belum memberi persetujuan pemasaran, menariknya, atau belum menyetujui pemrofilan yang dipakai aturan segmen.",
        en="The customer has not agreed to marketing, took it back, or has not agreed to the profiling that the segment's rule uses.",
    ),
    "CASE_ACTIVE": Text(
        id="Pengaduan sensitif nasabah belum ditutup; penawaran menunggu sampai selesai.",
        en="A sensitive case of the customer is not closed; offers wait until it is.",
    ),
    "NOT_IN_RULE": Text(
        id="Nasabah tidak memenuhi aturan segmen, atau tidak ada dalam daftarnya.", en="The customer does not meet the segment's rule, or is not on its list."
    ),
    "SUPPRESSED": Text(
        id="Alamat nasabah di kanal ini diblokir, atau nasabah menolak kanal ini.",
        en="The customer's address on this channel is suppressed, or the customer does not want it.",
    ),
    "FREQUENCY_CAP": Text(id="Nasabah sudah menerima penawaran sebanyak batasnya.", en="The customer has been sent as many offers as the limit allows."),
    "NO_CHANNEL": Text(id="Tidak ada nomor, e-mail, atau perangkat untuk kanal ini.", en="There is no number, e-mail address or device for this channel."),
    "OTHER": Text(
        id="Data nasabah dibatasi, atau nasabah berkeberatan dipilih secara otomatis.",
        en="The customer's data is restricted, or the customer objects to being selected automatically.",
    ),
}


class CampaignStatus(TextChoices):
    """How far a campaign has come."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    RUNNING = "RUNNING"
    PAUSED = "PAUSED"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


class ObjectiveKind(TextChoices):
    """What a campaign is for."""

    PRODUCT_OFFER = "PRODUCT_OFFER"
    EDUCATION = "EDUCATION"
    RETENTION = "RETENTION"
    REACTIVATION = "REACTIVATION"
    SURVEY = "SURVEY"
    OTHER = "OTHER"


OBJECTIVE_NAMES = {
    "PRODUCT_OFFER": Text(id="Penawaran produk", en="Product offer"),
    "EDUCATION": Text(id="Edukasi", en="Education"),
    "RETENTION": Text(id="Mempertahankan nasabah", en="Retention"),
    "REACTIVATION": Text(id="Mengaktifkan kembali", en="Reactivation"),
    "SURVEY": Text(id="Survei", en="Survey"),
    "OTHER": Text(id="Lainnya", en="Other"),
}
CAMPAIGN_STATUS_NAMES = {
    "DRAFT": Text(id="Konsep", en="Draft"),
    "SUBMITTED": Text(id="Menunggu persetujuan", en="Waits for approval"),
    "APPROVED": Text(id="Disetujui", en="Approved"),
    "REJECTED": Text(id="Ditolak", en="Rejected"),
    "RUNNING": Text(id="Berjalan", en="Running"),
    "PAUSED": Text(id="Dijeda", en="Paused"),
    "DONE": Text(id="Selesai", en="Done"),
    "CANCELLED": Text(id="Dibatalkan", en="Cancelled"),
}
# The channels that campaigns are sent on.
CHANNELS = ("WHATSAPP", "EMAIL", "SMS", "PUSH", "IN_APP")
# Campaigns that have ended, and those whose content is still written.
ENDED = (CampaignStatus.DONE, CampaignStatus.CANCELLED)
