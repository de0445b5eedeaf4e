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
SERVER = "server"
_MIGRATING_PACKAGES = ("django", "django-allauth", "procrastinate")


def fingerprint() -> str:
    """One value for everything that migrations are made of: our files and the packages that bring their own."""
    root = Path(simpul.__file__).parent
    digest = hashlib.sha256()
    for package in _MIGRATING_PACKAGES:
        digest.update(f"{package} {importlib.metadata.version(package)}\n".encode())
    files = [
        path
        for pattern in ("*/migrations/*.py", "*/sql/**/*.sql", "*/workflows/*.json", "iam/grants.py", "*/domain.py", "config/bootstrap/*.sql")
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


def server(connection: psycopg.Connection[Any]) -> str:
    """The identity of the cluster: another one counts its transactions anew, which the audit trail must know."""
    row = connection.execute("SELECT system_identifier FROM pg_control_system()").fetchone()
    return str(row[0]) if row else ""


def current(connection: psycopg.Connection[Any]) -> bool:
    """Whether the tables are those of this release, and the server is the one that they were migrated on."""
    found = read(connection)
    return found.get(MIGRATIONS) == fingerprint() and not moved(connection)


def moved(connection: psycopg.Connection[Any]) -> bool:
    """Whether the database was restored on another server since it was last migrated."""
    known = read(connection).get(SERVER)
    return known is not None and known != server(connection)


def write(connection: psycopg.Connection[Any], name: str, value: str) -> None:
    """Set a mark; only the owner may."""
    connection.execute(
        "INSERT INTO jobs.installation (name, value) VALUES (%s, %s) ON CONFLICT (name) DO UPDATE SET value = excluded.value, set_at = now()",
        [name, value],
    )
