"""kill -9 of the worker while ladders are climbed: each rung is in the log once, at its true time, told once and handed on once."""

from __future__ import annotations

import itertools
import random
import time
from collections import Counter
from contextlib import ExitStack
from datetime import datetime, timedelta

import psycopg
import pytest

from simpul.cases.models import Case
from simpul.cases.selectors.clocks import drifted, history_of, recorded_rungs
from simpul.cases.sla import Climb, climbs
from simpul.iam.models import Role
from simpul.iam.public import system_actor
from simpul.platform.clock import JAKARTA, now
from simpul.platform.db import scope
from tests.cases.ladder.conftest import at, swept, with_ladder
from tests.config.test_worker import until, working
from tests.support import cases, customers, people
from tests.support.database import rows

HOUR = timedelta(hours=1)
# Half, four fifths and the whole of 72 hours; at the whole a case goes to a supervisor. What comes after it is told to the head's level.
LADDER = ((50, 0, 1, "NOTIFY"), (80, 0, 2, "NOTIFY"), (100, 0, 2, "REASSIGN"), (110, 0, 3, "NOTIFY"))
_WAITING = "SELECT count(*) FROM crm.timers WHERE kind = 'cases.ladder' AND status <> 'FIRED' AND due_at < %s"
_LOGGED = "SELECT case_id::text || (data -> 'rung')::text FROM crm.case_activities WHERE data ? 'rung'"
_COUNTED = "SELECT count(*) FROM crm.case_activities WHERE data ? 'rung'"
# Whoever writes the log is in the middle of a set that is not committed.
_WRITING = """
SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
WHERE l.relation = 'crm.case_activities'::regclass AND l.mode = 'RowExclusiveLock' AND a.datname = current_database()
"""
_NOTICES = "SELECT subject_id, kind, coalesce(words ->> 'percent', ''), count(*) FROM crm.notices WHERE subject_type = 'CASE' GROUP BY 1, 2, 3"
_TOLD = """
SELECT case_id::text, data -> 'rung' ->> 'percent', jsonb_array_length(data -> 'to')
FROM crm.case_activities WHERE data ? 'rung' AND data -> 'rung' ->> 'act' = 'NOTIFY'
"""
_ACTS = """
SELECT case_id::text, activity_type FROM crm.case_activities WHERE activity_type IN ('ASSIGN', 'ESCALATE')
"""
_TRAIL = "SELECT object_id, action FROM audit.audit_logs WHERE action IN ('ASSIGN_CASE', 'ESCALATE_CASE') AND outcome = 'ALLOWED'"
_RECORDED = "SELECT sum((meta ->> 'rungs')::integer) FROM audit.audit_logs WHERE action = 'CLIMB_LADDER'"
_HISTORY = "SELECT i.subject_id, count(*) FROM crm.workflow_moves m JOIN crm.workflow_items i USING (item_id) WHERE m.transition = 'escalate' GROUP BY 1"


@pytest.fixture
def owner(committed):
    """A branch with two supervisors, its ladder, and a look at all rows."""
    people.organisation()
    with rows():
        people.add_user("supervisor_mdn_2", Role.objects.get(key="SUPERVISOR"), "MDN")
    with_ladder(people.actor("admin"), *LADDER, since=now() + 48 * HOUR)
    with psycopg.connect(committed, options="-c role=simpul_fixture", autocommit=True) as connection:
        yield connection


def received(customer, moment: datetime) -> Case:
    promised_on = (now() + 48 * HOUR).astimezone(JAKARTA).date()
    with at(moment):
        return cases.given_to(cases.opened("agent_mdn", customer_id=customer.id, promised_on=promised_on), "agent_mdn")


def ages(chance: random.Random, number: int) -> list[timedelta]:
    """How old cases are, so that in the last day each rung came due for some and two or three for others, and none comes in the next half hour."""
    found = (timedelta(hours=chance.uniform(37, 104)) for _ in iter(int, 1))
    quiet = (age for age in found if not any(age <= 72 * HOUR * percent / 100 <= age + HOUR / 2 for percent, *_ in LADDER))
    return list(itertools.islice(quiet, number))


def kill(owner, worker, chance: random.Random) -> bool:
    """End the worker, every second time as soon as it is in the middle of a set; whether that set is gone with it."""
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0, 0.6))
    else:
        deadline = time.monotonic() + 15  # a worker looks every five seconds
        while owner.execute(_WRITING).fetchone() == (0,) and time.monotonic() < deadline:
            pass
    before, writing = owner.execute(_COUNTED).fetchone(), owner.execute(_WRITING).fetchone()
    worker.kill()
    worker.wait()
    until(lambda: owner.execute(_WRITING).fetchone() == (0,), 30)
    return writing != (0,) and owner.execute(_COUNTED).fetchone() == before


def judged(owner, made: list[Case], over: datetime) -> dict[str, int]:
    """What is in the log, the inboxes and the trail is what the clocks say was reached, each once."""
    with scope(system_actor()):
        written = recorded_rungs([case.id for case in made])
        expected: dict[str, list[Climb]] = {str(case.id): [one for one in climbs(*history_of(case.id)) if one.at < over] for case in made}
        assert drifted(now())[0] == []
    assert written == {case.id: {one.rung: one.at for one in expected[str(case.id)]} for case in made}
    logged = Counter(value for (value,) in owner.execute(_LOGGED).fetchall())
    assert set(logged.values()) == {1}
    assert owner.execute(_RECORDED).fetchone() == (logged.total(),)

    # Every rung that the log says was told has its notices, one for each who was told, and no other rung has any.
    notices = {(case, kind, percent): count for case, kind, percent, count in owner.execute(_NOTICES).fetchall()}
    told = {(case, percent): count for case, percent, count in owner.execute(_TOLD).fetchall() if count}
    assert {(case, percent): count for (case, kind, percent), count in notices.items() if kind.startswith("cases.ladder")} == told

    # A case whose whole time is over was handed on: once in its log, its workflow, the trail and the inbox of who has it.
    handed = {case for case, over_rungs in expected.items() if any(one.rung.act == "REASSIGN" for one in over_rungs)}
    once = dict.fromkeys(handed, 1)
    acts = Counter(owner.execute(_ACTS).fetchall())
    assert acts == Counter({(case, act): 1 for case in handed for act in ("ASSIGN", "ESCALATE")})
    trail = Counter(owner.execute(_TRAIL).fetchall())
    assert trail == Counter({(case, act): 1 for case in handed for act in ("ASSIGN_CASE", "ESCALATE_CASE")})
    assert dict(owner.execute(_HISTORY).fetchall()) == once
    assert {case: count for (case, kind, _), count in notices.items() if kind == "cases.assigned"} == once
    assert {case: count for (case, kind, _), count in notices.items() if kind == "cases.escalated"} == dict.fromkeys(handed, 2)
    supervisors = {people.user_id(name) for name in ("supervisor_mdn", "supervisor_mdn_2")}
    stands = [cases.fresh(case) for case in made]
    assert {case.assigned_to_user_id in supervisors for case in stands if str(case.id) in handed} <= {True}
    assert {case.status for case in stands if str(case.id) in handed} <= {"ESCALATED"}
    assert {case.status for case in stands if str(case.id) not in handed} <= {"NEW"}
    return {"cases": len(made), "rungs": logged.total(), "told": sum(told.values()), "handed_on": len(handed), "doubled": 0, "lost": 0}


def test_no_rung_is_lost_told_or_handed_on_twice_however_often_the_worker_is_killed(owner, committed, kills, report):
    customer = customers.customer("Rahmat Siregar", "MDN")
    chance, kills, made, in_the_middle = random.Random(8), max(2, kills), list[Case](), 0
    began = time.monotonic()
    with ExitStack() as stack:
        for _ in range(kills):
            # Half and four fifths are behind; the whole comes in the next seconds.
            made += [received(customer, now() - 72 * HOUR + timedelta(seconds=chance.uniform(0, 8))) for _ in range(12)]
            worker = stack.enter_context(working(committed))
            before = owner.execute(_COUNTED).fetchone()
            until(lambda before=before: owner.execute(_COUNTED).fetchone() > before, 60)
            in_the_middle += kill(owner, worker, chance)
        time.sleep(8)  # and everything is due with nobody there
        over = now()
        stack.enter_context(working(committed))
        until(lambda: owner.execute(_WAITING, [over]).fetchone() == (0,), 120)

    figures = judged(owner, made, over)
    report("escalations", kills=kills, sets_killed_in_the_middle=in_the_middle, seconds=round(time.monotonic() - began), **figures)
    assert figures["rungs"] == 3 * len(made) == 3 * figures["handed_on"]


def test_a_day_without_a_worker_loses_no_rung_and_tells_the_highest_alone(owner, committed, kills, report):
    """The rungs of a day come due with nobody there; who comes back is killed again and again while it makes up for the day."""
    customer = customers.customer("Rahmat Siregar", "MDN")
    chance, kills, in_the_middle = random.Random(9), max(2, kills), 0
    down = now() - 24 * HOUR
    made = [received(customer, down + 24 * HOUR - age) for age in ages(chance, 20 + 6 * kills)]
    with scope(system_actor()):
        ahead = {case.id: [one for one in climbs(*history_of(case.id)) if down <= one.at < now()] for case in made}
    assert {len(climbed) for climbed in ahead.values()} >= {1, 2}
    swept(down)  # until then a worker was there
    with scope(system_actor()):
        before = recorded_rungs([case.id for case in made])
    began = time.monotonic()
    with ExitStack() as stack:
        for _ in range(kills):
            worker = stack.enter_context(working(committed))
            until(lambda: owner.execute(_WRITING).fetchone() != (0,) or owner.execute(_WAITING, [down + 24 * HOUR]).fetchone() == (0,), 60)
            in_the_middle += kill(owner, worker, chance)
        over = now()
        stack.enter_context(working(committed))
        until(lambda: owner.execute(_WAITING, [over]).fetchone() == (0,), 120)

    figures = judged(owner, made, over)
    report("a day without a worker", kills=kills, sets_killed_in_the_middle=in_the_middle, seconds=round(time.monotonic() - began), **figures)
    # Of what came due in the day the log says for each case that it told one rung at most: the highest, and none beside a hand-over.
    told = {(case, percent) for case, percent, count in owner.execute(_TOLD).fetchall() if count}
    for case in made:
        missed = [one for one in ahead[case.id] if one.rung not in before.get(case.id, {})]
        if missed:
            highest = max(missed, key=lambda one: (one.rung.level, one.at))
            expected = {str(highest.rung.percent)} if highest.rung.act == "NOTIFY" else set()
            assert {percent for key, percent in told if key == str(case.id) and percent in {str(one.rung.percent) for one in missed}} == expected
