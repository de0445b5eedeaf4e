"""Jobs and timers for tests of the worker: some tell who runs them, some end badly, some take long enough to be killed."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from procrastinate import RetryStrategy

from simpul.platform.actor import current_actor
from simpul.platform.db import execute, query
from simpul.platform.jobs import defer, job
from simpul.platform.text import Text
from simpul.workflow.timers import Timer, TimerKind
from tests.support.registries import put


@job("tests.tell")
def tell(path: str) -> None:
    """Write who acts and under which database role."""
    actor = current_actor()
    role = query("SELECT current_user::text AS role, session_user::text AS login")[0]["role"]
    with Path(path).open("a") as file:
        file.write(f"{actor.kind if actor else 'nobody'} {role}\n")


@job("tests.hang_once", own_transactions=True)
def hang_once(path: str) -> None:
    """Hang at the first attempt, end at the second."""
    attempts = Path(path)
    with attempts.open("a") as file:
        file.write("attempt\n")
    if attempts.read_text().count("attempt") == 1:
        time.sleep(600)


@job("tests.defer_and_fail", retry=RetryStrategy(max_attempts=1))
def defer_and_fail(path: str) -> None:
    """Want another job, then fail: the other was never wanted."""
    defer("tests.tell", path=path)
    raise RuntimeError


@job("tests.defer_in_time")
def defer_in_time(path: str) -> None:
    """Want another job, and stay long enough for it to begin, if it could."""
    defer("tests.tell", path=path)
    time.sleep(3)
    Path(path).write_text("first\n")


def strike(timers: Sequence[Timer]) -> None:
    """Leave one mark for each timer, and one job for the set, slowly enough to be killed in between.

    Marks have no key: a second one for the same timer would be seen. The file tells when a set began and ended.
    """
    with Path(timers[0].data["log"]).open("a", buffering=1) as log:
        log.write(f"begin {os.getpid()}\n")
        for timer in timers:
            execute("INSERT INTO jobs.cache VALUES ('mark:' || gen_random_uuid(), %s, now() + interval '1 day')", (timer.key,))
            time.sleep(0.002)
        defer("tests.struck", keys=[timer.key for timer in timers])
        log.write(f"end {os.getpid()}\n")


@job("tests.struck")
def struck(keys: list[str]) -> None:
    """Nothing: that it was deferred is what counts."""


put(TimerKind("tests.strike", strike, Text(id="Uji", en="Test")))
