"""Preparations of the demonstration that need Django, each run as a process of its own: `migrate`, `load` and `providers`."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import psycopg

from simpul.config.bootstrap import marks
from simpul.config.bootstrap.keys import write_secret
from simpul.config.cli import Refusal
from simpul.config.cli.failures import sentence_of
from simpul.config.progress import Progress


def load() -> None:
    """Load the demonstration's data once, mark the database, and write who can sign in."""
    import django

    django.setup()
    from django.db import connection

    from simpul.config import demonstration

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM jobs.installation WHERE name = %s", [marks.DEMONSTRATION])
        loaded = cursor.fetchone()[0]
    if not loaded:
        demonstration.load(Progress(sys.stderr), os.environ["SIMPUL_OWNER_URL"])
        with psycopg.connect(os.environ["SIMPUL_OWNER_URL"], options="-c role=simpul_owner") as owner:
            marks.write(owner, marks.DEMONSTRATION, "loaded")
    write_logins(Path(os.environ["SIMPUL_DATA_DIR"]), [dict(each) for each in demonstration.logins()])


def write_logins(directory: Path, people: list[dict[str, Any]]) -> None:
    """demo-logins.json: the address, and who can sign in; programs rely on its shape."""
    kept = ("role", "username", "password", "branches")
    document = {"url": "", "logins": [{name: person[name] for name in kept} for person in people]}
    write_secret(directory / "demo-logins.json", json.dumps(document, indent=2, ensure_ascii=False) + "\n")


def put_accounts(address: str, smtp_port: str) -> None:
    """Point the demonstration's accounts to where the simulated providers listen."""
    import django

    django.setup()
    from simpul.config.demonstration.providers import put_providers

    put_providers(Path(os.environ["SIMPUL_DATA_DIR"]), address, int(smtp_port))


def main(name: str, *words: str) -> int:
    """Run one step; a failure is one line."""
    try:
        if name == "migrate":
            from simpul.config.cli.migrate import migrate

            migrate()
        elif name == "load":
            load()
        elif name == "providers":
            put_accounts(*words)
        else:
            raise Refusal(f"There is no step {name!r}.")
    except Exception as failure:
        sys.stderr.write(f"simpul: {sentence_of(failure)}\n")
        if os.environ.get("SIMPUL_LOG_LEVEL") == "DEBUG":
            traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
