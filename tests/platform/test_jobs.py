"""Jobs: deferred with the change that wants them, run as SYSTEM, at most one waiting for a key."""

from __future__ import annotations

import pytest
from procrastinate.contrib.django import app

from simpul.platform import jobs
from simpul.platform.db import execute, query, scope
from tests.support import people


@jobs.job("tests.note_the_actor")
def note_the_actor(note: str) -> None:
    execute("INSERT INTO jobs.cache (cache_key, value, expires) SELECT %s, iam.uid()::text, now() + interval '1 hour'", (note,))


def work() -> None:
    """Run what waits, in the worker's own way, until nothing is left."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, delete_jobs="never")


def test_a_job_runs_as_the_system_user(committed):
    people.organisation()
    with scope(people.actor("agent_mdn")):
        jobs.defer("tests.note_the_actor", note="siapa")

    work()

    assert query("SELECT value FROM jobs.cache WHERE cache_key = 'siapa'") == [{"value": "00000000-0000-7000-8000-000000000001"}]
    assert query("SELECT status::text FROM jobs.procrastinate_jobs WHERE task_name = 'tests.note_the_actor'") == [{"status": "succeeded"}]


def test_a_job_of_an_undone_change_does_not_exist(actor, trace):
    def deferred_and_undone() -> None:
        with scope(actor("agent_mdn")):
            jobs.defer("tests.note_the_actor", note="batal")
            raise KeyError("batal")

    with pytest.raises(KeyError):
        deferred_and_undone()

    assert trace() == {}


def test_one_job_waits_for_a_key(actor, trace):
    with scope(actor("agent_mdn")):
        for _ in range(3):
            jobs.defer("tests.note_the_actor", key="satu-saja", note="x")

    assert trace() == {"jobs": ["tests.note_the_actor"]}
