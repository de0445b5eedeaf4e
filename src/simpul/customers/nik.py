"""The national identity number: 16 digits of region, date of birth (women: day + 40) and serial."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

# Provinces by the first two digits (Ministry of Home Affairs, with those of 2022 and the former East Timor).
PROVINCES = frozenset("11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96".split())


def is_plausible(nik: str) -> bool:
    """Whether region, date and serial can be real; 16 digits without separators."""
    if len(nik) != 16 or not (nik.isascii() and nik.isdigit()):
        return False
    if nik[:2] not in PROVINCES or nik[2:4] == "00" or nik[4:6] == "00" or nik[12:] == "0000":
        return False
    return _is_born(nik[6:12])


@lru_cache(maxsize=100_000)  # an import meets each of some ten thousand days again and again
def _is_born(written: str) -> bool:
    """Whether DDMMYY is a day of either century; 40 is added to the day of women."""
    day, month, short_year = int(written[:2]), int(written[2:4]), int(written[4:])
    for century in (1900, 2000):
        try:
            date(century + short_year, month, day - 40 if day > 40 else day)
        except ValueError:
            continue
        return True
    return False
