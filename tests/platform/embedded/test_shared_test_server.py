"""The server for tests is shared by processes and stopped by the last one."""

from __future__ import annotations

import subprocess
import sys

import psycopg

from simpul.platform.embedded.server import Cluster
from tests.support import database

USE = (
    "import sys; from pathlib import Path; from simpul.platform.embedded.testing import test_server; "
    "print(test_server(Path(sys.argv[1])), flush=True); sys.stdin.read()"
)


def test_the_last_user_stops_the_server(place):
    users = [subprocess.Popen([sys.executable, "-c", USE, str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    addresses = {user.stdout.readline() for user in users}
    cluster = Cluster(place / "postgres", password="")

    assert len(addresses) == 1
    users[0].communicate(timeout=30)
    assert cluster.pid() is not None
    users[1].communicate(timeout=30)
    assert cluster.pid() is None


def test_a_template_is_made_once_however_often_it_is_asked_for():
    def made() -> tuple[object, ...] | None:
        with psycopg.connect(database.ADMIN) as admin:
            return admin.execute("SELECT oid FROM pg_database WHERE datname = %s", (database.template(),)).fetchone()

    assert made() == made() is not None
