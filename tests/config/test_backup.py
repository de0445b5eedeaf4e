"""A backup by the read-only role, restored by the guide's commands, is the same database."""

from __future__ import annotations

import subprocess
import uuid

import psycopg
from psycopg.conninfo import make_conninfo

from simpul.config.bootstrap.database import bootstrap
from simpul.platform.embedded import binaries
from tests.support.database import ADMIN

BIN = binaries.packaged() / "bin"


def run(*command: str) -> None:
    done = subprocess.run([str(BIN / command[0]), *command[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_the_backup_role_dumps_restores_whole(committed, tmp_path):
    source, target = committed.rpartition("/")[2], f"simpul_restored_{uuid.uuid4().hex[:8]}"
    dump = str(tmp_path / "simpul.dump")
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute("ALTER ROLE simpul_backup PASSWORD 'backup'")
        admin.execute(f"GRANT CONNECT ON DATABASE {source} TO simpul_backup")
    try:
        run("pg_dump", "-Fc", "-f", dump, make_conninfo(ADMIN, user="simpul_backup", password="backup", dbname=source))
        bootstrap(ADMIN, target)
        run("pg_restore", "--clean", "--if-exists", "--exit-on-error", "-d", make_conninfo(ADMIN, dbname=target), dump)
        assert facts(target) == facts(source)
    finally:
        with psycopg.connect(ADMIN, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")


def facts(database: str) -> dict[str, list[tuple[object, ...]]]:
    """What must be equal: tables with their rights and policies, and how many rows each has."""
    with psycopg.connect(ADMIN, dbname=database) as connection:
        tables = connection.execute(
            "SELECT oid::regclass::text, relowner::regrole::text, relrowsecurity, relforcerowsecurity, "
            "(SELECT array_agg(a::text ORDER BY a::text) FROM unnest(relacl) a) FROM pg_class "
            "WHERE relkind IN ('r', 'p') AND relnamespace::regnamespace::text IN ('iam', 'crm', 'audit', 'jobs') ORDER BY 1"
        ).fetchall()
        policies = connection.execute("SELECT schemaname, tablename, policyname, cmd, qual, with_check FROM pg_policies ORDER BY 1, 2, 3").fetchall()
        counts = [(name, connection.execute(f"SELECT count(*) FROM {name}").fetchone()) for name, *_ in tables]
    return {"tables": tables, "policies": policies, "counts": counts}
