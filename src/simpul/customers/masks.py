"""How identifiers, contact data and names look to those who see them masked (product chapter 1.3).

Every payload of the product carries these forms; the clear value leaves only through *reveal*.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from simpul.customers.vocabulary import IdType
from simpul.platform.text import Text

_AGE = Text(id="{age} tahun", en="{age} years old")
_YES, _NO = Text(id="Ya", en="Yes"), Text(id="Tidak", en="No")
_CONCEALED = "***"


def identifier(id_type: str, hint: str) -> str:
    """An identifier from what its row keeps for the mask: `1271********0004`, `******7890`, `CIF****123`."""
    if id_type == IdType.NIK:
        return f"{hint[:4]}********{hint[4:]}"
    if id_type == IdType.ACCOUNT_NO:
        return f"******{hint}"
    tail = hint[-min(3, len(hint) // 2) :] if len(hint) > 1 else ""
    return f"CIF****{tail}" if id_type == IdType.CIF else f"****{tail}"


def phone(e164: str | None) -> str | None:
    """`+62812****678`; at least four digits are hidden, also in short numbers."""
    if not e164:
        return None
    return f"{e164[: max(1, min(6, len(e164) - 7))]}****{e164[-3:]}"


def email(address: str | None) -> str | None:
    """`s***@domain`."""
    if not address:
        return None
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}***@{domain}" if local else _CONCEALED


def contact(written: str) -> str:
    """An address or number as somebody outside wrote it, masked; anything else is concealed."""
    if "@" in written:
        return email(written) or _CONCEALED
    return (phone(written) or "") if not written or written.lstrip("+").isdigit() else _CONCEALED


def name(full_name: str) -> str:
    """`B*** S***`: the first letter of each word."""
    return " ".join(f"{word[0]}***" for word in full_name.split()) or _CONCEALED


def age(birth_date: date | None, today: date) -> int | None:
    """Whole years lived; a birthday on 29 February counts from 1 March."""
    if birth_date is None:
        return None
    return max(0, today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day)))


def birth_date(value: date | None, today: date) -> str | None:
    """A birth date as the age."""
    years = age(value, today)
    return None if years is None else str(_AGE.format(age=years))


# Parts of an address that many people share; street and number stay concealed.
_WRITTEN = ["street", "rt", "rw", "kelurahan", "kecamatan", "city", "province", "postcode", "latitude", "longitude"]
_REGIONS = frozenset({"kelurahan", "kecamatan", "city", "province", "postcode"})


def change(field: str, value: Any, today: date) -> Any:
    """The value of an edited field as the audit trail and the lists of requests may show it."""
    if value in (None, ""):
        return None
    if field == "phone_e164":
        return phone(str(value))
    if field == "email":
        return email(str(value))
    if field == "full_name":
        return name(str(value))
    if field == "birth_date":
        return birth_date(value if isinstance(value, date) else date.fromisoformat(str(value)), today)
    if field == "home_address":
        return {part: (text if part in _REGIONS else _CONCEALED) for part, text in dict(value).items() if text not in (None, "")}
    return value


def change_text(field: str, value: Any, today: date) -> str | None:
    """The same as one line of text."""
    masked = change(field, value, today)
    if masked is None:
        return None
    if isinstance(masked, bool):
        return str(_YES if masked else _NO)
    if isinstance(masked, dict):
        # As an address is written, whatever order the database keeps its parts in.
        return ", ".join(str(masked[part]) for part in sorted(masked, key=_WRITTEN.index)) or None
    return ", ".join(masked) if isinstance(masked, list) else str(masked)
