"""Why a customer is among the hits, as a badge and a sentence."""

from __future__ import annotations

from enum import StrEnum

from simpul.platform.text import Text


class Match(StrEnum):
    """How well a hit fits: EXACT for an identifier, phone or whole name, POSSIBLE_DUPLICATE for hits that look like one person."""

    EXACT = "EXACT"
    PARTIAL = "PARTIAL"
    POSSIBLE_DUPLICATE = "POSSIBLE_DUPLICATE"


REASONS = {
    "CIF": Text(id="CIF sama", en="Same CIF"),
    "NIK": Text(id="NIK sama", en="Same NIK"),
    "ACCOUNT_NO": Text(id="Nomor rekening sama", en="Same account number"),
    "METER_NO": Text(id="Nomor meter sama", en="Same meter number"),
    "MEMBER_NO": Text(id="Nomor anggota sama", en="Same member number"),
    "PHONE": Text(id="Nomor telepon sama", en="Same phone number"),
    "NAME_EQUAL": Text(id="Nama lengkap sama", en="Same full name"),
    "NAME_SIMILAR": Text(id="Nama mirip", en="Similar name"),
    "NAME_PART": Text(id="Sebagian nama cocok", en="Part of the name matches"),
    "PHONE_END": Text(id="Akhir nomor telepon dan nama cocok", en="End of the phone number and name match"),
    "NAME_WIDER": Text(id="Nama agak mirip", en="Somewhat similar name"),
    "SHARES_PHONE": Text(id="Telepon sama dengan hasil lain", en="Shares the phone of another result"),
    "SHARES_NAME_BIRTH_DATE": Text(id="Nama dan tanggal lahir sama dengan hasil lain", en="Shares name and birth date with another result"),
}

WIDER = "NAME_WIDER"
_PARTIAL = frozenset({"NAME_SIMILAR", "NAME_PART", "PHONE_END", WIDER})


def match_of(reason: str) -> Match:
    """The badge that goes with a reason."""
    if reason.startswith("SHARES_"):
        return Match.POSSIBLE_DUPLICATE
    return Match.PARTIAL if reason in _PARTIAL else Match.EXACT
