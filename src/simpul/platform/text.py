"""A sentence in both languages of the interface."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Iterator, Literal

Language = Literal["id", "en"]

_language: ContextVar[Language] = ContextVar("language", default="id")


@dataclass(frozen=True)
class Text:
    """One message in Indonesian and English; `{names}` are filled from `values`."""

    id: str
    en: str

    def format(self, **values: object) -> Text:
        """Fill the placeholders of both languages."""
        return Text(id=self.id.format(**values), en=self.en.format(**values))

    def __str__(self) -> str:
        return self.en if _language.get() == "en" else self.id


def language() -> Language:
    """The language of the person being answered."""
    return _language.get()


@contextmanager
def speaking(chosen: str | None) -> Iterator[None]:
    """Answer in the chosen language; anything but `en` means Indonesian."""
    token = _language.set("en" if (chosen or "").lower().startswith("en") else "id")
    try:
        yield
    finally:
        _language.reset(token)
