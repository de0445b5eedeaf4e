"""`python -m tools.trail_structure`: renew the list of guards that the verifier of the trail expects, from a fresh database."""

from __future__ import annotations

import json
import os

import psycopg


def main() -> None:
    """Write `expected.json` beside the verifier."""
    from simpul.audit.verification import structure
    from tests.support import database

    name = f"simpul_test_main_{os.getpid()}"
    database.clone(name)
    try:
        with psycopg.connect(database.ADMIN, dbname=name) as admin:
            admin.execute("SET search_path = pg_catalog")
            structure.EXPECTED.write_text(json.dumps(structure.expected_of(admin), indent=2) + "\n")
    finally:
        database.drop(name)


if __name__ == "__main__":
    main()
