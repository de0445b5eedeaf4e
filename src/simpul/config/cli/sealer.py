"""`simpul sealer`: the process that seals the audit trail, and what an administrator decides about it."""

from __future__ import annotations

import argparse
import os

from simpul.audit.sealing.keys import SealingKeyUnusable
from simpul.config import safety
from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="seal what waits, then end, as before a backup")
    parser.add_argument(
        "--accept",
        metavar="REASON",
        help="go on although the database lacks what was sealed (an older backup was restored) or the checkpoints are lost; signed, and told by every verification",
    )
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.accept is not None and len(arguments.accept.strip()) < 10:
        raise Refusal("--accept needs a reason of ten letters or more: who verifies the trail in ten years reads it.", code=2)
    with process_environment(arguments, "sealer") as additions:
        os.environ.update(additions)
        safety.check_sealing_database(os.environ["DATABASE_URL"])
        from simpul.config import sealer

        given = sealer.settings()
        if arguments.accept is None and not arguments.once:
            return sealer.main()
        try:
            own = sealer.connect(given)
        except SealingKeyUnusable as refusal:
            raise Refusal(str(refusal)) from None
        try:
            if arguments.accept is not None:
                print(f"Accepted, signed as seal {own.accept(arguments.accept.strip()).number}. Run: simpul audit_verify")
            else:
                made = own.catch_up()
                print(f"{sum(seal.row_count for seal in made):,} rows in {len(made):,} seals.")
        finally:
            own.connection.close()
    return 0
