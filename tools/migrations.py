"""`make migrations`: every migration of ours works forward and back, over rows, and leaves the schema as it found it.

On a fresh database of the test server: all the way up; a few rows in every table (tests/<domain>/sample_rows.sql, in
the order of the layers); each domain's last migration back and forth, after which the domain's rows are still there;
all the way down, all the way up again. The schema is dumped after each way up and must be the same. Procrastinate's own migrations cannot be
reversed: they are pinned with the package and stay.

With `--together`, as the suite runs it, the last migrations of all domains go back and forth in one plan, and the way down is one plan.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from tools.repository import ENVIRONMENT, ROOT, SOURCES, domains

if TYPE_CHECKING:
    from django.db.migrations import Migration
    from django.db.migrations.executor import MigrationExecutor

TESTS, SAMPLE = ROOT / "tests", "sample_rows.sql"


class Broken(Exception):
    """A migration does not come back to where it was."""


@contextmanager
def fresh_database() -> Iterator[tuple[str, str]]:
    """An empty, bootstrapped database on the test server: the administrator's address in it, and the migrating login's."""
    from simpul.config.bootstrap import database as bootstrap
    from simpul.platform.embedded.testing import test_server

    admin = os.environ.get("SIMPUL_TEST_ADMIN_URL") or test_server()
    name = f"simpul_migrations_{os.getpid()}"
    password = str(conninfo_to_dict(admin).get("password", ""))
    try:
        yield bootstrap.address(admin, str(conninfo_to_dict(admin)["user"]), password, name), bootstrap.bootstrap_for_tests(admin, name)
    finally:
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def dump(admin: str) -> list[str]:
    """The schema as pg_dump writes it, without what differs from run to run."""
    from simpul.platform.embedded import binaries

    program = binaries.packaged() / "bin" / "pg_dump"
    text = subprocess.run([str(program), "--schema-only", "--dbname", admin], capture_output=True, text=True, check=True).stdout
    # Django names some constraints after a hash of table and columns.
    text = re.sub(r"_[0-9a-f]{8}(?=_|\b)", "_hash", text)
    # The roles of a policy come in the order in which the server's roles happen to be stored; one whose password is set moves.
    text = re.sub(r"(?<= TO )\w+(?:, \w+)+(?= USING| WITH|;)", lambda roles: ", ".join(sorted(roles[0].split(", "))), text)
    return [line for line in text.splitlines() if line and not line.startswith(("--", "\\"))]


def rows(admin: str, tables: list[str]) -> dict[str, int]:
    """How many rows each table holds; a table that is not there is left out."""
    with psycopg.connect(admin, autocommit=True) as connection:
        present = [table for table in tables if connection.execute("SELECT to_regclass(%s)", (table,)).fetchone() != (None,)]
        return {table: _count(connection, table) for table in present}


def _count(connection: psycopg.Connection[tuple[int]], table: str) -> int:
    row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(*table.split(".")))).fetchone()
    return row[0] if row else 0


def migrated_domains() -> list[str]:
    """The domains that have migrations, from high to low."""
    return [name for name in reversed(domains()) if (SOURCES / name / "migrations" / "__init__.py").is_file()]


def names_of(domain: str) -> list[str]:
    """A domain's migrations in order."""
    return sorted(path.stem for path in (SOURCES / domain / "migrations").glob("[0-9]*.py"))


def tables_of(domain: str) -> list[str]:
    """A domain's tables with their schema."""
    from django.apps import apps
    from django.conf import settings

    return [f"{settings.SCHEMA_OF.get(domain, 'jobs')}.{model._meta.db_table}" for model in apps.get_app_config(domain).get_models()]


def samples(tests: Path = TESTS) -> dict[str, Path]:
    """The sample rows of each domain that has tables, from low to high.

    Raises: Broken where a file is missing, or belongs to no domain.
    """
    wanted = {name: tests / name / SAMPLE for name in reversed(migrated_domains()) if tables_of(name)}
    if missing := [f"tests/{name}/{SAMPLE}" for name, path in wanted.items() if not path.is_file()]:
        raise Broken(f"no rows to go over: expected in {', '.join(missing)}")
    if strays := [f"tests/{path.parent.name}/{SAMPLE}" for path in sorted(tests.glob(f"*/{SAMPLE}")) if path.parent.name not in wanted]:
        raise Broken(f"rows of no domain that has tables: {', '.join(strays)}")
    return wanted


def fill(admin: str, files: dict[str, Path]) -> None:
    """Write the sample rows.

    Raises: Broken where they do not fit, or leave a table empty.
    """
    with psycopg.connect(admin, autocommit=True) as connection:
        for name, path in files.items():
            try:
                connection.execute(path.read_bytes())
            except psycopg.Error as problem:
                raise Broken(f"tests/{name}/{SAMPLE}: {problem}") from problem
    empty = [f"{table} has no row: expected in tests/{name}/{SAMPLE}" for name in files for table, count in rows(admin, tables_of(name)).items() if not count]
    if empty:
        raise Broken("\n".join(empty))


def migrate(*target: str) -> None:
    """Run Django's migrate as the owner."""
    from django.core.management import call_command

    call_command("migrate", *target, interactive=False, verbosity=0)


def get_executor(watch: Callable[..., None] | None = None) -> MigrationExecutor:
    """What plans and runs migrations, from where the database stands now, and tells of each."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    return MigrationExecutor(connection, watch)


def back_to(targets: Sequence[tuple[str, str | None]], watch: Callable[..., None] | None = None) -> None:
    """Go back to these migrations in one plan, with the owner seeing every row, as in any migration."""
    from django.apps import apps
    from django.conf import settings
    from django.db.models.signals import pre_migrate

    pre_migrate.send(sender=apps.get_app_config(settings.AUTH_USER_MODEL.partition(".")[0]), using="default")
    get_executor(watch).migrate(list(targets))


def takes_tables_along(domain: str, target: str, planning: MigrationExecutor) -> bool:
    """Whether going back to the target also removes tables of other domains, whose rows cannot come back."""
    plan = planning.migration_plan([(domain, target)])
    return any(migration.name.startswith("0001") and migration.app_label != domain for migration, _ in plan)


def targets_of_last() -> list[tuple[str, str]]:
    """For each domain whose last migration goes back by itself, the migration before it; the others are tried on the way down to zero alone."""
    planning = get_executor()
    steps = [(domain, names[-2]) for domain in migrated_domains() if len(names := names_of(domain)) > 1]
    return [(domain, before) for domain, before in steps if not takes_tables_along(domain, before, planning)]


def settle(admin: str) -> None:
    """Put the grants right, as every real migration does."""
    from simpul.config.bootstrap import database as bootstrap

    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("SET ROLE simpul_owner")
        bootstrap.settle(connection)


def same(first: list[str], second: list[str], when: str) -> None:
    """Raises: Broken with the first differences."""
    if first != second:
        difference = list(difflib.unified_diff(first, second, "before", when, lineterm="", n=1))[:40]
        raise Broken(f"the schema differs {when}:\n" + "\n".join(difference))


def back_and_forth(admin: str, first: list[str], targets: list[tuple[str, str]]) -> None:
    """Go back to these migrations in one plan, and up again.

    Raises: Broken where rows are lost on the way back, or the schema differs afterwards.
    """
    last = {domain: names_of(domain)[-1] for domain, _ in targets}
    held: dict[str, dict[str, int]] = {}

    def count_rows(action: str, migration: Migration | None = None, fake: bool = False) -> None:
        """What a domain's last migration leaves of the rows in the domain's own tables."""
        if migration is None or last.get(domain := migration.app_label) != migration.name:
            return
        if action == "unapply_start":
            held[domain] = rows(admin, tables_of(domain))
        elif action == "unapply_success":
            kept = rows(admin, tables_of(domain))
            if lost := {table: (held[domain][table], count) for table, count in kept.items() if count != held[domain][table]}:
                raise Broken(f"{domain} {migration.name} loses rows on its way back: {lost}")

    back_to(targets, count_rows)
    if untried := last.keys() - held.keys():
        raise Broken(f"the last migration did not go back: {', '.join(sorted(untried))}")
    migrate()
    settle(admin)
    same(first, dump(admin), f"after the last migration of {', '.join(last)} went back and forth")
    for domain, name in last.items():
        print(f"{domain}: {name} back and forth, {sum(held[domain].values())} rows kept")


def round_trip(admin: str, *, together: bool) -> int:
    """Go through the whole round on a bootstrapped database; the number of migrations of ours that it tried.

    Raises: Broken.
    """
    migrate()
    settle(admin)
    first = dump(admin)
    fill(admin, samples())
    targets = targets_of_last()
    for some in [targets] if together else [[target] for target in targets]:
        back_and_forth(admin, first, some)
    back_to([(domain, None) for domain in migrated_domains()])
    left = [table for domain in migrated_domains() for table in rows(admin, tables_of(domain))]
    if left:
        raise Broken(f"tables are left after going down to zero: {left}")
    migrate()
    settle(admin)
    same(first, dump(admin), "after going down and up again")
    return sum(len(names_of(domain)) for domain in migrated_domains())


def main() -> int:
    """Try it on a database of its own."""
    os.environ.update(ENVIRONMENT)
    with fresh_database() as (admin, login):
        os.environ["DATABASE_URL"] = login
        import django
        from django.db import connection

        django.setup()
        try:
            tried = round_trip(admin, together="--together" in sys.argv[1:])
        except Broken as problem:
            print(f"migrations: {problem}", file=sys.stderr)
            return 1
        finally:
            connection.close()
    print(f"migrations: {tried} migrations of {len(migrated_domains())} domains up, down and up again, the schema is the same")
    return 0


if __name__ == "__main__":
    sys.exit(main())
