"""Combinations of settings that must not run: each is refused with the reason before anything listens."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
import psycopg.sql
from psycopg.conninfo import conninfo_to_dict

from simpul.config import variables
from simpul.config.bootstrap import fingerprints, marks, system_proof
from simpul.config.environment import FLAG_ON as _ON
from simpul.config.environment import ROLE_OF_PROCESS, SettingInvalid, secret_in
from simpul.platform.crypto import KeyMissing, KeyRing
from simpul.platform.embedded.given import require_supported
from simpul.platform.key_file import KeysNotOpened, key_file_read

_SEALER = "SELECT rolsuper OR NOT pg_has_role(session_user, 'simpul_sealer', 'MEMBER') FROM pg_roles WHERE rolname = session_user"
_NO_TABLES = "The database does not have this release's tables. Run: simpul migrate"
_ENCRYPTED = {"verify-full", "verify-ca", "require"}
_LOGIN = "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = session_user"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _demo_keys(environment: Mapping[str, str]) -> bool:
    try:
        return bool(key_file_read(Path(environment.get("SIMPUL_KEYS_FILE", "")), environment).keys.get("demonstration"))
    except (OSError, ValueError):
        return False


def check_settings(environment: Mapping[str, str]) -> None:
    """Raises: SettingInvalid for a setting that makes no sense, and for what must never face a network."""
    variables.check(environment)
    host = environment.get("SIMPUL_HOST") or "127.0.0.1"

    def on(name: str) -> bool:
        return _is_on(environment, name)

    key_ring(environment)
    if on("DEBUG") or on("DJANGO_DEBUG") or on("SIMPUL_DEBUG"):
        raise SettingInvalid("There is no debug mode: it would show data in error pages. Unset DEBUG.")
    if dist := environment.get("SIMPUL_WEB_DIST"):
        if not Path(dist).is_dir():
            raise SettingInvalid(f"SIMPUL_WEB_DIST must name the directory of the built front end, not {dist[:60]!a}.")
    if uploads := environment.get("SIMPUL_UPLOADS") or environment.get("SIMPUL_DATA_DIR"):
        name = "SIMPUL_UPLOADS" if environment.get("SIMPUL_UPLOADS") else "SIMPUL_DATA_DIR"
        variables.require_directory(name, Path(uploads))
    if not is_loopback(host):
        _check_network(environment, host)
    if not (environment.get("SIMPUL_CLAMAV") or any(on(name) for name in ("SIMPUL_WITHOUT_SCANNER", "SIMPUL_DEMO", "SIMPUL_TESTING"))):
        raise SettingInvalid(
            "No malware scanner is named, and files would be taken unscanned. Set SIMPUL_CLAMAV to the scanner's host:port or socket; "
            "SIMPUL_WITHOUT_SCANNER=1 only where files are scanned otherwise."
        )


def check_trail_store(environment: Mapping[str, str]) -> None:
    """Judge how a worker would sign in to the object store of the trail, where one is named.

    Raises: SettingInvalid when key or secret are absent, or the secret's file is open to others.
    """
    if not environment.get("SIMPUL_TRAIL_STORE"):
        return
    file = environment.get("SIMPUL_TRAIL_STORE_SECRET_FILE", "")
    if not environment.get("SIMPUL_TRAIL_STORE_KEY") or bool(file) == bool(environment.get("SIMPUL_TRAIL_STORE_SECRET")):
        raise SettingInvalid(
            "SIMPUL_TRAIL_STORE names an object store without its login: set SIMPUL_TRAIL_STORE_KEY, and either SIMPUL_TRAIL_STORE_SECRET_FILE or "
            "SIMPUL_TRAIL_STORE_SECRET."
        )
    if not file:
        return
    try:
        mode, held = Path(file).stat().st_mode, Path(file).read_text().strip()
    except (OSError, ValueError):
        raise SettingInvalid("SIMPUL_TRAIL_STORE_SECRET_FILE must name a file that the worker can read.") from None
    if mode & 0o077 or not held:
        raise SettingInvalid(f"SIMPUL_TRAIL_STORE_SECRET_FILE is empty, or readable by other users. Write the secret, and run: chmod 600 {file}")


def _is_on(environment: Mapping[str, str], name: str) -> bool:
    return environment.get(name, "").lower() in _ON


def _check_network(environment: Mapping[str, str], host: str) -> None:
    """Raises: SettingInvalid for what must never face a network."""
    refusals = (
        (_is_on(environment, "SIMPUL_DEMO"), "the demonstration has published passwords (SIMPUL_DEMO)"),
        (_demo_keys(environment), "the key file is the demonstration's (SIMPUL_KEYS_FILE)"),
        (_is_on(environment, "SIMPUL_TESTING"), "test settings are on (SIMPUL_TESTING)"),
        (_is_on(environment, "SIMPUL_INSECURE_COOKIES"), "session cookies would travel unencrypted (SIMPUL_INSECURE_COOKIES)"),
        (not environment.get("SIMPUL_ALLOWED_HOSTS"), "SIMPUL_ALLOWED_HOSTS is not set: name the hosts that people type"),
        ("*" in environment.get("SIMPUL_ALLOWED_HOSTS", "").split(","), "SIMPUL_ALLOWED_HOSTS allows every host"),
    )
    for unsafe, reason in refusals:
        if unsafe:
            raise SettingInvalid(f"Refusing to listen on {host}: {reason}. Use SIMPUL_HOST=127.0.0.1 or put it right.")


def key_ring(environment: Mapping[str, str]) -> KeyRing:
    """The keys that a process is to work with.

    Raises: SettingInvalid when the key file is absent, open to others, broken, wrapped and not opened, or without Django's secret.
    """
    keys_file = environment.get("SIMPUL_KEYS_FILE", "")
    path = Path(keys_file)
    try:
        exists = bool(keys_file) and path.is_file()
        mode = path.stat().st_mode if exists else 0
    except (OSError, ValueError):
        exists, mode = False, 0
    if not exists:
        raise SettingInvalid("SIMPUL_KEYS_FILE names no key file. Make one with: simpul keys create FILE")
    if mode & 0o077:
        raise SettingInvalid(f"The key file {keys_file} is readable by other users. Run: chmod 600 {keys_file}")
    try:
        ring = KeyRing.load(path, environment)
    except KeysNotOpened as refusal:
        raise SettingInvalid(str(refusal)) from None
    except KeyMissing as error:
        raise SettingInvalid(f"SIMPUL_KEYS_FILE: {error} Restore it from your backup of the keys.") from None
    if not environment.get("SIMPUL_SECRET_KEY"):
        secret_in(keys_file, environment)
    return ring


def check_transport(environment: Mapping[str, str]) -> None:
    """Raises: SettingInvalid when the database or the mail server would be talked to in clear over a network."""
    if environment.get("SIMPUL_INSECURE_DATABASE", "").lower() not in _ON:
        variables.check({"DATABASE_URL": environment["DATABASE_URL"]})
        parts = conninfo_to_dict(environment["DATABASE_URL"])
        hosts = [host for name in ("host", "hostaddr") for host in str(parts.get(name, "")).split(",") if host]
        # A path is the directory of a local socket. libpq's own default falls back to clear text in silence.
        far = [host for host in hosts if not host.startswith(("/", "@")) and not is_loopback(host)]
        if far and str(parts.get("sslmode", environment.get("PGSSLMODE", "prefer"))) not in _ENCRYPTED:
            raise SettingInvalid(
                f"DATABASE_URL would talk to {far[0]} without encryption. Add ?sslmode=verify-full&sslrootcert=FILE; "
                "SIMPUL_INSECURE_DATABASE=1 only where the network itself encrypts."
            )
    mail = environment.get("SIMPUL_SMTP_HOST") or "localhost"
    if environment.get("SIMPUL_SEAL_MAIL_TO") and not is_loopback(mail) and environment.get("SIMPUL_SMTP_STARTTLS", "").lower() not in _ON:
        raise SettingInvalid(f"Mail would go to {mail} without encryption. Set SIMPUL_SMTP_STARTTLS=1.")


def check_database(environment: Mapping[str, str], role: str) -> None:
    """Judge the login, the tables and the keys of a server process, before it starts.

    Raises: SettingInvalid, ServerTooOld; psycopg.OperationalError when the server cannot be reached.
    """
    with psycopg.connect(environment["DATABASE_URL"], connect_timeout=10, autocommit=True) as connection:
        require_supported(connection)
        row: tuple[Any, ...] | None = connection.execute(_LOGIN).fetchone()
        if row is None or row[0] or row[1]:
            raise SettingInvalid("DATABASE_URL logs in as a superuser or past row-level security. Log in as simpul_app (web) or simpul_worker (jobs).")
        _check_installation(connection, role, environment)


def check_command(environment: Mapping[str, str], role: str) -> None:
    """Judge the same for a command that touches data; an administrator's login may run it, under the role that it takes.

    Raises: SettingInvalid, ServerTooOld; psycopg.OperationalError when the server cannot be reached.
    """
    with psycopg.connect(environment["DATABASE_URL"], connect_timeout=10, autocommit=True) as connection:
        require_supported(connection)
        _check_installation(connection, role, environment)


def check_role(url: str, role: str) -> None:
    """Raises: SettingInvalid when the login may not become the role; psycopg.OperationalError when the server cannot be reached."""
    with psycopg.connect(url, connect_timeout=10, autocommit=True) as connection:
        _take_role(connection, role)


def _check_installation(connection: psycopg.Connection[Any], role: str, environment: Mapping[str, str]) -> None:
    if connection.execute("SELECT to_regnamespace('jobs')").fetchone() == (None,):
        raise SettingInvalid(_NO_TABLES)
    _take_role(connection, role)
    _check_tables(connection)
    ring = key_ring(environment)
    fingerprints.require_known(connection, ring)
    if role == ROLE_OF_PROCESS["web"]:
        system_proof.require_accepted(connection, ring)


def _take_role(connection: psycopg.Connection[Any], role: str) -> None:
    try:
        connection.execute(psycopg.sql.SQL("SET ROLE {}").format(psycopg.sql.Identifier(role)))
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedObject, psycopg.errors.InvalidParameterValue):
        raise SettingInvalid(f"DATABASE_URL logs in as {connection.info.user}, who cannot act as {role}. Log in as {login_for(role)}.") from None


def login_for(role: str) -> str:
    """The login that is made for a role: the owner's work is done by simpul_migrate."""
    return "simpul_migrate" if role == "simpul_owner" else role


def check_sealing_database(url: str) -> None:
    """Raises: SettingInvalid, ServerTooOld; psycopg.OperationalError when the server cannot be reached."""
    with psycopg.connect(url, connect_timeout=10) as connection:
        require_supported(connection)
        row: tuple[Any, ...] | None = connection.execute(_SEALER).fetchone()
        if row is None or row[0]:
            raise SettingInvalid("DATABASE_URL must log in as simpul_sealer to seal the audit trail.")
        connection.execute("SET ROLE simpul_sealer")
        _check_tables(connection)


def _check_tables(connection: psycopg.Connection[Any]) -> None:
    prepared = _prepared(connection)
    if not prepared or marks.read(connection).get(marks.MIGRATIONS) != marks.fingerprint():
        raise SettingInvalid(_NO_TABLES)
    if marks.moved(connection):
        raise SettingInvalid("The database was restored on another server. Run: simpul migrate")


def _prepared(connection: psycopg.Connection[Any]) -> bool:
    row = connection.execute("SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = 'jobs'").fetchone()
    return bool(row and row[0])
