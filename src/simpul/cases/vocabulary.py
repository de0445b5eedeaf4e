"""Closed lists of cases."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from simpul.platform.text import Text
from simpul.workflow.public import shipped_definition

RESOURCE = "case"
CONFIGURATION = "configuration"
SUBJECT = "CASE"
# The quarterly complaint report among what can be taken out as a file, and the resource that guards it.
REPORT, AGGREGATES = "complaint_report", "dashboard"
WORKFLOW = "case"


class Priority(StrEnum):
    """How urgent a case is."""

    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"


class Kind(StrEnum):
    """How a complaint was made: the law gives each its own time."""

    VERBAL = "VERBAL"
    WRITTEN = "WRITTEN"


class Channel(StrEnum):
    """Where a case came in."""

    BRANCH = "BRANCH"
    CALL_CENTER = "CALL_CENTER"
    MOBILE = "MOBILE"
    EMAIL = "EMAIL"
    WHATSAPP = "WHATSAPP"
    WEB = "WEB"


class Status(StrEnum):
    """The states of a case."""

    NEW = "NEW"
    IN_PROGRESS = "IN_PROGRESS"
    WAITING_INFO = "WAITING_INFO"
    ESCALATED = "ESCALATED"
    RESOLVED = "RESOLVED"
    CLOSED = "CLOSED"


# The workflow as it is shipped: whatever an organisation makes of it, a case goes no other way.
SHIPPED = shipped_definition(__file__, WORKFLOW)
# A case is open until it is answered; gates that protect a person hold until it is closed.
OPEN = frozenset(Status(state) for state in SHIPPED.sources("resolve"))
ALIVE = frozenset(Status) - {Status(state) for state in SHIPPED.ended()}


class ActivityType(StrEnum):
    """What somebody did in a case."""

    NOTE = "NOTE"
    ASSIGN = "ASSIGN"
    ESCALATE = "ESCALATE"
    STATUS_CHANGE = "STATUS_CHANGE"
    ATTACHMENT = "ATTACHMENT"
    FINAL_RESPONSE = "FINAL_RESPONSE"
    MESSAGE = "MESSAGE"
    SLA = "SLA"


class Review(StrEnum):
    """Where a proposed final response stands: somebody else has to look at it, or has given it back."""

    WAITING = "WAITING"
    RETURNED = "RETURNED"


class ExtensionStatus(StrEnum):
    """Where a request to extend the law's limit stands."""

    WAITING = "WAITING"
    APPROVED = "APPROVED"
    REFUSED = "REFUSED"


class IncomingStatus(StrEnum):
    """What became of a message from outside."""

    WAITING = "WAITING"
    ACCEPTED = "ACCEPTED"
    DISCARDED = "DISCARDED"


class IncomingReason(StrEnum):
    """Why a message from outside did not become a case by itself."""

    UNKNOWN_CUSTOMER = "UNKNOWN_CUSTOMER"
    SEVERAL_CUSTOMERS = "SEVERAL_CUSTOMERS"
    NO_CATEGORY = "NO_CATEGORY"
    UNKNOWN_CATEGORY = "UNKNOWN_CATEGORY"
    SENSITIVE = "SENSITIVE"
    NO_SERVICE_LEVEL = "NO_SERVICE_LEVEL"
    NO_KIND = "NO_KIND"
    TEXT_LENGTH = "TEXT_LENGTH"
    OUT_OF_REACH = "OUT_OF_REACH"
    REFUSED = "REFUSED"


class LadderAct(StrEnum):
    """What a level of escalation does: tell somebody, or hand the case to them."""

    NOTIFY = "NOTIFY"
    REASSIGN = "REASSIGN"


PRIORITIES = {
    Priority.LOW: Text(id="Rendah", en="Low"),
    Priority.MEDIUM: Text(id="Sedang", en="Medium"),
    Priority.HIGH: Text(id="Tinggi", en="High"),
    Priority.CRITICAL: Text(id="Kritis", en="Critical"),
}
CHANNELS = {
    Channel.BRANCH: Text(id="Kantor cabang", en="Branch"),
    Channel.CALL_CENTER: Text(id="Contact center", en="Call centre"),
    Channel.MOBILE: Text(id="Aplikasi seluler", en="Mobile app"),
    Channel.EMAIL: Text(id="E-mail", en="E-mail"),
    Channel.WHATSAPP: Text(id="WhatsApp", en="WhatsApp"),
    Channel.WEB: Text(id="Situs web", en="Website"),
}
STATUSES = {Status(state.key): Text(id=state.title.id, en=state.title.en) for state in SHIPPED.states if state.rests}
# Which status may follow which, whatever an edited workflow says; the database holds the same.
FOLLOWS = {Status(state): frozenset(Status(each) for each in after) for state, after in SHIPPED.follows().items()}
# What a step into a status brings along, whoever drew it.
WANTS = {Status.WAITING_INFO: ("reason_code",), Status.RESOLVED: ("final_response",), Status.CLOSED: ("resolution_code",)}
PAUSE_REASONS = {
    "CUSTOMER_DATA": Text(id="Menunggu keterangan nasabah", en="Waiting for details from the customer"),
    "CUSTOMER_DOCUMENT": Text(id="Menunggu dokumen nasabah", en="Waiting for a document from the customer"),
    "CUSTOMER_CONFIRMATION": Text(id="Menunggu konfirmasi nasabah", en="Waiting for the customer to confirm"),
    "OTHER_BANK": Text(id="Menunggu bank atau lembaga lain", en="Waiting for another bank or institution"),
}
EXTENSION_REASONS = {
    "OTHER_OFFICE": Text(id="Masalah terjadi di kantor lain", en="It happened at another office"),
    "RESEARCH": Text(id="Perlu penelitian khusus atas dokumen", en="Documents need special research"),
    "OTHER_PARTY": Text(id="Menunggu pihak lain yang terlibat", en="Another party is involved"),
    "BEYOND_CONTROL": Text(id="Hal di luar kendali", en="Beyond the organisation's control"),
}
LEAST_RESPONSE = 20  # characters of a final response
KINDS = {Kind.VERBAL: Text(id="Lisan", en="Verbal"), Kind.WRITTEN: Text(id="Tertulis", en="Written")}
INCOMING_REASONS = {
    IncomingReason.UNKNOWN_CUSTOMER: Text(id="Pengirim belum dikenal sebagai nasabah", en="The sender is not known as a customer"),
    IncomingReason.SEVERAL_CUSTOMERS: Text(id="Lebih dari satu nasabah memakai kontak ini", en="More than one customer has this contact"),
    IncomingReason.NO_CATEGORY: Text(id="Kategori belum ditentukan", en="No category is named"),
    IncomingReason.UNKNOWN_CATEGORY: Text(id="Kategori tidak dikenal atau tidak dipakai", en="The category is not known or not in use"),
    IncomingReason.SENSITIVE: Text(id="Kategori sensitif diperiksa orang lebih dahulu", en="A person looks at a sensitive category first"),
    IncomingReason.NO_SERVICE_LEVEL: Text(id="Belum ada aturan SLA untuk kategori ini", en="No service level covers this category yet"),
    IncomingReason.NO_KIND: Text(id="Belum diketahui lisan atau tertulis", en="It is not known whether it was made verbally or in writing"),
    IncomingReason.TEXT_LENGTH: Text(id="Isi kurang dari 10 atau lebih dari 10.000 karakter", en="The text has fewer than 10 or more than 10,000 characters"),
    IncomingReason.OUT_OF_REACH: Text(id="Sistem pengirim tidak menerima kasus untuk cabang ini", en="The sending system receives no cases for this branch"),
    IncomingReason.REFUSED: Text(id="Kasus belum dapat dibuka dari pesan ini", en="No case could be opened from this message"),
}
LADDER_LEVELS = {
    1: Text(id="Penanggung jawab kasus", en="The case's assignee"),
    2: Text(id="Supervisor", en="The supervisor"),
    3: Text(id="Kepala cabang atau unit", en="The head of the branch or unit"),
}


def wording(stored: Mapping[str, str]) -> Text:
    """A stored text in both languages."""
    return Text(id=stored["id"], en=stored["en"])
