"""Kinds of timers and what happens when they are due, each stated by the domain that schedules them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.platform.registry import Registry
from simpul.platform.text import Text


@dataclass(frozen=True)
class NewTimer:
    """A timer to be scheduled: due at an instant, or after working seconds on a calendar, counted from `started_at` or now.

    `data` holds what the handler needs, as JSON: ids and numbers, nothing personal. `item_id` names the workflow item whose
    timer it is: whoever may act on that moves the timer, reaching its customer or not.
    """

    key: str
    kind: str
    subject_type: str
    subject_id: str
    due_at: datetime | None = None
    working_seconds: int | None = None
    calendar: str | None = None
    started_at: datetime | None = None
    item_id: UUID | None = None
    customer_id: UUID | None = None
    branch_code: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Timer:
    """A timer that is due. `due_at` is when it should have fired, however late that is noticed; `run_at` when this try was set for."""

    id: UUID
    key: str
    kind: str
    subject_type: str
    subject_id: str
    customer_id: UUID | None
    branch_code: str | None
    due_at: datetime
    run_at: datetime
    attempts: int
    data: Mapping[str, Any]


# A handler gets timers of its kind in the order in which they were due, as SYSTEM, in the transaction that marks them
# as fired. It acts on all of them with set-based statements or raises; raising undoes the set, and each is then tried
# alone. Several may concern one subject: what the first changes, the handler itself must see before the next. It may
# schedule its own key anew, which makes a timer that repeats; cancelling a timer of its own set changes nothing, since
# that one is firing. What reaches outside belongs in a job.
Handler = Callable[[Sequence[Timer]], None]


@dataclass(frozen=True)
class TimerKind:
    """A kind such as `workflow.state`, what happens when its timers are due, and what operators read for it."""

    key: str
    handler: Handler
    title: Text


class TimerKindUnknown(LookupError):
    """No domain has stated this kind of timer."""


class TimerMoment(ValueError):
    """A timer needs an aware instant, or working seconds with a calendar, and not both."""


_kinds: Registry[TimerKind] = Registry(TimerKind, lambda kind: kind.key)
# The timers that a handler has in hand at this moment.
in_hand: ContextVar[tuple[UUID, ...]] = ContextVar("timers_in_hand", default=())


def kinds() -> list[str]:
    """All kinds, by name."""
    return sorted(_kinds)


def title(kind: str) -> str:
    """What operators read for a kind; the kind itself where nobody states it any more."""
    return str(_kinds[kind].title) if kind in _kinds else kind


def handler_of(kind: str) -> Handler:
    """What happens when a timer of this kind is due.

    Raises: TimerKindUnknown.
    """
    if kind not in _kinds:
        raise TimerKindUnknown(f"No domain has stated the timer {kind}.")
    return _kinds[kind].handler
