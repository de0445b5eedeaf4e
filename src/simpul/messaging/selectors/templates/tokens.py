"""The tokens that a template may name, and reading them out of a text.

A token is `{{customer.first_name}}` or `{{customer.first_name|"Bapak/Ibu"}}`. There is nothing else: no code, no attributes, no loops.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from simpul.platform.text import Text


class TokenSource(StrEnum):
    """Where the value of a token comes from. MESSAGE: whoever sends gives it with the message."""

    CUSTOMER = "CUSTOMER"
    BRANCH = "BRANCH"
    ORGANISATION = "ORGANISATION"
    MESSAGE = "MESSAGE"


@dataclass(frozen=True)
class TokenKind:
    """A token that templates may name. The value of a link is a whole web address."""

    name: str
    label: Text
    sample: Text
    source: TokenSource
    is_link: bool = False


@dataclass(frozen=True)
class Token:
    """A token as a text names it, with the words that stand for a missing value."""

    name: str
    fallback: str | None = None


UNSUBSCRIBE = "unsubscribe.url"
_KINDS = (
    TokenKind("customer.name", Text(id="Nama nasabah", en="Customer's name"), Text(id="Budi Santoso", en="Budi Santoso"), TokenSource.CUSTOMER),
    TokenKind("customer.first_name", Text(id="Nama depan", en="First name"), Text(id="Budi", en="Budi"), TokenSource.CUSTOMER),
    TokenKind("branch.name", Text(id="Nama cabang", en="Branch"), Text(id="Medan Utama", en="Medan Utama"), TokenSource.BRANCH),
    TokenKind("branch.city", Text(id="Kota cabang", en="City of the branch"), Text(id="Medan", en="Medan"), TokenSource.BRANCH),
    TokenKind("branch.phone", Text(id="Telepon cabang", en="Phone of the branch"), Text(id="+62614155100", en="+62614155100"), TokenSource.BRANCH),
    TokenKind("organisation.name", Text(id="Nama lembaga", en="Organisation"), Text(id="Bank Contoh", en="Example Bank"), TokenSource.ORGANISATION),
    TokenKind("promo.name", Text(id="Nama promo", en="Name of the offer"), Text(id="KUR Berkah", en="KUR Berkah"), TokenSource.MESSAGE),
    TokenKind("promo.code", Text(id="Kode promo", en="Promotion code"), Text(id="KUR2026", en="KUR2026"), TokenSource.MESSAGE),
    TokenKind("promo.ends_on", Text(id="Akhir promo", en="Last day of the offer"), Text(id="31 Desember 2026", en="31 December 2026"), TokenSource.MESSAGE),
    TokenKind(
        "promo.link", Text(id="Tautan promo", en="Link of the offer"), Text(id="https://contoh.example/promo", en="https://contoh.example/promo"),
        TokenSource.MESSAGE, is_link=True,
    ),
    TokenKind("value.amount", Text(id="Jumlah", en="Amount"), Text(id="Rp1.250.000", en="Rp1,250,000"), TokenSource.MESSAGE),
    TokenKind("value.due_on", Text(id="Jatuh tempo", en="Due date"), Text(id="5 Desember 2026", en="5 December 2026"), TokenSource.MESSAGE),
    TokenKind("value.number", Text(id="Nomor perkara atau tagihan", en="Number of a case or bill"), Text(id="PGD-2026-000123", en="PGD-2026-000123"), TokenSource.MESSAGE),
    TokenKind("value.product", Text(id="Produk", en="Product"), Text(id="Tabungan Martabe", en="Martabe savings"), TokenSource.MESSAGE),
    TokenKind("value.text", Text(id="Keterangan", en="Explanation"), Text(id="Transaksi telah kami perbaiki.", en="We have corrected the transaction."), TokenSource.MESSAGE),
    TokenKind(
        "value.link", Text(id="Tautan", en="Link"), Text(id="https://contoh.example/layanan", en="https://contoh.example/layanan"), TokenSource.MESSAGE, is_link=True
    ),
    TokenKind(
        UNSUBSCRIBE, Text(id="Tautan berhenti", en="Unsubscribe link"), Text(id="https://contoh.example/berhenti", en="https://contoh.example/berhenti"),
        TokenSource.MESSAGE, is_link=True,
    ),
)  # fmt: skip
TOKENS = {kind.name: kind for kind in _KINDS}
MOST_TOKENS = 100
_TOKEN = re.compile(r"\{\{[ ]*([a-z]+\.[a-z_]+)[ ]*(?:\|[ ]*\"([^\"{}\r\n]{1,80})\"[ ]*)?\}\}")
_BRACES = re.compile(r"\{\{|\}\}")
_UNKNOWN = Text(id="Token {name} tidak dikenal (karakter ke-{at}).", en="There is no token {name} (character {at}).")
_MALFORMED = Text(
    id="Token tidak lengkap atau salah tulis pada karakter ke-{at}. Contoh: {example}.",
    en="A token is incomplete or misspelt at character {at}. Example: {example}.",
)
_TOO_MANY = Text(id="Paling banyak {most} token dalam satu isian.", en="At most {most} tokens in one field.")
_EXAMPLE = '{{customer.first_name|"Bapak/Ibu"}}'


class TokenFault(ValueError):
    """A text names a token that does not exist, or writes one wrongly; says where."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.en)


def tokens_parse(text: str) -> list[str | Token]:
    """The text in its order: words as they are, and tokens.

    Raises: TokenFault.
    """
    parts: list[str | Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        parts += _words(text, end, found.start())
        if found[1] not in TOKENS:
            raise TokenFault(_UNKNOWN.format(name=found[1], at=found.start() + 1))
        parts.append(Token(found[1], found[2]))
        end = found.end()
    parts += _words(text, end, len(text))
    if sum(isinstance(part, Token) for part in parts) > MOST_TOKENS:
        raise TokenFault(_TOO_MANY.format(most=MOST_TOKENS))
    return parts


def _words(text: str, start: int, end: int) -> list[str | Token]:
    words = text[start:end]
    if fault := _BRACES.search(words):
        raise TokenFault(_MALFORMED.format(at=start + fault.start() + 1, example=_EXAMPLE))
    return [words] if words else []


def token_samples(language: str) -> dict[str, str]:
    """What every token says of the sample person."""
    return {name: kind.sample.en if language == "en" else kind.sample.id for name, kind in TOKENS.items()}
