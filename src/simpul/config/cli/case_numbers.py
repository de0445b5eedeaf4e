"""`simpul case_numbers`: whether the cases of each branch and year are numbered from one without a gap."""

from __future__ import annotations

import argparse
import os

from simpul.config.cli.installation import add_data_argument, process_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, help="only the numbers of this year (default: all)")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.iam.public import system_actor
        from simpul.platform.db import scope

        with scope(system_actor()):
            return check_numbers(arguments.year)


def check_numbers(year: int | None = None) -> int:
    """Print what each branch and year has, and every number that is missing; the exit code is 1 when one is."""
    from simpul.cases.selectors.numbers import count_numbers

    found = count_numbers(year)
    for row in found:
        gaps = f"; missing: {', '.join(row.missing_numbers)}" if row.gaps else ""
        print(f"{row.year} {row.branch_code}: {row.cases} cases, last number {row.last}{gaps}")
    missing = sum(len(row.gaps) for row in found)
    print(f"{missing} numbers are missing" if missing else "every case is numbered without a gap")
    return 1 if missing else 0
