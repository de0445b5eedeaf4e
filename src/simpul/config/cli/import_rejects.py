"""`simpul import-rejects`: the rows that an import refused, to be corrected and sent again."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from uuid import UUID

from simpul.config.cli import Refusal
from simpul.config.cli.imports import profile_path_of
from simpul.config.cli.installation import add_data_argument, process_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=UUID, help="the import's id, as `simpul import` told it")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="where to write the rows with their reasons (CSV)")
    parser.add_argument("--file", metavar="SOURCE", help="which source file's rows, where several files have refused rows")
    parser.add_argument("--profile", help="the profile of the import, where it is not a shipped one")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.iam.public import system_actor
        from simpul.imports.public import load_profile, rejects_export, run_get
        from simpul.platform.db import scope
        from simpul.platform.errors import DomainError

        try:
            with scope(system_actor()):
                facts = run_get(arguments.run)
            profile = load_profile(profile_path_of(arguments.profile or facts.profile))
            # Refused rows carry personal data.
            with open(arguments.output, "w", encoding="utf-8-sig", newline="", opener=lambda path, flags: os.open(path, flags, 0o600)) as output:
                written = rejects_export(actor=system_actor(), run_id=facts.id, output=output, profile=profile, file=arguments.file)
        except DomainError as refusal:
            raise Refusal(refusal.detail.en) from None
    print(f"{written:,} refused rows are in {arguments.output}.")
    return 0
