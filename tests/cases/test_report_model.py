"""The report in sets equals the report read case by case, over generated histories: waiting, reopenings, new terms, corrections, closings.

A few hundred cases by default; SIMPUL_REPORT_CASES plays more.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import datetime, timedelta

import pytest

from simpul.cases.models import Case, CaseClockEvent, LegalRules, ServiceLevelVersion
from simpul.cases.selectors.clocks import clock_events
from simpul.cases.selectors.report import Line, Quarter, counted, outcome_of
from simpul.iam.public import system_actor
from simpul.platform.clock import JAKARTA
from simpul.platform.db import query, scope
from tests.support import customers, people
from tests.support.database import rows

CASES = int(os.environ.get("SIMPUL_REPORT_CASES", "400"))
FIRST = datetime(2027, 1, 1, tzinfo=JAKARTA)
QUARTERS = [Quarter(2027, 2), Quarter(2027, 3), Quarter(2027, 4)]
PRIORITIES = ("LOW", "MEDIUM", "HIGH", "CRITICAL")
CATEGORIES = ("TRX_FAIL", "CARD_ATM", "FEE_ADMIN")
ANSWER = "Dana sudah kami kembalikan ke rekening nasabah."


class Drawn:
    """One case from a seed: its row and its events, in the order in which they were recorded."""

    def __init__(self, draw, law, version, calendars):
        self.draw, self.law, self.version, self.calendars = draw, law if draw.random() < 0.7 else None, version, calendars
        self.received = FIRST + timedelta(seconds=draw.randrange(330 * 86_400))
        self.kind, self.category = draw.choice(["VERBAL", "WRITTEN"]), draw.choice(CATEGORIES)
        self.events = [self.terms("START", self.received)]
        # Ends that fall into the last days of quarters are what goes wrong.
        moment, open_for = self.received, draw.choice([1, 5, 20, 60])
        for _ in range(draw.choice([0, 1, 1, 2, 2, 3, 5, 8])):
            moment += timedelta(seconds=draw.randrange(1, open_for * 86_400))
            self.happen(moment)
        self.closed_at = None
        answers = [event for event in self.events if event["change"] == "STOP" and event["clock"] == "RESOLUTION"]
        if answers and self.events[-1]["clock"] == "RESOLUTION" and draw.random() < 0.6:
            self.closed_at = moment + timedelta(hours=draw.randrange(200))

    def terms(self, change, at):
        named = {"policy_version": self.version, "legal_rules": self.law, "rule_category": self.draw.choice([self.category, *CATEGORIES]), "kind": self.kind}
        return {"change": change, "at": at, "clock": None, "calendars": self.calendars, "priority": self.draw.choice(PRIORITIES), **named}

    def happen(self, at):
        change = self.draw.choice(["PAUSE", "RESUME", "STOP", "STOP", "STOP", "FIRST", "REOPEN", "POLICY", "EXTEND", "CALENDAR", "CORRECT", "CORRECT_FIRST"])
        if change == "POLICY":
            self.events.append(self.terms("POLICY", at))
        elif change in ("STOP", "FIRST"):
            self.events.append({"change": "STOP", "at": at, "clock": "RESOLUTION" if change == "STOP" else "FIRST_RESPONSE"})
        elif change.startswith("CORRECT"):
            clock = "RESOLUTION" if change == "CORRECT" else "FIRST_RESPONSE"
            stops = [number for number, event in enumerate(self.events, start=1) if event["clock"] == clock]
            if stops:
                stop = self.draw.choice(stops)
                stopped = self.events[stop - 1]["at"]
                moved = self.draw.choice([None, stopped + (at - stopped) * self.draw.random()])
                self.events.append({"change": "CORRECT", "at": at, "clock": None, "corrects": stop, "moved_to": moved})
        else:
            self.events.append({"change": change, "at": at, "clock": None, "calendars": self.calendars if change == "CALENDAR" else {}})

    def row(self, customer_id, user_id):
        due = self.received + timedelta(days=3)
        return Case(
            customer_id=customer_id, branch_code=self.draw.choice(["MDN", "BNJ", "PMS"]), channel=self.draw.choice(["BRANCH", "EMAIL"]), kind=self.kind,
            category_id=self.category, priority="MEDIUM", product=self.draw.choice(["", "SAVINGS"]), description="Transfer gagal, saldo terpotong.",
            sla_due_at=due, first_response_due_at=due, policy_version=self.version, created_at=self.received, created_by=user_id,
        )  # fmt: skip


@pytest.fixture
def histories(organisation):
    """Generated cases, past row-level security."""
    draw, user_id = random.Random(20_27), people.user_id("agent_mdn")
    customer_id = customers.customer("Rahmat Siregar", "MDN").id
    with rows():
        version = ServiceLevelVersion.objects.get(policy__key="bank-standard", number=1)
        law = LegalRules.objects.get(key="pojk-22-2023")
        names = [row["key"] for row in query("SELECT c.key FROM crm.calendars c JOIN crm.calendar_versions v USING (calendar_id) WHERE v.status = 'APPROVED'")]
        drawn = [Drawn(draw, law, version, dict.fromkeys(names, 1)) for _ in range(CASES)]
        made = Case.objects.bulk_create([one.row(customer_id, user_id) for one in drawn])
        CaseClockEvent.objects.bulk_create(
            CaseClockEvent(case=case, seq=seq, actor_user_id=user_id, **event)
            for case, one in zip(made, drawn, strict=True)
            for seq, event in enumerate(one.events, start=1)
        )
        for case, one in zip(made, drawn, strict=True):
            if one.closed_at:
                answered = {"final_response": ANSWER, "resolved_at": one.events[-1]["at"], "first_resolved_at": one.events[-1]["at"]}
                Case.objects.filter(pk=case.pk).update(status="RESOLVED", **answered)
                Case.objects.filter(pk=case.pk).update(status="CLOSED", closed_at=one.closed_at, closed_by=user_id, resolution_code="SOLVED")
    return made


def by_reading(quarter):
    """The report counted from the clocks' own reading of each case, whatever is kept in rows."""
    lines, total, came = {}, Line(), Counter()
    cases = Case.objects.in_bulk()
    for case_id, events in clock_events(list(cases)).items():
        outcome = outcome_of(events, quarter)
        if outcome is None:
            continue
        issue = next(event["rule_category"] for event in _terms(case_id, quarter))
        case = cases[case_id]
        for line in (lines.setdefault((case.product, issue), Line()), total):
            line.add(outcome)
        came[case.branch_code, case.channel] += 1
    return {key: line.told() for key, line in lines.items()}, total.told(), came


def _terms(case_id, quarter):
    found = CaseClockEvent.objects.filter(case_id=case_id, rule_category__isnull=False, at__lt=quarter.until)
    return list(found.order_by("-seq").values("rule_category"))


def told(line):
    return line.brought_forward + line.received + line.reopened


@pytest.mark.parametrize("quarter", QUARTERS, ids=str)
def test_the_report_in_sets_equals_the_reading_of_each_case(histories, quarter):
    with scope(system_actor()):
        found = counted(quarter, ["MDN", "BNJ", "PMS"])
        lines, total, came = by_reading(quarter)

    assert {key: line.told() for key, line in found.lines.items()} == lines
    assert found.total.told() == total
    assert {code: told(line) for code, line in found.by_branch.items()} == _sum(came, 0)
    assert {key: told(line) for key, line in found.by_channel.items()} == _sum(came, 1)
    # The draw reaches every column, so that equality says something.
    assert min(value for name, value in total.items() if name != "reopened") > 0


def _sum(came, place):
    found = Counter()
    for key, number in came.items():
        found[key[place]] += number
    return dict(found)
