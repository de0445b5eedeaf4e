"""What a customer's data can be, said in both languages.

Each `problem_with_...` takes a value as written and answers with the reason why it cannot be, or None.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from simpul.customers import phones
from simpul.customers.nik import PROVINCES
from simpul.platform.text import Text

_NIK = re.compile(r"[0-9]{16}", re.ASCII)
_CODE = re.compile(r"[0-9A-Z]{3,34}", re.ASCII)
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_FIRST_BIRTH = date(1870, 1, 1)
_LATITUDES, _LONGITUDES = (Decimal("-11.5"), Decimal("6.5")), (Decimal("94.5"), Decimal("141.5"))

NIK_LENGTH = Text(id="NIK harus 16 angka.", en="A NIK has 16 digits.")
NIK_REGION = Text(id="Kode wilayah pada NIK tidak dikenal.", en="The NIK's region code is not known.")
NIK_BIRTH = Text(id="Tanggal lahir pada NIK tidak mungkin.", en="The NIK's birth date is impossible.")
NIK_SERIAL = Text(id="Nomor urut pada NIK tidak boleh 0000.", en="The NIK's serial number cannot be 0000.")
CODE_SHAPE = Text(id="Nomor ini harus 3 sampai 34 huruf atau angka.", en="This number has 3 to 34 letters or digits.")
PHONE_SHAPE = Text(id="Nomor telepon tidak sah; tulis misalnya 0812 3456 7890.", en="Not a valid phone number; write for example 0812 3456 7890.")
EMAIL_SHAPE = Text(id="Alamat e-mail tidak sah.", en="Not a valid e-mail address.")
BIRTH_FUTURE = Text(id="Tanggal lahir tidak boleh di masa depan.", en="A birth date cannot be in the future.")
BIRTH_TOO_EARLY = Text(id="Tanggal lahir terlalu jauh di masa lalu.", en="The birth date is too far in the past.")
NAME_EMPTY = Text(id="Nama wajib diisi.", en="A name is required.")
NAME_LONG = Text(id="Nama paling banyak 200 karakter.", en="A name has at most 200 characters.")
NAME_CONTROL = Text(id="Nama berisi karakter yang tidak boleh dipakai.", en="The name contains characters that cannot be used.")
OUTSIDE = Text(id="Koordinat harus berada di Indonesia.", en="The coordinates must lie in Indonesia.")


def problem_with_nik(nik: str, today: date) -> Text | None:
    """A NIK is 16 digits: region (6), birth date as DDMMYY with 40 added to a woman's day, and a serial that is not 0000."""
    if not _NIK.fullmatch(nik):
        return NIK_LENGTH
    if nik[:2] not in PROVINCES or nik[2:4] == "00" or nik[4:6] == "00":
        return NIK_REGION
    day, month, year = int(nik[6:8]) % 40 if int(nik[6:8]) > 40 else int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    if int(nik[6:8]) > 71 or not any(_born(century + year, month, day, today) for century in (1900, 2000)):
        return NIK_BIRTH
    return NIK_SERIAL if nik[12:] == "0000" else None


def _born(year: int, month: int, day: int, today: date) -> bool:
    try:
        return date(year, month, day) <= today
    except ValueError:
        return False


def problem_with_identifier(id_type: str, normalised: str, today: date) -> Text | None:
    """Any identifier in its normal form."""
    if id_type == "NIK":
        return problem_with_nik(normalised, today)
    return None if _CODE.fullmatch(normalised) else CODE_SHAPE


def problem_with_phone(written: str) -> Text | None:
    """A phone number in any local or international writing."""
    return None if phones.normalise(written) else PHONE_SHAPE


def problem_with_email(written: str) -> Text | None:
    """An e-mail address by its shape only."""
    return None if len(written) <= 254 and _EMAIL.fullmatch(written) else EMAIL_SHAPE


def problem_with_birth_date(value: date, today: date) -> Text | None:
    """A birth date lies in the past, and not before 1870."""
    if value > today:
        return BIRTH_FUTURE
    return BIRTH_TOO_EARLY if value < _FIRST_BIRTH else None


def problem_with_name(value: str) -> Text | None:
    """A name is 1 to 200 characters without control characters."""
    if not value.strip():
        return NAME_EMPTY
    if len(value) > 200:
        return NAME_LONG
    return NAME_CONTROL if _CONTROL.search(value) else None


def problem_with_coordinates(latitude: Decimal, longitude: Decimal) -> Text | None:
    """Coordinates lie in Indonesia (95 to 141 degrees east, 6 north to 11 south, with a margin for the sea)."""
    inside = _LATITUDES[0] <= latitude <= _LATITUDES[1] and _LONGITUDES[0] <= longitude <= _LONGITUDES[1]
    return None if inside else OUTSIDE
