"""`simpul manage`: Django's own commands, with the environment of one of our processes."""

from __future__ import annotations

import argparse
import os

from simpul.config.cli.installation import add_data_argument, process_environment

_AS_OWNER = {"migrate", "makemigrations", "sqlmigrate", "showmigrations", "squashmigrations", "dbshell"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data_argument(parser)
    parser.add_argument("--as", dest="process", choices=("web", "worker", "migrate"), help="whose database role to use")


def run(arguments: argparse.Namespace) -> int:
    rest = arguments.rest or ["help"]
    process = arguments.process or ("migrate" if rest[0] in _AS_OWNER else "worker")
    with process_environment(arguments, process) as environment:
        os.environ.update(environment)
        from django.core.management import execute_from_command_line

        execute_from_command_line(["simpul manage", *rest])
    return 0
