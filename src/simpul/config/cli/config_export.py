"""`simpul config_export`: the configuration in force as one file."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from simpul.config.cli.installation import add_data_argument, process_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="where to write it (JSON); it holds no secrets and no people")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.iam.public import system_actor
        from simpul.oversight.services.configuration import configuration_export
        from simpul.platform.db import scope

        with scope(actor := system_actor()):
            document = configuration_export(actor=actor)
    arguments.file.write_text(json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{arguments.file}: {len(document['sections'])} sections, SHA-256 {document['sha256']}")
    return 0
