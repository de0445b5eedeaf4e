"""`simpul rfm`: score all customers now, on the engine that is configured or another; rows, seconds and checksum."""

from __future__ import annotations

import argparse
import os

from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment

ENGINES = ("duckdb", "spark", "postgres")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", choices=ENGINES, help="where to compute (default: the setting)")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        scores_compute(arguments.engine)
    return 0


def scores_compute(engine: str | None) -> None:
    """Score all customers and print what came of it.

    Raises: Refusal.
    """
    from simpul.value.errors import ScoringIsNotAssessed, SparkIsMissing
    from simpul.value.services.scoring import rfm_compute

    try:
        run = rfm_compute(engine=engine.upper() if engine else None)
    except (ScoringIsNotAssessed, SparkIsMissing) as refusal:
        raise Refusal(f"{refusal.detail.en}. Nobody was scored.") from None
    times = run.times
    print(f"engine    {run.engine.lower()}")
    print(f"customers {run.customers} scored, {run.changed} rows changed")
    print(f"seconds   {times.exporting:.2f} export, {times.computing:.2f} compute, {times.loading:.2f} load, {run.writing:.2f} write")
    print(f"checksum  {run.checksum}")
