"""`simpul keys`: the key file of an installation."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import psycopg

from simpul.audit.sealing import keys as sealing_keys
from simpul.audit.sealing.tokens import token_key_make
from simpul.config import safety
from simpul.config.bootstrap import fingerprints, key_drill
from simpul.config.bootstrap import keys as key_files
from simpul.config.cli import Refusal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action",
        choices=("create", "check", "rotate", "rotate-proof", "rotate-seal", "adopt-seal", "copy"),
        help="create a key file; check that one belongs to DATABASE_URL and opens what it holds (as simpul_backup); "
        "add a field key and make it the current one; make a new secret for proofs of SYSTEM; make a new sealing key; use the key of a security module for new seals; or copy a key file for the processes",
    )
    parser.add_argument(
        "file",
        type=Path,
        help="the key file (SIMPUL_KEYS_FILE), the sealing key (SIMPUL_SEAL_KEY_FILE), or, to adopt one, the public sealing keys (SIMPUL_SEAL_PUBLIC_FILE)",
    )
    parser.add_argument("target", type=Path, nargs="?", help="copy: where web server and workers read the keys, without the passwords of the database's logins")


def run(arguments: argparse.Namespace) -> int:
    if (arguments.action == "copy") != (arguments.target is not None):
        raise Refusal("`keys copy` takes two files, every other action one.", code=2)
    if arguments.action == "copy":
        key_files.copy_for_processes(arguments.file, arguments.target)
        print(f"Made {arguments.target}. Copy again after each `keys rotate`.")
        return 0
    if arguments.action == "create":
        if arguments.file.exists():
            raise Refusal(f"{arguments.file} exists; a key file is never overwritten.")
        key_files.ensure(arguments.file, data_exists=False)
        print(f"Made {arguments.file}. Back it up apart from the database: without it encrypted values cannot be read.")
        return 0
    if arguments.action == "check":
        return _check(arguments.file)
    if arguments.action == "rotate-proof":
        key_files.rotate_system_proof(arguments.file)
        print("The web server proves SYSTEM with a new secret. Stop it, copy the keys for the processes, run `simpul migrate`, and start it again.")
        return 0
    if arguments.action == "rotate-seal":
        key_id = sealing_keys.make(arguments.file)
        print(f"New seals are signed with key {key_id}. Restart the sealer, and hand out {sealing_keys.public_file(arguments.file)} anew.")
        return 0
    if arguments.action == "adopt-seal":
        return _adopt_seal(arguments.file)
    name = key_files.rotate_field_key(arguments.file)
    print(f"New values are now encrypted with key {name}. Restart the servers; keep the older keys.")
    return 0


def _adopt_seal(public_keys: Path) -> int:
    """Add the public key of the slot that the environment names; its key is made in the token when there is none of the label."""
    from simpul.config.sealer import token_slot

    slot = token_slot()
    if slot is None:
        raise Refusal("Name the security module first: SIMPUL_SEAL_PKCS11_MODULE and its kin (docs/operations.md).", code=2)
    try:
        key = token_key_make(slot)
        sealing_keys.public_key_add(public_keys, key)
    except sealing_keys.SealingKeyUnusable as refusal:
        raise Refusal(str(refusal)) from None
    print(f"New seals are signed with key {key.key_id}, which stays in the token {slot.token_label}. Restart the sealer, and hand out {public_keys} anew.")
    return 0


def _check(file: Path) -> int:
    """The drill after a restore; exit code 1 when a value does not open."""
    if not os.environ.get("DATABASE_URL"):
        raise Refusal("Set DATABASE_URL to the database whose keys are to be checked, with the login of simpul_backup.")
    safety.check_transport(os.environ)
    ring = safety.key_ring({"SIMPUL_KEYS_FILE": str(file)})
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
    return 0
