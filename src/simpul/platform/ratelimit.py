"""Token buckets shared by all processes, kept in PostgreSQL.

The edge takes an operation's token before the operation's transaction begins (`ahead`), in a statement of its own: the
bucket's row is locked for that moment only, so requests of one user do not wait for each other, and an attempt that is
undone has counted. Whether to refuse is said by the service that asks for the token, with what its audit row needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.http import HttpRequest

from simpul.platform.actor import Actor
from simpul.platform.db import execute, query
from simpul.platform.errors import RateLimited, RefusalFacts


@dataclass(frozen=True)
class Bucket:
    """`capacity` tokens that refill evenly over `seconds`.

    With `facts` the edge itself refuses, and records so, before it reads anything of the request.
    """

    key: str
    capacity: int
    seconds: float
    facts: RefusalFacts | None = None


@dataclass(frozen=True)
class Taken:
    """The outcome of taking one token; the times are whole seconds."""

    allowed: bool
    remaining: int
    retry_after: int


# Which token an operation takes of its caller, if any.
Takes = Callable[[Actor, HttpRequest], Bucket | None]

_ahead: ContextVar[dict[str, Taken] | None] = ContextVar("tokens taken ahead", default=None)


@contextmanager
def ahead(bucket: Bucket | None) -> Iterator[None]:
    """Take a token now, for the first `take` of the same key inside.

    Raises: RateLimited when there is none and the bucket says what its refusal is recorded as.
    """
    taken = _take(bucket) if bucket else None
    if bucket and taken and bucket.facts and not taken.allowed:
        refusal = RateLimited(taken.retry_after)
        refusal.facts = bucket.facts
        raise refusal
    token = _ahead.set({bucket.key: taken} if bucket and taken else None)
    try:
        yield
    finally:
        _ahead.reset(token)


def take(key: str, *, capacity: int, seconds: float) -> Taken:
    """Take one of `capacity` tokens, which refill evenly over `seconds`; one that was taken ahead is used first.

    A refused attempt costs nothing. Outside the edge, an attempt whose transaction is undone gives its token back.
    """
    waiting = _ahead.get()
    if waiting and key in waiting:
        return waiting.pop(key)
    return _take(Bucket(key, capacity, seconds))


def _take(bucket: Bucket) -> Taken:
    row = query("SELECT * FROM jobs.take_token(%s, %s, %s)", (bucket.key, bucket.capacity, bucket.seconds))[0]
    return Taken(row["allowed"], row["remaining"], row["retry_after"])


def level(key: str, *, capacity: int, seconds: float) -> Taken:
    """How many tokens are left, taking none; a bucket in debt says when it holds one again."""
    rows = query(
        "SELECT least(%s, tokens + greatest(0, extract(epoch FROM clock_timestamp() - updated_at)) * %s / %s)::double precision AS tokens"
        " FROM jobs.rate_buckets WHERE key = %s",
        (capacity, capacity, seconds, key),
    )
    left = float(rows[0]["tokens"]) if rows else float(capacity)
    wait = 0 if left >= 1 else -int(-(1 - left) * seconds // capacity)
    return Taken(left >= 1, max(0, int(left)), wait)


def spend(key: str, cost: int, *, capacity: int, seconds: float) -> None:
    """Take `cost` tokens for what was given already; the bucket may fall into debt."""
    execute(
        """INSERT INTO jobs.rate_buckets AS b (key, tokens, updated_at) VALUES (%(key)s, %(capacity)s - %(cost)s, clock_timestamp())
           ON CONFLICT (key) DO UPDATE SET
               tokens = least(%(capacity)s, b.tokens + greatest(0, extract(epoch FROM clock_timestamp() - b.updated_at)) * %(capacity)s / %(seconds)s) - %(cost)s,
               updated_at = greatest(b.updated_at, clock_timestamp())""",
        {"key": key, "cost": cost, "capacity": capacity, "seconds": seconds},
    )


def purge() -> int:
    """Forget the buckets that nobody used for a day: they are full again."""
    return execute("DELETE FROM jobs.rate_buckets WHERE updated_at < now() - interval '1 day'")
