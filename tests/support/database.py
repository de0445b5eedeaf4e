"""Databases for tests: one migrated template for each state of the migrations, cloned for each process."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator

import psycopg
from psycopg import sql

from simpul.config.bootstrap import database as bootstrap
from simpul.config.bootstrap import fingerprints, marks, system_proof
from simpul.platform.crypto import KeyRing
from simpul.platform.embedded.locks import exclusive
from simpul.platform.embedded.testing import default_directory, test_server

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "simpul"
ADMIN = os.environ.get("SIMPUL_TEST_ADMIN_URL") or test_server()
TEST_LOGIN = bootstrap.TEST_LOGIN


def keys_file() -> Path:
    """A key file with fixed keys, so that every process of a test run can read what another wrote."""
    path = default_directory() / "keys.json"
    key = base64.b64encode(hashlib.sha256(b"tests").digest()).decode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"field": {"current": "k1", "keys": {"k1": key}}, "blind_index": key, "audit_hash": key, "secret_key": "tests " * 8}))
    path.chmod(0o600)
    return path


def fingerprint() -> str:
    """What a template depends on: all that an installation migrates for, and what bootstraps it and encrypts in it."""
    digest = hashlib.sha256(marks.fingerprint().encode())
    for path in sorted([*(SOURCES / "config" / "bootstrap").glob("*"), SOURCES / "platform" / "crypto.py"]):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def template() -> str:
    """The name of a migrated template database, made when the migrations changed."""
    name = f"simpul_template_{fingerprint()}"
    with exclusive(default_directory() / "template.lock", timeout=600):
        with psycopg.connect(ADMIN, autocommit=True) as admin:
            if is_template(admin, name):
                return name
            # Other runs may be using templates of other states of the migrations: the last few stay.
            known = [row[0] for row in admin.execute("SELECT datname FROM pg_database WHERE datname LIKE 'simpul_template_%' ORDER BY oid DESC").fetchall()]
            for old in {*known[3:], *(one for one in known if one == name)}:
                admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(old)))
                admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(old)))
        url = bootstrap.bootstrap_for_tests(ADMIN, name)
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "SIMPUL_PROCESS": "migrate",
            "DJANGO_SETTINGS_MODULE": "simpul.config.settings",
            "SIMPUL_TESTING": "1",
            "SIMPUL_KEYS_FILE": str(keys_file()),
        }
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "django", "migrate", "--verbosity", "0"], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"The test template could not be migrated:\n{done.stderr[-4000:]}")
        with psycopg.connect(ADMIN, dbname=name, autocommit=True) as admin:
            admin.execute("SET ROLE simpul_owner")
            bootstrap.settle(admin)
            marks.write(admin, marks.MIGRATIONS, marks.fingerprint())
            marks.write(admin, marks.SERVER, marks.server(admin))
            fingerprints.record_first(admin, KeyRing.load(keys_file()))
            system_proof.secret_keep(admin, KeyRing.load(keys_file()))
        with psycopg.connect(ADMIN, autocommit=True) as admin:
            admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE true").format(sql.Identifier(name)))
    return name


def is_template(admin: psycopg.Connection[Any], name: str) -> bool:
    """Whether a database was made to its end and may be cloned."""
    return admin.execute("SELECT 1 FROM pg_database WHERE datname = %s AND datistemplate", (name,)).fetchone() is not None


def clone(name: str, source: str = "") -> str:
    """A fresh database made from the template, or from another one; returns the address of the test login in it."""
    with exclusive(default_directory() / "clone.lock", timeout=600), psycopg.connect(ADMIN, autocommit=True) as admin:
        _drop_leftovers(admin)
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        # Found and cloned under one lock, and looked for again when another run's clearing came between.
        for turn in range(3):
            try:
                admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER simpul_owner").format(sql.Identifier(name), sql.Identifier(source or template())))
                break
            except psycopg.errors.InvalidCatalogName:
                if source or turn == 2:
                    raise
        admin.execute(
            sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO simpul_owner, simpul_migrate, simpul_app, simpul_worker, simpul_test").format(
                sql.Identifier(name)
            )
        )
    return login_address(name)


def _drop_leftovers(admin: psycopg.Connection[Any]) -> None:
    """Remove the databases of test processes that were killed."""
    for (old,) in admin.execute("SELECT datname FROM pg_database WHERE datname ~ '^simpul_test_.*_[0-9]+(_own)?$'").fetchall():
        owner = int(old.removesuffix("_own").rsplit("_", 1)[1])
        if not Path(f"/proc/{owner}").exists():
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(old)))


def drop(name: str) -> None:
    """Remove a cloned database, whoever is still connected."""
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def settle(seconds: float = 120) -> None:
    """Wait until whatever has been written so far can be sealed: a transaction in any database of the server holds the horizon back.

    Raises: AssertionError when another transaction does not end.
    """
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        mark, until = _numbers(admin)[1], time.monotonic() + seconds
        while _numbers(admin)[0] < mark:
            assert time.monotonic() < until, "another transaction of this server never ended"
            time.sleep(0.02)


def _numbers(admin: psycopg.Connection[Any]) -> tuple[int, int]:
    """The oldest transaction that still runs, and the first that has not begun."""
    bounds = "SELECT pg_snapshot_xmin(s)::text::numeric, pg_snapshot_xmax(s)::text::numeric FROM pg_current_snapshot() AS s"
    oldest, next_one = admin.execute(bounds).fetchone() or (0, 0)
    return int(oldest), int(next_one)


def login_address(name: str) -> str:
    """The test login's address in a database of the test server."""
    from psycopg.conninfo import conninfo_to_dict

    return bootstrap.address(ADMIN, TEST_LOGIN, str(conninfo_to_dict(ADMIN).get("password", "")), name)


@contextmanager
def rows() -> Iterator[None]:
    """Write or read past row-level security, for what a test arranges or inspects."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute("SET LOCAL ROLE simpul_fixture")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                cursor.execute(f"SET LOCAL ROLE {before}")


@contextmanager
def undone() -> Iterator[None]:
    """Undo whatever happens inside, rate limits included: many calls in one test each find the records as they were.

    It keeps such tests fast as well. PostgreSQL asks for every row version whether one of the transaction's own
    subtransactions wrote it, which takes half of the time once thousands of them have ended well.
    """
    from django.db import transaction

    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)
