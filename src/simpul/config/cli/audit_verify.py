"""`simpul audit_verify`: whether the audit trail is as it was sealed. Exit status 1 names the first thing that is not."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from simpul.audit.verification.command import add_arguments as add_options
from simpul.audit.verification.command import directory_reader, tell
from simpul.audit.verification.stored import StoredObject
from simpul.config import environment, safety, variables
from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.config.sealer import public_keys_file
from simpul.platform.locked_store import StoreFailed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_options(parser)
    parser.add_argument("--store", action="store_true", help="compare the object store as well that SIMPUL_TRAIL_STORE names")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "backup") as additions:
        known = {**os.environ, **additions}
        public_keys = arguments.public_keys or public_keys_file(known)
        checkpoints = arguments.checkpoints or (Path(known["SIMPUL_CHECKPOINTS_FILE"]) if known.get("SIMPUL_CHECKPOINTS_FILE") else None)
        if public_keys is None:
            raise Refusal("Name the public sealing keys: --public-keys FILE, or set SIMPUL_SEAL_PUBLIC_FILE or SIMPUL_SEAL_KEY_FILE.", code=2)
        if checkpoints is None and not arguments.without_checkpoints:
            raise Refusal("Name the checkpoints: --checkpoints FILE, or set SIMPUL_CHECKPOINTS_FILE. Without them a cut tail cannot be seen.", code=2)
        stored = directory_reader(arguments.stored)
        if arguments.store:
            stored = _store_reader(known)
        try:
            return tell(known["DATABASE_URL"], public_keys, None if arguments.without_checkpoints else checkpoints, stored)
        except StoreFailed as failed:
            raise Refusal(f"The object store cannot be read ({failed.why}): check SIMPUL_TRAIL_STORE and its login (docs/operations.md).") from None


def _store_reader(known: Mapping[str, str]) -> Callable[[], Sequence[StoredObject]]:
    """How the objects of the store are listed, every version of them.

    Raises: SettingInvalid when no store is named, or it cannot be signed in to.
    """
    variables.check({name: value for name, value in known.items() if name.startswith("SIMPUL_TRAIL_STORE")})
    safety.check_trail_store(known)
    store = environment.trail_store()
    if store is None:
        raise Refusal("Name the object store: set SIMPUL_TRAIL_STORE and its login.", code=2)
    return lambda: [StoredObject(each.name, partial(store.object_read, each), each.hidden) for each in store.object_versions()]
