"""`simpul migrate`: tables as this release wants them, in under a second when they already are."""

from __future__ import annotations

import argparse
import os

import psycopg

from simpul.config import safety
from simpul.config.bootstrap import fingerprints, marks, system_proof
from simpul.config.bootstrap.database import settle
from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.platform.embedded.given import require_supported

_OWNER = "-c search_path=jobs,crm,iam,audit,public -c role=simpul_owner"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data_argument(parser)
    parser.add_argument("--check", action="store_true", help="only say whether there is something to do (exit code 1)")


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "migrate") as environment:
        os.environ.update(environment)
        if arguments.check:
            with _connect() as connection:
                current = marks.current(connection)
            print("up to date" if current else "migrations are pending")
            return 0 if current else 1
        print("migrated" if migrate() else "nothing to migrate")
        return 0


def _connect() -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(os.environ["DATABASE_URL"], options=_OWNER, autocommit=True)


def migrate() -> bool:
    """Apply what is missing, with the environment of the migrating process; False when nothing was.

    Raises: Refusal for a database that was not bootstrapped, SettingInvalid for a key file that is not the database's, ServerTooOld.
    """
    try:
        connection = _connect()
    except psycopg.OperationalError as error:
        if "simpul_owner" not in str(error):
            raise
        raise Refusal("This login cannot become simpul_owner. Run `simpul db_bootstrap --run` first and log in as simpul_migrate.") from None
    with connection:
        require_supported(connection)
        # Two deployments at once take turns; the second finds nothing left to do.
        connection.execute("SELECT pg_advisory_lock(hashtext('simpul migrate'))")
        prepared = "SELECT to_regclass('jobs.installation') IS NOT NULL AND to_regrole('simpul_proof') IS NOT NULL"
        if connection.execute(prepared).fetchone() != (True,):
            raise Refusal("This database is not prepared for this release. Run `simpul db_bootstrap --run` with an administrator's DATABASE_URL.")
        # Another key file is refused before anything changes.
        ring = safety.key_ring(os.environ)
        fingerprints.compare(fingerprints.read(connection), ring)
        current = marks.current(connection)
        if marks.read(connection).get(marks.MIGRATIONS) != marks.fingerprint():
            _apply(connection)
        fingerprints.record_first(connection, ring)
        renewed = system_proof.secret_keep(connection, ring)
        if not current:
            _settle_on_server(connection)
        return renewed or not current


def _apply(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=int(os.environ.get("SIMPUL_VERBOSITY", "0")))
    settle(connection)
    marks.write(connection, marks.MIGRATIONS, marks.fingerprint())


def _settle_on_server(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Remember the server; on another one than before, the trail begins its next era before anybody writes."""
    with connection.transaction():
        if marks.moved(connection):
            connection.execute("SELECT audit.begin_era()")
        marks.write(connection, marks.SERVER, marks.server(connection))
