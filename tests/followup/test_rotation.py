"""Rotation against a model by hand: agents, leave, capacity, deposits, follow-ups, entries, downtime, in random order."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.followup.models import FollowupAgent
from simpul.platform.clock import JAKARTA
from simpul.platform.db import query
from tests.followup.model import Agent, Model
from tests.followup.world import agent, day_off, deposit, enter, follow_up, rotate
from tests.support import customers
from tests.support.database import rows

EXAMPLES = int(os.environ.get("SIMPUL_TEST_EXAMPLES", "25"))

START = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
_ROWS = """
SELECT customer_id, number, status, reason, window_reason, started_at, window_started_at, window_ends_at, ended_at, ended_reason, from_number, skipped, window_skipped, deposit_at
FROM crm.followup_assignments ORDER BY customer_id, started_at, number
"""


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_every_run_decides_as_by_hand(organisation: None, seed: int) -> None:
    with transaction.atomic():
        _live(Random(seed))
        transaction.set_rollback(True)


def _live(chance: Random) -> None:
    count = chance.choice([1, 2, 3, 5, 9, 40])
    stored = [agent(number, chance.choice([0, 1, 2, 3, 50])) for number in range(1, count + 1)]
    by_hand = Model([Agent(each.id, each.user_id, each.number, each.capacity) for each in stored])
    everybody = [customers.customer(f"Anggota {number}").id for number in range(chance.randint(1, 9))]
    at = START
    for _ in range(chance.randint(2, 7)):
        _happen(chance, at, stored, by_hand, everybody)
        # Now and then nobody ran for a week.
        at += chance.choice([timedelta(hours=7), timedelta(days=1), timedelta(days=2), timedelta(days=2, seconds=1), timedelta(days=8)])
        rotate(at)
        by_hand.run(at)
        assert _stored() == _expected(by_hand)
        rotate(at)
        assert _stored() == _expected(by_hand)


def _happen(chance: Random, at: datetime, stored: list[FollowupAgent], by_hand: Model, everybody: list[UUID]) -> None:
    for place, customer in enumerate(everybody):
        inside = bool(by_hand._open(customer))
        waiting = any(entry[1] == customer for entry in by_hand.entries)
        if not waiting and chance.random() < 0.6 and (not inside or chance.random() < 0.2):
            kind, when = "LEAVE" if inside else "ENTER", at + timedelta(seconds=place)
            enter([customer], when, kind)
            by_hand.entries.append((when, customer, kind))
        for _ in range(chance.choice([0, 0, 1, 2])):
            when = at + timedelta(hours=chance.randint(0, 90))
            deposit(customer, when)
            by_hand.deposits.append((customer, when))
        if chance.random() < 0.2:
            # Too little, or of another kind: no deposit.
            deposit(customer, at + timedelta(hours=3), chance.choice([10, 49_999]))
            deposit(customer, at + timedelta(hours=3), kind="INTEREST")
        if chance.random() < 0.5:
            who, when = chance.choice(stored), at + timedelta(hours=chance.randint(0, 60))
            follow_up(customer, who.user_id, when)
            by_hand.followups.append((customer, who.user_id, when))
    for each, agent_by_hand in zip(stored, by_hand.agents, strict=True):
        if chance.random() < 0.25:
            day = (at + timedelta(days=chance.randint(0, 3))).astimezone(JAKARTA).date()
            day_off(each, day)
            agent_by_hand.days_off.add(day)
        if chance.random() < 0.1:
            agent_by_hand.is_suspended = not agent_by_hand.is_suspended
            agent_by_hand.capacity = chance.choice([0, 1, 2, 50])
            with rows():
                FollowupAgent.objects.filter(pk=each.id).update(status="SUSPENDED" if agent_by_hand.is_suspended else "ACTIVE", capacity=agent_by_hand.capacity)


def _stored() -> list[tuple[object, ...]]:
    with rows():
        return [tuple(row.values()) for row in query(_ROWS)]


def _expected(by_hand: Model) -> list[tuple[object, ...]]:
    return [
        (
            row.customer, row.number, row.status, row.reason, row.window_reason, row.started_at, row.window_started_at, row.window_ends_at, row.ended_at,
            row.ended_reason, row.from_number, row.skipped, row.window_skipped, row.deposit_at,
        )
        for row in sorted(by_hand.rows, key=lambda row: (row.customer, row.started_at, row.number))
    ]  # fmt: skip
