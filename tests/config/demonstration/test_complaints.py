"""The demonstration's cases: made and played, in every state, with clocks, ladders and workflows that agree."""

from __future__ import annotations

from collections import Counter

import pytest

from simpul.cases.demonstration import complaints
from simpul.cases.demonstration.complaints import play_complaints
from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.clocks import calendars_of, clock_events, drifted, recorded_rungs
from simpul.cases.selectors.report import Quarter, counted
from simpul.cases.sla import History, climbs
from simpul.cases.vocabulary import OPEN
from simpul.config.demonstration.organisation import colleagues, put_organisation
from simpul.iam.public import system_actor
from simpul.messaging.models import OutboundMessage
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.demonstrating import Stage
from tests.support import customers
from tests.support.database import rows

MADE = 150
PLACES = ("MDN", "BNJ", "PMS", "RAP", "KBJ")


@pytest.fixture(scope="module")
def played(kept):
    put_organisation(colleagues())
    for number in range(1, 51):
        key, branch = f"CIF{number:08d}", PLACES[(number - 1) // 10]
        customers.customer(f"Rahmat Siregar {number}", branch, source_system="DEMO", source_key=key, phone_e164=f"+62812600{number:05d}")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(complaints, "MADE", MADE)
        yield play_complaints(Stage(2026, colleagues(), kept))


def test_cases_stand_in_every_state_everywhere_and_once(played, kept):
    with rows():
        states = Counter(Case.objects.values_list("status", flat=True))
        assert played == sum(states.values()) == MADE + complaints.PLAYED
        assert set(states) == {"NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED", "RESOLVED", "CLOSED"}
        assert sum(states[state] for state in OPEN) >= 20
        assert Case.objects.filter(status__in=["NEW", "IN_PROGRESS", "ESCALATED"], sla_due_at__lt=now()).count() >= 5
        assert set(Case.objects.values_list("branch_code", flat=True)) == set(PLACES)
        assert Case.objects.filter(review="WAITING").count() == 2
        assert Case.objects.filter(reopened=1, status="IN_PROGRESS").count() == 4
        assert Case.objects.values("assigned_to_user_id").distinct().count() >= 20
        assert OutboundMessage.objects.exclude(status="QUEUED").count() == 0
        assert CaseActivity.objects.filter(created_at__gt=now()).count() == 0
        assert query("SELECT count(*) AS n FROM crm.cases c JOIN crm.workflow_items i ON i.subject_id = c.case_id::text WHERE i.state <> c.status") == [
            {"n": 0}
        ]
        assert query("SELECT count(*) AS n FROM crm.workflow_items WHERE subject_type = 'CASE'") == [{"n": played}]

    assert play_complaints(Stage(2026, colleagues(), kept)) == played


def test_due_times_are_what_clocks_say_and_ladders_wait_for_what_lies_ahead(played):
    with scope(system_actor()):
        assert drifted(now()) == ([], None)
        ids = list(Case.objects.filter(status__in=OPEN).values_list("id", flat=True))
        histories = {case_id: History.of(events) for case_id, events in clock_events(ids).items()}
        calendars, written = calendars_of(*histories.values()), recorded_rungs(ids)
        # A case that was reopened before the worker looked has a timer of each life for a rung that was due in the first.
        timers = query("SELECT DISTINCT subject_id, data FROM crm.timers WHERE kind = 'cases.ladder' AND status = 'PENDING'")
        waiting = Counter(row["subject_id"] for row in timers)
        for case_id, history in histories.items():
            ladder = {climb.rung: climb.at for climb in climbs(history, calendars)}
            known = written.get(case_id, {})
            assert known.items() <= ladder.items()
            # What is neither written down nor ahead is due, and the worker's first look writes it down.
            assert waiting[str(case_id)] == len(ladder) - len(known)


def test_a_past_quarter_has_something_to_report(played):
    month = now().year * 12 + now().month - 1
    last = month // 3 - 1
    with scope(system_actor()):
        total = counted(Quarter(last // 4, last % 4 + 1), PLACES).total

    assert total.received >= 10
    assert total.solved_in_time > total.solved_late
