"""`simpul db_url`: the address of a database with one login's password, for settings, psql and backups."""

from __future__ import annotations

import argparse
from pathlib import Path
from urllib.parse import quote

from simpul.config.bootstrap import keys as key_files
from simpul.config.bootstrap.database import LOGIN_ROLES, address
from simpul.config.cli import Refusal
from simpul.config.cli.installation import DATABASE, cluster_of, default_directory
from simpul.platform.embedded import binaries


def add_arguments(parser: argparse.ArgumentParser) -> None:
    logins = [role.removeprefix("simpul_") for role in LOGIN_ROLES]
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data directory (default: .simpul/demo)")
    parser.add_argument("--as", dest="login", choices=(*logins, "superuser"), default="backup", help="whose login (default: backup, which only reads)")
    parser.add_argument("--keys", type=Path, metavar="FILE", help="the key file with the password, for a given server")
    parser.add_argument("--server", metavar="HOST:PORT/DATABASE", help="the given server, such as 'db.example:5432/simpul?sslmode=verify-full'")
    parser.add_argument("--bin", action="store_true", help="print the directory of psql, pg_dump and pg_restore instead")


def run(arguments: argparse.Namespace) -> int:
    if arguments.bin:
        print(binaries.packaged() / "bin")
        return 0
    if arguments.keys or arguments.server:
        print(_given(arguments.keys, arguments.server, arguments.login))
        return 0
    directory = (arguments.data or default_directory()).absolute()
    keys = key_files.load(key_files.key_file(directory))
    cluster = cluster_of(directory, keys)
    if not cluster.exists or cluster.pid() is None:
        raise Refusal(f"The database of {directory} is not running. Start it with: ./simpul demo --data {directory}")
    role = key_files.SUPERUSER if arguments.login == "superuser" else f"simpul_{arguments.login}"
    print(address(cluster.url(), role, keys["database"][role], DATABASE))
    return 0


def _given(keys: Path | None, server: str | None, login: str) -> str:
    """The address on a given server: what follows the host, such as the rule for TLS, stays as it was written."""
    if keys is None or server is None or "@" in server or "://" in server:
        raise Refusal("For a given server say both: --keys FILE --server HOST:PORT/DATABASE, without a name and password.", code=2)
    password = key_files.load(keys)["database"].get(f"simpul_{login}")
    if password is None:
        raise Refusal(f"{keys} holds no password of {login}.")
    return f"postgresql://simpul_{login}:{quote(password, safe='')}@{server}"
