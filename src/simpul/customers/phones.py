"""Phone numbers in every way they are written, brought to E.164 (`+62812...`)."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneMetadata

HOME_REGION = "ID"

_BLANKS = str.maketrans("", "", " \t-.()/\u00a0\u2009\u2010\u2011\u2012\u2013\u2014")
_metadata = PhoneMetadata.metadata_for_region(HOME_REGION)
assert _metadata is not None, "phonenumbers knows its regions"
_NATIONAL = "|".join(kind.national_number_pattern for kind in (_metadata.mobile, _metadata.fixed_line) if kind and kind.national_number_pattern)
# +62812, 62812, 0062812, 0812, +62(0)812 and 812, as a spreadsheet leaves it.
_HOME = re.compile(rf"(?:(?:\+|00)?620?|0)?((?:{_NATIONAL}))", re.ASCII).fullmatch
_LOOKS_LIKE = re.compile(r"\+?[0-9]{6,17}", re.ASCII).fullmatch


def normalise(written: str) -> str | None:
    """The E.164 form of a phone number as people write it, or nothing when it cannot be one.

    A number without a country is Indonesian.
    """
    bare = written if written.isdigit() else written.translate(_BLANKS)
    match = _HOME(bare)
    if match:
        return "+62" + match[1]
    return _other(bare)


@lru_cache(maxsize=4096)
def _other(bare: str) -> str | None:
    if not _LOOKS_LIKE(bare):
        return None
    if bare.startswith("00"):
        bare = "+" + bare[2:]
    try:
        number = phonenumbers.parse(bare, HOME_REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
