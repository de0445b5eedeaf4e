"""Settings that come from the environment, each read in one place and checked when the process starts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from simpul.platform.key_file import KeysNotOpened, key_file_read
from simpul.platform.locked_store import LockedStore

ROLE_OF_PROCESS = {"web": "simpul_app", "worker": "simpul_worker", "migrate": "simpul_owner", "sealer": "simpul_sealer"}
SEARCH_PATH = "jobs,crm,iam,audit,public"
FLAG_ON = frozenset({"1", "true", "yes", "on"})
FLAG_OFF = frozenset({"0", "false", "no", "off"})


class SettingInvalid(RuntimeError):
    """A setting is absent or makes no sense; the message names it and the remedy."""


def text(name: str, default: str = "") -> str:
    """A setting as text; an empty one is one that is not set."""
    return os.environ.get(name) or default


def flag(name: str) -> bool:
    """A setting that is on when it says 1, true, yes or on (`variables` refuses what is neither on nor off)."""
    return text(name).lower() in FLAG_ON


def names(name: str, default: str = "") -> list[str]:
    """A setting that lists names, separated by commas; an empty one lists none."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def number(name: str, default: int) -> int:
    """A whole number of at least 1.

    Raises: SettingInvalid.
    """
    raw = text(name) or str(default)
    if not (raw.isascii() and raw.isdigit()) or len(raw) > 20 or int(raw) < 1:
        raise SettingInvalid(f"{name} must be a whole number of at least 1, not {raw[:60]!r}.")
    return int(raw)


def database(process: str) -> dict[str, Any]:
    """Django's settings for `DATABASE_URL`, taking the role that the process works under.

    Raises: SettingInvalid.
    """
    url = text("DATABASE_URL")
    if not url:
        raise SettingInvalid("DATABASE_URL is not set; start with `./simpul demo`, or name a PostgreSQL 18 server.")
    try:
        parts = conninfo_to_dict(url)
    except Exception:
        raise SettingInvalid("DATABASE_URL cannot be read; write postgresql://user:password@host:port/database.") from None
    options: dict[str, Any] = {"options": f"-c search_path={SEARCH_PATH} -c role={ROLE_OF_PROCESS[process]}"}
    if process == "web":
        # Nobody waits longer for an answer; what takes longer is a job.
        options["options"] += f" -c statement_timeout={number('SIMPUL_STATEMENT_SECONDS', 60)}s"
        options["pool"] = {"min_size": 1, "max_size": number("SIMPUL_DB_POOL", 8), "timeout": 10, "reconnect_timeout": 5}
        # Attempts grow further apart; given up after five seconds, the next request begins anew and finds a server that has come back.
    known = {"host", "port", "user", "password", "dbname", "options"}
    options |= {name: value for name, value in parts.items() if name not in known}
    return {
        "ENGINE": "simpul.platform.db.backend",
        "NAME": parts.get("dbname", "simpul"),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "OPTIONS": options,
        "CONN_HEALTH_CHECKS": False,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


def trail_store() -> LockedStore | None:
    """The object store that the trail is kept in under lock, if one is named. The secret is read when it is used: the web server has no need of it."""
    address = text("SIMPUL_TRAIL_STORE").rstrip("/")
    if not address:
        return None
    return LockedStore(
        address,
        text("SIMPUL_TRAIL_STORE_KEY"),
        text("SIMPUL_TRAIL_STORE_SECRET"),
        text("SIMPUL_TRAIL_STORE_SECRET_FILE"),
        text("SIMPUL_TRAIL_STORE_REGION", "us-east-1"),
        text("SIMPUL_TRAIL_STORE_CA"),
        number("SIMPUL_TRAIL_STORE_RETENTION_DAYS", 3650),
    )


def secret_key(keys_file: str) -> str:
    """Django's secret: `SIMPUL_SECRET_KEY`, or the one in the key file.

    Raises: SettingInvalid.
    """
    return text("SIMPUL_SECRET_KEY") or secret_in(keys_file)


def secret_in(keys_file: str, environment: Mapping[str, str] | None = None) -> str:
    """The secret that a key file holds for Django.

    Raises: SettingInvalid.
    """
    found: object
    try:
        found = key_file_read(Path(keys_file), os.environ if environment is None else environment).keys["secret_key"]
    except KeysNotOpened as refusal:
        raise SettingInvalid(str(refusal)) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        found = None
    if not isinstance(found, str) or len(found) < 32:
        raise SettingInvalid("SIMPUL_SECRET_KEY is not set, and SIMPUL_KEYS_FILE holds no secret of 32 characters or more.")
    return found
