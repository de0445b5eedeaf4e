"""`simpul serve`: the web server alone."""

from __future__ import annotations

import argparse
import importlib
import os

from simpul.config import safety, web
from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment
from simpul.config.ports import port_held
from simpul.config.supervisor import Child, Supervisor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data_argument(parser)
    parser.add_argument("--port", type=int, help="the port to listen on (SIMPUL_PORT, else 8000)")


def run(arguments: argparse.Namespace) -> int:
    if arguments.port is not None:
        if not 1 <= arguments.port <= 65535:
            raise Refusal(f"--port must be between 1 and 65535, not {arguments.port}.", code=2)
        os.environ["SIMPUL_PORT"] = str(arguments.port)
    with process_environment(arguments, "web", judged=False) as additions:
        os.environ.update(additions)
        safety.check_settings(os.environ)
        # Read as the web processes will read them: what they would stumble over, each time anew, is refused here once.
        importlib.import_module("simpul.config.settings")
        host, port = os.environ.get("SIMPUL_HOST") or "127.0.0.1", int(os.environ.get("SIMPUL_PORT") or 8000)
        with port_held(host, port, "simpul serve"):
            safety.check_database(os.environ, "simpul_app")
            return Supervisor([Child("web", web.command(os.environ), dict(os.environ))], gives_up=True).run()
