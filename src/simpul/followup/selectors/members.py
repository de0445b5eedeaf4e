"""Reading members, always from what the actor may see, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypedDict
from uuid import UUID

from django.db.models import QuerySet

from simpul.followup.errors import FollowupMemberNotFound
from simpul.followup.models import FollowupAssignment
from simpul.followup.policies import can_log, visible_assignments
from simpul.followup.selectors.cards import Card, Cards, MemberCustomerRow
from simpul.followup.selectors.rota import Rota, day_of_decision, rota_read
from simpul.followup.vocabulary import OPEN, AgentRef, SkippedRow, skipped_rows
from simpul.iam.public import names
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.paging import Keyset, Page

ORDER = Keyset(("window_ends_at", datetime), ("customer_id", UUID))


class BranchRow(TypedDict):
    """A branch by name."""

    code: str
    name: str


class NextRow(TypedDict):
    """Who gets a member when its window ends, and why; `stays` when that is the present agent."""

    number: int
    name: str
    reason: str
    stays: bool


class MemberCan(TypedDict):
    """What the reader may do with a member."""

    log: bool
    reveal: bool


class MemberRow(TypedDict):
    """A member as lists and pages show it."""

    customer: MemberCustomerRow
    branch: BranchRow
    agent: AgentRef
    status: str
    started_at: datetime
    window_started_at: datetime
    window_ends_at: datetime
    last_contact_at: datetime | None
    followed_up_at: datetime | None
    deposit_at: datetime | None
    next: NextRow | None
    next_skipped: list[SkippedRow]
    skipped: list[SkippedRow]
    reason: str
    window_reason: str | None
    window_skipped: list[SkippedRow]
    can: MemberCan


@dataclass(frozen=True)
class MemberFilter:
    """Which members; every part that is given must hold."""

    status: str | None = None
    agent_id: UUID | None = None
    due_within_hours: int | None = None
    branch: str | None = None


def filter_members(actor: Actor, member_filter: MemberFilter) -> QuerySet[FollowupAssignment]:
    """The open assignments that a filter leaves."""
    statuses = [member_filter.status] if member_filter.status else OPEN
    rows = visible_assignments(actor).filter(status__in=statuses)
    if member_filter.agent_id:
        rows = rows.filter(agent_id=member_filter.agent_id)
    if member_filter.due_within_hours is not None:
        until = now() + timedelta(hours=member_filter.due_within_hours)
        rows = rows.filter(window_ends_at__lte=until)
    if member_filter.branch:
        rows = rows.filter(branch_code=member_filter.branch)
    return rows


def member_page(*, actor: Actor, member_filter: MemberFilter, cursor: str | None, limit: int) -> Page:
    """One page of members, the nearest end of a window first.

    Raises: Invalid for a cursor that is not this list's.
    """
    rows = filter_members(actor, member_filter).select_related("agent")
    return ORDER.page(rows, cursor, limit, lambda found: member_rows(actor, found))


def member_assignment(*, actor: Actor, customer_id: UUID) -> FollowupAssignment:
    """The newest assignment of a member.

    Raises: FollowupMemberNotFound, also for one beyond the actor's reach.
    """
    rows = visible_assignments(actor).filter(customer_id=customer_id).select_related("agent")
    found = rows.order_by("-step").first()
    if found is None:
        raise FollowupMemberNotFound()
    return found


def member_rows(actor: Actor, assignments: Sequence[FollowupAssignment]) -> list[MemberRow]:
    """Members as lists and pages show them, each with who is next as it stands now."""
    if not assignments:
        return []
    cards = Cards(actor, [each.customer_id for each in assignments])
    rota = rota_read(day_of_decision(each) for each in assignments)
    named = names(
        people={each.agent.user_id for each in assignments},
        branches={each.branch_code for each in assignments},
    )
    return [_row(actor, each, cards, rota, named.people.get(each.agent.user_id, ""), named.branches) for each in assignments]


def _row(actor: Actor, each: FollowupAssignment, cards: Cards, rota: Rota, agent: str, branches: Mapping[str, str]) -> MemberRow:
    card = cards.card_of(each.customer_id)
    is_open = each.status in OPEN
    following, passed = _next_row(each, card, rota) if is_open else (None, [])
    allowed = is_open and bool(can_log(actor, card.is_own))
    return {
        "customer": cards.customer_row(each.customer_id),
        "branch": {"code": each.branch_code, "name": branches.get(each.branch_code, each.branch_code)},
        "agent": {"id": each.agent_id, "number": each.agent.number, "name": agent},
        "status": each.status,
        "started_at": each.started_at,
        "window_started_at": each.window_started_at,
        "window_ends_at": each.window_ends_at,
        "last_contact_at": card.last_contact_at,
        "followed_up_at": card.followed_up_at,
        "deposit_at": card.deposit_at,
        "next": following,
        "next_skipped": passed,
        "skipped": skipped_rows(each.skipped),
        "reason": each.reason,
        "window_reason": each.window_reason,
        "window_skipped": skipped_rows(each.window_skipped),
        "can": {"log": allowed, "reveal": allowed},
    }


def _next_row(each: FollowupAssignment, card: Card, rota: Rota) -> tuple[NextRow | None, list[SkippedRow]]:
    found = rota.next_for(each, day_of_decision(each))
    if found.agent is None:
        return None, found.skipped
    following: NextRow = {
        "number": found.agent.number,
        "name": found.agent.full_name,
        "reason": "NO_DEPOSIT" if card.followed_up_at else "NOT_FOLLOWED_UP",
        "stays": found.agent.agent_id == each.agent_id,
    }
    return following, found.skipped
