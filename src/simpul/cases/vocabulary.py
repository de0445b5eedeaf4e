"""Closed lists of cases."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from simpul.platform.text import Text

RESOURCE = "case"
CONFIGURATION = "configuration"

# What a new rule of a service level is created with, in hours.
NEW_RULE_HOURS = 72


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


# A case is open until it is answered; gates that protect a person hold until it is closed.
OPEN = frozenset({Status.NEW, Status.IN_PROGRESS, Status.WAITING_INFO, Status.ESCALATED})


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
KINDS = {Kind.VERBAL: Text(id="Lisan", en="Verbal"), Kind.WRITTEN: Text(id="Tertulis", en="Written")}
LADDER_LEVELS = {
    1: Text(id="Penanggung jawab kasus", en="The case's assignee"),
    2: Text(id="Supervisor", en="The supervisor"),
    3: Text(id="Kepala cabang atau unit", en="The head of the branch or unit"),
}


def wording(stored: Mapping[str, str]) -> Text:
    """A stored text in both languages."""
    return Text(id=stored["id"], en=stored["en"])
