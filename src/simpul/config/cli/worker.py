"""`simpul worker`: background jobs alone."""

from __future__ import annotations

import argparse
import os

from simpul.config import safety
from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.config.waiting import wait_until_reached


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "worker", judged=False) as additions:
        os.environ.update(additions)
        safety.check_settings(os.environ)
        safety.check_trail_store(os.environ)
        wait_until_reached(lambda: safety.check_database(os.environ, "simpul_worker"))
        from simpul.config.worker import main

        return main()
