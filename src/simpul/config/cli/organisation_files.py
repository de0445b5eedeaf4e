"""What the commands that bring branches, units and users have in common."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.config.progress import Progress

if TYPE_CHECKING:
    from simpul.config.organisation.bringing import Outcome
    from simpul.config.organisation.tables import Table

MOST_TOLD = 500
WITHOUT_A_BAR = 100


def add_file_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, --dry-run and --data."""
    parser.add_argument("file", type=Path, help="a CSV file in UTF-8 with a header (docs/going-live.md)")
    parser.add_argument("--dry-run", action="store_true", help="only try it: tell what would come of each row, and change nothing")
    add_data_argument(parser)


def bring(arguments: argparse.Namespace, columns: Callable[[], Mapping[str, str]], required: Sequence[str], act: Callable[[Table], Outcome]) -> int:
    """Read the file, let `act` bring it in, and say what came of it; exit code 1 when rows were refused."""
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.config.organisation.tables import TableUnreadable, table_read
        from simpul.platform.text import speaking

        try:
            table = table_read(arguments.file, columns(), required)
        except TableUnreadable as trouble:
            raise Refusal(str(trouble)) from None
        with speaking("en"):
            outcome = act(table)
    return _told(outcome, arguments.dry_run)


def shown(table: Table) -> Callable[[str, int, int], None]:
    """A bar for a file that takes its time; a short one needs none."""
    bar = Progress(sys.stderr)
    return (lambda label, done, total: bar(label, done, total)) if len(table.rows) > WITHOUT_A_BAR else (lambda label, done, total: None)


def _told(outcome: Outcome, dry_run: bool) -> int:
    for line, reason in outcome.refused[:MOST_TOLD]:
        print(f"line {line}: {reason}", file=sys.stderr)
    for note in outcome.notes[:MOST_TOLD]:
        print(f"note: {note}", file=sys.stderr)
    if outcome.refused:
        print(f"simpul: {len(outcome.refused):,} rows are refused for the reasons above. Nothing was changed.", file=sys.stderr)
        return 1
    counts = ", ".join(f"{outcome.counts[name]:,} {name.lower()}" for name in ("ADDED", "CHANGED", "UNCHANGED"))
    print(f"Would be: {counts}." if dry_run else f"{counts}.")
    return 0
