"""Which fields people may change, and what each accepts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Callable, Iterable, Mapping

from simpul.customers import phones
from simpul.customers import validation as v
from simpul.customers.vocabulary import Channel, Gender, Language, Status
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

_NOT_TEXT = Text(id="Harus berupa teks.", en="This must be text.")
_NOT_BOOL = Text(id="Harus ya atau tidak.", en="This must be true or false.")
_NOT_DATE = Text(id="Bukan tanggal yang sah.", en="This is not a valid date.")
_NOT_LISTED = Text(id="Pilih salah satu: {choices}.", en="Choose one of: {choices}.")
_UNKNOWN = Text(id="Isian ini tidak dapat diubah di sini.", en="This field cannot be changed here.")
_TOO_LONG = Text(id="Paling banyak {size} karakter.", en="At most {size} characters.")
_TAGS = Text(id="Paling banyak 20 label, masing-masing 1 sampai 40 karakter.", en="At most 20 tags of 1 to 40 characters each.")
_POSTCODE = Text(id="Kode pos harus 5 angka.", en="A postcode has 5 digits.")
_NOTHING = Text(id="Tidak ada yang berubah.", en="Nothing changes.")

ADDRESS_PARTS = {"street": 200, "rt": 5, "rw": 5, "kelurahan": 80, "kecamatan": 80, "city": 80, "province": 80, "postcode": 5}


class _Refused(ValueError):
    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.en)


def _text(value: Any, size: int) -> str:
    if not isinstance(value, str):
        raise _Refused(_NOT_TEXT)
    written = " ".join(value.split())
    if len(written) > size:
        raise _Refused(_TOO_LONG.format(size=size))
    return written


def _checked(value: str, problem: Text | None) -> str:
    if problem:
        raise _Refused(problem)
    return value


def _name(value: Any, today: date) -> str:
    written = _text(value, 400)
    return _checked(written, v.problem_with_name(written))


def _phone(value: Any, today: date) -> str | None:
    written = _text(value, 40) if value is not None else ""
    return phones.normalise(_checked(written, v.problem_with_phone(written))) if written else None


def _email(value: Any, today: date) -> str | None:
    written = _text(value, 400).lower() if value is not None else ""
    return _checked(written, v.problem_with_email(written)) if written else None


def _birth_date(value: Any, today: date) -> str | None:
    if value in (None, ""):
        return None
    try:
        born = date.fromisoformat(_text(value, 10))
    except ValueError as error:
        raise error if isinstance(error, _Refused) else _Refused(_NOT_DATE) from None
    return _checked(born.isoformat(), v.problem_with_birth_date(born, today))


def _flag(value: Any, today: date) -> bool:
    if not isinstance(value, bool):
        raise _Refused(_NOT_BOOL)
    return value


def _one_of(choices: list[str], *, optional: bool = False) -> Callable[[Any, date], str | None]:
    def clean(value: Any, today: date) -> str | None:
        if optional and value in (None, ""):
            return None
        if value not in choices:
            raise _Refused(_NOT_LISTED.format(choices=", ".join(choices)))
        return str(value)

    return clean


def _code(value: Any, today: date) -> str:
    """A code of a list of the organisation; whether the list has it is asked where the list can be read."""
    if not isinstance(value, str) or not value:
        raise _Refused(_NOT_TEXT)
    return value


def _tags(value: Any, today: date) -> list[str]:
    if not isinstance(value, list) or len(value) > 20 or not all(isinstance(tag, str) and 1 <= len(tag.strip()) <= 40 for tag in value):
        raise _Refused(_TAGS)
    return list(dict.fromkeys(" ".join(tag.split()) for tag in value))


def _home_address(value: Any, today: date) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _Refused(_UNKNOWN)
    if unknown := set(value) - set(ADDRESS_PARTS) - {"latitude", "longitude"}:
        raise _Refused(
            Text(
                id=f"Bagian alamat tidak dikenal: {', '.join(sorted(map(str, unknown)))}.",
                en=f"Unknown part of an address: {', '.join(sorted(map(str, unknown)))}.",
            )
        )
    cleaned: dict[str, Any] = {part: _text(value[part], size) for part, size in ADDRESS_PARTS.items() if part in value}
    if cleaned.get("postcode") and not (len(cleaned["postcode"]) == 5 and cleaned["postcode"].isascii() and cleaned["postcode"].isdigit()):
        raise _Refused(_POSTCODE)
    if "latitude" in value and "longitude" in value and value["latitude"] is None and value["longitude"] is None:
        cleaned |= {"latitude": None, "longitude": None}
    elif value.get("latitude") is not None or value.get("longitude") is not None:
        try:
            place = [Decimal(str(value.get(axis))).quantize(Decimal("0.000001")) for axis in ("latitude", "longitude")]
            problem = v.problem_with_coordinates(*place)
        except InvalidOperation:
            problem = v.OUTSIDE
        if problem:
            raise _Refused(problem)
        cleaned |= {"latitude": str(place[0]), "longitude": str(place[1])}
    return cleaned


_CLEANERS: dict[str, Callable[[Any, date], Any]] = {
    "full_name": _name,
    "birth_date": _birth_date,
    "gender": _one_of(Gender.values, optional=True),
    "phone_e164": _phone,
    "email": _email,
    "segment_code": _code,
    "status": _one_of(Status.values),
    "is_vip": _flag,
    "preferred_language": _one_of(Language.values),
    "preferred_channel": _one_of(Channel.values, optional=True),
    "tags": _tags,
    "home_address": _home_address,
}
EDITABLE = frozenset(_CLEANERS)
# What an agent hears of in a conversation; what the organisation decides by itself is not requested.
REQUESTABLE = frozenset({"full_name", "birth_date", "gender", "phone_e164", "email", "preferred_language", "preferred_channel", "home_address"})


def clean(changes: Mapping[str, Any], allowed: frozenset[str], today: date) -> dict[str, Any]:
    """The changes in the form in which they are kept (JSON values; dates as ISO text, phones as E.164).

    Raises: Invalid with a message for each field that cannot be so.
    """
    cleaned: dict[str, Any] = {}
    problems: dict[str, Text] = {}
    for name, value in changes.items():
        if name not in allowed:
            problems[f"changes.{name}"] = _UNKNOWN
            continue
        try:
            cleaned[name] = _CLEANERS[name](value, today)
        except _Refused as refused:
            problems[f"changes.{name}"] = refused.reason
    if problems:
        raise Invalid(problems)
    if not cleaned:
        raise Invalid({"changes": _NOTHING})
    return cleaned


def not_listed(name: str, codes: Iterable[str]) -> Invalid:
    """The refusal of a code that its list does not have in use."""
    return Invalid({f"changes.{name}": _NOT_LISTED.format(choices=", ".join(codes))})


def nothing_changes() -> Invalid:
    """The refusal of changes that leave everything as it is."""
    return Invalid({"changes": _NOTHING})
