"""kill -9 of everything while the demonstration is being made: the next start goes on, and nothing comes in twice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from simpul.config import demonstration
from tests.support.demo import SIMPUL, Demo, until


@pytest.fixture
def fresh() -> Iterator[Demo]:
    place = Path(tempfile.mkdtemp(prefix="simpul-chaos-"))
    place.chmod(0o755)
    demo = Demo(place)
    yield demo
    demo.kill_everything()
    shutil.rmtree(place, ignore_errors=True)


def kill_when(demo: Demo, words: str) -> None:
    """Start, and kill everything as soon as the output has the words."""
    command = [SIMPUL, "demo", "--data", str(demo.directory), "--port", str(demo.port), "--no-browser"]
    output = demo.place / "output"
    with output.open("w") as file:
        demo.process = subprocess.Popen(command, env=demo.environment(), stdin=subprocess.DEVNULL, stdout=file, stderr=file)
    until(lambda: words in output.read_text(), 180, words)
    demo.kill_everything()


def test_a_first_start_that_was_killed_on_the_way_ends_with_the_same_data(fresh, kills):
    moments = ("creating the database", "roles, schemas and tables", "Branches and users: 0 of", "Made customers", "Made transactions")
    for words in moments[-kills:]:
        kill_when(fresh, words)

    fresh.start()

    with psycopg.connect(fresh.database()) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("crm.customers", "crm.transactions", "iam.branches")]
        doubled = connection.execute(
            "SELECT count(*) FROM (SELECT source_key FROM crm.customers GROUP BY source_system, source_key HAVING count(*) > 1) d"
        ).fetchone()
    assert counts == [(demonstration.CUSTOMERS,), (demonstration.TRANSACTIONS,), (5,)]
    assert doubled == (0,)
