"""News between domains: a fact is emitted in the transaction that made it true.

Each subscriber runs as a job deferred in that same transaction, so news is neither lost nor told of something
that was rolled back. Values travel as JSON through a codec that brings every type back as it was.
"""

from __future__ import annotations

import dataclasses
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Iterator, get_type_hints
from uuid import UUID

from simpul.platform.registry import Registry

_heard: ContextVar[list[Any] | None] = ContextVar("heard_events", default=None)


# An event as a job carries it.
EncodedEvent = dict[str, Any]


class NotPortable(TypeError):
    """An event carries a value that the codec does not know."""


@dataclasses.dataclass(frozen=True)
class Subscription:
    """The job of this name runs with the event's fields whenever the event is emitted."""

    event: type
    job: str


_subscriptions: Registry[Subscription] = Registry(Subscription, lambda each: f"{each.event.__name__}: {each.job}")


def emit(event: Any) -> None:
    """Tell the subscribers, in the caller's transaction."""
    heard = _heard.get()
    if heard is not None:
        heard.append(event)
    for subscription in _subscriptions.values():
        if subscription.event is type(event):
            from simpul.platform.jobs import defer  # jobs reach Django's registry, which is not ready at import

            defer(subscription.job, event=encode(event))


@contextmanager
def listening() -> Iterator[list[Any]]:
    """Collect the events emitted inside, in order."""
    heard: list[Any] = []
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)


def encode(event: Any) -> EncodedEvent:
    """The event's fields as JSON values.

    Raises: NotPortable.
    """
    return {f.name: _encode(getattr(event, f.name)) for f in dataclasses.fields(event)}


def decode(event_type: type, payload: EncodedEvent) -> Any:
    """The event that `encode` wrote."""
    hints = get_type_hints(event_type)
    return event_type(**{name: _decode(hints[name], value) for name, value in payload.items()})


def _encode(value: Any) -> Any:
    if value is None or (isinstance(value, (bool, int, str)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (UUID, Decimal)):
        return str(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_encode(item) for item in value]
    raise NotPortable(f"{type(value).__name__} does not travel in an event.")


def _decode(hint: Any, value: Any) -> Any:
    arguments: tuple[Any, ...] = getattr(hint, "__args__", ())
    if value is None:
        return None
    if arguments and type(None) in arguments:
        return _decode(next(a for a in arguments if a is not type(None)), value)
    origin = getattr(hint, "__origin__", None)
    if origin in (list, tuple):
        return origin(_decode(arguments[0], item) for item in value)
    if hint in (datetime, date):
        return hint.fromisoformat(value)
    if hint in (UUID, Decimal) or (isinstance(hint, type) and issubclass(hint, Enum)):
        return hint(value)
    return value
