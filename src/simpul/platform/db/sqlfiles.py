"""SQL that lives in files beside the migrations that run it."""

from __future__ import annotations

from pathlib import Path


def sql_file(migration: str, name: str) -> str:
    """The text of `sql/<name>` in the domain of the migration file."""
    return (Path(migration).resolve().parents[1] / "sql" / name).read_text()
