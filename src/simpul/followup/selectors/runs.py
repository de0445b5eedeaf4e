"""Reading runs and what each did; counts of branches and moves within the actor's reach."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from simpul.followup.errors import FollowupRunNotFound
from simpul.followup.models import FollowupAgent, FollowupAssignment, FollowupRun
from simpul.followup.policies import can_manage, figure_branches, visible_assignments, visible_runs
from simpul.followup.selectors.cards import Cards
from simpul.followup.selectors.members import BranchRow
from simpul.followup.selectors.path import MoveRow
from simpul.followup.vocabulary import AgentRef
from simpul.iam.public import names, system_identity
from simpul.platform.actor import Actor
from simpul.platform.db import query, scope
from simpul.platform.paging import Keyset

ORDER = Keyset(("-ran_at", datetime), ("-id", UUID))
MOST_MOVES = 100
_BRANCHES = """
SELECT a.branch_code, count(*) FILTER (WHERE a.reason = 'NOT_FOLLOWED_UP') AS not_followed_up,
       count(*) FILTER (WHERE a.reason = 'NO_DEPOSIT') AS no_deposit,
       count(*) FILTER (WHERE a.reason IN ('DEALT', 'RETURNED')) AS entered
FROM crm.followup_assignments a
WHERE a.run_id = %(run)s AND a.started_at = (SELECT r.ran_at FROM crm.followup_runs r WHERE r.run_id = %(run)s)
  AND (%(branches)s::text[] IS NULL OR a.branch_code = ANY (%(branches)s::text[]))
GROUP BY a.branch_code ORDER BY a.branch_code
"""
_BEFORE = """
SELECT p.customer_id, array_agg(p.number ORDER BY p.step) AS numbers
FROM crm.followup_assignments p
WHERE p.customer_id = ANY (%s) AND p.started_at < %s GROUP BY p.customer_id
"""


class RunRow(TypedDict):
    """One run in figures."""

    id: UUID
    kind: str
    ran_at: datetime
    took_ms: int
    due: int
    rotated: int
    stayed: int
    pending: int
    deposits: int
    dealt: int
    returned: int
    waiting: int
    departed: int


class RunPage(TypedDict):
    """Some runs, the newest first."""

    items: list[RunRow]
    next_cursor: str | None
    can: dict[str, bool]


class ReasonRow(TypedDict):
    """How many assignments began for a reason."""

    reason: str
    count: int


class RunAgentRow(TypedDict):
    """One agent after a run."""

    agent: AgentRef
    members: int
    capacity: int
    gained: int
    lost: int
    blocked: str


class RunBranchRow(TypedDict):
    """What a run did in one branch."""

    branch: BranchRow
    not_followed_up: int
    no_deposit: int
    entered: int


class RunReport(RunRow):
    """One run in full."""

    reasons: list[ReasonRow]
    agents: list[RunAgentRow]
    branches: list[RunBranchRow]
    moves: list[MoveRow]
    moves_total: int


class CallerMoves(TypedDict):
    """What a run took from the caller and gave to them."""

    run_id: UUID
    ran_at: datetime | None
    lost: list[MoveRow]
    gained: list[MoveRow]


def run_page(*, actor: Actor, cursor: str | None, limit: int) -> RunPage:
    """One page of runs, the newest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    page = ORDER.page(visible_runs(actor), cursor, limit, lambda runs: [run_row(each) for each in runs])
    return {
        "items": list(page["items"]),
        "next_cursor": page["next_cursor"],
        "can": {"start": bool(can_manage(actor))},
    }


def run_row(run: FollowupRun) -> RunRow:
    """One run in figures."""
    return {
        "id": run.id,
        "kind": run.kind,
        "ran_at": run.ran_at,
        "took_ms": run.took_ms,
        "due": run.due,
        "rotated": run.rotated,
        "stayed": run.stayed,
        "pending": run.pending,
        "deposits": run.deposits,
        "dealt": run.dealt,
        "returned": run.returned,
        "waiting": run.waiting,
        "departed": run.departed,
    }


def run_get(*, actor: Actor, run_id: UUID) -> RunReport:
    """One run in full.

    Raises: FollowupRunNotFound, also for one beyond the actor's reach.
    """
    run = visible_runs(actor).filter(pk=run_id).first()
    if run is None:
        raise FollowupRunNotFound()
    moved = visible_assignments(actor).filter(run_id=run_id, started_at=run.ran_at, from_number__isnull=False)
    reasons: list[ReasonRow] = [{"reason": reason, "count": count} for reason, count in sorted(run.counts["reasons"].items())]
    return {
        **run_row(run),
        "reasons": reasons,
        "agents": _agents(run),
        "branches": branch_rows(run_id, figure_branches(actor, None)),
        "moves": _moves(actor, run, list(moved.select_related("agent").order_by("customer_id")[:MOST_MOVES])),
        "moves_total": moved.count(),
    }


def branch_rows(run_id: UUID, branches: list[str] | None) -> list[RunBranchRow]:
    """What a run did in these branches, None for all. Figures, so read as the product itself."""
    with scope(system_identity()):
        rows = query(_BRANCHES, {"run": run_id, "branches": branches})
    called = names(branches={row["branch_code"] for row in rows}).branches
    return [
        {
            "branch": {
                "code": row["branch_code"],
                "name": called.get(row["branch_code"], row["branch_code"]),
            },
            "not_followed_up": row["not_followed_up"],
            "no_deposit": row["no_deposit"],
            "entered": row["entered"],
        }
        for row in rows
    ]


def caller_moves(*, actor: Actor, run_id: UUID) -> CallerMoves:
    """What a run took from the caller and gave to them; the first hundred of both together.

    Raises: FollowupRunNotFound when it was nothing.
    """
    rows = query("SELECT * FROM crm.followup_moves_of_caller(%s, %s)", (run_id, MOST_MOVES))
    if not rows:
        raise FollowupRunNotFound()
    return {
        "run_id": run_id,
        "ran_at": rows[0]["decided_at"],
        "lost": [_caller_move(row) for row in rows if not row["is_gained"]],
        "gained": [_caller_move(row) for row in rows if row["is_gained"]],
    }


def _caller_move(row: Mapping[str, Any]) -> MoveRow:
    return {
        "customer": {"id": row["customer_id"], "name": row["name"]},
        "reason": row["reason"],
        "decided_at": row["decided_at"],
        "from_number": row["from_number"],
        "to_number": row["to_number"],
        "to_name": row["to_name"],
        "before": row["before"],
    }


def _agents(run: FollowupRun) -> list[RunAgentRow]:
    """The agents as the run counted them, by the number of then; names are those who have the number now."""
    present = {agent.number: agent for agent in FollowupAgent.objects.exclude(status="LEFT")}
    people = names(people={agent.user_id for agent in present.values()}).people
    found: list[RunAgentRow] = []
    for number, counted in sorted(run.counts["agents"].items(), key=lambda pair: int(pair[0])):
        agent = present.get(int(number))
        found.append(
            {
                "agent": {
                    "id": agent.id if agent else run.id,
                    "number": int(number),
                    "name": people.get(agent.user_id, "") if agent else "",
                },
                "members": counted["members"],
                "capacity": counted["capacity"],
                "gained": counted["got"],
                "lost": counted["lost"],
                "blocked": counted["blocked"],
            }
        )
    return found


def _moves(actor: Actor, run: FollowupRun, moved: list[FollowupAssignment]) -> list[MoveRow]:
    if not moved:
        return []
    ids = [each.customer_id for each in moved]
    cards = Cards(actor, ids)
    people = names(people={each.agent.user_id for each in moved}).people
    before = {row["customer_id"]: row["numbers"] for row in query(_BEFORE, (ids, run.ran_at))}
    return [
        {
            "customer": cards.move_customer(each.customer_id),
            "reason": each.reason,
            "decided_at": each.started_at,
            "from_number": each.from_number,
            "to_number": each.number,
            "to_name": people.get(each.agent.user_id, ""),
            "before": before.get(each.customer_id, []),
        }
        for each in moved
    ]
