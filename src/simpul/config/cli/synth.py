"""`simpul synth`: customers, transactions and cases in volume, the same for the same seed."""

from __future__ import annotations

import argparse
import os
import sys

from simpul.config import safety
from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.config.environment import SettingInvalid
from simpul.config.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    for name, default in (("customers", 1_000), ("transactions", 10_000), ("cases", 0), ("timeline", 0)):
        parser.add_argument(f"--{name}", type=_count, default=default, metavar="N", help=f"how many (default: {default:,})")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed makes the same data (default: 1)")
    add_data_argument(parser)


def require_roles(owner_url: str, worker_url: str, *, with_cases: bool) -> None:
    """Ask for the roles that making volume takes.

    Raises: Refusal naming them, for a login that lacks one.
    """
    try:
        safety.check_role(worker_url, "simpul_worker")
        if with_cases:
            safety.check_role(owner_url, "simpul_owner")
    except SettingInvalid:
        wanted = "simpul_worker and simpul_owner" if with_cases else "simpul_worker"
        raise Refusal(f"synth needs a login that can act as {wanted}, such as an administrator's of the server. Nothing was made.") from None


def _count(text: str) -> int:
    plain = text.replace("_", "").replace(",", "")
    if not plain.isdigit() or int(plain) > 100_000_000:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 100,000,000, not {text!r}")
    return int(plain)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "migrate") as owner, process_environment(arguments, "worker", judged=False) as environment:
        owner_url = owner.get("DATABASE_URL") or os.environ.get("DATABASE_URL", "")
        # Before anything is made: customers are written as the worker, cases as the tables' owner as well.
        require_roles(owner_url, environment.get("DATABASE_URL") or owner_url, with_cases=arguments.cases > 0)
        safety.check_command({**os.environ, **environment}, "simpul_worker")
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
