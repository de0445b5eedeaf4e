"""What a database remembers about its own set-up, so that a later start skips what is done."""

from __future__ import annotations

import hashlib
import importlib.metadata
from pathlib import Path
from typing import Any

import psycopg

import simpul

MIGRATIONS = "migrations"
DEMONSTRATION = "demonstration"
_MIGRATING_PACKAGES = ("django", "django-allauth", "procrastinate")


def fingerprint() -> str:
    """One value for everything that migrations are made of: our files and the packages that bring their own."""
    root = Path(simpul.__file__).parent
    digest = hashlib.sha256()
    for package in _MIGRATING_PACKAGES:
        digest.update(f"{package} {importlib.metadata.version(package)}\n".encode())
    files = [
        path
        for pattern in ("*/migrations/*.py", "*/sql/**/*.sql", "*/workflows/*.json", "iam/grants.py", "config/bootstrap/*.sql")
        for path in root.glob(pattern)
    ]
    for path in sorted(files):
        digest.update(f"{path.relative_to(root)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read(connection: psycopg.Connection[Any]) -> dict[str, str]:
    """Every mark of the database; none for one that was never bootstrapped."""
    if connection.execute("SELECT to_regclass('jobs.installation')").fetchone() == (None,):
        return {}
    return dict(connection.execute("SELECT name, value FROM jobs.installation").fetchall())


def write(connection: psycopg.Connection[Any], name: str, value: str) -> None:
    """Set a mark; only the owner may."""
    connection.execute(
        "INSERT INTO jobs.installation (name, value) VALUES (%s, %s) ON CONFLICT (name) DO UPDATE SET value = excluded.value, set_at = now()",
        [name, value],
    )
