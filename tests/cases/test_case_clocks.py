"""The clocks of a stored case: what is recorded, the due times that its row keeps, and reading it as it was known before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simpul.cases.levels import promise_for
from simpul.cases.models import Case, CaseActivity, CaseClockEvent
from simpul.cases.selectors.clocks import calendars_of, clock_events, drifted, due_times, history_of
from simpul.cases.services import clocks as services
from simpul.cases.sla import Change, Clock, ClockEvent, HistoryBroken, State, read
from simpul.cases.tasks import follow_calendar
from simpul.cases.vocabulary import Kind, Priority
from simpul.config.cli import Refusal, sla_replay
from simpul.iam.public import system_actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import scope
from simpul.workflow.services.calendars import calendar_approve, calendar_save_draft
from tests.cases.test_tables import values
from tests.support import customers
from tests.support.database import rows

HOUR = timedelta(hours=1)


@pytest.fixture
def received():
    """Noon in Jakarta on Thursday, 1 July 2027: after whatever the installation shipped."""
    noon = datetime(2027, 7, 1, 5, tzinfo=UTC)
    with shifted(noon - now()):
        yield noon


@pytest.fixture
def opened(actor, received):
    """A case of MDN with its clocks started, as intake leaves it, and who opened it."""
    customer, agent = customers.customer("Rahmat Siregar", "MDN"), actor("agent_mdn")
    with scope(agent):
        promise = promise_for("TRX_FAIL", None, (received + 7 * HOUR).date())
        begun, readings = services.promised(promise, Priority.MEDIUM, Kind.WRITTEN, received)
        made = Case.objects.create(**values(customer.id, agent.id, created_at=received) | due_times(readings))
        services.clock_start(actor=agent, case=made, begun=begun, promise=promise)
        made.refresh_from_db()
    return made, agent


def happen(case, agent, change, at, promise=None, **more):
    with scope(agent):
        readings = services.clock_change(actor=agent, case=case, event=ClockEvent(0, change, at, **more), promise=promise)
        case.save()
    return readings


def test_a_case_begins_with_what_it_was_promised(opened, received):
    case, agent = opened

    assert (case.sla_due_at, case.first_response_due_at) == (received + 72 * HOUR, received + 8 * HOUR)
    assert case.legal_due_at == datetime(2027, 7, 15, 10, tzinfo=UTC)
    with scope(agent):
        [event] = clock_events([case.id])[case.id]
    assert (event.sequence, event.change, event.calendars) == (1, Change.START, {"always": 1, "office-wib": 1})
    assert event.terms.legal.days == 10


def test_waiting_and_answering_move_what_the_row_keeps(opened, received):
    case, agent = opened
    happen(case, agent, Change.PAUSE, received + HOUR, reason="DOCUMENTS")
    assert case.sla_due_at == received + (72 + 120) * HOUR  # as long as it may wait
    happen(case, agent, Change.RESUME, received + 5 * HOUR)
    assert case.sla_due_at == received + 76 * HOUR
    readings = happen(case, agent, Change.STOP, received + 6 * HOUR, clock=Clock.FIRST_RESPONSE)

    assert case.first_responded_at == received + 6 * HOUR
    assert readings[Clock.FIRST_RESPONSE].state is State.STOPPED
    with rows():
        assert list(CaseClockEvent.objects.filter(case=case).order_by("seq").values_list("seq", "change", "reason")) == [
            (1, "START", ""), (2, "PAUSE", "DOCUMENTS"), (3, "RESUME", ""), (4, "STOP", ""),
        ]  # fmt: skip


def test_new_terms_are_recorded_with_the_event(opened, received):
    case, agent = opened
    with scope(agent):
        promise = promise_for("FRAUD_SCAM", None, (received + 7 * HOUR).date())
    case.priority = Priority.CRITICAL
    happen(case, agent, Change.POLICY, received + 10 * HOUR, promise=promise)

    assert (case.sla_due_at, case.sla_breached_at) == (received + 8 * HOUR, None)
    with scope(agent):
        history, calendars = history_of(case.id)
    assert read(history, calendars, received + 11 * HOUR)[Clock.RESOLUTION].breached_at == received + 10 * HOUR


def test_a_case_is_read_as_it_was_known_at_any_moment(opened, received):
    case, agent = opened
    happen(case, agent, Change.PAUSE, received + HOUR)
    with scope(agent):
        history, calendars = history_of(case.id, received + 30 * timedelta(minutes=1))
        assert read(history, calendars, received + HOUR)[Clock.RESOLUTION].due_at == received + 72 * HOUR
        with pytest.raises(HistoryBroken):
            history_of(case.id, received - HOUR)


def test_clocks_show_with_their_case_only(opened, actor):
    case, _ = opened
    for username in ("agent_bnj", "rm_mdn", "compliance", "admin"):
        with scope(actor(username)), pytest.raises(HistoryBroken):
            history_of(case.id)
    with scope(actor("supervisor_mdn")):
        history, calendars = history_of(case.id)
        assert set(calendars_of(history)) == set(calendars) == {("always", 1), ("office-wib", 1)}


def test_a_row_that_does_not_say_what_its_events_say_is_found(opened, received):
    case, agent = opened
    with scope(agent):
        assert drifted(received + HOUR) == ([], None)
        assert drifted(received + HOUR, limit=1) == ([], case.id)
        assert drifted(received + HOUR, after=case.id) == ([], None)
    with rows():
        Case.objects.filter(pk=case.pk).update(sla_due_at=received)
        bare = Case.objects.create(**values(case.customer_id, agent.id))
        bare.refresh_from_db()
    with scope(agent):
        assert drifted(received + HOUR)[0] == [case.case_no, bare.case_no]


def approve_shorter_days(admin):
    """Office hours end at three in the afternoon from now on."""
    with scope(admin):
        week = [[{"opens": "08:00", "closes": "15:00"}]] * 5 + [[], []]
        raw = {"title": {"id": "Jam kantor", "en": ""}, "zone": "Asia/Jakarta", "region": "ID", "weekly": week, "joint_leave_works": True, "days": []}
        drafted = calendar_save_draft(actor=admin, key="office-wib", raw=raw, version=1)
        calendar_approve(actor=admin, key="office-wib", version=drafted.revision, note="")


def test_a_new_version_of_the_calendar_is_followed_by_open_cases_once(opened, actor, received, trace):
    case, agent = opened
    approve_shorter_days(actor("admin"))
    assert "cases.follow_calendar" in trace()["jobs"]
    trace.start()

    for _ in range(2):  # delivered twice
        follow_calendar({"key": "office-wib", "version": 2}, again=False)

    with scope(agent):
        case.refresh_from_db()
    assert (case.legal_due_at, case.sla_due_at) == (datetime(2027, 7, 15, 8, tzinfo=UTC), received + 72 * HOUR)
    assert trace() == {"audit": ["RECOUNT_CASES"]}
    with rows():
        [activity] = CaseActivity.objects.filter(case=case)
        assert CaseClockEvent.objects.filter(case=case, change="CALENDAR", calendars={"office-wib": 2}).count() == 1
    assert (activity.activity_type, list(activity.data["due"])) == ("SLA", ["legal_due_at"])
    with scope(agent):
        assert drifted(received + HOUR) == ([], None)


def test_a_reopened_case_counts_in_the_calendars_in_force(opened, actor, received):
    case, agent = opened
    happen(case, agent, Change.STOP, received + HOUR, clock=Clock.RESOLUTION)
    approve_shorter_days(actor("admin"))
    happen(case, agent, Change.REOPEN, received + 3 * HOUR)

    assert (case.legal_due_at, case.sla_due_at) == (datetime(2027, 7, 15, 8, tzinfo=UTC), received + 74 * HOUR)


def test_the_command_tells_what_the_clocks_said_and_why(opened, received, capsys):
    case, agent = opened
    happen(case, agent, Change.PAUSE, received + HOUR, reason="DOCUMENTS")
    with scope(system_actor()):
        before = list(sla_replay.replay(case.case_no, received + HOUR - timedelta(seconds=1)))
        after = list(sla_replay.replay(case.case_no, received + 2 * HOUR))
        with pytest.raises(Refusal, match="had not been received"):
            list(sla_replay.replay(case.case_no, received - HOUR))
        with pytest.raises(Refusal, match="no case"):
            list(sla_replay.replay("CASE-2026-MDN-999999", received))
        assert sla_replay.check(received + 2 * HOUR) == 0
        with rows():
            Case.objects.filter(pk=case.pk).update(legal_due_at=received)
        assert sla_replay.check(received + 2 * HOUR) == 1

    def told(moment):
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    assert before[0] == f"{case.case_no} as known at {told(received + HOUR - timedelta(seconds=1))}"
    assert f"RESOLUTION RUNNING: due {told(received + 72 * HOUR)}" in before
    assert f"RESOLUTION WAITING: due {told(received + 192 * HOUR)}" in after
    assert "  used 1:00:00 of 72:00:00, left 71:00:00, waited 1:00:00" in after
    assert f"  WAITED   {told(received + HOUR)} .. {told(received + 121 * HOUR)} (bank-standard 1 MEDIUM always DOCUMENTS)" in after
    assert capsys.readouterr().out.endswith(f"{case.case_no}: its due times are not what its events say\n1 cases differ\n")
