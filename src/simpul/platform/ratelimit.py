"""Token buckets shared by all processes, kept in PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.platform.db import execute, query


@dataclass(frozen=True)
class Taken:
    """The outcome of taking one token; the times are whole seconds."""

    allowed: bool
    remaining: int
    retry_after: int


def take(key: str, *, capacity: int, seconds: float) -> Taken:
    """Take one of `capacity` tokens, which refill evenly over `seconds`.

    A refused attempt costs nothing, and one whose transaction is undone gives its token back.
    """
    row = query("SELECT * FROM jobs.take_token(%s, %s, %s)", (key, capacity, seconds))[0]
    return Taken(row["allowed"], row["remaining"], row["retry_after"])


def purge() -> int:
    """Forget the buckets that nobody used for a day: they are full again."""
    return execute("DELETE FROM jobs.rate_buckets WHERE updated_at < now() - interval '1 day'")


def level(key: str, *, capacity: int, seconds: float) -> Taken:
    """How many tokens are left, taking none."""
    rows = query(
        "SELECT floor(least(%s, tokens + extract(epoch FROM clock_timestamp() - updated_at) * %s / %s))::integer AS remaining FROM jobs.rate_buckets WHERE key = %s",
        (capacity, capacity, seconds, key),
    )
    remaining = rows[0]["remaining"] if rows else capacity
    return Taken(remaining > 0, remaining, 0)
