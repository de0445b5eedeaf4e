"""The agents in their order, and who is next after one of them as it stands now.

The same walk as in the run (sql/0004_run.sql), which alone decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from simpul.followup.models import FollowupAssignment
from simpul.followup.settings import programme_rules
from simpul.followup.vocabulary import SkippedRow
from simpul.platform.clock import JAKARTA, now, today
from simpul.platform.db import query


@dataclass(frozen=True)
class RotaAgent:
    """An agent of the programme with what decides whether it takes a member."""

    agent_id: UUID
    user_id: UUID
    full_name: str
    number: int
    status: str
    capacity: int
    version: int
    members: int
    due_soon: int
    is_suspended: bool
    away: frozenset[date]


@dataclass(frozen=True)
class NextAgent:
    """Who gets a member, None when nobody is free, and whom the walk passed over."""

    agent: RotaAgent | None
    skipped: list[SkippedRow]


class Rota:
    """All agents of the programme, by number."""

    def __init__(self, agents: list[RotaAgent]) -> None:
        self.agents = agents
        self.by_id = {agent.agent_id: agent for agent in agents}
        self._known: dict[tuple[int, int, date], NextAgent] = {}

    def why_not(self, agent: RotaAgent, day: date, *, is_present: bool = False) -> str:
        """Why an agent takes no member that day; empty where it does."""
        if agent.is_suspended:
            return "SUSPENDED"
        if day in agent.away:
            return "LEAVE"
        others = agent.members - is_present
        return "CAPACITY" if others >= agent.capacity else ""

    def next_for(self, assignment: FollowupAssignment, day: date) -> NextAgent:
        """Who would get a member that day, if it were due now."""
        present = self.by_id.get(assignment.agent_id)
        base = present.number if present else min(assignment.number - 1, len(self.agents))
        key = (base, present.number if present else 0, day)
        if key not in self._known:
            self._known[key] = self._walk(*key)
        return self._known[key]

    def _walk(self, base: int, present: int, day: date) -> NextAgent:
        skipped: list[SkippedRow] = []
        for step in range(len(self.agents)):
            agent = self.agents[(base + step) % len(self.agents)]
            reason = self.why_not(agent, day, is_present=agent.number == present)
            if not reason:
                return NextAgent(agent, skipped)
            skipped.append({"number": agent.number, "reason": reason})
        return NextAgent(None, skipped)


def rota_read(days: Iterable[date] = (), due_within: timedelta | None = None) -> Rota:
    """The agents with their members, and when they are away among these days and today. One statement."""
    within = due_within if due_within is not None else programme_rules().advance
    asking: tuple[list[date], datetime] = (sorted({*days, today()}), now() + within)
    rows = query("SELECT * FROM crm.followup_rota(%s, %s)", asking)
    return Rota([RotaAgent(**{**row, "away": frozenset(row["away"])}) for row in rows])


def day_of_decision(assignment: FollowupAssignment) -> date:
    """The day on which a window ends; today for one that is over."""
    return max(assignment.window_ends_at.astimezone(JAKARTA).date(), today())
