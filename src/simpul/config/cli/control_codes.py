"""`simpul control_codes`: two sealed codes for an installation with one administrator, for two envelopes."""

from __future__ import annotations

import argparse
import os
import sys

from simpul.config.cli.acting import acting
from simpul.config.cli.installation import add_data_argument, process_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.control.services.codes import codes_make

        with acting() as actor:
            codes = codes_make(actor=actor)
    print("Write each code on a paper of its own and seal it; two people keep them. They work once, together. Former codes hold no more.", file=sys.stderr)
    for place, code in enumerate(codes, start=1):
        print(f"code {place}: {code}")
    return 0
