"""The inbox as it happens: server-sent events, woken by the database.

What a stream hears is only that its user's inbox changed; it then looks for itself, as that user.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.db import DatabaseError

from simpul.iam.public import actor_for, session_lives
from simpul.messaging.policies import may_read
from simpul.messaging.selectors.inbox import InboxState, inbox_state
from simpul.platform import streams
from simpul.platform.actor import Actor
from simpul.platform.db import scope

CHANNEL = streams.announce("simpul_inbox")


async def stream(*, actor: Actor, session_key: str, known: str) -> AsyncIterator[str]:
    """The events of one reader until the session ends; `known` is the mark of the inbox that the reader has seen."""
    yield await streams.begin()
    until = time.monotonic() + streams.LIFE_SECONDS
    with streams.ear(CHANNEL, str(actor.id)) as ear:
        while time.monotonic() < until:
            ear.take()
            try:
                state = await sync_to_async(_look, thread_sensitive=False)(actor, session_key)
            except DatabaseError:
                return  # the reader comes back by itself
            if state is None:
                yield streams.END
                return
            if state.mark != known:
                known = state.mark
                yield f"id: {known}\nevent: inbox\ndata: {json.dumps({'unread': state.unread, 'capped': state.capped, 'mark': known})}\n\n"
            else:
                yield streams.BEAT
            await ear.wait(streams.HEARTBEAT_SECONDS)


def _look(actor: Actor, session_key: str) -> InboxState | None:
    """The reader's inbox now, or None when the session is over or the right to read it is gone."""
    try:
        present = actor_for(actor.id) if session_lives(session_key, actor.id) else None
        if present is None or not may_read(present):
            return None
        with scope(present):
            return inbox_state(present)
    finally:
        streams.release()
