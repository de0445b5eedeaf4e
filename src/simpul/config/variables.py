"""Every environment variable that Simpul knows, with what it may hold. A start is refused, in one sentence, over the first that makes no sense."""

from __future__ import annotations

import difflib
import ipaddress
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.conninfo import conninfo_to_dict

from simpul.config.environment import FLAG_OFF, FLAG_ON, ROLE_OF_PROCESS, SettingInvalid

PREFIX = "SIMPUL_"
_HOST = re.compile(r"\.?[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?|\[[0-9A-Fa-f:.]+\]|\*")
_BUCKET = re.compile(r"/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/(?!\.\.?(/|$))[A-Za-z0-9_.-]+)*/?")
_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_SHOWN = 60

Check = Callable[[str], "str | None"]
"""Says what a value must be, or None when it is right."""


@dataclass(frozen=True)
class Variable:
    """A variable, and how its value is judged. `secret` values are never repeated in a message."""

    name: str
    check: Check
    secret: bool = False


def _any(value: str) -> str | None:
    return None


def _flag(value: str) -> str | None:
    return None if value.lower() in FLAG_ON | FLAG_OFF else "must be 1 or 0"


def _number(least: int, most: int) -> Check:
    def check(value: str) -> str | None:
        plain = value.isascii() and value.isdigit() and len(value) <= 20
        return None if plain and least <= int(value) <= most else f"must be a whole number from {least} to {most}"

    return check


def _choice(*known: str) -> Check:
    return lambda value: None if value in known else f"must be one of {', '.join(known)}"


def _file(value: str) -> str | None:
    try:
        with Path(value).open("rb") as file:
            file.read(1)
    except (OSError, ValueError) as error:
        return f"must name a file that can be read ({_reason(error)})"
    return None


def _listed(pattern: re.Pattern[str], what: str) -> Check:
    def check(value: str) -> str | None:
        parts = [part.strip() for part in value.split(",") if part.strip()]
        return None if all(pattern.fullmatch(part) for part in parts) else f"must list {what}, separated by commas"

    return check


def _origins(value: str) -> str | None:
    for part in filter(None, value.split(",")):
        try:
            address = urlsplit(part)
            fits = address.scheme in ("http", "https") and address.hostname and not address.path and (address.port or 1) > 0
        except ValueError:
            fits = False
        if not fits:
            return "must list origins such as https://crm.example, separated by commas"
    return None


def _public(value: str) -> str | None:
    return _origins(value) if "," not in value else "must be one origin such as https://pesan.bank.example"


def _addresses(value: str) -> str | None:
    try:
        for part in filter(None, (each.strip() for each in value.split(","))):
            ipaddress.ip_address(part)
    except ValueError:
        return "must list IP addresses, separated by commas"
    return None


def _listen(value: str) -> str | None:
    return None if _HOST.fullmatch(value) or (":" in value and _addresses(value) is None) else "must be an address of this machine, such as 127.0.0.1"


def _scanner(value: str) -> str | None:
    host, _, port = value.rpartition(":")
    return None if value.startswith("/") or (host and _number(1, 65_535)(port) is None) else "must be host:port, or the path of a socket"


def _collector(value: str) -> str | None:
    host, _, port = value.rpartition(":")
    fits = (_HOST.fullmatch(host) or (host.startswith("[") and _addresses(host.strip("[]")) is None)) and _number(1, 65_535)(port) is None
    return None if fits else "must be host:port of a collector that takes syslog over TLS"


def _store(value: str) -> str | None:
    try:
        parts = urlsplit(value)
        loopback = parts.hostname == "localhost" or (
            parts.hostname is not None and _addresses(parts.hostname) is None and ipaddress.ip_address(parts.hostname).is_loopback
        )
        fits = (parts.scheme == "https" or (parts.scheme == "http" and loopback)) and _HOST.fullmatch(parts.hostname or "") and (parts.port or 1) > 0
        fits = fits and _BUCKET.fullmatch(parts.path) and not (parts.query or parts.fragment or parts.username) and len(value) <= 300
    except ValueError:
        fits = False
    return None if fits else "must be https://host/bucket/prefix of an object store (http on this machine only)"


def _database(value: str) -> str | None:
    try:
        parts = conninfo_to_dict(value)
        ports = str(parts.get("port", "5432")).split(",")
        fits = all(_number(1, 65_535)(port) is None for port in ports if port)
    except (psycopg.Error, ValueError):
        fits = False
    return None if fits else "cannot be read; write postgresql://user:password@host:port/database"


def _secret(value: str) -> str | None:
    return None if len(value) >= 32 else "must have 32 characters or more"


def _providers(value: str) -> str | None:
    from django.core.exceptions import ImproperlyConfigured

    from simpul.iam.single_sign_on.providers import read

    try:
        read(value)
    except ImproperlyConfigured as error:
        return f"names a file that makes no sense: {' '.join(str(error).split())[:200]}"
    return None


_SECONDS = _number(1, 31_536_000)
_MANY = _number(1, 1_000_000_000)

VARIABLES = {
    variable.name: variable
    for variable in (
        Variable("DATABASE_URL", _database, secret=True),
        Variable("SIMPUL_KEYS_FILE", _any),  # judged with its content, see `safety`
        Variable("SIMPUL_KEYS_PKCS11_MODULE", _any),  # these as well, where the file is wrapped
        Variable("SIMPUL_KEYS_PKCS11_TOKEN", _any),
        Variable("SIMPUL_KEYS_PKCS11_KEY", _any),
        Variable("SIMPUL_KEYS_PKCS11_PIN_FILE", _any),
        Variable("SIMPUL_KEYS_PKCS11_PIN", _any, secret=True),
        Variable("SIMPUL_SECRET_KEY", _secret, secret=True),
        Variable("SIMPUL_HOST", _listen),
        Variable("SIMPUL_PORT", _number(1, 65_535)),
        Variable("SIMPUL_ALLOWED_HOSTS", _listed(_HOST, "host names")),
        Variable("SIMPUL_TRUSTED_ORIGINS", _origins),
        Variable("SIMPUL_PUBLIC_URL", _public),
        Variable("SIMPUL_BEHIND_TLS_PROXY", _flag),
        Variable("SIMPUL_TRUSTED_PROXIES", _number(0, 20)),
        Variable("SIMPUL_INSECURE_COOKIES", _flag),
        Variable("SIMPUL_INSECURE_DATABASE", _flag),
        Variable("SIMPUL_WEB_WORKERS", _number(1, 256)),
        Variable("SIMPUL_DB_POOL", _number(1, 1_000)),
        Variable("SIMPUL_STATEMENT_SECONDS", _number(1, 86_400)),
        Variable("SIMPUL_WORKER_CONCURRENCY", _number(1, 256)),
        Variable("SIMPUL_SESSION_IDLE_SECONDS", _SECONDS),
        Variable("SIMPUL_SESSION_ABSOLUTE_SECONDS", _SECONDS),
        Variable("SIMPUL_SIGN_INS_PER_MINUTE", _MANY),
        Variable("SIMPUL_SIGN_IN_FAILURES", _MANY),
        Variable("SIMPUL_SIGN_IN_FAILURES_PER_ADDRESS", _MANY),
        Variable("SIMPUL_SECOND_FACTOR_ROLES", _listed(re.compile(r"[A-Z][A-Z0-9_]{1,29}"), "roles such as ADMIN")),
        Variable("SIMPUL_OIDC_FILE", _providers),
        Variable("SIMPUL_BREACHED_PASSWORDS", _file),
        Variable("SIMPUL_SEARCH_PER_MINUTE", _MANY),
        Variable("SIMPUL_ROWS_PER_HOUR", _MANY),
        Variable("SIMPUL_REVEALS_PER_HOUR", _MANY),
        Variable("SIMPUL_SEAL_KEY_FILE", _any),
        Variable("SIMPUL_SEAL_PKCS11_MODULE", _any),  # the sealer alone can judge these
        Variable("SIMPUL_SEAL_PKCS11_TOKEN", _any),
        Variable("SIMPUL_SEAL_PKCS11_KEY", _any),
        Variable("SIMPUL_SEAL_PKCS11_PIN_FILE", _any),
        Variable("SIMPUL_SEAL_PUBLIC_FILE", _any),
        Variable("SIMPUL_CHECKPOINTS_FILE", _any),
        Variable("SIMPUL_SEAL_SECONDS", _number(1, 86_400)),
        Variable("SIMPUL_SEAL_MAIL_TO", _listed(_MAIL, "e-mail addresses")),
        Variable("SIMPUL_SMTP_HOST", _listen),
        Variable("SIMPUL_SMTP_PORT", _number(1, 65_535)),
        Variable("SIMPUL_SMTP_USER", _any),
        Variable("SIMPUL_SMTP_PASSWORD", _any, secret=True),
        Variable("SIMPUL_SMTP_STARTTLS", _flag),
        Variable("SIMPUL_MAIL_FROM", _any),
        Variable("SIMPUL_AUDIT_RETENTION_MONTHS", _number(12, 1_200)),
        Variable("SIMPUL_MAX_REQUEST_BYTES", _number(65_536, 1_000_000_000)),
        Variable("SIMPUL_MAX_UPLOAD_BYTES", _number(1, 1_000_000_000_000)),
        Variable("SIMPUL_UPLOADS", _any),  # directories are judged by the processes that use them
        Variable("SIMPUL_DATA_DIR", _any),
        Variable("SIMPUL_WEB_DIST", _any),
        Variable("SIMPUL_SYSLOG", _collector),
        Variable("SIMPUL_SYSLOG_CA", _file),
        Variable("SIMPUL_SYSLOG_CERT", _file),
        Variable("SIMPUL_TRAIL_STORE", _store),
        Variable("SIMPUL_TRAIL_STORE_KEY", _any),
        Variable("SIMPUL_TRAIL_STORE_SECRET", _any, secret=True),
        Variable("SIMPUL_TRAIL_STORE_SECRET_FILE", _any),  # judged by the worker, which alone reads it
        Variable("SIMPUL_TRAIL_STORE_REGION", _listed(re.compile(r"[A-Za-z0-9_-]{1,64}"), "a region")),
        Variable("SIMPUL_TRAIL_STORE_CA", _file),
        Variable("SIMPUL_TRAIL_STORE_RETENTION_DAYS", _number(1, 36_500)),
        Variable("SIMPUL_CLAMAV", _scanner),
        Variable("SIMPUL_WITHOUT_SCANNER", _flag),
        Variable("SIMPUL_LOG_LEVEL", _choice(*_LEVELS)),
        Variable("SIMPUL_METRICS_TOKEN", _any, secret=True),
        Variable("SIMPUL_TRACING_PARENTS", _addresses),
        Variable("SIMPUL_VERBOSITY", _number(0, 3)),
        Variable("SIMPUL_DEMO", _flag),
        Variable("SIMPUL_DEBUG", _any),
        Variable("SIMPUL_PYTHON", _any),
        # Set by Simpul for its own processes
        Variable("SIMPUL_PROCESS", _choice(*ROLE_OF_PROCESS)),
        Variable("SIMPUL_RUN", _any),
        Variable("SIMPUL_OWNER_URL", _any, secret=True),
        Variable("SIMPUL_TESTING", _flag),
    )
}
_INTERNAL = {"SIMPUL_PROCESS", "SIMPUL_RUN", "SIMPUL_OWNER_URL", "SIMPUL_TESTING"}
# What only tests and measurements read: known by their beginnings, since they are no part of an installation.
_TESTS = ("SIMPUL_TEST_", "SIMPUL_BENCH_")
_MEASURED = {"SIMPUL_DATASETS", "SIMPUL_SLA_CASES", "SIMPUL_CALENDAR_CASES", "SIMPUL_REPORT_CASES", "SIMPUL_CASE_PLAYS"}


def check(environment: Mapping[str, str]) -> None:
    """Judge every variable of ours.

    Raises: SettingInvalid naming the first that is misspelt or holds what it may not.
    """
    for problem in problems(environment):
        raise SettingInvalid(problem)


def problems(environment: Mapping[str, str]) -> Iterator[str]:
    """What is wrong, a sentence each; an empty variable is one that is not set."""
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in VARIABLES and name not in _MEASURED and not name.startswith(_TESTS):
            yield _unknown(name)
    for name, variable in VARIABLES.items():
        value = environment.get(name, "")
        if value and (wrong := variable.check(value)):
            yield f"{name} {wrong}." if variable.secret else f"{name} {wrong}, not {_shown(value)}."


def require_directory(name: str, path: Path) -> None:
    """Make a directory that a process writes into.

    Raises: SettingInvalid naming the variable when nothing can be written there.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path / ".simpul-probe"
        draft.write_bytes(b"")
        draft.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise SettingInvalid(f"{name} must name a directory that can be written, not {_shown(str(path))} ({_reason(error)}).") from None


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, [known for known in VARIABLES if known not in _INTERNAL], 1, 0.75)
    hint = f"Did you mean {near[0]}?" if near else "docs/operations.md lists all settings."
    return f"{name[:_SHOWN]!a} is no setting of Simpul. {hint}".replace("'", "")


def _shown(value: str) -> str:
    return ascii(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}...")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else "not a path"
