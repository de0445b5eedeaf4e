"""`simpul db_url`: the address of a demonstration's database, for psql and backups."""

from __future__ import annotations

import argparse
from pathlib import Path

from simpul.config.bootstrap import keys as key_files
from simpul.config.bootstrap.database import LOGIN_ROLES, address
from simpul.config.cli import Refusal
from simpul.config.cli.installation import DATABASE, cluster_of, default_directory
from simpul.platform.embedded import binaries


def add_arguments(parser: argparse.ArgumentParser) -> None:
    logins = [role.removeprefix("simpul_") for role in LOGIN_ROLES]
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data directory (default: .simpul/demo)")
    parser.add_argument("--as", dest="login", choices=(*logins, "superuser"), default="backup", help="whose login (default: backup, which only reads)")
    parser.add_argument("--bin", action="store_true", help="print the directory of psql, pg_dump and pg_restore instead")


def run(arguments: argparse.Namespace) -> int:
    if arguments.bin:
        print(binaries.packaged() / "bin")
        return 0
    directory = (arguments.data or default_directory()).absolute()
    keys = key_files.load(key_files.key_file(directory))
    cluster = cluster_of(directory, keys)
    if not cluster.exists or cluster.pid() is None:
        raise Refusal(f"The database of {directory} is not running. Start it with: ./simpul demo --data {directory}")
    role = key_files.SUPERUSER if arguments.login == "superuser" else f"simpul_{arguments.login}"
    print(address(cluster.url(), role, keys["database"][role], DATABASE))
    return 0
