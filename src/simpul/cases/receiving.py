"""The rules by which a complaint is received: how it was made, where it lies, by which way its receipt goes. Pure, no rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from simpul.cases.vocabulary import Channel, Kind, Priority
from simpul.platform.text import Text

# A visitor to a branch is asked; whoever calls complains verbally, and everything else is written.
KIND_OF_CHANNEL: Mapping[Channel, Kind | None] = {
    Channel.BRANCH: None,
    Channel.CALL_CENTER: Kind.VERBAL,
    Channel.MOBILE: Kind.WRITTEN,
    Channel.EMAIL: Kind.WRITTEN,
    Channel.WHATSAPP: Kind.WRITTEN,
    Channel.WEB: Kind.WRITTEN,
}

# How the customer wants to be answered.
CONTACT_PREFERENCES: Mapping[str, Text] = {
    "PHONE": Text(id="Telepon", en="Phone"),
    "WHATSAPP": Text(id="WhatsApp", en="WhatsApp"),
    "EMAIL": Text(id="E-mail", en="E-mail"),
    "BRANCH": Text(id="Datang ke cabang", en="At the branch"),
    "LETTER": Text(id="Surat", en="Letter"),
}

# Why a case went to whom it went, or to nobody, by automatic assignment.
ROUTED: Mapping[str, Text] = {
    "LEAST_LOAD": Text(
        id="Paling sedikit kasus terbuka ({open}) di antara {present} petugas yang sedang bekerja.",
        en="Fewest open cases ({open}) of the {present} colleagues at work.",
    ),
    "STICKY": Text(id="Kembali ke petugas sebelumnya.", en="Back to the previous assignee."),
    "NOBODY_PRESENT": Text(id="Tidak ada petugas yang sedang bekerja.", en="Nobody is at work."),
    "OUTSIDE_HOURS": Text(id="Di luar jam penugasan otomatis.", en="Outside the hours of automatic assignment."),
    "SENSITIVE": Text(id="Kasus peka ditugaskan oleh supervisor.", en="A sensitive case is assigned by a supervisor."),
    "OFF": Text(id="Penugasan otomatis dimatikan.", en="Automatic assignment is switched off."),
}

LEAST_DESCRIPTION, MOST_DESCRIPTION = 10, 10_000


@dataclass(frozen=True)
class Complaint:
    """What a customer complains of, as it is written down. Without a `kind` the channel says how it was made."""

    customer_id: UUID
    channel: Channel
    category_code: str
    priority: Priority
    description: str
    kind: Kind | None = None
    contact_preference: str = ""
    product: str = ""
    transaction_ref: str = ""
    amount: Decimal | None = None
    complainant: str = ""
    complainant_authority: str = ""


@dataclass(frozen=True)
class Route:
    """Who a case goes to. `why` is a key of `ROUTED`, and `figures` fill its wording; without an assignee it says why nobody."""

    unit_code: str | None
    assignee_id: UUID | None
    why: str
    figures: Mapping[str, int] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """What the activity keeps: the reason and its figures, nothing personal."""
        return {"why": self.why, **self.figures}


def branch_of(channel: Channel, home: str, own: Collection[str]) -> str:
    """Where a case lies: for a visitor the officer's branch, else the customer's home branch.

    An officer of several branches is taken to sit in the customer's one if it is among them, else in the first by code; one of
    no branch (a job, a service account) receives for the home branch.
    """
    if channel is not Channel.BRANCH or not own or home in own:
        return home
    return min(own)


def receipt_way(preferred: str | None, phone: str | None, email: str | None) -> tuple[str, str] | None:
    """Channel and address for a receipt: the preferred way where it can carry one, else the phone, else e-mail; None without either."""
    by_phone = "SMS" if preferred == "SMS" else "WHATSAPP"
    ways = [(by_phone, phone), ("EMAIL", email)]
    if preferred == "EMAIL":
        ways.reverse()
    return next(((way, address) for way, address in ways if address), None)


def route_wording(why: str, figures: Mapping[str, Any]) -> str:
    """Why automatic assignment chose so, in the reader's language; the key itself where this release does not know it."""
    words = ROUTED.get(why)
    return str(words.format(**{name: figures.get(name, 0) for name in ("open", "present")})) if words else why
