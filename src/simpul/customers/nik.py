"""The national identity number: 16 digits of region, date of birth (women: day + 40) and serial."""

from __future__ import annotations

import re
from datetime import date

# Provinces by the first two digits (Ministry of Home Affairs, with those of 2022 and the former East Timor).
PROVINCES = frozenset("11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96".split())

_SHAPE = re.compile(r"(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{4})", re.ASCII).fullmatch


def is_plausible(nik: str) -> bool:
    """Whether region, date and serial can be real; 16 digits without separators."""
    found = _SHAPE(nik)
    if not found:
        return False
    province, regency, district, day, month, year, serial = found.groups()
    if province not in PROVINCES or regency == "00" or district == "00" or serial == "0000":
        return False
    number = int(day)
    return _is_day(number - 40 if number > 40 else number, int(month), int(year))


def _is_day(day: int, month: int, short_year: int) -> bool:
    for century in (1900, 2000):
        try:
            date(century + short_year, month, day)
        except ValueError:
            continue
        return True
    return False
