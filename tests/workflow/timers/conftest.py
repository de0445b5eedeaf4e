"""Kinds of timers for tests, whose handlers write down what they were given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simpul.platform import clock
from simpul.platform.actor import Actor
from simpul.platform.db import query, scope
from simpul.workflow.timers import Timer, TimerKind, schedule
from tests.support.database import rows
from tests.support.registries import unchanged
from tests.support.timers import kind_put


class Heard:
    """What handlers were given, set by set."""

    def __init__(self) -> None:
        self.sets: list[list[Timer]] = []
        self.does: Callable[[Sequence[Timer]], None] = lambda timers: None

    def __call__(self, timers: Sequence[Timer]) -> None:
        self.sets.append(list(timers))
        self.does(timers)

    @property
    def keys(self) -> list[list[str]]:
        return [[timer.key for timer in timers] for timers in self.sets]


@pytest.fixture
def kinds() -> Iterator[None]:
    """The registry of this test alone."""
    with unchanged(TimerKind):
        yield


@pytest.fixture
def heard(kinds: None) -> Heard:
    """The handler of `tests.ring`."""
    handler = Heard()
    kind_put("tests.ring", handler)
    return handler


@pytest.fixture
def at(actor: Callable[[str], Actor]) -> Iterator[Callable[..., bool]]:
    """Schedule a timer some seconds from now, as an agent: `at(key, seconds, ...)`."""
    agent = actor("agent_mdn")

    def plan(key: str, seconds: float = 0, kind: str = "tests.ring", **options: Any) -> bool:
        with scope(agent):
            return schedule(key, kind, subject_type="TEST", subject_id=key, due_at=clock.now() + timedelta(seconds=seconds), **options)

    return plan


def stored(key: str) -> dict[str, Any]:
    """The row, past row-level security."""
    with rows():
        (row,) = query("SELECT * FROM crm.timers WHERE key = %s", (key,))
    return row


def statuses() -> dict[str, str]:
    """The status of every timer by key."""
    with rows():
        return {row["key"]: row["status"] for row in query("SELECT key, status FROM crm.timers ORDER BY key")}


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
