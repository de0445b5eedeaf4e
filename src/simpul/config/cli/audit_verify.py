"""`simpul audit_verify`: whether the audit trail is as it was sealed. Exit status 1 names the first thing that is not."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from simpul.audit.verification.command import add_arguments as add_options
from simpul.audit.verification.command import tell
from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_options(parser)
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "backup") as additions:
        known = {**os.environ, **additions}
        key_file = known.get("SIMPUL_SEAL_KEY_FILE")
        public_keys = arguments.public_keys or (Path(key_file).with_name(f"{Path(key_file).stem}.public.json") if key_file else None)
        checkpoints = arguments.checkpoints or (Path(known["SIMPUL_CHECKPOINTS_FILE"]) if known.get("SIMPUL_CHECKPOINTS_FILE") else None)
        if public_keys is None:
            raise Refusal("Name the public sealing keys: --public-keys FILE, or set SIMPUL_SEAL_KEY_FILE.", code=2)
        if checkpoints is None and not arguments.without_checkpoints:
            raise Refusal("Name the checkpoints: --checkpoints FILE, or set SIMPUL_CHECKPOINTS_FILE. Without them a cut tail cannot be seen.", code=2)
        return tell(known["DATABASE_URL"], public_keys, None if arguments.without_checkpoints else checkpoints)
