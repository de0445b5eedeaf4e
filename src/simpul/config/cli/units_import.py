"""`simpul units_import`: units from a CSV file, all of it or nothing."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING

from simpul.config.cli.organisation_files import add_file_arguments, bring, shown

if TYPE_CHECKING:
    from simpul.config.organisation.bringing import Outcome
    from simpul.config.organisation.tables import Table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_file_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    return bring(arguments, _columns, ("code", "name"), lambda table: _act(table, arguments.dry_run))


def _columns() -> Mapping[str, str]:
    from simpul.config.organisation.bringing import UNIT_COLUMNS

    return UNIT_COLUMNS


def _act(table: Table, dry_run: bool) -> Outcome:
    from simpul.config.organisation.bringing import units_bring

    return units_bring(table, dry_run=dry_run, progress=shown(table))
