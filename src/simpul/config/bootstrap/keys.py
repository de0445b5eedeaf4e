"""The installation's keys: made once, kept beside the database, never in it. A lost key is lost data."""

from __future__ import annotations

import base64
import json
import os
import secrets
from pathlib import Path
from typing import Any

from simpul.config.bootstrap.database import LOGIN_ROLES
from simpul.platform.embedded.errors import EmbeddedError

SUPERUSER = "postgres"


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _fresh() -> dict[str, Any]:
    return {
        "field": {"current": "k1", "keys": {"k1": _key()}},
        "blind_index": _key(),
        "audit_hash": _key(),
        "secret_key": secrets.token_urlsafe(48),
        "database": {role: secrets.token_urlsafe(24) for role in (SUPERUSER, *LOGIN_ROLES)},
    }


def write_secret(path: Path, text: str) -> None:
    """Replace the file in one step, readable by its owner only, on disk before we go on."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def key_file(directory: Path) -> Path:
    """Where a data directory keeps its keys."""
    return directory / "keys" / "keys.json"


def load(path: Path) -> dict[str, Any]:
    """Raises: EmbeddedError when the file is unreadable, incomplete or open to other users."""
    try:
        keys: dict[str, Any] = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise EmbeddedError(f"The key file {path} cannot be read ({type(error).__name__}). Restore it from your backup of the keys.") from None
    if missing := _fresh().keys() - keys.keys():
        raise EmbeddedError(f"The key file {path} lacks {', '.join(sorted(missing))}. Restore it from your backup of the keys.")
    if path.stat().st_mode & 0o077:
        raise EmbeddedError(f"The key file {path} is readable by other users. Run: chmod 600 {path}")
    return keys


def ensure(path: Path, *, data_exists: bool, demonstration: bool = False) -> dict[str, Any]:
    """The keys of the directory, made on its first start; data without its keys is never given new ones.

    `demonstration` marks them as never fit for a network.

    Raises: EmbeddedError.
    """
    if path.exists():
        return load(path)
    if data_exists:
        raise EmbeddedError(f"There is a database but its key file {path} is gone: encrypted values would be lost. Restore the key file.")
    keys = _fresh() | ({"demonstration": True} if demonstration else {})
    write_secret(path, json.dumps(keys, indent=2) + "\n")
    return keys


def rotate_field_key(path: Path) -> str:
    """Add a field key and make it the current one; older keys stay to read what they wrote. Returns its name."""
    keys = load(path)
    name = f"k{1 + max(int(each[1:]) for each in keys['field']['keys'])}"
    keys["field"]["keys"][name] = _key()
    keys["field"]["current"] = name
    write_secret(path, json.dumps(keys, indent=2) + "\n")
    return name


def rotate_system_proof(path: Path) -> None:
    """Make a new secret for proofs of SYSTEM in place of the one before, or of the derived one."""
    write_secret(path, json.dumps(load(path) | {"system_proof": _key()}, indent=2) + "\n")


def copy_for_processes(path: Path, target: Path) -> None:
    """The keys without the passwords of the database's logins: whoever takes over a process finds no other login there.

    Raises: EmbeddedError.
    """
    if target.exists() and target.samefile(path):
        raise EmbeddedError(f"{target} is the key file itself; its passwords would be lost.")
    write_secret(target, json.dumps({**load(path), "database": {}}, indent=2) + "\n")
