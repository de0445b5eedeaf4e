"""Parsers for what customers are made of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from simpul.customers import identifiers, names, nik, phones
from simpul.customers.vocabulary import IdType
from simpul.imports.public import bad, fields

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+").fullmatch
_CODE = re.compile(r"[0-9A-Z]{3,34}").fullmatch
_PLAIN_LETTER = re.compile(r"[0-9A-Za-z]").search
_NIK_WRITTEN = re.compile(r"[0-9 .\-]{16,24}", re.ASCII).fullmatch
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
    written = identifiers.normalise(IdType.NIK, value) if _NIK_WRITTEN(value) else ""
    if len(written) != 16:
        raise bad("NIK harus 16 angka.", "A NIK has 16 digits.")
    if not nik.is_plausible(written):
        raise bad("NIK tidak mungkin: wilayah atau tanggalnya tidak ada.", "The NIK is impossible: no such region or date.")
    return written


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
