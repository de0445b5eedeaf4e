"""Merging on several database connections at once: preparing goes on in the caller, each lane merges what it is given.

Two chunks that run side by side may want the same new identifier or search word; the one that loses is simply tried
again. Within an open transaction there is one lane, the caller's own connection.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Callable, Generic, Iterator, TypeVar

from django.db import IntegrityError, OperationalError, connection
from psycopg.errors import DeadlockDetected, SerializationFailure

from simpul.iam.public import system_actor
from simpul.imports.targets import Loader, Staged
from simpul.platform.db import execute, scope

T = TypeVar("T")
Loaders = dict[str, Loader]
TRIES = 6


def lanes_possible() -> int:
    """How many lanes help: one for each of the first two processors and one for when those wait; one within a transaction."""
    return 1 if connection.in_atomic_block else min(3, 1 + (os.cpu_count() or 1))


def announced(loader: Loader, staged: Staged) -> None:
    """Let the loader tell ahead what the other lane would wait for until this lane's chunk is in."""
    if staged.ahead is not None:
        with scope(system_actor()):
            execute("SET LOCAL synchronous_commit = off")
            loader.announce(staged)


class Lanes(Generic[T]):
    """Takes items in groups: a group's items stay in order, groups run side by side.

    `open_loaders` makes the loaders of one connection, `take` merges one item in a transaction of its own.
    """

    def __init__(self, count: int, open_loaders: Callable[[], Loaders], take: Callable[[Loaders, T], None]) -> None:
        self.count, self.open_loaders, self.take = count, open_loaders, take
        self.failure: BaseException | None = None
        self.first = open_loaders()  # prepares for all lanes, and merges for the first

    def run(self, items: Iterator[tuple[int, T]]) -> None:
        """Merge everything; the first failure ends all lanes and is raised."""
        if self.count == 1:
            self._run_here(items)
        else:
            self._run_apart(items)

    def finish(self) -> None:
        """Let the loader of this connection finish."""
        for loader in self.first.values():
            loader.finish_file()

    def _run_here(self, items: Iterator[tuple[int, T]]) -> None:
        def prepare() -> tuple[int, T] | None:
            return next(items, None)

        with ThreadPoolExecutor(max_workers=1) as ahead:  # one item is prepared while the database takes the one before
            coming: Future[tuple[int, T] | None] = ahead.submit(copy_context().run, prepare)
            while (prepared := coming.result()) is not None:
                coming = ahead.submit(copy_context().run, prepare)
                self.take(self.first, prepared[1])

    def _run_apart(self, items: Iterator[tuple[int, T]]) -> None:
        waiting: list[queue.Queue[T | None]] = [queue.Queue(maxsize=2) for _ in range(self.count)]
        threads = [threading.Thread(target=copy_context().run, args=(self._lane, line), daemon=True) for line in waiting]
        for thread in threads:
            thread.start()
        try:
            for group, item in items:
                self._put(waiting[group % self.count], item)
            for line in waiting:
                self._put(line, None)
            for thread in threads:
                thread.join()
        except _Stopped:
            pass
        except BaseException as error:
            self.failure = self.failure or error
        for thread in threads:
            thread.join()
        if self.failure is not None:
            raise self.failure

    def _put(self, line: queue.Queue[T | None], item: T | None) -> None:
        while True:
            if self.failure is not None:
                raise _Stopped
            try:
                line.put(item, timeout=0.2)
                return
            except queue.Full:
                continue

    def _lane(self, line: queue.Queue[T | None]) -> None:
        try:
            loaders = self.open_loaders()
            while self.failure is None:
                try:
                    item = line.get(timeout=0.2)
                except queue.Empty:
                    continue
                if item is None:
                    return
                self._try(loaders, item)
        except BaseException as error:
            self.failure = self.failure or error
        finally:
            connection.close()

    def _try(self, loaders: Loaders, item: T) -> None:
        for turn in range(1, TRIES + 1):
            try:
                self.take(loaders, item)
                return
            except (IntegrityError, OperationalError) as error:
                lost = isinstance(error, IntegrityError) or isinstance(error.__cause__, (DeadlockDetected, SerializationFailure))
                if not lost or turn == TRIES:
                    raise
                time.sleep(0.05 * turn)


class _Stopped(Exception):
    """Another lane has failed."""
