"""SQL that lives in files beside the migrations that run it."""

from __future__ import annotations

from pathlib import Path


def sql_file(migration: str, *names: str) -> str:
    """The texts of `sql/<name>` in the domain of the migration file, one after the other.

    What a later migration replaces and brings back on its way down stands in a file of its own, run by both.
    """
    folder = Path(migration).resolve().parents[1] / "sql"
    return "\n".join((folder / name).read_text() for name in names)
