"""Agents, members and what happens to them, as rows of the database."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, Iterator
from uuid import UUID

from simpul.followup.models import DayOff, FollowupAgent, FollowupEntry
from simpul.iam.models import User
from simpul.iam.public import system_actor
from simpul.platform.db import execute, scope
from simpul.platform.ids import uuid7
from tests.support import people
from tests.support.database import rows

KINDS = ["DEPOSIT", "TRANSFER_IN"]


@contextmanager
def as_worker() -> Iterator[None]:
    """As the product itself, under the role of the worker."""
    with scope(system_actor()):
        execute("SET LOCAL ROLE simpul_worker")
        try:
            yield
        finally:
            execute("SET LOCAL ROLE simpul_app")


def rotate(at: datetime, kind: str = "DAILY") -> UUID:
    """One run at that instant; gives its id."""
    run_id = uuid7()
    with as_worker():
        execute(
            "SELECT crm.followup_run(%s, %s, %s, %s, %s, %s, %s)",
            (run_id, kind, at, timedelta(days=2), KINDS, 50_000, timedelta(days=30)),
        )
    return run_id


def agent(number: int, capacity: int = 100, **fields: Any) -> FollowupAgent:
    """One agent of the programme, a new user."""
    with rows():
        user = User.objects.create(username=f"lanjut{number}-{uuid7().hex[-6:]}", full_name=f"Agen {number}", password="!")
        return FollowupAgent.objects.create(user_id=user.id, number=number, capacity=capacity, **fields)


def day_off(agent: FollowupAgent, day: date, kind: str = "LEAVE") -> None:
    """The agent is away that day."""
    with rows():
        DayOff.objects.create(agent=agent, first_day=day, last_day=day, kind=kind, created_by=people.user_id("admin"))


def enter(customers: Iterable[UUID], at: datetime, kind: str = "ENTER", source: str = "SEGMENT") -> None:
    """They are to enter, or to leave, with the next run."""
    with rows():
        FollowupEntry.objects.bulk_create(
            FollowupEntry(customer_id=each, kind=kind, source=source, requested_by=people.user_id("admin"), created_at=at) for each in customers
        )


def deposit(customer: UUID, at: datetime, amount: int = 100_000, kind: str = "DEPOSIT") -> None:
    """Money came in."""
    with rows():
        execute(
            """INSERT INTO crm.transactions (transaction_id, customer_id, account_hash, account_hint, occurred_at, booked_on, direction, amount, kind,
                                             source_system, source_key)
               VALUES (%s, %s, sha256('a'), '7890', %s, %s, 'IN', %s, %s, 'TEST', %s)""",
            (uuid7(), customer, at, at.date(), amount, kind, str(uuid7())),
        )


def follow_up(customer: UUID, user_id: UUID, at: datetime) -> None:
    """The agent called the member."""
    with rows():
        execute(
            """INSERT INTO crm.rm_activities (rm_activity_id, customer_id, branch_code, rm_user_id, activity_type, note, outcome, next_step, subject_type,
                                              happened_at, created_at, version)
               VALUES (%s, %s, 'MDN', %s, 'CALL', 'Menelepon.', '', '', '', %s, %s, 1)""",
            (uuid7(), customer, user_id, at, at),
        )
