"""What a search may mean: identifiers and phones it could be, and the name it could be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simpul.customers import identifiers, names, phones
from simpul.customers.search import written as writing
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
_PHONE_END = re.compile(r"(?<![0-9a-z])[0-9]{4,6}(?![0-9a-z])")


@dataclass(frozen=True)
class SearchQuery:
    """The interpretations of one query: each is tried, identifiers and phones before names.

    `identifiers` holds types with blind indexes; `plain` is empty when the query can be no name, and has no titles, which
    `whole` keeps. `phone_end` are the last digits of a phone that came with a name.
    """

    plain: str
    whole: str
    phone_end: str
    phones: tuple[str, ...]
    identifiers: tuple[tuple[str, bytes], ...]


def read(written: str) -> SearchQuery:
    """Understand what was typed into the search box.

    Raises: Invalid for text that is too long to be a name or number, or too short to search for.
    """
    if len(written) > LONGEST:
        raise Invalid({"q": _TOO_LONG})
    written = writing.marks_drop(written)
    whole = names.plain(written)
    plain = names.plain(writing.titles_drop(written))
    if plain.count(" ") >= MOST_WORDS:
        raise Invalid({"q": _TOO_MANY_WORDS})
    if len(plain) < 2:
        plain = whole
    if len(plain) < 2:
        raise Invalid({"q": _TOO_SHORT})

    dialled = writing.labels_drop(written).strip()
    number = _NUMBER(dialled) is not None
    phone = phones.normalise(dialled) if number else None
    # One word of a number and letters is somebody's number as well, and like nobody's name.
    if (number or " " not in whole) and sum(character.isdigit() for character in whole) >= _FEWEST_DIGITS_OF_A_NUMBER:
        plain = whole = ""
    ends = _PHONE_END.findall(plain)
    end = ends[0] if len(ends) == 1 and re.search("[a-z]{2}", plain) else ""
    return SearchQuery(plain, whole, end, (phone,) if phone else (), tuple(_identifiers(dialled if number else written, number)))


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
