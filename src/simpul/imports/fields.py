"""Parsers for the fields of targets: text, numbers, dates and closed lists, each with its reasons in both languages."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Iterable

from simpul.imports.errors import Bad
from simpul.imports.targets import Parse, bad

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_CLEAN = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]*").fullmatch
_EARLIEST = date(1900, 1, 1)


def text(longest: int = 200, shortest: int = 1) -> Parse:
    """One line of text: line ends and control characters become blanks."""

    def parse(value: Any) -> str:
        written = str(value)
        if len(written) > longest:
            raise bad(f"Terlalu panjang: {len(written)} karakter, paling banyak {longest}.", f"Too long: {len(written)} characters, at most {longest}.")
        if not _CLEAN(written):
            written = _CONTROL.sub(" ", written).strip()
        if len(written) < shortest:
            raise bad(f"Terlalu pendek: paling sedikit {shortest} karakter.", f"Too short: at least {shortest} characters.")
        return written

    return parse


def pattern(expression: str, indonesian: str, english: str) -> Parse:
    """Text of one form."""
    fits = re.compile(expression).fullmatch

    def parse(value: Any) -> str:
        if not fits(value):
            raise bad(indonesian, english)
        return str(value)

    return parse


def choice(allowed: Iterable[str]) -> Parse:
    """One of a closed list, as written."""
    known = tuple(allowed)
    listed = ", ".join(known)

    def parse(value: Any) -> str:
        if value not in known:
            raise bad(f"{_shown(value)} tidak dikenal; pilih salah satu: {listed}.", f"{_shown(value)} is not known; choose one of: {listed}.")
        return str(value)

    return parse


def yes_or_no(value: Any) -> bool:
    """Whether a flag is set, in the writings that sources use."""
    if isinstance(value, bool):
        return value
    lowered = value.lower()
    if lowered in ("1", "y", "ya", "yes", "true", "benar"):
        return True
    if lowered in ("0", "n", "tidak", "no", "false", "salah"):
        return False
    raise bad(f"{_shown(value)} bukan ya atau tidak.", f"{_shown(value)} is neither yes nor no.")


def past_day(today: date, *, future_days: int = 0) -> Parse:
    """A calendar day from 1900 to today (or `future_days` later); ISO unless a transform read it."""
    latest = today + timedelta(days=future_days)

    def parse(value: Any) -> date:
        day = value if isinstance(value, date) and not isinstance(value, datetime) else _iso(value)
        if day > latest:
            raise bad(f"{day:%d-%m-%Y} ada di masa depan.", f"{day.isoformat()} lies in the future.")
        if day < _EARLIEST:
            raise bad(f"{day:%d-%m-%Y} terlalu lampau.", f"{day.isoformat()} lies too far back.")
        return day

    return parse


def _iso(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise bad(f"{_shown(value)} bukan tanggal (yyyy-mm-dd).", f"{_shown(value)} is not a date (yyyy-mm-dd).") from None


def decimal(digits: int = 15, places: int = 2, *, least: Decimal | None = None, most: Decimal | None = None) -> Parse:
    """A number with a decimal point, rounded to `places`."""
    step, limit = Decimal(1).scaleb(-places), Decimal(10) ** (digits - places)

    def parse(value: Any) -> Decimal:
        try:
            number = Decimal(value).quantize(step)
        except (InvalidOperation, TypeError, ValueError):
            raise bad(f"{_shown(value)} bukan bilangan.", f"{_shown(value)} is not a number.") from None
        if not abs(number) < limit or (least is not None and number < least) or (most is not None and number > most):
            raise bad(f"{_shown(value)} di luar batas.", f"{_shown(value)} is out of range.")
        return number

    return parse


def either(*parsers: Parse) -> Parse:
    """The first parser that accepts the value; the last one's reason otherwise."""

    def parse(value: Any) -> Any:
        for one in parsers[:-1]:
            try:
                return one(value)
            except Bad:
                continue
        return parsers[-1](value)

    return parse


def _shown(value: Any) -> str:
    """A value as a reason may repeat it: short, and never the digits of a long number."""
    shown = re.sub(r"\d{6,}", lambda found: "*" * len(found[0]), _CONTROL.sub(" ", str(value)))
    return f"'{shown[:30]}…'" if len(shown) > 30 else f"'{shown}'"
