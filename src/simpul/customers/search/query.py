"""What a search may mean: identifiers and phones it could be, and the name it could be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simpul.customers import identifiers, names, phones
from simpul.customers.vocabulary import IdType
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

LONGEST = 200
MOST_WORDS = 8

_TOO_LONG = Text(id="Paling banyak {most} karakter.", en="At most {most} characters.").format(most=LONGEST)
_TOO_MANY_WORDS = Text(id="Paling banyak {most} kata.", en="At most {most} words.").format(most=MOST_WORDS)
_TOO_SHORT = Text(id="Ketik sedikitnya dua huruf atau angka.", en="Type at least two letters or digits.")

# Digits as people group them; anything else in the text makes it a code or a name.
_NUMBER = re.compile(r"[+(]*[0-9][0-9 .\-()/\t\u00a0]*", re.ASCII).fullmatch
_CODE = re.compile(r"(?=.*[0-9])[0-9A-Z]{3,34}", re.ASCII).fullmatch
_CODE_TYPES = (IdType.CIF, IdType.ACCOUNT_NO, IdType.MEMBER_NO, IdType.METER_NO)
_NIK_DIGITS = 16
_FEWEST_DIGITS_OF_A_NUMBER = 5


@dataclass(frozen=True)
class SearchQuery:
    """The interpretations of one query: each is tried, identifiers and phones before names.

    `identifiers` holds types with blind indexes; `plain` is empty when the query can be no name.
    """

    plain: str
    phones: tuple[str, ...]
    identifiers: tuple[tuple[str, bytes], ...]


def read(written: str) -> SearchQuery:
    """Understand what was typed into the search box.

    Raises: Invalid for text that is too long to be a name or number, or too short to search for.
    """
    if len(written) > LONGEST:
        raise Invalid({"q": _TOO_LONG})
    plain = names.plain(written)
    if plain.count(" ") >= MOST_WORDS:
        raise Invalid({"q": _TOO_MANY_WORDS})
    if len(plain) < 2:
        raise Invalid({"q": _TOO_SHORT})

    number = _NUMBER(written.strip()) is not None
    phone = phones.normalise(written.strip()) if number else None
    if number and sum(character.isdigit() for character in plain) >= _FEWEST_DIGITS_OF_A_NUMBER:
        plain = ""
    return SearchQuery(plain, (phone,) if phone else (), tuple(_identifiers(written, number)))


def _identifiers(written: str, number: bool) -> list[tuple[str, bytes]]:
    found = []
    nik = identifiers.normalise(IdType.NIK, written)
    if number and len(nik) == _NIK_DIGITS:
        found.append((IdType.NIK.value, identifiers.hash_of(IdType.NIK, nik)))
    for kind in _CODE_TYPES:
        code = identifiers.normalise(kind, written)
        if _CODE(code):
            found.append((kind.value, identifiers.hash_of(kind, code)))
    return found
