"""Which keys a database was written with: it remembers the fingerprint of each, and another key file is refused before it does harm.

Under another key file an import would take known customers for new ones, and nothing sealed would open.
"""

from __future__ import annotations

from typing import Any

import psycopg

from simpul.config.environment import SettingInvalid
from simpul.platform.crypto import KeyRing

_UNRECORDED = "The database does not know its keys yet. Run: simpul migrate"


def read(connection: psycopg.Connection[Any]) -> dict[str, str]:
    """The fingerprint of each key that the database knows, by the key's name; none before the first migration."""
    if connection.execute("SELECT to_regclass('jobs.key_fingerprints')").fetchone() == (None,):
        return {}
    return dict(connection.execute("SELECT name, fingerprint FROM jobs.key_fingerprints").fetchall())


def require_known(connection: psycopg.Connection[Any], ring: KeyRing) -> None:
    """Compare the key file with the keys of the database; a field key that was added since is recorded.

    Raises: SettingInvalid when the file is another one, or lacks a key.
    """
    known = read(connection)
    if not known:
        raise SettingInvalid(_UNRECORDED)
    compare(known, ring)
    _record(connection, ring, known)


def compare(known: dict[str, str], ring: KeyRing) -> None:
    """Raises: SettingInvalid when a known key is absent from the file or is another one there."""
    for name, fingerprint in sorted(known.items()):
        found = ring.fingerprints.get(name)
        if found is None:
            raise SettingInvalid(
                f"SIMPUL_KEYS_FILE lacks the key {name} that this database was written with. Restore the key file from your backup of the keys."
            )
        if found != fingerprint:
            raise SettingInvalid(
                f"SIMPUL_KEYS_FILE is not the key file of this database: its key {name} is another one. "
                "Name the key file that belongs to the database, or restore it from your backup of the keys."
            )


def record_first(connection: psycopg.Connection[Any], ring: KeyRing) -> None:
    """Tie a database to its key file at its migration; one with sealed values is tied only to the file that opens them.

    Raises: SettingInvalid for a key file that is not the database's.
    """
    known = read(connection)
    compare(known, ring)
    if not known:
        _require_opening(connection, ring)
    _record(connection, ring, known)


def _record(connection: psycopg.Connection[Any], ring: KeyRing, known: dict[str, str]) -> None:
    for name in sorted(ring.fingerprints.keys() - known.keys()):
        connection.execute(
            "INSERT INTO jobs.key_fingerprints (name, fingerprint) VALUES (%s, %s) ON CONFLICT (name) DO NOTHING", [name, ring.fingerprints[name]]
        )


def _require_opening(connection: psycopg.Connection[Any], ring: KeyRing) -> None:
    """A database from before fingerprints were kept proves its key file by what it holds."""
    from simpul.config.bootstrap import key_drill

    # The owner passes no row policy; whoever logged in to migrate does.
    connection.execute("SET ROLE NONE")
    results = key_drill.run(connection, ring)
    connection.execute("SET ROLE simpul_owner")
    if any(result.refused for result in results):
        raise SettingInvalid("SIMPUL_KEYS_FILE does not open what this database holds. Name the key file that belongs to it.")
