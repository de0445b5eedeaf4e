"""The inbox as it happens: server-sent events, woken by the database.

A stream is an async generator that holds no database connection while it waits. Each process has one connection that
listens for all of its streams; what it hears is only whose inbox changed, and each stream then looks for itself, as
its own user. Losing that connection loses nothing: everybody looks again when it is back.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

import psycopg
from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection

from simpul.iam.public import actor_for, session_lives
from simpul.messaging.policies import may_read
from simpul.messaging.selectors import InboxState, inbox_state
from simpul.platform.actor import Actor
from simpul.platform.db import scope

logger = logging.getLogger("simpul.messaging")

CHANNEL = "simpul_inbox"
HEARTBEAT_SECONDS = 15.0
# A stream ends by itself now and then, so that a deployment or a changed proxy meets no connection of last week.
LIFE_SECONDS = 600.0
RETRY_MS = 3000
_BACK_OFF_SECONDS = (0.2, 1.0, 3.0)
_NOT_LIBPQ = {"cursor_factory", "context", "prepare_threshold", "pool", "server_side_binding", "assume_role", "isolation_level"}


class _Hub:
    """Wakes the streams of this process whose user's inbox changed."""

    def __init__(self) -> None:
        self._bells: dict[UUID, set[asyncio.Event]] = {}
        self._listening: asyncio.Task[None] | None = None

    @contextmanager
    def bell(self, user_id: UUID) -> Iterator[asyncio.Event]:
        """An event that is set whenever the user's inbox may have changed."""
        bell = asyncio.Event()
        self._bells.setdefault(user_id, set()).add(bell)
        if self._listening is None or self._listening.done():
            self._listening = asyncio.ensure_future(self._listen())
        try:
            yield bell
        finally:
            self._bells[user_id].discard(bell)
            if not self._bells[user_id]:
                del self._bells[user_id]
            if not self._bells and self._listening is not None:
                self._listening.cancel()
                self._listening = None

    def _ring(self, user_id: UUID | None = None) -> None:
        for key in [user_id] if user_id else list(self._bells):
            for bell in self._bells.get(key, ()):
                bell.set()

    async def _listen(self) -> None:
        failures = 0
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(**_parameters(), autocommit=True) as listener:
                    await listener.execute(f"LISTEN {CHANNEL}")
                    failures = 0
                    self._ring()  # whatever was told while nobody listened
                    async for heard in listener.notifies():
                        self._ring(UUID(heard.payload))
            except (psycopg.Error, OSError):
                logger.warning("The inbox's listening connection is lost; it is opened again.")
            await asyncio.sleep(_BACK_OFF_SECONDS[min(failures, len(_BACK_OFF_SECONDS) - 1)])
            failures += 1


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, _Hub] = WeakKeyDictionary()


async def stream(*, actor: Actor, session_key: str, known: str) -> AsyncIterator[str]:
    """The events of one reader until the session ends; `known` is the mark of the inbox that the reader has seen."""
    # The request's own connection goes back to the pool before the first wait.
    await sync_to_async(_release, thread_sensitive=True)()
    hub = _hubs.setdefault(asyncio.get_running_loop(), _Hub())
    until = time.monotonic() + LIFE_SECONDS
    with hub.bell(actor.id) as bell:
        yield f"retry: {RETRY_MS}\n\n"
        while time.monotonic() < until:
            bell.clear()
            try:
                state = await sync_to_async(_look, thread_sensitive=False)(actor, session_key)
            except DatabaseError:
                return  # the reader comes back by itself
            if state is None:
                yield "event: end\ndata: {}\n\n"
                return
            if state.mark != known:
                known = state.mark
                yield f"id: {known}\nevent: inbox\ndata: {json.dumps({'unread': state.unread, 'capped': state.capped, 'mark': known})}\n\n"
            else:
                yield ": \n\n"
            try:
                await asyncio.wait_for(bell.wait(), HEARTBEAT_SECONDS)
            except TimeoutError:
                continue


def _look(actor: Actor, session_key: str) -> InboxState | None:
    """The reader's inbox now, or None when the session is over or the right to read it is gone."""
    try:
        present = actor_for(actor.id) if session_lives(session_key, actor.id) else None
        if present is None or not may_read(present):
            return None
        with scope(present):
            return inbox_state(present)
    finally:
        _release()


def _release() -> None:
    if not connection.in_atomic_block:
        connection.close()


def _parameters() -> dict[str, Any]:
    return {name: value for name, value in connection.get_connection_params().items() if name not in _NOT_LIBPQ}
