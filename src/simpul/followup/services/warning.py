"""The advance notice: members whose window ends soon, once for each member and window."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypedDict
from uuid import UUID

from django.db import transaction

from simpul.followup.models import FollowupAssignment
from simpul.followup.selectors.rota import day_of_decision, rota_read
from simpul.followup.services.notices import due_notice, moment_words
from simpul.followup.settings import programme_rules
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.notifier import notify_many

KEPT = timedelta(days=40)
AT_ONCE = 100_000
_WARNED = """
INSERT INTO crm.followup_warnings (assignment_id, window_ends_at, sent_at)
SELECT a.assignment_id, a.window_ends_at, %(at)s
FROM crm.followup_assignments a JOIN crm.followup_agents g USING (agent_id)
WHERE a.status = 'ACTIVE' AND a.window_ends_at > %(at)s AND a.window_ends_at <= %(until)s
  AND g.status <> 'LEFT'
  AND NOT EXISTS (SELECT FROM crm.followup_warnings w
                  WHERE w.assignment_id = a.assignment_id AND w.window_ends_at = a.window_ends_at)
ORDER BY a.window_ends_at LIMIT %(most)s
ON CONFLICT (assignment_id, window_ends_at) DO NOTHING
RETURNING assignment_id
"""
_CARDS = """
SELECT c.customer_id, c.followed_up_at, c.deposit_at FROM crm.followup_cards(%s, %s, %s) c
"""


_NO_CARD = {"followed_up_at": None, "deposit_at": None}


class DueCount(TypedDict):
    """What ends for one agent."""

    count: int
    not_followed_up: int
    no_deposit: int
    first: datetime
    numbers: set[int]


@transaction.atomic
def members_warn() -> int:
    """Send each agent one notice about the members whose windows end soon; how many members there are."""
    at, rules = now(), programme_rules()
    system = system_actor()
    with scope(system):
        execute("DELETE FROM crm.followup_warnings WHERE sent_at < %s", (at - KEPT,))
        given = {"at": at, "until": at + rules.advance, "most": AT_ONCE}
        ids = [row["assignment_id"] for row in query(_WARNED, given)]
        rows = FollowupAssignment.objects.filter(pk__in=ids).select_related("agent")
        found = list(rows.order_by("window_ends_at", "id"))
        asking = ([each.customer_id for each in found], rules.deposit_kinds, rules.deposit_minimum)
        cards = {row["customer_id"]: row for row in query(_CARDS, asking)} if found else {}
        rota = rota_read(day_of_decision(each) for each in found)
        counted: dict[tuple[UUID, UUID], DueCount] = {}
        for each in found:
            card = cards.get(each.customer_id, _NO_CARD)
            # A deposit since the window began keeps the member: the next run begins the window anew.
            if card["deposit_at"] is not None and card["deposit_at"] > each.window_started_at:
                continue
            key = (each.agent.user_id, each.agent_id)
            total = counted.setdefault(
                key,
                {"count": 0, "not_followed_up": 0, "no_deposit": 0, "first": each.window_ends_at, "numbers": set()},
            )
            total["count"] += 1
            if card["followed_up_at"] is not None:
                total["no_deposit"] += 1
            else:
                total["not_followed_up"] += 1
            following = rota.next_for(each, day_of_decision(each)).agent
            if following is not None:
                total["numbers"].add(following.number)
        notify_many(
            due_notice(
                user_id,
                agent_id,
                {
                    "count": total["count"],
                    "not_followed_up": total["not_followed_up"],
                    "no_deposit": total["no_deposit"],
                    "at": moment_words(total["first"]),
                    "numbers": sorted(total["numbers"]) or ["-"],
                },
            )
            for (user_id, agent_id), total in counted.items()
        )
    return sum(total["count"] for total in counted.values())
