"""kill -9 of a worker in the middle of a run: each due member rotates once, and each notice goes out once."""

from __future__ import annotations

import os
import random
import time
from datetime import timedelta

from simpul.followup.models import FollowupAgent, FollowupAssignment, FollowupMember, FollowupRun
from simpul.followup.services.rotating import RUN_JOB
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.ids import uuid7
from simpul.platform.jobs import defer
from tests.config.test_worker import until, working
from tests.followup.world import agent
from tests.support import people
from tests.support.database import rows

MEMBERS = int(os.environ.get("SIMPUL_TEST_MEMBERS", "4000"))
_CUSTOMERS = """
INSERT INTO crm.customers (customer_id, full_name, phone_e164, home_branch_code)
SELECT uuidv7(), 'Anggota ' || n, '+628125' || lpad(n::text, 7, '0'), 'MDN' FROM generate_series(1, %s) AS n
RETURNING customer_id
"""
_PATHS = """
SELECT count(*) AS rows, count(DISTINCT customer_id) AS customers, count(*) FILTER (WHERE status = 'ACTIVE') AS active,
       count(*) FILTER (WHERE status = 'ROTATED') AS rotated, count(*) FILTER (WHERE from_number IS NOT NULL) AS moved
FROM crm.followup_assignments
"""
_NOTICES = """
SELECT u.username, n.kind, count(*) AS count FROM crm.notices n JOIN iam.users u USING (user_id)
WHERE n.kind IN ('followup.members_lost', 'followup.members_gained') GROUP BY u.username, n.kind
"""


def _due_members() -> None:
    """Members whose windows are over, in the hands of the first of three agents."""
    first, *_ = (agent(number, MEMBERS) for number in (1, 2, 3))
    began, over = now() - timedelta(days=3), now() - timedelta(days=1)
    with rows():
        ids = [row["customer_id"] for row in query(_CUSTOMERS, (MEMBERS,))]
        FollowupMember.objects.bulk_create(FollowupMember(customer_id=each, branch_code="MDN", source="API", entered_at=began) for each in ids)
        FollowupAssignment.objects.bulk_create(
            FollowupAssignment(
                customer_id=each,
                step=1,
                branch_code="MDN",
                agent=first,
                number=1,
                status="ACTIVE",
                reason="DEALT",
                started_at=began,
                window_started_at=began,
                window_ends_at=over,
                decided_at=began,
                run_id=uuid7(),
            )
            for each in ids
        )


def test_a_killed_run_leaves_nothing_and_the_next_one_does_all_of_it_once(committed, kills, report):
    chance = random.Random(8)
    people.organisation()
    _due_members()
    run_id = uuid7()

    def request() -> None:
        with scope(system_actor()):
            defer(RUN_JOB, run_id=str(run_id))

    def is_done() -> bool:
        with scope(system_actor()):
            return FollowupRun.objects.filter(pk=run_id).exists()

    for _ in range(kills + 1):
        request()
        with working(committed):
            time.sleep(chance.uniform(0.5, 3))
    # Twice more: the second finds the run there.
    request()
    request()
    with working(committed):
        until(is_done, 60)
        until(lambda: not _waiting(), 60)
    with rows():
        counted = query(_PATHS)[0]
        notices = query(_NOTICES)
        agents = FollowupAgent.objects.count()
    report("follow-up", members=MEMBERS, kills=kills + 1, **counted)
    assert (counted["rows"], counted["customers"]) == (2 * MEMBERS, MEMBERS)
    assert (counted["active"], counted["rotated"], counted["moved"]) == (MEMBERS, MEMBERS, MEMBERS)
    assert agents == 3
    assert sorted((row["kind"], row["count"]) for row in notices) == [
        ("followup.members_gained", 1),
        ("followup.members_lost", 1),
    ]


def _waiting() -> bool:
    """Whether a requested run has not been worked off; those of killed workers are left to the sweep."""
    sql = "SELECT count(*) AS n FROM jobs.procrastinate_jobs WHERE task_name = %s AND status = 'todo'"
    with rows():
        return bool(query(sql, (RUN_JOB,))[0]["n"])
