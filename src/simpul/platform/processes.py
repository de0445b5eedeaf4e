"""Which processes of the product are there: each says so every ten seconds, with its version and its figures.

A process that was killed leaves its row, so that whoever looks sees when it was last there; one that ends takes it along.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from simpul import __version__
from simpul.platform import telemetry
from simpul.platform.ids import uuid7

BEAT_SECONDS = 10.0
SILENT = timedelta(seconds=30)
KEPT = timedelta(hours=1)
_BEAT = """
INSERT INTO jobs.processes AS p (process_id, kind, host, pid, version, figures) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (process_id) DO UPDATE SET seen_at = clock_timestamp(), figures = excluded.figures
"""
_END = "DELETE FROM jobs.processes WHERE process_id = %s"
_LIST = """
SELECT process_id AS id, kind, host, pid, version, started_at, seen_at, seen_at > clock_timestamp() - %s AS alive
FROM jobs.processes WHERE seen_at > clock_timestamp() - %s ORDER BY kind, started_at, process_id LIMIT 200
"""
_FIGURES = "SELECT kind, host, pid, figures FROM jobs.processes WHERE seen_at > clock_timestamp() - %s ORDER BY kind, host, pid"

logger = logging.getLogger("simpul.process")

Execute = Callable[[str, Sequence[Any]], Any]


@dataclass(frozen=True)
class ProcessFacts:
    """One process: what it does, where it runs, since when, and when it was last there."""

    id: UUID
    kind: str
    host: str
    pid: int
    version: str
    started_at: datetime
    seen_at: datetime
    alive: bool


class Heartbeat:
    """Says that this process is there. `execute` runs one statement on a connection of the caller's choice."""

    def __init__(self, kind: str, execute: Execute) -> None:
        self.id = uuid7()
        self.kind = kind
        self._execute = execute
        self._ending = threading.Event()

    def beat(self) -> None:
        """Say so once."""
        facts = (self.id, self.kind, socket.gethostname()[:100], os.getpid(), __version__, json.dumps(telemetry.figures()))
        self._execute(_BEAT, facts)

    def start(self) -> None:
        """Say so every ten seconds from a thread of its own, until the process ends."""
        threading.Thread(target=self._run, name="heartbeat", daemon=True).start()
        atexit.register(self._ending.set)

    def end(self) -> None:
        """Say that it ends."""
        self._ending.set()
        with suppress(Exception):
            self._execute(_END, (self.id,))

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                self.beat()
            except Exception:
                # A database that is away is everybody's trouble; the beat only misses.
                logger.info("The heartbeat did not reach the database.", exc_info=True)
            self._ending.wait(BEAT_SECONDS)


def on_django(sql: str, params: Sequence[Any]) -> None:
    """Run a statement on this thread's connection of Django's, which a long wait may have ended."""
    from django.db import close_old_connections, connection

    close_old_connections()
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
    finally:
        # The beat holds no connection of the pool while it waits.
        connection.close()


def processes() -> list[ProcessFacts]:
    """The processes that were there in the last hour."""
    from simpul.platform.db import query

    return [ProcessFacts(**row) for row in query(_LIST, (SILENT, KEPT))]


def published() -> list[dict[str, Any]]:
    """The figures of every process that is there."""
    from simpul.platform.db import query

    return query(_FIGURES, (SILENT,))


def forget() -> int:
    """Remove the rows of processes that were last there an hour ago."""
    from simpul.platform.db import execute

    return execute("DELETE FROM jobs.processes WHERE seen_at < clock_timestamp() - %s", (KEPT,))
