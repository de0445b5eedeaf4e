"""The queue as it happens: which of the cases that a reader may list have changed, never what of them.

Every stream hears the ids of all changed cases and asks the database, as its own reader, which of them it may know of. What is
out of reach leaves no trace in the stream: nothing is sent for it, and heartbeats come at their own times, whatever was heard.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import DatabaseError

from simpul.cases.policies import may_list
from simpul.cases.selectors.queue import known_among
from simpul.iam.public import actor_for, session_lives
from simpul.platform import streams
from simpul.platform.actor import Actor
from simpul.platform.db import scope

CHANNEL = streams.announce("simpul_cases")
# Changes that come together are told together.
GATHER_SECONDS = 0.3
# More than so many changes at once are told as "look again".
MOST = 200


async def stream(*, actor: Actor, session_key: str) -> AsyncIterator[str]:
    """The events of one reader until the session ends; the first one says that the reader should look."""
    yield await streams.begin()
    began = time.monotonic()
    beat = began + streams.HEARTBEAT_SECONDS
    with streams.ear(CHANNEL) as ear:
        ear.ring()
        while time.monotonic() < began + streams.LIFE_SECONDS:
            await ear.wait(beat - time.monotonic())
            if ear.bell.is_set():
                await ear.pause(min(GATHER_SECONDS, beat - time.monotonic()))
            heard, missed = ear.take()
            ids = list(dict.fromkeys(UUID(each) for payload in heard for each in payload.split(",")))
            again = missed or len(ids) > MOST
            try:
                seen = await sync_to_async(_look, thread_sensitive=False)(actor, session_key, [] if missed else ids)
            except DatabaseError:
                return  # the reader comes back by itself
            if seen is None:
                yield streams.END
                return
            if missed or seen:
                yield f"event: cases\ndata: {json.dumps({'ids': [] if again else [str(each) for each in seen], 'again': again})}\n\n"
            if time.monotonic() >= beat:
                beat += streams.HEARTBEAT_SECONDS
                yield streams.BEAT


def _look(actor: Actor, session_key: str, changed: Sequence[UUID]) -> list[UUID] | None:
    """Those of the changed cases that the reader may know of, or None when the session is over or the right to list is gone."""
    try:
        present = actor_for(actor.id) if session_lives(session_key, actor.id) else None
        if present is None or not may_list(present):
            return None
        with scope(present):
            return known_among(changed)
    finally:
        streams.release()
