"""One case that is in hand: everybody inside who asks for it gets the very same object instead of reading it again.

A case under its lock is changed by nobody else, and every change of ours goes through `services.steps.changed`: so the object says
what its row says. One that is only looked at is in hand for reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from simpul.cases.models import Case
from simpul.platform.actor import Actor


@dataclass(frozen=True)
class _Hand:
    actor_id: UUID
    case: Case
    is_locked: bool


_in_hand: ContextVar[_Hand | None] = ContextVar("case_in_hand", default=None)


@contextmanager
def in_hand(actor: Actor, case: Case, *, to_read: bool = False) -> Iterator[None]:
    """Let everything inside work on this object of a case that the actor has been shown: a locked one, or one only `to_read`."""
    token = _in_hand.set(_Hand(actor.id, case, not to_read))
    try:
        yield
    finally:
        _in_hand.reset(token)


def held(case_id: object, actor: Actor | None = None, *, locked: bool = False) -> Case | None:
    """The case of this id when it is in hand; with an `actor` in the hand of that actor, with `locked` under its lock."""
    found = _in_hand.get()
    if found is None or str(found.case.id) != str(case_id):
        return None
    if (actor is not None and found.actor_id != actor.id) or (locked and not found.is_locked):
        return None
    return found.case
