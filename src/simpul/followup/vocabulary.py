"""Names and words of the follow-up programme."""

from __future__ import annotations

from typing import TypedDict
from uuid import UUID

from simpul.platform.text import Text

RESOURCE, CONFIGURATION = "followup", "configuration"
MEMBER, RUN, MOVES = "FOLLOWUP_MEMBER", "FOLLOWUP_RUN", "FOLLOWUP_MOVES"
AGENT, DAY_OFF, ENTRIES = "FOLLOWUP_AGENT", "FOLLOWUP_DAY_OFF", "FOLLOWUP_ENTRIES"
OPEN = ("ACTIVE", "PENDING")

# What counts as a follow-up of a member: contacts, not notes.
FOLLOW_UP_TYPES = ("CALL", "WHATSAPP", "VISIT", "MEETING", "EMAIL")

REASON_NAMES: dict[str, Text] = {
    "DEALT": Text(id="Anggota baru", en="New member"),
    "RETURNED": Text(id="Kembali ke petugas sebelumnya", en="Back to the agent they left"),
    "NOT_FOLLOWED_UP": Text(id="Belum ditindaklanjuti", en="Not followed up"),
    "NO_DEPOSIT": Text(id="Tanpa setoran", en="No deposit"),
}
STATUS_NAMES: dict[str, Text] = {
    "ACTIVE": Text(id="Aktif", en="Active"),
    "PENDING": Text(id="Tertunda", en="Pending"),
    "ROTATED": Text(id="Berpindah", en="Rotated"),
    "LEFT": Text(id="Keluar", en="Left"),
}
DEPOSIT_KIND_NAMES: dict[str, Text] = {
    "CASH_DEPOSIT": Text(id="Setor tunai", en="Cash deposit"),
    "DEPOSIT": Text(id="Setoran", en="Deposit"),
    "TRANSFER": Text(id="Transfer", en="Transfer"),
    "TRANSFER_IN": Text(id="Transfer masuk", en="Incoming transfer"),
    "SALARY": Text(id="Gaji", en="Salary"),
    "PENSION": Text(id="Pensiun", en="Pension"),
    "TRADE": Text(id="Usaha", en="Trade"),
}


class SkippedRow(TypedDict):
    """A number that was passed over, and why."""

    number: int
    reason: str


class AgentRef(TypedDict):
    """An agent by number and name; without a number one who has left the programme."""

    id: UUID
    number: int | None
    name: str


def skipped_rows(stored: list[str]) -> list[SkippedRow]:
    """The numbers that a decision passed over, as `number:REASON` is stored."""
    found: list[SkippedRow] = []
    for each in stored:
        number, _, reason = each.partition(":")
        found.append({"number": int(number), "reason": reason})
    return found
