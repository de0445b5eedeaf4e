"""Any history of acts, late workers and moved calendars ends with the log that a play minute by minute writes.

The acts go through the services' own clock functions and the worker's own sweep; the play knows the acts and the terms alone.
"""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from simpul.cases.models import Case
from simpul.cases.selectors.clocks import drifted, recorded_rungs
from simpul.cases.services.terms import case_reclassify
from simpul.cases.sla import Change, Clock
from simpul.cases.tasks import follow_calendar
from simpul.cases.vocabulary import LadderAct, Priority
from simpul.iam.public import system_actor
from simpul.platform.db import query, scope
from simpul.workflow.services.calendars import calendar_approve, calendar_save_draft
from tests.cases.ladder.conftest import RECEIVED, at, happen, open_case, swept, with_ladder
from tests.cases.sla.oracle import DAY, Happening, Plan, Rung, climbed
from tests.support import people
from tests.support.database import rows

EXAMPLES = int(os.environ.get("SIMPUL_TEST_EXAMPLES", "15"))
WINDOW = 40
BEGIN = datetime(2027, 6, 28, tzinfo=UTC)  # the Monday before
MINUTE = timedelta(minutes=1)
RUNGS = ((50, 0, 1, "NOTIFY"), (80, 0, 2, "NOTIFY"), (100, 0, 2, "NOTIFY"), (100, 1, 3, "NOTIFY"))
HOURS = {"LOW": 32, "MEDIUM": 24, "HIGH": 16, "CRITICAL": 8}
CAP = 10
# What the office's day may become: from and to, in hours.
DAYS = ((8, 17), (8, 15), (10, 20), (6, 12))
ACTS = st.lists(
    st.tuples(
        st.integers(1, 30 * 60),
        st.sampled_from(["pause", "resume", "pause", "resume", "stop", "reopen", "terms", "calendar", "sweep", "sweep"]),
        st.integers(0, 3),
    ),
    max_size=9,
)


def office(hours: tuple[int, int]) -> Plan:
    week = [[(hours[0] * 60, hours[1] * 60)]] * 5 + [[], []]
    return Plan(7 * 60, BEGIN.weekday(), WINDOW, week, {})


def approve(admin, hours: tuple[int, int], moment) -> int:
    """The office keeps other hours from now on, without holidays; the number of the version."""
    with at(moment), scope(admin):
        revision = query("SELECT revision FROM crm.calendars WHERE key = 'office-wib'")[0]["revision"]
        week = [[{"opens": f"{hours[0]:02}:00", "closes": f"{hours[1]:02}:00"}]] * 5 + [[], []]
        raw = {"title": {"id": "Jam kantor", "en": ""}, "zone": "Asia/Jakarta", "region": "ID", "weekly": week, "joint_leave_works": True, "days": []}
        drafted = calendar_save_draft(actor=admin, key="office-wib", raw=raw, version=revision)
        calendar_approve(actor=admin, key="office-wib", version=drafted.revision, note="")
        return query("SELECT max(v.number) AS number FROM crm.calendar_versions v JOIN crm.calendars c USING (calendar_id) WHERE c.key = 'office-wib'")[0][
            "number"
        ]


class Life:
    """One case, told twice: to the product, and to the play as it happens."""

    def __init__(self, admin, agent, customer) -> None:
        self.admin, self.agent = admin, agent
        approve(admin, DAYS[0], RECEIVED - 30 * MINUTE)
        targets = {priority: {"first_response_hours": 1, "resolution_hours": hours} for priority, hours in HOURS.items()}
        rules = [{"category": "TRX_FAIL", "targets": targets}]
        with_ladder(admin, *RUNGS, calendar="office-wib", legal_rules=None, pause_cap_hours=CAP, rules=rules)
        self.minute = int((RECEIVED - BEGIN) / MINUTE)
        self.case = open_case(agent, customer)
        with rows():
            Case.objects.filter(pk=self.case.pk).update(assigned_to_user_id=agent.id)
        self.plan = office(DAYS[0])
        self.told = [self._terms("START", "MEDIUM", self.plan)]
        self.state, self.priority, self.hours = "RUN", "MEDIUM", DAYS[0]

    def _terms(self, what: str, priority: str, plan: Plan | None = None) -> Happening:
        ladder = tuple(Rung(percent, days, level, LadderAct(act)) for percent, days, level, act in RUNGS)
        return Happening(what, self.minute, plan, target=HOURS[priority] * 60, cap=CAP * 60, ladder=ladder)

    @property
    def moment(self) -> datetime:
        return BEGIN + self.minute * MINUTE

    def do(self, act: str, choice: int) -> None:
        moves = {("pause", "RUN"): Change.PAUSE, ("resume", "WAIT"): Change.RESUME, ("reopen", "STOP"): Change.REOPEN}
        if act == "sweep":
            swept(self.moment)
        elif act == "calendar" and DAYS[choice] != self.hours:
            self.hours = DAYS[choice]
            number = approve(self.admin, self.hours, self.moment)
            with at(self.moment):
                follow_calendar({"key": "office-wib", "version": number}, again=False)
            self.plan = office(self.hours)
            if self.state != "STOP":  # an answered case hears of it when it is reopened
                self.told.append(Happening("CALENDAR", self.minute, self.plan))
        elif act == "terms" and self.state != "STOP":
            priority = list(HOURS)[choice]
            self._reclassify(priority)
        elif act == "stop" and self.state != "STOP":
            happen(self.case, self.agent, Change.STOP, self.moment, clock=Clock.RESOLUTION)
            self._answered(True)
            self.state = "STOP"
            self.told.append(Happening("STOP", self.minute))
        elif (act, self.state) in moves:
            change = moves[act, self.state]
            happen(self.case, self.agent, change, self.moment)
            if act == "reopen":
                self._answered(False)
            self.state = "WAIT" if act == "pause" else "RUN"
            plan = self.plan if act == "reopen" else None
            self.told.append(
                Happening(moves["pause" if act == "pause" else act, {"pause": "RUN", "resume": "WAIT", "reopen": "STOP"}[act]].value, self.minute, plan)
            )

    def _reclassify(self, priority: str) -> None:
        if priority == self.priority:
            return
        with rows():
            version = Case.objects.get(pk=self.case.pk).version
        # A day after receipt, only a supervisor promises less.
        supervisor = people.actor("supervisor_mdn")
        with at(self.moment), scope(supervisor):
            case_reclassify(actor=supervisor, case_id=self.case.id, version=version, reason="Diperiksa lagi.", priority=Priority(priority))
        self.priority = priority
        self.told.append(self._terms("POLICY", priority, self.plan))

    def _answered(self, yes: bool) -> None:
        values = {"status": "RESOLVED", "resolved_at": self.moment, "first_resolved_at": RECEIVED, "final_response": "Sudah kami kembalikan."}
        with rows():
            if yes:
                Case.objects.filter(pk=self.case.pk).update(**values)
            else:
                Case.objects.filter(pk=self.case.pk).update(status="IN_PROGRESS", resolved_at=None)

    def written(self) -> dict[Rung, int]:
        with scope(system_actor()):
            found = recorded_rungs([self.case.id]).get(self.case.id, {})
        return {rung: int((moment - BEGIN) / MINUTE) for rung, moment in found.items()}


@pytest.fixture
def world(actor, customer):
    return actor("admin"), actor("agent_mdn"), customer


@given(acts=ACTS, seed=st.integers(0, 99))
@settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
def test_every_history_ends_with_the_log_that_the_play_writes(world, acts, seed) -> None:
    chance = random.Random(seed)
    with transaction.atomic():
        life = Life(*world)
        for after, act, choice in acts:
            life.minute += after
            if life.minute > 30 * DAY:
                break
            life.do(act, choice)
        life.minute += chance.randrange(1, 4 * DAY)
        swept(life.moment + timedelta(seconds=2))

        assert life.written() == {rung: minute for rung, minute in climbed(life.told, WINDOW * DAY - DAY).items() if minute <= life.minute}
        with scope(system_actor()):
            assert drifted(life.moment + timedelta(days=1))[0] == []
            left = query("SELECT count(*) AS number FROM crm.timers WHERE kind = 'cases.ladder' AND status = 'PENDING' AND due_at <= %s", (life.moment,))
        assert left[0]["number"] == 0
        transaction.set_rollback(True)
