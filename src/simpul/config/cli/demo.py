"""`simpul demo`: database, tables, front end, data, web server and worker on this machine, by one command."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from simpul.config.cli import Refusal
from simpul.config.cli.installation import default_directory
from simpul.config.demo_run import DemoRun


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=_default_port(), help="the port to listen on (default: SIMPUL_PORT, else 8000)")
    parser.add_argument("--data", type=Path, default=None, metavar="DIR", help="where database, keys and uploads live (default: .simpul/demo)")
    parser.add_argument("--reset", action="store_true", help="delete what DIR holds and begin afresh")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")


def _default_port() -> int:
    text = os.environ.get("SIMPUL_PORT", "8000")
    return int(text) if text.isdigit() else 8000


def run(arguments: argparse.Namespace) -> int:
    if not 1 <= arguments.port <= 65535:
        raise Refusal(f"--port must be between 1 and 65535, not {arguments.port}.", code=2)
    directory = (arguments.data or default_directory()).absolute()
    demo = DemoRun(directory, arguments.port, browser=not arguments.no_browser)
    with demo.claimed():
        if arguments.reset and demo.exists():
            _confirm(directory)
            demo.reset()
        return demo.run()


def _confirm(directory: Path) -> None:
    if not sys.stdin.isatty():
        return
    print(f"Everything in {directory} will be deleted: database, keys and uploads.")
    if input("Type yes to go on: ").strip().lower() not in ("yes", "ya"):
        raise Refusal("Nothing was deleted.")
