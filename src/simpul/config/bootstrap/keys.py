"""The installation's keys: made once, kept beside the database, never in it; in clear or wrapped by a security module. A lost key is lost data."""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simpul.config.bootstrap.database import LOGIN_ROLES
from simpul.platform.embedded.errors import EmbeddedError
from simpul.platform.key_file import INSTALLATION, PROCESSES, KeyFile, KeysNotOpened, key_file_read, key_file_wrap, key_slot_named, wrapping_key_make
from simpul.platform.security_module import TokenSlot

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
    """Replace the file in one step, readable by its owner only, on disk before we go on; root leaves it to the owner that it has."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    former = path.stat() if os.geteuid() == 0 and path.exists() else None
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with open(handle, "w") as file:
            if former is not None:
                os.fchown(handle, former.st_uid, former.st_gid)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        # What could not be written whole is no copy of secrets that lies about.
        draft.unlink(missing_ok=True)
        raise
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def key_file(directory: Path) -> Path:
    """Where a data directory keeps its keys."""
    return directory / "keys" / "keys.json"


def load(path: Path) -> dict[str, Any]:
    """The keys of a file, opened where it is wrapped.

    Raises: EmbeddedError when the file is unreadable, incomplete or open to other users, KeysNotOpened.
    """
    return _read(path).keys


def _read(path: Path, *, own_key: bool = False) -> KeyFile:
    try:
        found = key_file_read(path, os.environ, own_key=own_key)
    except (OSError, ValueError) as error:
        raise EmbeddedError(f"The key file {path} cannot be read ({type(error).__name__}). Restore it from your backup of the keys.") from None
    if missing := _fresh().keys() - found.keys.keys():
        raise EmbeddedError(f"The key file {path} lacks {', '.join(sorted(missing))}. Restore it from your backup of the keys.")
    if path.stat().st_mode & 0o077:
        raise EmbeddedError(f"The key file {path} is readable by other users. Run: chmod 600 {path}")
    return found


def _write(path: Path, keys: Mapping[str, Any], purpose: str | None) -> None:
    """Write keys in clear, or wrapped for a purpose under the key of the slot that the environment names."""
    if purpose is None:
        write_secret(path, json.dumps(keys, indent=2) + "\n")
        return
    slot = key_slot_named(os.environ)
    if slot is None:
        raise KeysNotOpened("SIMPUL_KEYS_PKCS11_MODULE is not set: it names the security module that wraps key files.")
    write_secret(path, key_file_wrap(keys, slot, purpose))


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


def key_file_create(path: Path) -> bool:
    """Make the keys of a new installation; wrapped, and never in clear on the disk, where the environment names a slot. Returns whether they are.

    Raises: KeysNotOpened.
    """
    if (slot := key_slot_named(os.environ)) is not None:
        wrapping_key_make(slot)
    _write(path, _fresh(), INSTALLATION if slot else None)
    return slot is not None


def rotate_field_key(path: Path) -> str:
    """Add a field key and make it the current one; older keys stay to read what they wrote. Returns its name."""
    found = _read(path)
    name = f"k{1 + max(int(each[1:]) for each in found.keys['field']['keys'])}"
    found.keys["field"]["keys"][name] = _key()
    found.keys["field"]["current"] = name
    _write(path, found.keys, found.wrapping.purpose if found.wrapping else None)
    return name


def rotate_system_proof(path: Path) -> None:
    """Make a new secret for proofs of SYSTEM in place of the one before, or of the derived one."""
    found = _read(path)
    found.keys["system_proof"] = _key()
    _write(path, found.keys, found.wrapping.purpose if found.wrapping else None)


def copy_for_processes(path: Path, target: Path) -> None:
    """The keys without the passwords of the database's logins: whoever takes over a process finds no other login there.

    Raises: EmbeddedError, KeysNotOpened.
    """
    if target.exists() and target.samefile(path):
        raise EmbeddedError(f"{target} is the key file itself; its passwords would be lost.")
    found = _read(path)
    _write(target, {**found.keys, "database": {}}, PROCESSES if found.wrapping else None)


def key_file_wrap_in_place(path: Path, slot: TokenSlot) -> bool:
    """Encrypt the file under the key of a slot, which is made in the token when it is absent; False when that was done before.

    A file that was wrapped under another key of the token takes the key of the slot.

    Raises: EmbeddedError, KeysNotOpened.
    """
    found = _read(path, own_key=True)
    if found.wrapping is not None and found.wrapping.key == slot.key_label:
        return False
    wrapping_key_make(slot)
    _write(path, found.keys, found.wrapping.purpose if found.wrapping else INSTALLATION if found.keys["database"] else PROCESSES)
    return True


def key_file_unwrap(path: Path, target: Path) -> bool:
    """Write the keys of a wrapped file in clear; False when they are.

    Raises: EmbeddedError when another file is in the way, KeysNotOpened.
    """
    found = _read(path)
    if found.wrapping is None:
        return False
    if target != path and target.exists():
        raise EmbeddedError(f"{target} exists; a key file is never overwritten.")
    _write(target, found.keys, None)
    return True
