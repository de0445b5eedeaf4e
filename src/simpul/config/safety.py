"""Combinations of settings that must not run: each is refused with the reason before anything listens."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from simpul.config.bootstrap import marks
from simpul.config.environment import SettingInvalid
from simpul.platform.embedded.given import require_supported

_ON = {"1", "true", "yes", "on"}
_SEALER = "SELECT rolsuper OR NOT pg_has_role(session_user, 'simpul_sealer', 'MEMBER') FROM pg_roles WHERE rolname = session_user"
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
        return bool(json.loads(Path(environment.get("SIMPUL_KEYS_FILE", "")).read_text()).get("demonstration"))
    except (OSError, ValueError, AttributeError):
        return False


def check_settings(environment: Mapping[str, str]) -> None:
    """Raises: SettingInvalid for what must never face a network."""
    host = environment.get("SIMPUL_HOST", "127.0.0.1")

    def on(name: str) -> bool:
        return environment.get(name, "").lower() in _ON

    keys_file = environment.get("SIMPUL_KEYS_FILE", "")
    if not keys_file or not Path(keys_file).is_file():
        raise SettingInvalid("SIMPUL_KEYS_FILE names no key file. Make one with: simpul keys create FILE")
    if Path(keys_file).stat().st_mode & 0o077:
        raise SettingInvalid(f"The key file {keys_file} is readable by other users. Run: chmod 600 {keys_file}")
    if on("DEBUG") or on("DJANGO_DEBUG") or on("SIMPUL_DEBUG"):
        raise SettingInvalid("There is no debug mode: it would show data in error pages. Unset DEBUG.")
    if is_loopback(host):
        return
    refusals = (
        (on("SIMPUL_DEMO"), "the demonstration has published passwords (SIMPUL_DEMO)"),
        (_demo_keys(environment), "the key file is the demonstration's (SIMPUL_KEYS_FILE)"),
        (on("SIMPUL_TESTING"), "test settings are on (SIMPUL_TESTING)"),
        (on("SIMPUL_INSECURE_COOKIES"), "session cookies would travel unencrypted (SIMPUL_INSECURE_COOKIES)"),
        (not environment.get("SIMPUL_ALLOWED_HOSTS"), "SIMPUL_ALLOWED_HOSTS is not set: name the hosts that people type"),
        ("*" in environment.get("SIMPUL_ALLOWED_HOSTS", "").split(","), "SIMPUL_ALLOWED_HOSTS allows every host"),
    )
    for unsafe, reason in refusals:
        if unsafe:
            raise SettingInvalid(f"Refusing to listen on {host}: {reason}. Use SIMPUL_HOST=127.0.0.1 or put it right.")


def check_transport(environment: Mapping[str, str]) -> None:
    """Raises: SettingInvalid when the database or the mail server would be talked to in clear over a network."""
    if environment.get("SIMPUL_INSECURE_DATABASE", "").lower() not in _ON:
        parts = conninfo_to_dict(environment["DATABASE_URL"])
        hosts = [host for name in ("host", "hostaddr") for host in str(parts.get(name, "")).split(",") if host]
        # A path is the directory of a local socket. libpq's own default falls back to clear text in silence.
        far = [host for host in hosts if not host.startswith(("/", "@")) and not is_loopback(host)]
        if far and str(parts.get("sslmode", environment.get("PGSSLMODE", "prefer"))) not in _ENCRYPTED:
            raise SettingInvalid(
                f"DATABASE_URL would talk to {far[0]} without encryption. Add ?sslmode=verify-full&sslrootcert=FILE; "
                "SIMPUL_INSECURE_DATABASE=1 only where the network itself encrypts."
            )
    mail = environment.get("SIMPUL_SMTP_HOST", "localhost")
    if environment.get("SIMPUL_SEAL_MAIL_TO") and not is_loopback(mail) and environment.get("SIMPUL_SMTP_STARTTLS", "").lower() not in _ON:
        raise SettingInvalid(f"Mail would go to {mail} without encryption. Set SIMPUL_SMTP_STARTTLS=1.")


def check_database(url: str) -> None:
    """Raises: SettingInvalid, ServerTooOld; psycopg.OperationalError when the server cannot be reached."""
    with psycopg.connect(url, connect_timeout=10) as connection:
        require_supported(connection)
        row: tuple[Any, ...] | None = connection.execute(_LOGIN).fetchone()
        if row is None or row[0] or row[1]:
            raise SettingInvalid("DATABASE_URL logs in as a superuser or past row-level security. Log in as simpul_app (web) or simpul_worker (jobs).")
        _check_tables(connection)


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
        raise SettingInvalid("The database does not have this release's tables. Run: simpul migrate")
    if marks.moved(connection):
        raise SettingInvalid("The database was restored on another server. Run: simpul migrate")


def _prepared(connection: psycopg.Connection[Any]) -> bool:
    row = connection.execute("SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = 'jobs'").fetchone()
    return bool(row and row[0])
