"""Server-sent events, woken by the database: what every stream of the product shares.

A stream is an async generator that holds no database connection while it waits. Each process has one connection that
listens for all of its streams, on every channel that a domain announced at start. Losing that connection loses nothing:
every ear is told to look again when it is back. One user has a few streams at a time in each process, and none of them
holds a thread.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary, WeakSet

import psycopg
from asgiref.sync import SyncToAsync, sync_to_async
from django.db import connection
from django.http import StreamingHttpResponse

from simpul.platform.actor import Actor
from simpul.platform.errors import RateLimited
from simpul.platform.text import Text

logger = logging.getLogger("simpul.streams")

HEARTBEAT_SECONDS = 15.0
# A stream ends by itself now and then, so that a deployment or a changed proxy meets no connection of last week.
LIFE_SECONDS = 600.0
RETRY_MS = 3000
MOST_PER_USER = 5
BEAT = ": \n\n"
END = "event: end\ndata: {}\n\n"

_BACK_OFF_SECONDS = (0.2, 1.0, 3.0)
_NOT_LIBPQ = {"cursor_factory", "context", "prepare_threshold", "pool", "server_side_binding", "assume_role", "isolation_level"}
_channels: set[str] = set()
_TOO_MANY = Text(
    id="Paling banyak {most} halaman sekaligus yang menerima kabar langsung.",
    en="At most {most} pages at once receive live news.",
)


def announce(channel: str) -> str:
    """Have every process listen on a channel of the database; at start."""
    _channels.add(channel)
    return channel


class Ear:
    """What one stream hears: `bell` is set when there is something, `take` hands it over."""

    def __init__(self) -> None:
        self.bell = asyncio.Event()
        self._heard: list[str] = []
        self._missed = False

    def ring(self, payload: str | None = None) -> None:
        """Something was told; without a payload, nobody knows what."""
        if payload is None:
            self._missed = True
        else:
            self._heard.append(payload)
        self.bell.set()

    def take(self) -> tuple[list[str], bool]:
        """What was told since the last time, and whether something may have been missed."""
        found, missed = self._heard, self._missed
        self._heard, self._missed = [], False
        self.bell.clear()
        return found, missed

    async def pause(self, seconds: float) -> None:
        """Let what comes together come together."""
        await asyncio.sleep(max(0.0, seconds))

    async def wait(self, seconds: float) -> None:
        """Until the bell, or as long."""
        try:
            await asyncio.wait_for(self.bell.wait(), max(0.0, seconds))
        except TimeoutError:
            return


class _Hub:
    """Wakes the streams of this process: those of a channel, or those of a channel that wait for this very payload."""

    def __init__(self) -> None:
        self._ears: dict[tuple[str, str | None], set[Ear]] = {}
        self._listening: asyncio.Task[None] | None = None

    @contextmanager
    def ear(self, channel: str, payload: str | None) -> Iterator[Ear]:
        ear, key = Ear(), (channel, payload)
        self._ears.setdefault(key, set()).add(ear)
        if self._listening is None or self._listening.done():
            self._listening = asyncio.ensure_future(self._listen())
        try:
            yield ear
        finally:
            self._ears[key].discard(ear)
            if not self._ears[key]:
                del self._ears[key]
            if not self._ears and self._listening is not None:
                self._listening.cancel()
                self._listening = None

    async def _listen(self) -> None:
        failures = 0
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(**_parameters(), autocommit=True) as listener:
                    await listener.execute("; ".join(f"LISTEN {channel}" for channel in sorted(_channels)))
                    failures = 0
                    for ears in self._ears.values():  # whatever was told while nobody listened
                        for ear in ears:
                            ear.ring()
                    async for heard in listener.notifies():
                        for key in ((heard.channel, heard.payload), (heard.channel, None)):
                            for ear in self._ears.get(key, ()):
                                ear.ring(heard.payload)
            except (psycopg.Error, OSError):
                logger.warning("The listening connection of the streams is lost; it is opened again.")
            await asyncio.sleep(_BACK_OFF_SECONDS[min(failures, len(_BACK_OFF_SECONDS) - 1)])
            failures += 1


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, _Hub] = WeakKeyDictionary()


@contextmanager
def ear(channel: str, payload: str | None = None) -> Iterator[Ear]:
    """Listen while the stream lasts: to a whole channel, or to what is told to one address of it."""
    with _hubs.setdefault(asyncio.get_running_loop(), _Hub()).ear(channel, payload) as found:
        yield found


class _Open:
    """A stream that is open: its events, until it is closed or forgotten."""

    def __init__(self, user_id: UUID, events: AsyncIterator[str]) -> None:
        self._user_id, self._events = user_id, events

    def __aiter__(self) -> AsyncIterator[str]:
        return self._events

    def close(self) -> None:
        """The answer is over, however it ended."""
        with _opening:
            _open.get(self._user_id, WeakSet()).discard(self)


# What is forgotten by everybody else is gone from here as well: an answer that never began holds no place.
_open: dict[UUID, WeakSet[_Open]] = {}
_opening = threading.Lock()


def respond(actor: Actor, events: AsyncIterator[str]) -> StreamingHttpResponse:
    """The events as an answer.

    Raises: RateLimited when the user has as many streams open in this process as one may have.
    """
    stream = _Open(actor.id, events)
    with _opening:
        for user_id in [each for each, streams in _open.items() if not streams]:
            del _open[user_id]
        mine = _open.setdefault(actor.id, WeakSet())
        if len(mine) >= MOST_PER_USER:
            raise RateLimited(int(HEARTBEAT_SECONDS), _TOO_MANY.format(most=MOST_PER_USER))
        mine.add(stream)
    response = StreamingHttpResponse(stream, content_type="text/event-stream")
    response["X-Accel-Buffering"] = "no"
    return response


async def begin() -> str:
    """What a stream says first; the request's own connection and thread are given back before that."""
    await detach()
    return f"retry: {RETRY_MS}\n\n"


async def detach() -> None:
    """Give back the connection and the thread of a request that will only wait from now on."""
    await sync_to_async(release, thread_sensitive=True)()
    context = SyncToAsync.thread_sensitive_context.get(None)
    thread = SyncToAsync.context_to_thread_executor.pop(context, None) if context is not None else None
    if thread is not None:
        thread.shutdown(wait=False)


def release() -> None:
    """Give this thread's connection back."""
    if not connection.in_atomic_block:
        connection.close()


def _parameters() -> dict[str, Any]:
    return {name: value for name, value in connection.get_connection_params().items() if name not in _NOT_LIBPQ}
