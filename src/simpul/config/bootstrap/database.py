"""Roles, database, extensions and schemas, made by the same SQL for the demonstration, the tests and a given server."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from simpul.platform.embedded.given import require_supported

LOGIN_ROLES = (
    "simpul_migrate",
    "simpul_app",
    "simpul_worker",
    "simpul_sealer",
    "simpul_backup",
)
TEST_LOGIN = "simpul_test"


def _read(name: str) -> sql.SQL:
    text = resources.files(__package__).joinpath(f"{name}.sql").read_text()
    return sql.SQL(text)


def script(database: str = "simpul") -> str:
    """The whole bootstrap for psql, for an administrator to read and run; it sets no passwords."""
    logins = "\n".join(f"--   \\password {role}" for role in LOGIN_ROLES)
    # The statement by its parts: only a missing database is created.
    create = (
        f"SELECT format('CREATE DATABASE %I OWNER simpul_owner', '{database}')\n"
        f" WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{database}') \\gexec"
    )
    return "\n".join(
        (
            "\\set ON_ERROR_STOP on",
            _read("roles").as_string(),
            create,
            f'\\connect "{database}"',
            _read("database").as_string(),
            f"-- Last, give each login a password:\n{logins}",
        )
    )


def bootstrap(
    admin_dsn: str,
    database: str = "simpul",
    *,
    passwords: Mapping[str, str] | None = None,
    testing: bool = False,
    template: bool = False,
) -> None:
    """Make the roles and the database ready for migrations; running it again changes nothing.

    `passwords` sets the passwords of login roles; `testing` adds simpul_test and simpul_fixture; `template` marks
    the database as one to clone from. After migrations run `settle` as the owner.

    Raises: ServerTooOld, psycopg.Error when the administrator lacks a right.
    """
    with psycopg.connect(admin_dsn, autocommit=True) as admin:
        require_supported(admin)
        # Roles are shared by all databases of a server: two bootstraps at once would update the same rows.
        admin.execute("SELECT pg_advisory_lock(hashtext('simpul bootstrap'))")
        with admin.transaction():
            admin.execute(_read("roles"))
            if testing:
                admin.execute(_read("test_roles"))
            for role, password in (passwords or {}).items():
                # A statement cannot take a parameter here; libpq's own hashing keeps the plain text out of logs.
                hashed = admin.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
                admin.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), sql.Literal(hashed)))
        if admin.execute("SELECT FROM pg_database WHERE datname = %s", [database]).fetchone() is None:
            admin.execute(sql.SQL("CREATE DATABASE {} OWNER simpul_owner").format(sql.Identifier(database)))
        with (
            psycopg.connect(admin_dsn, dbname=database, autocommit=True) as inside,
            inside.transaction(),
        ):
            inside.execute(_read("database"))
            if testing:
                inside.execute(_read("test_database"))
        if template:
            admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE true").format(sql.Identifier(database)))


def bootstrap_for_tests(admin_dsn: str, database: str, *, template: bool = False) -> str:
    """Bootstrap a database on the test server; returns the address of simpul_test in it, who may SET ROLE to all others."""
    password = str(conninfo_to_dict(admin_dsn).get("password", ""))
    bootstrap(
        admin_dsn,
        database,
        passwords={TEST_LOGIN: password},
        testing=True,
        template=template,
    )
    return address(admin_dsn, TEST_LOGIN, password, database)


def address(dsn: str, role: str, password: str, database: str) -> str:
    """The URL of another login and database on the same server."""
    parts = conninfo_to_dict(dsn)
    return f"postgresql://{role}:{quote(password, safe='')}@{parts.get('host', 'localhost')}:{parts.get('port', 5432)}/{database}"


def settle(connection: psycopg.Connection[Any]) -> None:
    """Put the grants right that depend on where a table lives; run as the owner after migrations."""
    connection.execute(_read("privileges"))
