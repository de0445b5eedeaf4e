"""Jobs for tests of the worker: one tells who runs it, one never ends the first time."""

from __future__ import annotations

import time
from pathlib import Path

from procrastinate import RetryStrategy

from simpul.platform.actor import current_actor
from simpul.platform.db import query
from simpul.platform.jobs import defer, job


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
