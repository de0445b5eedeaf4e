"""`simpul db_upgrade`: an embedded database of an earlier major version of PostgreSQL, moved to this one."""

from __future__ import annotations

import argparse
from pathlib import Path

from simpul.config.bootstrap import keys as key_files
from simpul.config.cli.installation import cluster_of, default_directory
from simpul.platform.embedded.locks import claim
from simpul.platform.embedded.upgrade import upgrade


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data directory (default: .simpul/demo)")
    parser.add_argument("--old-bin", type=Path, required=True, metavar="DIR", help="the bin directory of the PostgreSQL that made the data")


def run(arguments: argparse.Namespace) -> int:
    directory = (arguments.data or default_directory()).absolute()
    lock = claim(directory / "demo.lock", directory)
    try:
        former = upgrade(cluster_of(directory, key_files.load(key_files.key_file(directory))), arguments.old_bin.absolute())
    finally:
        lock.close()
    print(f"Upgraded. The former data is in {former}; delete it when you are satisfied.")
    return 0
