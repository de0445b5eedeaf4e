"""The follow-up programme of the demonstration: thirty agents, a thousand members, and a month played by the run itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID, uuid5

from simpul.followup.models import FollowupAssignment
from simpul.followup.services.agents import agent_create
from simpul.followup.services.days_off import days_off_create
from simpul.followup.services.entries import entries_add
from simpul.followup.services.rotating import DAILY, run_rotate
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, now, shifted, today
from simpul.platform.db import execute, query, scope
from simpul.platform.demonstrating import Demonstration, Stage

MEMBERS, DAYS = 1_000, 28
USERNAMES = ("agent", *(f"agent{number:02d}" for number in range(1, 30)))
_CAPACITY = 60
_OUTCOMES = ("REACHED", "NO_ANSWER", "CALL_BACK", "INTERESTED")
_RUNS = UUID("0192f5a0-0000-7000-8000-0000000000fb")
# The first customers are those of the stories.
_CUSTOMERS = """
SELECT customer_id FROM crm.customers WHERE status = 'ACTIVE' AND source_key IS NOT NULL
ORDER BY source_key OFFSET 40 LIMIT %s
"""
# Every day some agents call some of their members, as their windows stand then.
_OPEN = """
SELECT a.customer_id, a.branch_code, g.user_id
FROM crm.followup_assignments a JOIN crm.followup_agents g USING (agent_id)
WHERE a.status = 'ACTIVE' ORDER BY a.customer_id
"""
_CALLED = """
INSERT INTO crm.rm_activities (rm_activity_id, customer_id, branch_code, rm_user_id, activity_type, note, outcome,
                               next_step, subject_type, subject_id, happened_at, created_at, version)
SELECT uuidv7(), n.customer_id, n.branch_code, %(by)s, 'CALL', 'Menelepon anggota tentang setoran berikutnya.', n.outcome, '',
       'FOLLOWUP_MEMBER', n.customer_id, %(at)s, %(at)s, 1
FROM unnest(%(customers)s::uuid[], %(branches)s::text[], %(outcomes)s::text[]) AS n (customer_id, branch_code, outcome)
"""


def play_followup(stage: Stage) -> int:
    """Play it once; an installation that has members keeps its own. Says how many members there are."""
    if standing := _count():
        return standing
    with scope(system_actor()):
        known = people_by_username(["admin", *USERNAMES])
        customers = [row["customer_id"] for row in query(_CUSTOMERS, (MEMBERS,))]
        manager = actor_for(known["admin"].id)
        callers = [actor_for(known[name].id) for name in USERNAMES if name in known]
    assert manager is not None  # the demonstration's own people work
    _put_agents(manager, [known[name].id for name in USERNAMES if name in known])
    chance, present = Random(stage.seed), now()  # noqa: S311 - made-up people
    per_day = -(-len(customers) // 10)
    for place in range(DAYS + 1):
        begins = datetime.combine(today() - timedelta(days=DAYS - place), time(5), JAKARTA)
        if begins > present:
            break
        with shifted(begins - present):
            if entered := customers[place * per_day : (place + 1) * per_day]:
                entries_add(entered, source="IMPORT")
            _run(begins, is_recent=place >= DAYS - 1)
        if begins + timedelta(hours=4) < present:
            with shifted(begins + timedelta(hours=4) - present):
                _call(chance, [each for each in callers if each is not None])
    return _count()


def _count() -> int:
    with scope(system_actor()):
        rows = FollowupAssignment.objects.filter(status__in=("ACTIVE", "PENDING"))
        return rows.count()


def _put_agents(manager: Actor, people: Sequence[UUID]) -> None:
    """The agents in the order of their user names; three of them have leave."""
    with scope(manager):
        made = [agent_create(actor=manager, user_id=person, capacity=_CAPACITY) for person in people]
        for place, (first, last) in enumerate(_leave(today())):
            if place < len(made):
                days_off_create(
                    actor=manager,
                    agent_id=made[(place * 7 + 3) % len(made)].id,
                    kind="LEAVE",
                    reason="Cuti tahunan",
                    ranges=[(first, last)],
                )


def _leave(day: date) -> list[tuple[date, date]]:
    return [
        (day - timedelta(days=12), day + timedelta(days=1)),
        (day, day + timedelta(days=4)),
        (day + timedelta(days=10), day + timedelta(days=16)),
    ]


def _run(at: datetime, *, is_recent: bool) -> None:
    """The run of a day, under the role of the worker as in use; only the latest ones fill inboxes."""
    with scope(system_actor()):
        execute("SET LOCAL ROLE simpul_worker")
        run_rotate(run_id=uuid5(_RUNS, at.isoformat()), kind=DAILY, at=at, sends_notices=is_recent)


def _call(chance: Random, callers: Sequence[Actor]) -> None:
    """Half of the agents call most of their members that day; what they log is their own."""
    with scope(system_actor()):
        standing = query(_OPEN)
    for caller in chance.sample(list(callers), len(callers) // 2):
        made = [(row["customer_id"], row["branch_code"], chance.choice(_OUTCOMES)) for row in standing if row["user_id"] == caller.id and chance.random() < 0.6]
        if not made:
            continue
        members, branches, outcomes = (list(column) for column in zip(*made, strict=True))
        with scope(caller):
            execute(
                _CALLED,
                {
                    "by": caller.id,
                    "at": now(),
                    "customers": members,
                    "branches": branches,
                    "outcomes": outcomes,
                },
            )


DEMONSTRATION = Demonstration("Follow-up", MEMBERS, play_followup)
