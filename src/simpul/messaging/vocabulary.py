"""Closed lists of messages to customers."""

from __future__ import annotations

from enum import StrEnum

from simpul.platform.text import Text


class Channel(StrEnum):
    """By which way a message goes out."""

    WHATSAPP = "WHATSAPP"
    EMAIL = "EMAIL"
    SMS = "SMS"
    PUSH = "PUSH"
    IN_APP = "IN_APP"
    LETTER = "LETTER"


class Purpose(StrEnum):
    """Why the organisation writes: what is allowed at which hour, and with whose consent, follows from it."""

    SERVICE = "SERVICE"
    MARKETING = "MARKETING"
    COLLECTION = "COLLECTION"


class MessageStatus(StrEnum):
    """What is known of a message. It climbs from QUEUED to CONVERTED and never back; FAILED and BOUNCED end one that was not delivered."""

    QUEUED = "QUEUED"
    SENT = "SENT"
    DELIVERED = "DELIVERED"
    OPENED = "OPENED"
    CLICKED = "CLICKED"
    CONVERTED = "CONVERTED"
    FAILED = "FAILED"
    BOUNCED = "BOUNCED"


class Handover(StrEnum):
    """Where handing a message to a provider stands. UNKNOWN is one whose call was begun and whose answer was lost: it is never sent again by itself."""

    WAITING = "WAITING"
    CLAIMED = "CLAIMED"
    UNKNOWN = "UNKNOWN"
    DONE = "DONE"


class Adapter(StrEnum):
    """The protocol that a provider is spoken to in."""

    SMTP = "SMTP"
    ANYMAIL = "ANYMAIL"
    WHATSAPP_CLOUD = "WHATSAPP_CLOUD"
    SMS_HTTP = "SMS_HTTP"
    WEB_PUSH = "WEB_PUSH"
    FCM = "FCM"
    IN_APP = "IN_APP"


# Which channels a protocol carries.
CARRIES: dict[Adapter, frozenset[Channel]] = {
    Adapter.SMTP: frozenset({Channel.EMAIL}),
    Adapter.ANYMAIL: frozenset({Channel.EMAIL}),
    Adapter.WHATSAPP_CLOUD: frozenset({Channel.WHATSAPP}),
    Adapter.SMS_HTTP: frozenset({Channel.SMS}),
    Adapter.WEB_PUSH: frozenset({Channel.PUSH}),
    Adapter.FCM: frozenset({Channel.PUSH}),
    Adapter.IN_APP: frozenset({Channel.IN_APP}),
}


# Stands for a provider in what the links of messages report, so no account may be called so.
OWN_LINKS = "links"


class NotSent(StrEnum):
    """Why a message ended without being handed over, or was refused: a closed list, stored with each message."""

    WITHDRAWN = "WITHDRAWN"  # taken back by who wrote it
    CONSENT = "CONSENT"  # consent to marketing is not GRANTED at this moment
    CASE_ACTIVE = "CASE_ACTIVE"  # an open case of a sensitive category
    SUPPRESSED = "SUPPRESSED"  # the address bounced, complained, or was put on the list
    PREFERENCE = "PREFERENCE"  # the customer does not want this channel
    NO_ADDRESS = "NO_ADDRESS"
    FREQUENCY_CAP = "FREQUENCY_CAP"
    EXPIRED = "EXPIRED"  # its hours came too late, or it waited past its deadline
    TEMPLATE = "TEMPLATE"  # the template is not approved, or does not render
    REFUSED = "REFUSED"  # by the provider, for this recipient
    UNREACHABLE = "UNREACHABLE"  # every attempt failed
    NOT_CONFIRMED = "NOT_CONFIRMED"  # its answer was lost, and no receipt came


# A message in one of these may still fail.
UNDELIVERED = frozenset({MessageStatus.QUEUED, MessageStatus.SENT})

CHANNEL_NAMES = {
    "WHATSAPP": Text(id="WhatsApp", en="WhatsApp"),
    "EMAIL": Text(id="E-mail", en="E-mail"),
    "SMS": Text(id="SMS", en="SMS"),
    "PUSH": Text(id="Notifikasi aplikasi", en="Push notification"),
    "IN_APP": Text(id="Pesan dalam aplikasi", en="In-app message"),
    "LETTER": Text(id="Surat", en="Letter"),
}
# The channels that a customer says yes or no to for offers.
WANTED_CHANNELS = ("WHATSAPP", "EMAIL", "SMS", "PUSH", "IN_APP")
PURPOSE_NAMES = {
    "SERVICE": Text(id="Layanan", en="Service"),
    "MARKETING": Text(id="Penawaran", en="Offer"),
    "COLLECTION": Text(id="Penagihan", en="Collection"),
}
STATUS_NAMES = {
    "QUEUED": Text(id="Menunggu dikirim", en="Waits to be sent"),
    "SENT": Text(id="Dikirim", en="Sent"),
    "DELIVERED": Text(id="Diterima", en="Delivered"),
    "OPENED": Text(id="Dibuka", en="Opened"),
    "CLICKED": Text(id="Tautan dibuka", en="Clicked"),
    "CONVERTED": Text(id="Berhasil", en="Converted"),
    "FAILED": Text(id="Tidak terkirim", en="Not sent"),
    "BOUNCED": Text(id="Ditolak alamat tujuan", en="Bounced"),
}
NOT_SENT_NAMES = {
    "WITHDRAWN": Text(id="Ditarik penulisnya", en="Taken back by its author"),
    "CONSENT": Text(id="Tanpa persetujuan pemasaran saat dikirim", en="No consent to marketing at the moment of sending"),
    "CASE_ACTIVE": Text(id="Ada pengaduan sensitif yang terbuka", en="An open case of a sensitive category"),
    "SUPPRESSED": Text(id="Alamat tujuan diblokir", en="The address is suppressed"),
    "PREFERENCE": Text(id="Nasabah tidak mau kanal ini", en="The customer does not want this channel"),
    "NO_ADDRESS": Text(id="Tidak ada alamat tujuan", en="No address"),
    "FREQUENCY_CAP": Text(id="Sudah cukup banyak penawaran", en="Enough offers already"),
    "EXPIRED": Text(id="Lewat batas waktu", en="Past its deadline"),
    "TEMPLATE": Text(id="Templat tidak dapat dipakai", en="The template cannot be used"),
    "REFUSED": Text(id="Ditolak penyedia", en="Refused by the provider"),
    "UNREACHABLE": Text(id="Penyedia tidak terjangkau", en="The provider could not be reached"),
    "NOT_CONFIRMED": Text(id="Tidak dikonfirmasi penyedia", en="Not confirmed by the provider"),
    "PERSON_ERASED": Text(id="Data nasabah dihapus", en="The customer's data was erased"),
    "ADDRESS": Text(id="Alamat tujuan tidak sah", en="The address is not valid"),
}
SUPPRESSION_NAMES = {
    "BOUNCE": Text(id="Alamat menolak pesan", en="The address bounced"),
    "COMPLAINT": Text(id="Penerima mengadukan pesan", en="The recipient complained"),
    "OPT_OUT": Text(id="Penerima berhenti berlangganan", en="The recipient opted out"),
    "MANUAL": Text(id="Diblokir petugas", en="Suppressed by staff"),
}


class TemplateStatus(StrEnum):
    """How far a version of a template has come. What is approved never changes; retired, it is sent no more."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    RETIRED = "RETIRED"


class ProviderStatus(StrEnum):
    """What the provider says of a template that it keeps (WhatsApp)."""

    PENDING = "PENDING"
    APPROVED = "APPROVED"
    PAUSED = "PAUSED"
    REJECTED = "REJECTED"
    DISABLED = "DISABLED"


# Channels that templates are written for; a letter has its own.
TEMPLATE_CHANNELS = (Channel.EMAIL, Channel.WHATSAPP, Channel.SMS, Channel.PUSH, Channel.IN_APP)
