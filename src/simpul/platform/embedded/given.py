"""What Simpul asks of a server that is given to it by DATABASE_URL."""

from __future__ import annotations

import psycopg

from simpul.platform.embedded.binaries import MAJOR
from simpul.platform.embedded.errors import ServerTooOld


def require_supported(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Raises: ServerTooOld, with the reason, for a server older than PostgreSQL 18."""
    found = connection.info.server_version
    if found < MAJOR * 10_000:
        raise ServerTooOld(
            f"The server is PostgreSQL {found // 10_000}; Simpul needs {MAJOR} or newer (uuidv7(), the builtin C.UTF-8 locale, "
            "virtual generated columns, OLD and NEW in RETURNING). Upgrade the server, or leave DATABASE_URL unset to use the embedded one."
        )
