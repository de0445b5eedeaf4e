"""`simpul synth`: customers, transactions and cases in volume, the same for the same seed."""

from __future__ import annotations

import argparse
import os
import sys

from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.config.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    for name, default in (("customers", 1_000), ("transactions", 10_000), ("cases", 0), ("timeline", 0)):
        parser.add_argument(f"--{name}", type=_count, default=default, metavar="N", help=f"how many (default: {default:,})")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed makes the same data (default: 1)")
    add_data_argument(parser)


def _count(text: str) -> int:
    plain = text.replace("_", "").replace(",", "")
    if not plain.isdigit() or int(plain) > 100_000_000:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 100,000,000, not {text!r}")
    return int(plain)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "migrate") as owner, process_environment(arguments, "worker") as environment:
        owner_url = owner.get("DATABASE_URL") or os.environ.get("DATABASE_URL", "")
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.config.demonstration import synthesise

        made = synthesise(
            customers=arguments.customers,
            transactions=arguments.transactions,
            cases=arguments.cases,
            timeline=arguments.timeline,
            seed=arguments.seed,
            owner_url=owner_url,
            progress=Progress(sys.stderr),
        )
    print("Made " + ", ".join(f"{count:,} {name}" for name, count in made.items()) + ".")
    return 0
