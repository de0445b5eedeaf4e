"""The steps that a profile applies to a column before its field reads it.

Each is written as `name` or `name:argument`; `STEPS` lists them. A step gets text (or what the step before made) and
returns a value, None for nothing, or raises Bad.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Callable, Sequence

from simpul.imports.errors import Bad
from simpul.imports.targets import bad
from simpul.platform.crypto import keyed_hash

Step = Callable[[Any], Any]

_PARTS = {"yyyy": r"(?P<year>\d{4})", "yy": r"(?P<short>\d{2})", "mm": r"(?P<month>\d{1,2})", "dd": r"(?P<day>\d{1,2})", "mmm": r"(?P<name>[A-Za-z]{3,9})"}
_NARROW = {"mm": r"(?P<month>\d{2})", "dd": r"(?P<day>\d{2})"}
_MONTHS = ("jan", "feb", "mar", "apr", "mei|may", "jun", "jul", "agu|aug", "sep", "okt|oct", "nov|nop", "des|dec")
_CENTURY = 100
_YEAR_FIXED = re.compile(r"yy(\d\d)")
_FIRST_SERIAL = date(1899, 12, 30)  # 1900 was no leap year, though spreadsheets count its 29 February
_QUOTED = re.compile(r'="(.*)"').fullmatch
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.I).fullmatch


def _date(argument: str) -> Step:
    """`date:dd/mm/yyyy`, or several forms as in `date:dd/mm/yyyy|yyyy-mm-dd|serial`: the first that fits reads the value.

    d, m, y in any order; a two-digit year belongs to 1900 with `yy19`, else within 80 years back. `serial` is a
    spreadsheet's own number of a day.
    """
    written = argument.split("|")
    forms = [_serial_day if each == "serial" else _day_of_form(each) for each in written]
    named = [_YEAR_FIXED.sub("yy", each) for each in written]
    told_id, told_en = " atau ".join(named), " or ".join(named)

    def read(value: Any) -> date:
        for form in forms:
            if (day := form(value.strip())) is not None:
                return day
        raise bad(f"Bukan tanggal yang sah menurut bentuk {told_id}.", f"This is no date of the form {told_en}.")

    return read


def _serial_day(written: str) -> date | None:
    return _FIRST_SERIAL + timedelta(days=int(written)) if re.fullmatch(r"[1-9]\d{3,4}", written) else None


def _day_of_form(argument: str) -> Callable[[str], date | None]:
    fixed = _YEAR_FIXED.search(argument)
    wanted = argument.replace(fixed[0], "yy") if fixed else argument
    if not re.search("dd", wanted) or not re.search("mm", wanted) or not re.search("yy", wanted):
        raise ValueError("a date needs dd, mm and yy or yyyy")
    narrow = not re.search(r"[^a-z]", wanted)
    pieces = re.split(r"(yyyy|yy|mmm|mm|dd)", wanted)
    expression = re.compile("".join((_NARROW.get(piece) if narrow else None) or _PARTS.get(piece) or re.escape(piece) for piece in pieces)).fullmatch

    def read_day(written: str) -> date | None:
        found = expression(written)
        if found:
            parts = found.groupdict()
            try:
                month = int(parts["month"]) if parts.get("month") else _month(parts["name"])
                return date(_year(parts, fixed), month, int(parts["day"]))
            except ValueError:
                pass
        return None

    return read_day


def _year(parts: dict[str, Any], fixed: re.Match[str] | None) -> int:
    if parts.get("year"):
        return int(parts["year"])
    short = int(parts["short"])
    if fixed:
        return int(fixed[1]) * _CENTURY + short
    this = date.today().year  # noqa: DTZ011 only the century is read from it
    guess = this - this % _CENTURY + short
    return guess if guess <= this else guess - _CENTURY


def _month(name: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        if re.match(names, name.lower()):
            return number
    raise ValueError(name)


def _birth_number(argument: str) -> Step:
    """YYMMDD with 50 added to the month of women, as the Czech number has it; `birth_number` the day, `birth_number:gender` M or F."""
    if argument not in ("", "day", "gender"):
        raise ValueError("birth_number takes day or gender")

    def read(value: Any) -> Any:
        if re.fullmatch(r"\d{6}", value):
            year, month, day = int(value[:2]), int(value[2:4]), int(value[4:])
            try:
                born = date(1900 + year, month - 50 if month > 50 else month, day)
            except ValueError:
                born = None
            if born:
                return ("F" if month > 50 else "M") if argument == "gender" else born
        raise bad("Bukan nomor kelahiran yang sah.", "This is no valid birth number.")

    return read


def _decimal(argument: str) -> Step:
    """`decimal:,` reads 1.234,50; `decimal:.` reads 1,234.50; a leading Rp goes."""
    mark = argument or "."
    if mark not in (",", "."):
        raise ValueError("decimal takes , or .")
    other = "." if mark == "," else ","

    def read(value: Any) -> str:
        plain = re.sub(r"^(?:Rp\.?|IDR)?\s*", "", value, flags=re.I).replace(" ", "")
        whole, *rest = plain.split(mark)
        if len(rest) > 1 or not re.fullmatch(rf"[+-]?(?:\d+|\d{{1,3}}(?:\{other}\d{{3}})+)", whole) or not all(re.fullmatch(r"\d*", part) for part in rest):
            raise bad(f"Bukan bilangan dengan tanda desimal '{mark}'.", f"This is no number with the decimal mark '{mark}'.")
        return whole.replace(other, "") + "." + (rest[0] if rest and rest[0] else "0")

    return read


def _digits(argument: str) -> Step:
    return lambda value: re.sub(r"\D", "", value) or None


def _scale(argument: str) -> Step:
    from decimal import Decimal, InvalidOperation

    factor = Decimal(argument)

    def read(value: Any) -> str:
        try:
            return str(Decimal(value) * factor)
        except InvalidOperation:
            raise bad("Bukan bilangan.", "This is not a number.") from None

    return read


def _unquote(argument: str) -> Step:
    """Excel's text marks: a leading apostrophe, or ="..."."""

    def read(value: Any) -> str:
        found = _QUOTED(value)
        return found[1] if found else value.removeprefix("'")

    return read


def _phone(argument: str) -> Step:
    """A number that a spreadsheet wrote as 8.12345E+11 is lost, not guessed."""

    def read(value: Any) -> str:
        if _SCIENTIFIC(value):
            raise bad("Nomor rusak oleh pengolah angka (bentuk 8,1E+11).", "A spreadsheet has ruined this number (8.1E+11).")
        return str(value)

    return read


def _whole(make: Step) -> Callable[[str], Step]:
    return lambda argument: make


# name -> maker of the step from its argument
STEPS: dict[str, Callable[[str], Step]] = {
    "strip": _whole(lambda value: value.strip() or None),
    "upper": _whole(lambda value: value.upper()),
    "lower": _whole(lambda value: value.lower()),
    "title": _whole(lambda value: " ".join(word[:1].upper() + word[1:].lower() for word in value.split())),
    "squeeze": _whole(lambda value: " ".join(value.split()) or None),
    "digits": _digits,
    "date": _date,
    "birth_number": _birth_number,
    "decimal": _decimal,
    "scale": _scale,
    "unquote": _unquote,
    "phone": _phone,
    "hash": _whole(keyed_hash),
}
# What a step raises for a value that it was not made for.
SURPRISES = (TypeError, ValueError, AttributeError, OverflowError)
# Steps that need the run: the engine makes them (see converting.py).
RUN_STEPS = ("shift", "lookup")


def make_step(written: str, *, shift_days: int = 0, lookups: dict[str, dict[str, str]] | None = None) -> Step:
    """The step of a profile's writing.

    Raises: ValueError with what is wrong, for the profile's error.
    """
    name, _, argument = written.partition(":")
    if name == "shift":
        by = timedelta(days=shift_days)
        return lambda day: day + by
    if name == "lookup":
        return _lookup((lookups or {}).get(argument, {}), argument)
    if name not in STEPS:
        raise ValueError(f"there is no step {name!r}; the steps are {', '.join([*STEPS, *RUN_STEPS])}")
    return STEPS[name](argument)


def _lookup(known: dict[str, str], name: str) -> Step:
    def read(value: Any) -> str:
        found = known.get(value)
        if found is None:
            raise bad(f"Tidak ada pasangannya di {name}.", f"It has no counterpart in {name}.")
        return found

    return read


def guarded(steps: Sequence[Step]) -> Step:
    """The steps one after the other, nothing after one that gives None; any surprise of a wrongly composed profile is a bad value."""

    def run(value: Any) -> Any:
        try:
            for step in steps:
                if value is None:
                    return None
                value = step(value)
            return value
        except Bad:
            raise
        except SURPRISES:
            raise bad("Nilai tidak dapat diubah menurut profil.", "The profile's steps cannot read this value.") from None

    return run
