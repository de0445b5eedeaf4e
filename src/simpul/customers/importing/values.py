"""Parsers for what customers are made of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from simpul.customers import identifiers, names, nik, phones
from simpul.customers.vocabulary import IdType
from simpul.imports.public import bad, fields
from simpul.platform.text import Text

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+").fullmatch
_CODE = re.compile(r"[0-9A-Z]{3,34}").fullmatch
_PLAIN_LETTER = re.compile(r"[0-9A-Za-z]").search
_NIK_WRITTEN = re.compile(r"[0-9 .\-]{16,24}", re.ASCII).fullmatch
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.I).fullmatch
_name_text = fields.text(200)
_email_text = fields.text(254)


def full_name(value: Any) -> str:
    """A name holds at least one letter or digit."""
    written = " ".join(_name_text(value).split())
    if not (_PLAIN_LETTER(written) or names.plain(written)):
        raise bad("Nama tidak berisi huruf.", "The name holds no letter.")
    return written


def phone(value: Any) -> str:
    """Any writing of a number that can exist, as E.164."""
    number = phones.normalise(value) if len(value) <= 40 else None
    if number is None:
        raise bad("Bukan nomor telepon yang sah.", "This is no valid phone number.")
    return number


def email(value: Any) -> str:
    """An address with a name and a domain."""
    written = str(_email_text(value))
    if not _EMAIL(written):
        raise bad("Bukan alamat e-mail yang sah.", "This is no valid e-mail address.")
    return written


def nik_number(value: Any) -> str:
    """A NIK whose region and date are plausible."""
    if _SCIENTIFIC(value):
        raise bad(
            "NIK rusak oleh pengolah angka (bentuk 1,27E+15): simpan kolomnya sebagai teks di sumbernya.",
            "A spreadsheet has ruined this NIK (1.27E+15): keep its column as text in the source.",
        )
    written = identifiers.normalise(IdType.NIK, value) if _NIK_WRITTEN(value) else ""
    if len(written) != 16:
        raise bad("NIK harus 16 angka.", "A NIK has 16 digits.")
    if not nik.is_plausible(written):
        raise bad("NIK tidak mungkin: wilayah atau tanggalnya tidak ada.", "The NIK is impossible: no such region or date.")
    return written


_ZEROED = Text(
    id="NIK berakhiran 0: pengolah angka menyimpan 15 angka saja dan menulis 0 di tempat ke-16. Sekitar satu dari sepuluh NIK memang berakhiran 0; periksa bila lebih.",
    en="The NIK ends in 0: spreadsheets keep 15 digits only and write 0 for the 16th. About one NIK in ten does end in 0; look into it when there are more.",
)


def nik_doubt(value: str) -> Text | None:
    """A NIK whose last digit a spreadsheet may have lost."""
    return _ZEROED if value[-1] == "0" else None


def code(value: Any) -> str:
    """CIF, account, meter or member number: 3 to 34 letters and digits, separators aside."""
    written = identifiers.normalise(IdType.CIF, value) if len(value) <= 60 else ""
    if not _CODE(written):
        raise bad("Harus 3 sampai 34 huruf dan angka.", "It takes 3 to 34 letters and digits.")
    return written


def tags(value: Any) -> tuple[str, ...]:
    """Up to 20 words separated by , ; or |."""
    found = tuple(dict.fromkeys(word for word in (part.strip() for part in re.split(r"[,;|]", fields.text(1000)(value))) if word))
    if len(found) > 20 or any(len(word) > 40 for word in found):
        raise bad("Paling banyak 20 label, masing-masing 40 karakter.", "At most 20 tags of 40 characters.")
    return found


source_key = fields.text(120)
latitude = fields.decimal(9, 6, least=Decimal("-11.5"), most=Decimal("6.5"))
longitude = fields.decimal(9, 6, least=Decimal("94.5"), most=Decimal("141.5"))
postcode = fields.pattern(r"[0-9]{5}", "Kode pos harus 5 angka.", "A postcode has 5 digits.")
