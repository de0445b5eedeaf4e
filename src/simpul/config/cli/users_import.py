"""`simpul users_import`: people from a CSV file, all of it or nothing, each with a one-time link where asked for."""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.config.cli import Refusal
from simpul.config.cli.addresses import add_address_argument, address_of, link
from simpul.config.cli.organisation_files import add_file_arguments, bring, shown

if TYPE_CHECKING:
    from simpul.config.organisation.bringing import Outcome
    from simpul.config.organisation.tables import Table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_file_arguments(parser)
    parser.add_argument("--links", type=Path, metavar="FILE", help="write a one-time link for each new user to FILE (CSV that only you can read)")
    parser.add_argument("--renew-links", action="store_true", help="with --links: also for those of the file who are there and never set a password")
    add_address_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.renew_links and not arguments.links:
        raise Refusal("--renew-links needs --links FILE.", code=2)
    address = address_of(arguments) if arguments.links else ""
    if arguments.links and arguments.links.exists():
        raise Refusal(f"{arguments.links} exists; links are never written over others.")
    return bring(arguments, _columns, ("username", "full_name", "email", "roles"), lambda table: _act(table, arguments, address))


def _columns() -> Mapping[str, str]:
    from simpul.config.organisation.bringing import USER_COLUMNS

    return USER_COLUMNS


def _act(table: Table, arguments: argparse.Namespace, address: str) -> Outcome:
    from simpul.config.organisation.bringing import users_bring

    kept = False

    def keep(outcome: Outcome) -> None:
        nonlocal kept
        _write(outcome, arguments.links, address)
        kept = True

    try:
        outcome = users_bring(
            table, dry_run=arguments.dry_run, links=arguments.links is not None, renew=arguments.renew_links, keep=keep, progress=shown(table)
        )
    except BaseException:
        if kept:
            # What was written are links of people who were not added after all.
            arguments.links.unlink(missing_ok=True)
        raise
    if kept:
        print(f"{len(outcome.links):,} links are in {arguments.links}. Hand each to its person alone, then delete the file.", file=sys.stderr)
    return outcome


def _write(outcome: Outcome, target: Path, address: str) -> None:
    """Whoever holds a link becomes that person: the file is for its owner only, and on disk before anything is committed."""
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise Refusal(f"{target} cannot be written: {error.strerror}. Nothing was changed.") from None
    try:
        with open(handle, "w", encoding="utf-8", newline="") as output:
            writer = csv.writer(output)
            writer.writerow(["username", "full_name", "email", "link", "until"])
            for each in outcome.links:
                writer.writerow([each.username, each.full_name, each.email, link(address, each.token), f"{each.ends_at:%Y-%m-%d %H:%M} UTC"])
            output.flush()
            os.fsync(output.fileno())
    except OSError as error:
        target.unlink(missing_ok=True)
        raise Refusal(f"{target} cannot be written: {error.strerror}. Nothing was changed.") from None
