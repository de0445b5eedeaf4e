"""The roles, privileges and schemas of an installation, exact, on a real server."""

from __future__ import annotations

import subprocess
import uuid
from collections.abc import Iterator

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from simpul.config.bootstrap.database import bootstrap, bootstrap_for_tests, script, settle
from simpul.platform.embedded import binaries
from tests.support.database import ADMIN

_ROLES = """
SELECT rolname, rolcanlogin, rolbypassrls, rolinherit, rolsuper, rolcreaterole FROM pg_roles
 WHERE rolname LIKE 'simpul\\_%' AND rolname NOT IN ('simpul_test', 'simpul_fixture') ORDER BY rolname
"""


@pytest.fixture
def database() -> Iterator[str]:
    name = f"simpul_boot_{uuid.uuid4().hex[:8]}"
    yield name
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def as_role(address: str, role: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(address, options=f"-c role={role}", autocommit=True)


def test_each_role_may_what_its_work_needs_and_no_more(database):
    bootstrap_for_tests(ADMIN, database)

    with psycopg.connect(ADMIN) as admin:
        assert admin.execute(_ROLES).fetchall() == [
            ("simpul_app", True, False, False, False, False),
            ("simpul_backup", True, True, True, False, False),
            ("simpul_migrate", True, True, False, False, False),
            ("simpul_owner", False, False, False, False, False),
            ("simpul_proof", False, False, False, False, False),
            ("simpul_sealer", True, True, False, False, False),
            ("simpul_search", False, True, False, False, False),
            ("simpul_worker", True, False, False, False, False),
        ]


def test_schemas_belong_to_the_owner_and_extensions_are_there(database):
    bootstrap_for_tests(ADMIN, database)

    with psycopg.connect(ADMIN, dbname=database) as admin:
        schemas = admin.execute(
            "SELECT nspname, nspowner::regrole::text FROM pg_namespace WHERE nspname IN ('iam', 'crm', 'audit', 'jobs') ORDER BY 1"
        ).fetchall()
        extensions = admin.execute("SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1").fetchall()
    assert schemas == [(name, "simpul_owner") for name in ("audit", "crm", "iam", "jobs")]
    assert [name for (name,) in extensions] == ["btree_gist", "citext", "fuzzystrmatch", "pg_stat_statements", "pg_trgm", "unaccent"]


@pytest.mark.parametrize(
    ("schema", "privileges"),
    [("crm", "DELETE,INSERT,SELECT,UPDATE"), ("iam", "DELETE,INSERT,SELECT,UPDATE"), ("jobs", "DELETE,INSERT,SELECT,UPDATE"), ("audit", "INSERT,SELECT")],
)
@pytest.mark.parametrize("role", ["simpul_app", "simpul_worker"])
def test_new_tables_are_open_to_the_application_as_their_schema_says(database, schema, privileges, role):
    address = bootstrap_for_tests(ADMIN, database)
    with as_role(address, "simpul_owner") as owner:
        owner.execute(f"CREATE TABLE {schema}.probe (i int)")
        granted = owner.execute(
            "SELECT string_agg(privilege_type, ',' ORDER BY privilege_type) FROM information_schema.table_privileges "
            "WHERE table_schema = %s AND table_name = 'probe' AND grantee = %s",
            [schema, role],
        ).fetchone()
    assert granted == (privileges,)


def test_a_table_moved_into_the_audit_trail_loses_its_former_grants(database):
    address = bootstrap_for_tests(ADMIN, database)
    with as_role(address, "simpul_owner") as owner:
        owner.execute("CREATE TABLE jobs.moved (i int)")
        owner.execute("ALTER TABLE jobs.moved SET SCHEMA audit")

        settle(owner)

    with as_role(address, "simpul_app") as app:
        app.execute("INSERT INTO audit.moved VALUES (1)")
        for statement in ("UPDATE audit.moved SET i = 2", "DELETE FROM audit.moved", "TRUNCATE audit.moved"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(statement)


def test_the_owner_hands_search_functions_over_and_replaces_them(database):
    address = bootstrap_for_tests(ADMIN, database)
    create = "CREATE OR REPLACE FUNCTION crm.found() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT {}'"
    with as_role(address, "simpul_owner") as owner:
        owner.execute(create.format(1))
        owner.execute("ALTER FUNCTION crm.found() OWNER TO simpul_search")
        owner.execute(create.format(2))
        assert owner.execute("SELECT proowner::regrole::text FROM pg_proc WHERE oid = 'crm.found()'::regprocedure").fetchone() == ("simpul_search",)
    with as_role(address, "simpul_app") as app:
        assert app.execute("SELECT crm.found()").fetchone() == (2,)


def test_the_application_creates_nothing(database):
    address = bootstrap_for_tests(ADMIN, database)
    with as_role(address, "simpul_app") as app:
        for schema in ("public", "iam", "crm", "audit", "jobs"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(f"CREATE TABLE {schema}.mine (i int)")
        # A temporary table would stand before the real one of its name.
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("CREATE TEMPORARY TABLE users (i int)")


def test_a_second_bootstrap_changes_nothing(database):
    bootstrap_for_tests(ADMIN, database)
    dump = [str(binaries.packaged() / "bin" / "pg_dump"), "--schema-only", make_conninfo(ADMIN, dbname=database)]

    def schema() -> list[str]:
        text = subprocess.run(dump, capture_output=True, text=True, check=True).stdout
        return [line for line in text.splitlines() if not line.startswith(("\\restrict", "\\unrestrict"))]

    before = schema()
    bootstrap_for_tests(ADMIN, database)
    assert schema() == before


def test_an_administrator_who_is_no_superuser_can_run_it(database):
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute("DROP ROLE IF EXISTS simpul_dba")
        admin.execute("CREATE ROLE simpul_dba LOGIN CREATEROLE CREATEDB BYPASSRLS PASSWORD 'dba'")
        # Roles outlive databases on this shared server; a fresh server would give these to whoever creates the roles.
        admin.execute(
            "GRANT simpul_owner, simpul_migrate, simpul_app, simpul_worker, simpul_search, simpul_proof, simpul_sealer, simpul_backup "
            "TO simpul_dba WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"
        )
    try:
        bootstrap(make_conninfo(ADMIN, user="simpul_dba", password="dba", dbname="postgres"), database)
        with psycopg.connect(ADMIN, dbname=database) as admin:
            assert admin.execute(
                "SELECT count(*) FROM pg_extension WHERE extname IN ('pg_trgm', 'citext', 'unaccent', 'fuzzystrmatch', 'btree_gist')"
            ).fetchone() == (5,)
    finally:
        with psycopg.connect(ADMIN, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
            admin.execute("DROP OWNED BY simpul_dba CASCADE")
            admin.execute("DROP ROLE simpul_dba")


def test_the_printed_script_does_the_same_in_psql(database):
    psql = [str(binaries.packaged() / "bin" / "psql"), "-X", "-q", ADMIN]

    for _ in range(2):
        done = subprocess.run(psql, input=script(database), capture_output=True, text=True, check=False)
        assert (done.returncode, [line for line in done.stderr.splitlines() if "ERROR" in line]) == (0, [])

    with psycopg.connect(ADMIN, dbname=database) as admin:
        assert admin.execute("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()").fetchone() == ("simpul_owner",)
        assert admin.execute("SELECT to_regclass('jobs.installation')::text").fetchone() == ("jobs.installation",)
