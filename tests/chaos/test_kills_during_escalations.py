"""kill -9 of the worker while ladders are climbed: each rung is in the log exactly once, at its true time, and told once."""

from __future__ import annotations

import random
import time
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta

import psycopg

from simpul.cases.selectors.clocks import history_of, recorded_rungs
from simpul.cases.sla import climbs
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import scope
from tests.cases.ladder.conftest import open_case
from tests.config.test_worker import until, working
from tests.support import customers, people

_CASES = 150
_WAITING = "SELECT count(*) FROM crm.timers WHERE kind = 'cases.ladder' AND status = 'PENDING' AND due_at < now() + interval '1 hour'"
_LOGGED = "SELECT case_id::text || (data -> 'rung')::text FROM crm.case_activities WHERE data ? 'rung'"
_TOLD = "SELECT subject_id || (words ->> 'percent') FROM crm.notices WHERE kind LIKE 'cases.ladder%'"
_TELLING = "SELECT case_id::text || (data -> 'rung' ->> 'percent') FROM crm.case_activities WHERE data ? 'rung' AND jsonb_array_length(data -> 'to') > 0"
_RECORDED = "SELECT sum((meta ->> 'rungs')::integer) FROM audit.audit_logs WHERE action = 'CLIMB_LADDER'"


def test_no_rung_is_lost_or_told_twice_however_often_the_worker_is_killed(committed, kills, report):
    people.organisation()
    agent, customer = people.actor("agent_mdn"), customers.customer("Rahmat Siregar", "MDN")
    chance, kills, cases = random.Random(8), max(3, kills), []
    with psycopg.connect(committed, options="-c role=simpul_fixture", autocommit=True) as owner, ExitStack() as stack:
        for _ in range(kills):
            # Half and four fifths are behind; the whole comes in the next seconds.
            start = now() - timedelta(hours=72) + timedelta(seconds=4)
            cases += [open_case(agent, customer, start + timedelta(seconds=chance.uniform(0, 4))) for _ in range(_CASES // kills)]
            worker = stack.enter_context(working(committed))
            before = len(owner.execute(_LOGGED).fetchall())
            until(lambda before=before: len(owner.execute(_LOGGED).fetchall()) > before, 60)
            time.sleep(chance.uniform(0, 0.6))
            worker.kill()
            worker.wait()
        time.sleep(8)  # and everything is due with nobody there
        stack.enter_context(working(committed))
        until(lambda: owner.execute(_WAITING).fetchone() == (0,), 60)
        logged, told, telling = (Counter(value for (value,) in owner.execute(statement).fetchall()) for statement in (_LOGGED, _TOLD, _TELLING))
        (recorded,) = owner.execute(_RECORDED).fetchone()

    with scope(system_actor()):
        written = recorded_rungs([case.id for case in cases])
        expected = {case.id: history_of(case.id) for case in cases}
    over = now()
    report(
        "escalations", kills=kills, cases=len(cases), rungs=sum(logged.values()), told=sum(told.values()), doubled=sum(count > 1 for count in logged.values())
    )
    assert written == {case_id: {one.rung: one.at for one in climbs(*history) if one.at < over} for case_id, history in expected.items()}
    assert set(logged.values()) == {1}
    assert told == telling
    assert recorded == sum(logged.values()) == 3 * len(cases)
