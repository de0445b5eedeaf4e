"""The worker process: runs jobs as SYSTEM, ends politely, and frees what a killed worker held."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.support.database import ROOT

_STATUS = "SELECT status::text, attempts FROM jobs.procrastinate_jobs WHERE task_name = %s"


@contextmanager
def working(address: str, settings: str = "tests.support.worker_settings") -> Iterator[subprocess.Popen[str]]:
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "SIMPUL_PROCESS": "worker",
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": str(ROOT),
    }
    process = subprocess.Popen([sys.executable, "-m", "simpul.config.worker"], env=environment, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(condition: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def defer(connection: psycopg.Connection[tuple[object, ...]], task: str, path: Path) -> None:
    connection.execute(
        "INSERT INTO jobs.procrastinate_jobs (task_name, queue_name, args, priority) VALUES (%s, 'default', jsonb_build_object('path', %s::text), 0)",
        [task, str(path)],
    )


@pytest.fixture
def owner(committed: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(committed, options="-c role=simpul_fixture", autocommit=True) as connection:
        yield connection


def test_jobs_run_as_system_under_the_worker_role_until_it_is_told_to_stop(committed, owner, tmp_path):
    defer(owner, "tests.tell", tmp_path / "told")
    with working(committed) as process:
        until(lambda: owner.execute(_STATUS, ["tests.tell"]).fetchone() == ("succeeded", 1))
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
    assert (tmp_path / "told").read_text() == "SYSTEM simpul_worker\n"


def test_a_job_of_a_killed_worker_runs_again_once_the_worker_has_been_silent_long_enough(committed, owner, tmp_path):
    attempts = tmp_path / "attempts"
    defer(owner, "tests.hang_once", attempts)
    with working(committed) as process:
        until(attempts.exists)
        process.kill()
        process.wait()
    assert owner.execute(_STATUS, ["tests.hang_once"]).fetchone() == ("doing", 0)

    with working(committed) as process:
        until(lambda: owner.execute("SELECT count(*) FROM jobs.procrastinate_workers").fetchone() == (2,))
        assert owner.execute(_STATUS, ["tests.hang_once"]).fetchone() == ("doing", 0)
        process.kill()
        process.wait()
    owner.execute("UPDATE jobs.procrastinate_workers SET last_heartbeat = now() - interval '31 seconds'")
    with working(committed):
        until(lambda: owner.execute(_STATUS, ["tests.hang_once"]).fetchone() == ("succeeded", 2))
    assert attempts.read_text() == "attempt\n" * 2


def test_a_job_that_keeps_taking_its_worker_down_is_given_up(committed, owner, tmp_path):
    defer(owner, "tests.hang_once", tmp_path / "attempts")
    with working(committed) as process:
        until(lambda: (tmp_path / "attempts").exists() and (tmp_path / "attempts").read_text() == "attempt\n")
        process.kill()
        process.wait()
    owner.execute("UPDATE jobs.procrastinate_workers SET last_heartbeat = now() - interval '31 seconds'")
    owner.execute("UPDATE jobs.procrastinate_jobs SET attempts = 7 WHERE task_name = 'tests.hang_once'")
    with working(committed):
        until(lambda: owner.execute(_STATUS, ["tests.hang_once"]).fetchone() == ("failed", 8))
    assert (tmp_path / "attempts").read_text() == "attempt\n"


def test_what_a_job_defers_belongs_to_its_own_transaction(committed, owner, tmp_path):
    defer(owner, "tests.defer_and_fail", tmp_path / "never")
    with working(committed):
        until(lambda: (owner.execute(_STATUS, ["tests.defer_and_fail"]).fetchone() or [""])[0] == "failed")
    assert owner.execute(_STATUS, ["tests.tell"]).fetchone() is None

    defer(owner, "tests.defer_in_time", tmp_path / "told")
    with working(committed):
        until(lambda: owner.execute(_STATUS, ["tests.tell"]).fetchone() == ("succeeded", 1))
    assert (tmp_path / "told").read_text() == "first\nSYSTEM simpul_worker\n"
