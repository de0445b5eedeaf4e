"""`simpul followup_run`: rotate the members of the follow-up programme now; a demonstration may do as if days had gone by."""

from __future__ import annotations

import argparse
import os
from datetime import timedelta

from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment

MOST_DAYS = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ahead-days", type=float, default=0, metavar="N", help=f"as if it were N days later, at most {MOST_DAYS}; in a demonstration only")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    if not 0 <= arguments.ahead_days <= MOST_DAYS:
        raise Refusal(f"--ahead-days takes 0 to {MOST_DAYS}.")
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        rotation_run(timedelta(days=arguments.ahead_days))
    return 0


def rotation_run(ahead: timedelta) -> None:
    """Run one rotation with the clock moved ahead, and print what it did.

    Raises: Refusal where the clock is fixed.
    """
    from simpul.followup.public import run_rotate
    from simpul.platform.clock import ClockIsFixed, shifted
    from simpul.platform.ids import uuid7

    try:
        with shifted(ahead):
            done = run_rotate(run_id=uuid7(), kind="REQUESTED")
    except ClockIsFixed as refusal:
        raise Refusal(f"{refusal} Without --ahead-days the run takes the present time.") from None
    assert done is not None  # the id is new
    print(f"due       {done.due}: {done.rotated} rotated, {done.stayed} stayed, {done.pending} pending")
    print(f"entered   {done.dealt} dealt, {done.returned} returned, {done.waiting} waiting; {done.departed} left, {done.deposits} kept by a deposit")
    print(f"report    /followup/runs/{done.id}")
