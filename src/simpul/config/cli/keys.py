"""`simpul keys`: the key file of an installation."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg

from simpul.audit.sealing import keys as sealing_keys
from simpul.audit.sealing.tokens import token_key_make
from simpul.config import safety
from simpul.config.bootstrap import fingerprints, key_drill
from simpul.config.bootstrap import keys as key_files
from simpul.config.cli import Refusal
from simpul.platform.key_file import SETTINGS, key_file_read, key_slot_named

_TWO_FILES = {"copy": (2, 2), "unwrap": (1, 2)}
_NO_MODULE = "Name the security module first: {}_MODULE and its kin (docs/operations.md)."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action",
        choices=("create", "check", "rotate", "rotate-proof", "rotate-seal", "adopt-seal", "copy", "wrap", "unwrap"),
        help="create a key file; check that one belongs to DATABASE_URL and opens what it holds (as simpul_backup); "
        "add a field key and make it the current one; make a new secret for proofs of SYSTEM; make a new sealing key; use the key of a security module for new seals; copy a key file for the processes; "
        "encrypt a key file under a key of a security module, or write it in clear again",
    )
    parser.add_argument(
        "file",
        type=Path,
        help="the key file (SIMPUL_KEYS_FILE), the sealing key (SIMPUL_SEAL_KEY_FILE), or, to adopt one, the public sealing keys (SIMPUL_SEAL_PUBLIC_FILE)",
    )
    parser.add_argument(
        "target",
        type=Path,
        nargs="?",
        help="copy: where web server and workers read the keys, without the passwords of the database's logins; unwrap: where the keys are written in clear, "
        "in place of FILE itself",
    )


def run(arguments: argparse.Namespace) -> int:
    least, most = _TWO_FILES.get(arguments.action, (1, 1))
    if not least <= 1 + (arguments.target is not None) <= most:
        raise Refusal("`keys copy` takes two files, `keys unwrap` one or two, every other action one.", code=2)
    return _ACTIONS[arguments.action](arguments.file, arguments.target)


def _create(file: Path, _: Path | None) -> int:
    if file.exists():
        raise Refusal(f"{file} exists; a key file is never overwritten.")
    if key_files.key_file_create(file):
        print(f"Made {file}, wrapped by the security module. Keep a copy in clear in a safe: simpul keys unwrap {file} COPY")
    else:
        print(f"Made {file}. Back it up apart from the database: without it encrypted values cannot be read.")
    return 0


def _copy(file: Path, target: Path | None) -> int:
    assert target is not None
    key_files.copy_for_processes(file, target)
    print(f"Made {target}. Copy again after each `keys rotate`.")
    return 0


def _rotate(file: Path, _: Path | None) -> int:
    name = key_files.rotate_field_key(file)
    print(f"New values are now encrypted with key {name}. Restart the servers; keep the older keys.")
    return 0


def _rotate_proof(file: Path, _: Path | None) -> int:
    key_files.rotate_system_proof(file)
    print("The web server proves SYSTEM with a new secret. Stop it, copy the keys for the processes, run `simpul migrate`, and start it again.")
    return 0


def _rotate_seal(file: Path, _: Path | None) -> int:
    key_id = sealing_keys.make(file)
    print(f"New seals are signed with key {key_id}. Restart the sealer, and hand out {sealing_keys.public_file(file)} anew.")
    return 0


def _wrap(file: Path, _: Path | None) -> int:
    """Encrypt the key file under the key of the slot that the environment names; the key is made in the token when there is none of the label."""
    slot = key_slot_named(os.environ)
    if slot is None:
        raise Refusal(_NO_MODULE.format(SETTINGS), code=2)
    if not key_files.key_file_wrap_in_place(file, slot):
        raise Refusal(f"{file} is wrapped by the key {slot.key_label} already.")
    print(
        f"{file} is wrapped by the key {slot.key_label}, which stays in the token {slot.token_label}. Without that key nobody opens it: keep a copy in clear in a safe "
        "(simpul keys unwrap FILE COPY), destroy every other one, and restart the servers with the same settings."
    )
    return 0


def _unwrap(file: Path, target: Path | None) -> int:
    if not key_files.key_file_unwrap(file, target or file):
        raise Refusal(f"{file} is not wrapped.")
    print(
        f"WARNING: {target or file} now holds every key in clear. Whoever reads it opens the personal data of every customer: "
        + ("carry it to its safe, and leave no copy on this machine." if target else "wrap it again as soon as you can (simpul keys wrap FILE)."),
        file=sys.stderr,
    )
    return 0


def _adopt_seal(public_keys: Path, _: Path | None) -> int:
    """Add the public key of the slot that the environment names; its key is made in the token when there is none of the label."""
    from simpul.config.sealer import token_slot

    slot = token_slot()
    if slot is None:
        raise Refusal(_NO_MODULE.format("SIMPUL_SEAL_PKCS11"), code=2)
    try:
        key = token_key_make(slot)
        sealing_keys.public_key_add(public_keys, key)
    except sealing_keys.SealingKeyUnusable as refusal:
        raise Refusal(str(refusal)) from None
    print(f"New seals are signed with key {key.key_id}, which stays in the token {slot.token_label}. Restart the sealer, and hand out {public_keys} anew.")
    return 0


def _check(file: Path, _: Path | None) -> int:
    """The drill after a restore; exit code 1 when a value does not open."""
    if not os.environ.get("DATABASE_URL"):
        raise Refusal("Set DATABASE_URL to the database whose keys are to be checked, with the login of simpul_backup.")
    safety.check_transport(os.environ)
    environment = {name: value for name, value in os.environ.items() if name.startswith(SETTINGS)} | {"SIMPUL_KEYS_FILE": str(file)}
    ring, wrapping = safety.key_ring(environment), key_file_read(file, environment).wrapping
    with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=10) as connection:
        known = fingerprints.read(connection)
        if not known:
            raise Refusal("The database does not know its keys yet. Run: simpul migrate")
        fingerprints.compare(known, ring)
        results = key_drill.run(connection, ring)
    for result in results:
        print(f"{result.kind}: {result.tried - result.refused} of {result.tried} {'fit' if result.kind == 'indexes' else 'open'}")
    if any(result.refused for result in results):
        raise Refusal(f"{file} does not open everything that was tried. Look for the newest backup of the keys before anybody works on.")
    print(f"{file} belongs to this database.")
    if wrapping is None:
        print("It is not wrapped: its keys lie in it in clear.")
    else:
        print(f"It is wrapped ({wrapping.method}) by the key {wrapping.key} of a security module, for the {wrapping.purpose}.")
    return 0


_ACTIONS: dict[str, Callable[[Path, Path | None], int]] = {
    "create": _create,
    "check": _check,
    "rotate": _rotate,
    "rotate-proof": _rotate_proof,
    "rotate-seal": _rotate_seal,
    "adopt-seal": _adopt_seal,
    "copy": _copy,
    "wrap": _wrap,
    "unwrap": _unwrap,
}
