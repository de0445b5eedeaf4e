"""What a password must be (OWASP ASVS 5.0, 6.2): long rather than complicated, not common, nothing about oneself or the office.

Twelve characters, because people choose them and most sign in without a second step; no rules about kinds of characters,
no forced change after some time. Anything up to 128 characters is taken as it is written, pasted or not.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from simpul.platform.errors import Invalid
from simpul.platform.text import Text

SHORTEST = 12
LONGEST = 128

_OF_THE_OFFICE = ("simpul", "sumut", "kantor", "nasabah", "pelanggan", "password", "passwd", "sandi", "rahasia", "admin", "bank", "crm")
# Rows and columns of a keyboard, the alphabet, and digits in order; each backwards as well.
_ROWS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "!@#$%^&*()", "qwertzuiop", "azertyuiop")
_COLUMNS = ("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/")
_LINES = tuple(line for way in (*_ROWS, *_COLUMNS) for line in (way, way[::-1]))
_RUN, _REMAINING = 3, 6
_WORDS = re.compile(r"[^\W\d_]+")

REASONS: dict[str, Text] = {
    "password_too_short": Text(id=f"Pakai paling sedikit {SHORTEST} karakter; beberapa kata sekaligus paling mudah diingat.", en=f"Use at least {SHORTEST} characters; several words together are easiest to remember."),
    "password_too_long": Text(id=f"Pakai paling banyak {LONGEST} karakter.", en=f"Use at most {LONGEST} characters."),
    "password_too_common": Text(id="Kata sandi ini ada di daftar yang paling sering dipakai; pilih yang lain.", en="This password is on the list of the most common ones; choose another."),
    "password_too_similar": Text(id="Terlalu mirip nama, nama pengguna, atau alamat e-mail Anda.", en="Too much like your name, user name or e-mail address."),
    "password_about_office": Text(id="Hampir seluruhnya kata yang mudah diterka di kantor ini, seperti nama sistem; tambahkan kata lain.", en="Almost all of it are words that are easy to guess in this office, such as the system's name; add other words."),
    "password_one_character": Text(id="Hampir semua karakternya sama; pilih yang lain.", en="Almost all its characters are the same; choose another."),
    "password_sequence": Text(id="Hampir seluruhnya deretan yang mudah diterka, seperti 123456, abcdef, qwerty, atau pengulangan; pakai beberapa kata.", en="Almost all of it is a sequence that is easy to guess, such as 123456, abcdef, qwerty or a repetition; use several words."),
    "password_breached": Text(id="Kata sandi ini pernah bocor di tempat lain; pilih yang lain.", en="This password has leaked elsewhere before; choose another."),
    "password_unchanged": Text(id="Sama dengan kata sandi sekarang; pilih yang baru.", en="The same as the current password; choose a new one."),
    "password_used_before": Text(id="Kata sandi ini pernah Anda pakai; pilih yang belum termasuk {count} yang terakhir.", en="You have used this password before; choose one that is not among the latest {count}."),
}  # fmt: skip


def check(password: str, user: Any, *, field: str = "new_password") -> None:
    """Hold a password to the rules.

    Raises: Invalid, with the first rule that does not hold as the field's words.
    """
    try:
        validate_password(password, user)
    except ValidationError as refused:
        code = next((error.code for error in refused.error_list if error.code in REASONS), "password_too_common")
        raise Invalid({field: REASONS[str(code)]}) from None


class Length:
    """Neither shorter nor longer than allowed."""

    def validate(self, password: str, user: Any = None) -> None:
        if len(password) < SHORTEST:
            raise ValidationError("too short", code="password_too_short")
        if len(password) > LONGEST:
            raise ValidationError("too long", code="password_too_long")

    def get_help_text(self) -> str:
        return str(REASONS["password_too_short"])


class Sequence:
    """Not made of keyboard rows and columns, alphabet, digits in order or a repetition: what remains must be six letters or digits."""

    def validate(self, password: str, user: Any = None) -> None:
        lowered = password.lower()
        unit = next((size for size in range(1, _REMAINING) if lowered == (lowered[:size] * len(lowered))[: len(lowered)]), 0)
        if lowered and (unit or sum(character.isalnum() or not character.isascii() for character in _without_runs(lowered)) < _REMAINING):
            raise ValidationError("sequence", code="password_sequence")

    def get_help_text(self) -> str:
        return str(REASONS["password_sequence"])


def _without_runs(text: str) -> str:
    """What is left when runs of three and more that follow one of the lines are taken out."""
    kept, at = list[str](), 0
    while at < len(text):
        end = at
        while end < len(text) and any(text[at : end + 1] in line for line in _LINES):
            end += 1
        if end - at >= _RUN:
            at = end
        else:
            kept.append(text[at])
            at += 1
    return "".join(kept)


class OfTheOffice:
    """Not made of the office's own words, numbers and repetition: what remains of them must still be six characters long."""

    def validate(self, password: str, user: Any = None) -> None:
        lowered = password.lower()
        if len(set(lowered)) < 4:
            raise ValidationError("one character", code="password_one_character")
        named = {word for name in ("username", "full_name") for word in _WORDS.findall(str(getattr(user, name, "")).lower()) if len(word) > 3}
        rest = lowered
        for word in sorted({*_OF_THE_OFFICE, *named}, key=len, reverse=True):
            rest = rest.replace(word, "")
        if rest != lowered and len("".join(_WORDS.findall(rest))) < 6:
            raise ValidationError("of the office", code="password_about_office")

    def get_help_text(self) -> str:
        return str(REASONS["password_about_office"])


class Breached:
    """Not in a list of leaked passwords, where the organisation keeps one (`SIMPUL_BREACHED_PASSWORDS`).

    The file holds SHA-1 digests in hex, one a line and sorted, as Have I Been Pwned publishes them (`DIGEST:COUNT`); it is
    searched by halving, so that its size does not matter.
    """

    def __init__(self, path: str = "") -> None:
        self.path = Path(path) if path else None

    def validate(self, password: str, user: Any = None) -> None:
        if self.path is None:
            return
        digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
        with self.path.open("rb") as lines:
            low, high = 0, os.fstat(lines.fileno()).st_size
            while low < high:
                middle = (low + high) // 2
                lines.seek(middle)
                if middle:
                    lines.readline()  # to the beginning of the next line
                line = lines.readline()
                if line[:40].upper() == digest:
                    raise ValidationError("leaked", code="password_breached")
                if not line or line[:40].upper() > digest:
                    high = middle
                else:
                    low = middle + 1
            lines.seek(0)
            if lines.readline()[:40].upper() == digest:
                raise ValidationError("leaked", code="password_breached")

    def get_help_text(self) -> str:
        return str(REASONS["password_breached"])
