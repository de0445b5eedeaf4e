"""One member in full: the path from agent to agent with the reasons, follow-ups and deposits."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TypedDict
from uuid import UUID

from simpul.followup.policies import visible_assignments, visible_members
from simpul.followup.selectors.cards import MoveCustomerRow
from simpul.followup.selectors.members import MemberRow, member_assignment, member_rows
from simpul.followup.settings import programme_rules
from simpul.followup.vocabulary import AgentRef, SkippedRow, skipped_rows
from simpul.iam.public import names
from simpul.platform.actor import Actor
from simpul.platform.db import query

MOST = 50


class StepRow(TypedDict):
    """One agent on a member's path."""

    step: int
    agent: AgentRef
    number: int
    from_number: int | None
    status: str
    reason: str
    window_reason: str | None
    window_skipped: list[SkippedRow]
    started_at: datetime
    window_started_at: datetime
    window_ends_at: datetime
    ended_at: datetime | None
    ended_reason: str | None
    skipped: list[SkippedRow]
    deposit_at: datetime | None
    decided_at: datetime
    run_id: UUID


class FollowupRow(TypedDict):
    """A contact with a member by an agent of the programme."""

    id: UUID
    happened_at: datetime
    activity_type: str
    outcome: str
    note: str | None
    by: AgentRef | None


class DepositRow(TypedDict):
    """A deposit that counts; the amount where the reader sees the name."""

    occurred_at: datetime
    amount: Decimal | None
    kind: str


class MemberDetailRow(MemberRow):
    """A member with its path."""

    source: str
    entered_at: datetime
    left_at: datetime | None
    left_reason: str | None
    path: list[StepRow]
    followups: list[FollowupRow]
    deposits: list[DepositRow]


class MoveRow(TypedDict):
    """One member that came from one number to another."""

    customer: MoveCustomerRow
    reason: str
    decided_at: datetime
    from_number: int | None
    to_number: int
    to_name: str
    before: list[int]


def member_get(*, actor: Actor, customer_id: UUID) -> MemberDetailRow:
    """One member with its path, follow-ups and deposits.

    Raises: FollowupMemberNotFound, also for one beyond the actor's reach.
    """
    newest = member_assignment(actor=actor, customer_id=customer_id)
    row = member_rows(actor, [newest])[0]
    member = visible_members(actor).get(pk=customer_id)
    return {
        **row,
        "source": member.source,
        "entered_at": member.entered_at,
        "left_at": member.left_at,
        "left_reason": member.left_reason,
        "path": path_rows(actor, customer_id),
        "followups": followup_rows(customer_id),
        "deposits": deposit_rows(customer_id),
    }


def path_rows(actor: Actor, customer_id: UUID) -> list[StepRow]:
    """The agents of one member, the first first; the latest 200 of a long path."""
    rows = visible_assignments(actor).filter(customer_id=customer_id).select_related("agent")
    found = list(rows.order_by("-step")[:200])[::-1]
    people = names(people={each.agent.user_id for each in found}).people
    return [
        {
            "step": each.step,
            "agent": {
                "id": each.agent_id,
                "number": each.agent.number,
                "name": people.get(each.agent.user_id, ""),
            },
            "number": each.number,
            "from_number": each.from_number,
            "status": each.status,
            "reason": each.reason,
            "window_reason": each.window_reason,
            "window_skipped": skipped_rows(each.window_skipped),
            "started_at": each.started_at,
            "window_started_at": each.window_started_at,
            "window_ends_at": each.window_ends_at,
            "ended_at": each.ended_at,
            "ended_reason": each.ended_reason,
            "skipped": skipped_rows(each.skipped),
            "deposit_at": each.deposit_at,
            "decided_at": each.decided_at,
            "run_id": each.run_id,
        }
        for each in found
    ]


def followup_rows(customer_id: UUID) -> list[FollowupRow]:
    """The latest follow-ups of a member by agents of the programme, newest first."""
    found = query("SELECT * FROM crm.followup_contacts(%s, %s)", (customer_id, MOST))
    return [
        {
            "id": row["id"],
            "happened_at": row["happened_at"],
            "activity_type": row["activity_type"],
            "outcome": row["outcome"],
            "note": row["note"],
            "by": {"id": row["agent_id"], "number": row["number"], "name": row["name"]},
        }
        for row in found
    ]


def deposit_rows(customer_id: UUID) -> list[DepositRow]:
    """The latest deposits of a member that count, newest first."""
    rules = programme_rules()
    asking = (customer_id, rules.deposit_kinds, rules.deposit_minimum, MOST)
    found = query("SELECT * FROM crm.followup_deposits(%s, %s, %s, %s)", asking)
    return [{"occurred_at": row["occurred_at"], "amount": row["amount"], "kind": row["kind"]} for row in found]
