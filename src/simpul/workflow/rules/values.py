"""Values of rules: read from JSON at save, and turned into what CEL compares when one subject is asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from simpul.platform.text import Text
from simpul.workflow.rules.errors import GuardFailed
from simpul.workflow.rules.fields import Field, FieldType

LONGEST_TEXT = 500
_MONEY = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,2})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})")
_LARGEST = 2**63 - 1


class Unfit(ValueError):
    """A JSON value that the field cannot have; `message` says what it takes."""

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(message.en)


_TAKES = {
    FieldType.TEXT: Text(id="Isi dengan teks 1-500 karakter.", en="Give a text of 1 to 500 characters."),
    FieldType.INTEGER: Text(id="Isi dengan bilangan bulat.", en="Give a whole number."),
    FieldType.MONEY: Text(
        id='Isi dengan jumlah rupiah, paling banyak dua desimal, sebagai teks seperti "250000.50" atau bilangan bulat.',
        en='Give an amount in rupiah with at most two decimals, as text such as "250000.50" or as a whole number.',
    ),
    FieldType.BOOLEAN: Text(id="Isi dengan ya atau tidak.", en="Give true or false."),
    FieldType.DATE: Text(id="Isi dengan tanggal seperti 2026-01-31.", en="Give a date such as 2026-01-31."),
    FieldType.TIMESTAMP: Text(
        id="Isi dengan waktu beserta zonanya, seperti 2026-01-31T09:00:00+07:00.",
        en="Give a time with its offset, such as 2026-01-31T09:00:00+07:00.",
    ),
    FieldType.UUID: Text(id="Isi dengan nomor pengenal (UUID).", en="Give an id (UUID)."),
}
_CHOICE_UNKNOWN = Text(id="Pilih salah satu nilai yang tersedia.", en="Choose one of the available values.")


def read(field: Field, value: Any) -> Any:
    """One value of the field, from JSON: str, int, Decimal, bool, date, datetime (UTC) or UUID.

    A number of a fraction is refused for money, since JSON's own numbers are not exact.

    Raises: Unfit.
    """
    try:
        found = _READERS[field.type](value)
    except (ValueError, TypeError, OverflowError) as error:
        raise Unfit(_TAKES.get(field.type, _TAKES[FieldType.TEXT])) from error
    if field.choices and field.choice(found) is None:
        raise Unfit(_CHOICE_UNKNOWN)
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_TEXT or "\0" in value:
        raise ValueError
    value.encode()  # a lone surrogate is no text
    return value


def _integer(value: Any) -> int:
    if type(value) is not int or abs(value) > _LARGEST:
        raise ValueError
    return value


def _money(value: Any) -> Decimal:
    if type(value) is int:
        value = str(value)
    if not isinstance(value, str) or not _MONEY.fullmatch(value):
        raise ValueError
    return Decimal(value)


def _boolean(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError
    return value


def _date(value: Any) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError
    return date.fromisoformat(value)


def _timestamp(value: Any) -> datetime:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise ValueError
    return datetime.fromisoformat(value).astimezone(UTC)


def _uuid(value: Any) -> UUID:
    if not isinstance(value, str):
        raise ValueError
    return UUID(value)


_READERS: dict[FieldType, Callable[[Any], Any]] = {
    FieldType.TEXT: _text,
    FieldType.INTEGER: _integer,
    FieldType.MONEY: _money,
    FieldType.BOOLEAN: _boolean,
    FieldType.DATE: _date,
    FieldType.TIMESTAMP: _timestamp,
    FieldType.CHOICE: _text,
    FieldType.UUID: _uuid,
    FieldType.TEXT_SET: _text,
}


def minor_units(amount: Decimal | int) -> int:
    """Money as a whole number of sen.

    Raises: ValueError for an amount with a fraction of a sen.
    """
    units = Decimal(amount) * 100
    if units != units.to_integral_value():
        raise ValueError("An amount has more than two decimals.")
    return int(units)


def midnight(day: date) -> datetime:
    """The instant that stands for a calendar day in CEL, which has no dates."""
    return datetime.combine(day, time(), UTC)


def literal(field: Field, value: Any) -> str:
    """A value that `read` gave, written in CEL."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return str(minor_units(value))
        case datetime():
            return f'timestamp("{value.isoformat().replace("+00:00", "Z")}")'
        case date():
            return f'timestamp("{value.isoformat()}T00:00:00Z")'
        case UUID():
            return f'"{value}"'
        case str():
            return _quoted(value)
    raise TypeError(f"{field.key} has no literal for {type(value).__name__}.")


def _quoted(text: str) -> str:
    # JSON's escapes are CEL's as well, except that CEL has no surrogate pairs: what is printable stays as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def for_cel(field: Field, value: Any) -> Any:
    """A subject's own value as CEL compares it: money in sen, ids as text, days as midnight in UTC.

    Raises: GuardFailed for a value of another type than the field's.
    """
    if value is None:
        return None
    if isinstance(value, Enum):
        value = value.value
    try:
        return _CONVERTED[field.type](value)
    except (TypeError, ValueError, OverflowError) as error:
        raise GuardFailed(f"The field {field.key} does not hold a {field.type.value}.") from error


def _as_text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return str(value)


def _as_integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
        raise TypeError
    return int(value)


def _as_money(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise TypeError
    return minor_units(value)


def _as_boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _as_date(value: Any) -> datetime:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise TypeError
    return midnight(value)


def _as_timestamp(value: Any) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError
    return value.astimezone(UTC)


def _as_uuid(value: Any) -> str:
    return str(value if isinstance(value, UUID) else UUID(_as_text(value)))


def _as_texts(value: Any) -> list[str | None]:
    if isinstance(value, str):
        raise TypeError
    return [None if one is None else _as_text(one.value if isinstance(one, Enum) else one) for one in value]


_CONVERTED: dict[FieldType, Callable[[Any], Any]] = {
    FieldType.TEXT: _as_text,
    FieldType.INTEGER: _as_integer,
    FieldType.MONEY: _as_money,
    FieldType.BOOLEAN: _as_boolean,
    FieldType.DATE: _as_date,
    FieldType.TIMESTAMP: _as_timestamp,
    FieldType.CHOICE: _as_text,
    FieldType.UUID: _as_uuid,
    FieldType.TEXT_SET: _as_texts,
}
