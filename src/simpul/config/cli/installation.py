"""Which installation a command works on: a data directory with its own database, or the server in DATABASE_URL."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simpul.config import safety
from simpul.config.bootstrap import keys as key_files
from simpul.config.bootstrap.database import address
from simpul.config.cli import Refusal
from simpul.config.environment import ROLE_OF_PROCESS
from simpul.platform.embedded.server import Cluster
from simpul.platform.embedded.testing import checkout

DATABASE = "simpul"
ROLE_OF_LOGIN = {
    "web": "simpul_app",
    "worker": "simpul_worker",
    "migrate": "simpul_migrate",
    "sealer": "simpul_sealer",
    "backup": "simpul_backup",
}


def add_data_argument(parser: argparse.ArgumentParser) -> None:
    """--data DIR, for commands that can also work on a data directory."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="work on the demonstration in DIR instead of DATABASE_URL (without either: .simpul/demo in the checkout)",
    )


def default_directory() -> Path:
    """Where the demonstration lives unless told otherwise."""
    return Path(os.environ.get("SIMPUL_DATA_DIR") or checkout() / ".simpul" / "demo")


@dataclass(frozen=True)
class Installation:
    """A directory of ours with keys, and the database that belongs to it."""

    directory: Path
    keys: Mapping[str, Any]
    admin_url: str
    cluster: Cluster | None

    @property
    def keys_file(self) -> Path:
        return key_files.key_file(self.directory)

    def url(self, process: str) -> str:
        """The address with the login that a process uses."""
        role = ROLE_OF_LOGIN[process]
        return address(self.admin_url, role, self.keys["database"][role], DATABASE)

    def environment(self, process: str) -> dict[str, str]:
        """What a process of this installation finds in its environment."""
        return {
            "DJANGO_SETTINGS_MODULE": "simpul.config.settings",
            "DATABASE_URL": self.url(process),
            "SIMPUL_PROCESS": process,
            "SIMPUL_DEMO": "1",
            "SIMPUL_DATA_DIR": str(self.directory),
            "SIMPUL_KEYS_FILE": str(self.keys_file),
            "SIMPUL_SEAL_KEY_FILE": str(self.keys_file.with_name("seal-key.json")),
            "SIMPUL_CHECKPOINTS_FILE": str(self.directory / "checkpoints" / "audit.ndjson"),
        }


def cluster_of(directory: Path, keys: Mapping[str, Any]) -> Cluster:
    """The embedded database of a data directory."""
    return Cluster(directory / "postgres", password=keys["database"][key_files.SUPERUSER])


@contextmanager
def process_environment(arguments: argparse.Namespace, process: str, *, judged: bool = True) -> Iterator[dict[str, str]]:
    """The environment for one process; starts the directory's database when it is down, and stops what it started.

    Login, tables and keys are judged first for whoever touches data (`web`, `worker`), unless the caller judges them itself.

    Raises: Refusal when there is neither DATABASE_URL nor a demonstration, SettingInvalid when DATABASE_URL leads over a network in clear, or
    login, tables or keys are not those of the installation; psycopg.OperationalError when the server cannot be reached.
    """
    with _environment(arguments, process) as additions:
        if judged and process in ("web", "worker"):
            safety.check_command({**os.environ, **additions}, ROLE_OF_PROCESS[process])
        yield additions


@contextmanager
def _environment(arguments: argparse.Namespace, process: str) -> Iterator[dict[str, str]]:
    data: Path | None = arguments.data
    if data is None and os.environ.get("DATABASE_URL"):
        safety.check_transport(os.environ)
        yield {"DJANGO_SETTINGS_MODULE": "simpul.config.settings", "SIMPUL_PROCESS": process}
        return
    directory = (data or default_directory()).absolute()
    file = key_files.key_file(directory)
    if not file.exists():
        raise Refusal(f"There is no demonstration in {directory}. Run ./simpul demo first, or set DATABASE_URL.")
    keys = key_files.load(file)
    cluster = cluster_of(directory, keys)
    if not cluster.exists:
        raise Refusal(f"The demonstration in {directory} uses a given server: set DATABASE_URL.")
    started = cluster.start()
    try:
        yield Installation(directory, keys, cluster.url(), cluster).environment(process)
    finally:
        if started:
            cluster.stop()
