"""Waiting for a database that does not answer, told once; a server that answers and refuses is not waited for."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import psycopg

_FIRST_SECONDS = 1.0
_LONGEST_SECONDS = 10.0
# What a server says that is about to come back, or has no place just now
_PASSING = ("starting up", "shutting down", "recovery", "not yet accepting", "too many clients", "remaining connection slots")


def is_passing(error: psycopg.OperationalError) -> bool:
    """Whether the server is unreachable or about to come back; a wrong password or database name stays wrong."""
    words = str(error)
    return "FATAL" not in words or any(passing in words for passing in _PASSING)


def wait_until_reached(
    attempt: Callable[[], None],
    *,
    stopping: threading.Event | None = None,
    say: Callable[[str], object] = lambda line: sys.stderr.write(f"simpul: {line}\n"),
) -> bool:
    """Try until the database answers; False when `stopping` was set meanwhile.

    Raises: whatever the attempt raises but an unreachable server; psycopg.OperationalError when the server refuses.
    """
    stopping, pause, waited = stopping or threading.Event(), _FIRST_SECONDS, False
    while not stopping.is_set():
        try:
            attempt()
        except psycopg.OperationalError as error:
            if not is_passing(error):
                raise
            if not waited:
                say("The database does not answer; waiting for it.")
            waited = True
            stopping.wait(pause)
            pause = min(_LONGEST_SECONDS, pause * 1.5)
        else:
            if waited:
                say("The database answers; going on.")
            return True
    return False
