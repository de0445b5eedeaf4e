"""`simpul db_bootstrap`: what an administrator runs once on a given server."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from simpul.config import safety
from simpul.config.bootstrap import keys as key_files
from simpul.config.bootstrap.database import LOGIN_ROLES, bootstrap, script
from simpul.config.cli import Refusal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", action="store_true", help="run it on DATABASE_URL (an administrator's login) instead of printing it")
    parser.add_argument("--database", default="simpul", help="the database to create (default: simpul)")
    parser.add_argument("--keys", type=Path, help="set the logins' passwords to those of this key file (SIMPUL_KEYS_FILE by default)")


def run(arguments: argparse.Namespace) -> int:
    if not arguments.database.isidentifier() or arguments.database != arguments.database.lower():
        raise Refusal(f"A database name is made of lower-case letters, digits and underscores, not {arguments.database!r}.", code=2)
    if not arguments.run:
        print(script(arguments.database))
        return 0
    url = os.environ.get("DATABASE_URL")
    if not url:
        raise Refusal("Set DATABASE_URL to an administrator's login, such as postgresql://postgres:...@host/postgres.")
    safety.check_transport(os.environ)
    file = arguments.keys or Path(os.environ.get("SIMPUL_KEYS_FILE") or "")
    stored = key_files.load(file)["database"] if file.is_file() else {}
    passwords = {role: stored[role] for role in LOGIN_ROLES if role in stored}
    bootstrap(url, arguments.database, passwords=passwords)
    print(f"Database {arguments.database} and its roles are ready.")
    if not passwords:
        print("No passwords were set: give each login role one (ALTER ROLE simpul_app PASSWORD ...), or pass --keys FILE.")
    return 0
