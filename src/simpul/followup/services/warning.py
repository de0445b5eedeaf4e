"""The advance notice: members whose window ends soon, once for each member and window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID

from django.db import transaction

from simpul.followup.models import FollowupAssignment
from simpul.followup.selectors.rota import day_of_decision, rota_read
from simpul.followup.services.notices import due_notice, moment_words
from simpul.followup.settings import programme_rules
from simpul.followup.vocabulary import OPEN
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.notifier import notify_many

KEPT = timedelta(days=40)
AT_ONCE = 100_000
_WARNED = """
INSERT INTO crm.followup_warnings (customer_id, window_ends_at, sent_at)
SELECT a.customer_id, a.window_ends_at, %(at)s
FROM crm.followup_assignments a JOIN crm.followup_agents g USING (agent_id)
WHERE a.status = 'ACTIVE' AND a.window_ends_at > %(at)s AND a.window_ends_at <= %(until)s
  AND g.status <> 'LEFT'
  AND NOT EXISTS (SELECT FROM crm.followup_warnings w
                  WHERE w.customer_id = a.customer_id AND w.window_ends_at = a.window_ends_at)
ORDER BY a.window_ends_at LIMIT %(most)s
ON CONFLICT (customer_id, window_ends_at) DO NOTHING
RETURNING customer_id
"""
_CARDS = """
SELECT c.customer_id, c.followed_up_at IS NOT NULL AS followed, c.deposit_at FROM crm.followup_cards(%s, %s, %s) c
"""


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
        customers = [row["customer_id"] for row in query(_WARNED, given)]
        rows = FollowupAssignment.objects.filter(customer_id__in=customers, status__in=OPEN).select_related("agent")
        found = list(rows.order_by("window_ends_at", "customer_id"))
        asking = ([each.customer_id for each in found], rules.deposit_kinds, rules.deposit_minimum)
        cards = {row["customer_id"]: row for row in query(_CARDS, asking)} if found else {}
        # Who deposited within the window stays: the next run begins a new one.
        found = [each for each in found if not _has_deposit(each, cards)]
        rota = rota_read(day_of_decision(each) for each in found)
        counted: dict[tuple[UUID, UUID], DueCount] = {}
        for each in found:
            key = (each.agent.user_id, each.agent_id)
            total = counted.setdefault(
                key,
                {"count": 0, "not_followed_up": 0, "no_deposit": 0, "first": each.window_ends_at, "numbers": set()},
            )
            total["count"] += 1
            if cards[each.customer_id]["followed"]:
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
    return len(found)


def _has_deposit(assignment: FollowupAssignment, cards: Mapping[UUID, Mapping[str, Any]]) -> bool:
    deposit_at: datetime | None = cards[assignment.customer_id]["deposit_at"]
    return deposit_at is not None and deposit_at > assignment.window_started_at
