"""`simpul serve`: the web server alone."""

from __future__ import annotations

import argparse
import os

from simpul.config import safety, web
from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.config.supervisor import Child, Supervisor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data_argument(parser)
    parser.add_argument("--port", type=int, help="the port to listen on (SIMPUL_PORT, else 8000)")


def run(arguments: argparse.Namespace) -> int:
    if arguments.port:
        os.environ["SIMPUL_PORT"] = str(arguments.port)
    with process_environment(arguments, "web") as additions:
        environment = {**os.environ, **additions}
        safety.check_settings(environment)
        safety.check_database(environment["DATABASE_URL"])
        return Supervisor([Child("web", web.command(environment), environment)]).run()
