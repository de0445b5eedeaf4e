"""The rotation as a person would do it by hand: one member after the other, from lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from simpul.platform.clock import JAKARTA

WINDOW = timedelta(days=2)
RETURN = timedelta(days=30)


@dataclass
class Agent:
    """One agent of the model."""

    id: UUID
    user_id: UUID
    number: int
    capacity: int
    is_suspended: bool = False
    days_off: set[date] = field(default_factory=set)


@dataclass
class Row:
    """One assignment of the model."""

    customer: UUID
    number: int
    reason: str
    started_at: datetime
    window_started_at: datetime
    window_ends_at: datetime
    status: str = "ACTIVE"
    window_reason: str | None = None
    from_number: int | None = None
    skipped: list[str] = field(default_factory=list)
    window_skipped: list[str] = field(default_factory=list)
    ended_at: datetime | None = None
    ended_reason: str | None = None
    deposit_at: datetime | None = None


@dataclass
class Model:
    """The whole programme."""

    agents: list[Agent]
    rows: list[Row] = field(default_factory=list)
    entries: list[tuple[datetime, UUID, str]] = field(default_factory=list)
    deposits: list[tuple[UUID, datetime]] = field(default_factory=list)
    followups: list[tuple[UUID, UUID, datetime]] = field(default_factory=list)
    last_dealt: int = 0

    def run(self, at: datetime) -> None:
        """Do by hand what a run does at that instant."""
        for _, customer, _ in [each for each in self.entries if each[2] == "LEAVE"]:
            for row in self._open(customer):
                row.status, row.ended_at, row.ended_reason = "LEFT", at, "LEFT"
        self.entries = [each for each in self.entries if each[2] != "LEAVE"]
        for row in [row for row in self.rows if row.status in ("ACTIVE", "PENDING")]:
            self._count_deposits(row, at)
        due = [row for row in self.rows if row.status in ("ACTIVE", "PENDING") and row.window_ends_at <= at]
        for row in sorted(due, key=lambda row: (row.window_ends_at, row.customer)):
            self._rotate(row, at)
        for when, customer, kind in sorted(self.entries):
            if self._open(customer) or self._enter(customer, at):
                self.entries.remove((when, customer, kind))

    def _open(self, customer: UUID) -> list[Row]:
        return [row for row in self.rows if row.customer == customer and row.status in ("ACTIVE", "PENDING")]

    def _count_deposits(self, row: Row, at: datetime) -> None:
        for customer, when in sorted(self.deposits, key=lambda each: each[1]):
            if customer == row.customer and row.window_started_at < when <= at and when <= row.window_ends_at:
                row.window_started_at, row.window_ends_at, row.deposit_at = when, when + WINDOW, when
                row.window_reason, row.window_skipped, row.status = "DEPOSIT", [], "ACTIVE"

    def _why_not(self, agent: Agent, at: datetime, present: int) -> str:
        if agent.is_suspended:
            return "SUSPENDED"
        if at.astimezone(JAKARTA).date() in agent.days_off:
            return "LEAVE"
        load = sum(row.number == agent.number and row.status in ("ACTIVE", "PENDING") for row in self.rows)
        others = load - (agent.number == present)
        return "CAPACITY" if others >= agent.capacity else ""

    def _next(self, after: int, at: datetime, present: int = 0) -> tuple[int, list[str]]:
        count, skipped = len(self.agents), []
        for step in range(count):
            agent = self.agents[(after + step) % count]
            if not (why := self._why_not(agent, at, present)):
                return agent.number, skipped
            skipped.append(f"{agent.number}:{why}")
        return 0, skipped

    def _rotate(self, row: Row, at: datetime) -> None:
        number, skipped = self._next(row.number, at, row.number)
        if number in (0, row.number):
            row.status, row.window_reason = ("ACTIVE", "ONLY_AGENT") if number else ("PENDING", "PENDING")
            row.window_skipped = skipped
            if number:
                row.window_started_at, row.window_ends_at = at, at + WINDOW
            return
        user = self.agents[row.number - 1].user_id
        done = any(customer == row.customer and by == user and row.window_started_at <= when <= row.window_ends_at for customer, by, when in self.followups)
        row.status, row.ended_at, row.ended_reason = "ROTATED", at, "NO_DEPOSIT" if done else "NOT_FOLLOWED_UP"
        self.rows.append(Row(row.customer, number, row.ended_reason, at, at, at + WINDOW, from_number=row.number, skipped=skipped))

    def _enter(self, customer: UUID, at: datetime) -> bool:
        left = [row for row in self.rows if row.customer == customer and row.status == "LEFT" and row.ended_at and row.ended_at > at - RETURN]
        if left:
            number = max(left, key=lambda row: row.started_at).number
            if not self._why_not(self.agents[number - 1], at, 0):
                self.rows.append(Row(customer, number, "RETURNED", at, at, at + WINDOW))
                return True
        number, skipped = self._next(self.last_dealt, at)
        if not number:
            return False
        self.last_dealt = number
        self.rows.append(Row(customer, number, "DEALT", at, at, at + WINDOW, skipped=skipped))
        return True
