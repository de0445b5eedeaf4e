"""docs/errors.md: every refusal that a client can meet, made from the error classes themselves."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tools.documents import run
from tools.repository import ROOT, SOURCES, domains, start_django

if TYPE_CHECKING:
    from simpul.platform.errors import DomainError

DOCUMENT = ROOT / "docs" / "errors.md"
_HEAD = """# Refusals

Generated from the subclasses of `DomainError` by `make generate`. Every refusal answers with `application/problem+json`
(RFC 9457): `type`, `title`, `status`, `code`, `detail`, `request_id`, and where they apply `errors` by field, `retry_after`
in seconds, `current` with the record as it is now. Clients may rely on `code` and `status`; titles follow the language of
the request. A fault of ours answers 500 with the code `internal_error` and no inner detail.

| code | status | Indonesian | English | when | declared in |
|---|---|---|---|---|---|
"""


def classes() -> list[type[DomainError]]:
    """Every refusal of the product, by status and code."""
    start_django()
    importlib.import_module("simpul.config.api")
    for domain in domains():
        if domain == "config":
            continue  # programs, which do things when they are imported
        for path in sorted((SOURCES / domain).rglob("*.py")):
            if "migrations" not in path.parts:
                importlib.import_module(".".join(path.relative_to(SOURCES.parent).with_suffix("").parts).removesuffix(".__init__"))
    from simpul.platform.errors import DomainError

    return sorted(set(_below(DomainError)), key=lambda error: (error.status, error.code()))


def _below(error: type[DomainError]) -> Iterator[type[DomainError]]:
    for child in error.__subclasses__():
        yield child
        yield from _below(child)


def render() -> dict[Path, str]:
    """The document."""
    rows = [
        f"| `{error.code()}` | {error.status} | {error.title.id} | {error.title.en} | {_first_line(error)} | `{error.__module__.removeprefix('simpul.')}` |"
        for error in classes()
        if error.__module__.startswith("simpul.")
    ]
    return {DOCUMENT: _HEAD + "\n".join(rows) + "\n"}


def _first_line(error: type[DomainError]) -> str:
    return (inspect.getdoc(error) or "").partition("\n\n")[0].replace("\n", " ")


if __name__ == "__main__":
    run(render, gate="docs/errors.md")
