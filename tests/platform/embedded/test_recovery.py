"""After kill -9 of any process the next start recovers and every committed row is there."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress

import psycopg
import pytest

from simpul.platform.embedded import processes
from simpul.platform.embedded.errors import EmbeddedError
from simpul.platform.embedded.server import Cluster


def commit_rows(cluster: Cluster, count: int) -> None:
    with psycopg.connect(cluster.url()) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (i int)")
        connection.execute("INSERT INTO kept SELECT generate_series(1, %s)", [count])


def count_rows(cluster: Cluster) -> object:
    with psycopg.connect(cluster.url()) as connection:
        row = connection.execute("SELECT count(*) FROM kept").fetchone()
        return row[0] if row else None


def test_a_killed_postmaster(durable_cluster):
    cluster = durable_cluster
    cluster.start()
    commit_rows(cluster, 1000)
    port = cluster.port

    os.kill(cluster.pid(), signal.SIGKILL)

    assert cluster.start() is True
    assert count_rows(cluster) == 1000
    assert cluster.port == port


def test_every_process_killed_at_once(durable_cluster):
    cluster = durable_cluster
    cluster.start()
    commit_rows(cluster, 500)

    for pid in processes.working_in(cluster.data):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    assert cluster.start() is True
    assert count_rows(cluster) == 500


def test_a_session_that_outlives_its_postmaster_is_ended(durable_cluster):
    cluster = durable_cluster
    cluster.start()
    commit_rows(cluster, 10)
    busy = psycopg.connect(cluster.url(), autocommit=True)
    sleeper = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import psycopg, sys; psycopg.connect(sys.argv[1]).execute('SELECT sum(i) FROM generate_series(1, 2000000000) i')",
            cluster.url(),
        ],
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 20
    while busy.execute("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT sum%'").fetchone() != (1,):
        assert time.monotonic() < deadline

    os.kill(cluster.pid(), signal.SIGKILL)

    assert cluster.start() is True
    assert count_rows(cluster) == 10
    sleeper.wait(timeout=10)


def test_a_lock_file_that_names_a_foreign_process(durable_cluster):
    cluster = durable_cluster
    cluster.start()
    commit_rows(cluster, 7)
    for pid in processes.working_in(cluster.data):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    lock = cluster.data / "postmaster.pid"
    lines = lock.read_text().splitlines()
    lock.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")

    assert cluster.pid() is None
    assert cluster.start() is True
    assert count_rows(cluster) == 7


def test_an_interrupted_creation_begins_again(cluster):
    cluster.start()
    cluster.stop()
    shutil.move(cluster.data, cluster.home / "data.new")

    assert not cluster.exists
    assert cluster.start() is True
    assert not (cluster.home / "data.new").exists()


def test_an_interrupted_removal_is_finished(cluster):
    cluster.start()
    commit_rows(cluster, 3)
    cluster.stop()
    shutil.move(cluster.data, cluster.home / "data.removed")
    shutil.rmtree(cluster.home / "log")

    assert not cluster.exists
    assert cluster.start() is True
    assert not (cluster.home / "data.removed").exists()
    with psycopg.connect(cluster.url()) as connection:
        assert connection.execute("SELECT to_regclass('kept')").fetchone() == (None,)


def test_a_half_deleted_database_is_not_taken_for_none(cluster):
    cluster.start()
    cluster.stop()
    (cluster.data / "PG_VERSION").unlink()

    with pytest.raises(EmbeddedError, match="is incomplete: PG_VERSION is missing"):
        cluster.start()


def test_a_lost_port_file_gives_a_new_port(cluster):
    cluster.start()
    cluster.stop()
    (cluster.home / "server.json").unlink()

    cluster.start()

    assert json.loads((cluster.home / "server.json").read_text())["port"] == cluster.port > 0
