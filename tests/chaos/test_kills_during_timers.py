"""kill -9 of workers while timers fire: each timer leaves its effects exactly once, none is lost, none comes late."""

from __future__ import annotations

import random
import subprocess
import time
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import psycopg

from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.db import scope
from simpul.workflow.timers import NewTimer, schedule_many
from tests.config.test_worker import until, working
from tests.support import worker_tasks

_EACH = 250
_MARKS = "SELECT value FROM jobs.cache WHERE cache_key LIKE 'mark:%'"
_WAITING = "SELECT count(*) FROM crm.timers WHERE status <> 'FIRED'"
_DEFERRED = "SELECT jsonb_array_elements_text(args -> 'keys') FROM jobs.procrastinate_jobs WHERE task_name = 'tests.struck'"
_LATEST = "SELECT max(fired_at - greatest(due_at, %s)) FROM crm.timers WHERE key LIKE 'last:%%'"


def plan(name: str, number: int, log: Path, seconds: float) -> set[str]:
    """Schedule timers that come due over the next seconds, from a little in the past."""
    assert worker_tasks.strike
    start = clock.now() - timedelta(seconds=1)
    timers = [
        NewTimer(f"{name}:{each}", "tests.strike", "TEST", str(each), due_at=start + timedelta(seconds=seconds * each / number), data={"log": str(log)})
        for each in range(number)
    ]
    with scope(system_actor()):
        return schedule_many(timers)


def struck_in_the_middle(log: Path, process: subprocess.Popen[str]) -> bool:
    """Whether the killed process had begun a set that it never ended."""
    lines = log.read_text().splitlines() if log.exists() else []
    return lines.count(f"begin {process.pid}") > lines.count(f"end {process.pid}")


def test_no_timer_is_lost_or_doubled_however_often_workers_are_killed(committed, kills, report, tmp_path):
    log, chance, planned, in_the_middle = tmp_path / "sets", random.Random(3), set(), 0
    kills = max(3, kills)
    with psycopg.connect(committed, options="-c role=simpul_fixture", autocommit=True) as owner, ExitStack() as stack:
        workers = [stack.enter_context(working(committed)) for _ in range(2)]
        began = time.monotonic()
        for number in range(kills):
            planned |= plan(f"r{number}", _EACH, log, 2.0)
            sets = log.read_text().count("begin") if log.exists() else 0
            until(lambda sets=sets: log.exists() and log.read_text().count("begin") > sets, 60)
            time.sleep(chance.uniform(0, 0.8))
            victim = chance.randrange(2)
            workers[victim].kill()
            workers[victim].wait()
            in_the_middle += struck_in_the_middle(log, workers[victim])
            workers[victim] = stack.enter_context(working(committed))
        for worker in workers:
            worker.kill()
            worker.wait()
        # And once with nobody there at all when they come due.
        planned |= plan("last", _EACH, log, 2.0)
        time.sleep(2)
        restarted = clock.now()
        stack.enter_context(working(committed))
        until(lambda: owner.execute(_WAITING).fetchone() == (0,), 60)

        marks = Counter(value for (value,) in owner.execute(_MARKS).fetchall())
        deferred = Counter(key for (key,) in owner.execute(_DEFERRED).fetchall())
        (latest,) = owner.execute(_LATEST, [restarted]).fetchone()

    report(
        "timers",
        kills=kills,
        in_the_middle_of_a_set=in_the_middle,
        timers=len(planned),
        lost=len(planned - marks.keys()),
        doubled=sum(count > 1 for count in marks.values()),
        seconds_until_the_last_fired_after_the_restart=round(latest.total_seconds(), 1),
        seconds=round(time.monotonic() - began),
    )
    assert marks == deferred == Counter(planned)
    assert latest < timedelta(seconds=60)
