"""The queue as it happens: which of the cases that a reader may list have changed, never what of them.

Every stream hears the ids of all changed cases and asks the database, as its own reader, which of them it may know of; of a case
that changed hands it also hears whose it was, so that it leaves the list of who knew of it by that alone. What is out of reach
leaves no trace in the stream: nothing is sent for it, and heartbeats come at their own times, whatever was heard.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import DatabaseError

from simpul.cases.policies import may_list, reach_of
from simpul.cases.selectors.queue import known_among
from simpul.cases.vocabulary import RESOURCE
from simpul.iam.public import actor_for, session_lives
from simpul.platform import streams
from simpul.platform.actor import Act, Actor, Reach
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
            changes = [_Changed.read(each) for payload in heard for each in payload.split(",")]
            again = missed or len({one.case_id for one in changes}) > MOST
            try:
                seen = await sync_to_async(_look, thread_sensitive=False)(actor, session_key, [] if missed else changes)
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


@dataclass(frozen=True)
class _Changed:
    """A case that changed, and where it changed hands whose it was: of which colleague, of which unit."""

    case_id: UUID
    user_id: UUID | None = None
    unit_code: str = ""

    @classmethod
    def read(cls, told: str) -> _Changed:
        """From `case` or `case:user:unit`, both of which may be empty."""
        case_id, _, before = told.partition(":")
        user_id, _, unit_code = before.partition(":")
        return cls(UUID(case_id), UUID(user_id) if user_id else None, unit_code)

    def was_known_to(self, actor: Actor) -> bool:
        """Whether the actor knew of it by having it, or by the unit that had it."""
        own = actor.reach(RESOURCE, Act.READ) >= Reach.OWN and self.user_id == actor.id
        return own or (self.unit_code in actor.unit_codes and reach_of(actor, Act.READ) >= Reach.BRANCH)


def _look(actor: Actor, session_key: str, changes: Sequence[_Changed]) -> list[UUID] | None:
    """Those of the changed cases that the reader may know of or knew of, or None when the session is over or the right to list is gone."""
    try:
        present = actor_for(actor.id) if session_lives(session_key, actor.id) else None
        if present is None or not may_list(present):
            return None
        with scope(present):
            known = set(known_among(list({one.case_id for one in changes})))
            return sorted(known | {one.case_id for one in changes if one.was_known_to(present)})
    finally:
        streams.release()
