"""`simpul config_import`: a file of `config_export`, compared first, brought in all or nothing."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

from simpul.config.cli import Refusal
from simpul.config.cli.installation import add_data_argument, process_environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the file that config_export wrote")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would change; exit code 1 when something stands against it")
    parser.add_argument(
        "--lowering-seen",
        action="store_true",
        help="go on although the changes marked LOWERS PROTECTION protect less than what is in force; compliance is told",
    )
    parser.add_argument("--reason", default="Configuration import", help="why; it stands in the trail")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    document = _read(arguments.file)
    with process_environment(arguments, "worker") as environment:
        os.environ.update(environment)
        import django

        django.setup()
        from simpul.iam.public import system_actor
        from simpul.oversight.services.configuration import configuration_import, configuration_preview
        from simpul.platform.db import scope
        from simpul.platform.errors import DomainError, Invalid
        from simpul.platform.text import speaking

        try:
            with speaking("en"), scope(actor := system_actor()):
                plan = configuration_preview(actor=actor, document=document)
                _tell(plan)
                if plan["problems"]:
                    raise Refusal("Nothing was changed: put the problems above right first.")
                if not arguments.dry_run and plan["lowering"] and not arguments.lowering_seen:
                    raise Refusal(f"Nothing was changed: {plan['lowering']} changes above lower protection. Look at them, then add --lowering-seen.")
                if not arguments.dry_run and plan["changes"]:
                    configuration_import(actor=actor, document=document, stands=plan["stands"], reason=arguments.reason, lowering_seen=arguments.lowering_seen)
        except Invalid as refusal:
            raise Refusal(next((message.en for message in refusal.fields.values()), refusal.detail.en)) from None
        except DomainError as refusal:
            raise Refusal(refusal.detail.en) from None
    count = len(plan["changes"])
    print("nothing to change" if not count else f"{count} changes would be made" if arguments.dry_run else f"{count} changes were made")
    return 0


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Refusal(f"{path} is no configuration file of Simpul.")
    return found


def _tell(plan: dict[str, Any]) -> None:
    for change in plan["changes"]:
        print(f"{'LOWERS PROTECTION ' if change['lowers'] else ''}{change['section_name']}: {change['sentence']}")
    for problem in plan["problems"]:
        print(f"PROBLEM {problem['path']}: {problem['message']}")
