"""Another category, priority or kind: new terms from now on, what has run stays, and who may not is refused without a trace."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simpul.cases.errors import CaseForbidsThis, NoServiceLevel
from simpul.cases.models import CaseActivity, CaseCategory, CaseClockEvent
from simpul.cases.selectors.activities import activity_rows
from simpul.cases.selectors.clocks import drifted, history_of
from simpul.cases.services.clocks import clock_change
from simpul.cases.services.terms import case_reclassify
from simpul.cases.sla import Change, Clock, ClockEvent, read
from simpul.cases.vocabulary import Kind, Priority
from simpul.documents.models import Document
from simpul.iam.public import system_actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.ids import SYSTEM_ID
from tests.support import cases, documents, people
from tests.support.database import rows

HOUR = timedelta(hours=1)
RECEIVED = datetime(2027, 7, 1, 5, tzinfo=UTC)


@pytest.fixture
def case(organisation):
    with shifted(RECEIVED - now()):
        return cases.opened("agent_mdn")


def reclassify(case, username="agent_mdn", after=10 * HOUR, version=1, **changes):
    actor = people.actor(username)
    with shifted(RECEIVED + after - now()), scope(actor):
        return case_reclassify(actor=actor, case_id=case.id, version=version, reason="Nilai aduan besar.", **changes)


def sound(case):
    with scope(system_actor()):
        return drifted(now() + timedelta(days=4000)) == ([], None)


@pytest.mark.covers("US-05 AC-3", "15.3.3-2")
def test_a_higher_priority_keeps_what_has_run_and_is_recorded(case, trace):
    trace.start()
    changed = reclassify(case, priority=Priority.CRITICAL)

    begun = cases.fresh(case)
    assert (changed.version, begun.version, begun.priority) == (2, 2, "CRITICAL")
    assert begun.sla_due_at == case.sla_due_at - 48 * HOUR
    assert begun.first_response_due_at == case.first_response_due_at - 7 * HOUR
    with scope(system_actor()):
        history, calendars = history_of(case.id)
        assert read(history, calendars, RECEIVED + 20 * HOUR)[Clock.RESOLUTION].consumed == 20 * 3600
    assert trace() == {"audit": ["UPDATE_CASE"]}
    with rows():
        [row] = query("SELECT meta, customer_id, branch_code FROM audit.audit_logs WHERE action = 'UPDATE_CASE'")
        activity = CaseActivity.objects.get(case=case, activity_type="SLA")
        assert list(CaseClockEvent.objects.filter(case=case).order_by("seq").values_list("change", "priority")) == [("START", "MEDIUM"), ("POLICY", "CRITICAL")]
    assert row["meta"] == {"step": "reclassify", "changes": {"priority": {"from": "MEDIUM", "to": "CRITICAL"}}}
    assert (row["customer_id"], row["branch_code"]) == (case.customer_id, "MDN")
    assert (activity.message, activity.data["terms"], sorted(activity.data["due"])) == (
        "Nilai aduan besar.", {"priority": {"from": "MEDIUM", "to": "CRITICAL"}}, ["first_response_due_at", "sla_due_at"],
    )  # fmt: skip
    with scope(people.actor("agent_mdn")):
        assert activity_rows([activity])[0]["text"] == "Prioritas: Sedang menjadi Kritis. Nilai aduan besar."
    assert sound(case)


def test_waiting_stays_counted_as_waiting(case):
    agent = people.actor("agent_mdn")
    with scope(agent):
        for change, at in ((Change.PAUSE, RECEIVED + HOUR), (Change.RESUME, RECEIVED + 5 * HOUR)):
            clock_change(actor=agent, case=case, event=ClockEvent(0, change, at))
        case.save()

    reclassify(case, priority=Priority.HIGH)

    with scope(system_actor()):
        history, calendars = history_of(case.id)
        found = read(history, calendars, RECEIVED + 20 * HOUR)[Clock.RESOLUTION]
    assert (found.consumed, found.waited, found.target) == (16 * 3600, 4 * 3600, 48 * 3600)
    assert sound(case)


def test_how_it_was_made_moves_the_law(case):
    reclassify(case, kind=Kind.VERBAL)

    # Five working days after Thursday instead of ten.
    assert cases.fresh(case).legal_due_at == case.legal_due_at - timedelta(days=7)
    assert sound(case)


def test_naming_what_stands_changes_nothing(case, trace):
    trace.start()

    assert reclassify(case, priority=Priority.MEDIUM, category_code="TRX_FAIL").version == 1
    assert trace() == {}


def test_what_cannot_be_is_refused_and_leaves_its_audit_row_only(case, trace):
    with rows():
        CaseCategory.objects.create(code="QRIS", category_name="QRIS", name_en="QRIS", is_sensitive=False, updated_by=SYSTEM_ID)
        CaseCategory.objects.filter(code="OTHER").update(is_active=False)
    before = cases.given_to(case, None, "CALL")
    for refusal, changes in (
        (NoServiceLevel, {"category_code": "QRIS"}),
        (Invalid, {"category_code": "NO_SUCH"}),
        (Invalid, {"category_code": "OTHER"}),
        (StaleVersion, {"priority": Priority.HIGH, "version": 7}),
        (Forbidden, {"priority": Priority.HIGH, "username": "call_agent"}),
    ):
        trace.start()
        with pytest.raises(refusal) as raised:
            reclassify(case, **changes)
        assert raised.value.facts.action == "UPDATE_CASE"
        assert trace() == {}, refusal
    assert cases.fresh(case).__dict__.items() >= {name: value for name, value in before.__dict__.items() if not name.startswith("_")}.items()


def test_a_stale_save_is_told_what_stands(case):
    reclassify(case, priority=Priority.HIGH)

    with pytest.raises(StaleVersion) as raised:
        reclassify(case, priority=Priority.LOW)

    current = raised.value.extra["current"]
    assert (current["version"], current["priority"]) == (2, "HIGH")


def test_an_answered_case_keeps_its_terms(case):
    with rows():
        answer = {"final_response": "Dana sudah kami kembalikan.", "resolved_at": RECEIVED, "first_resolved_at": RECEIVED}
        type(case).objects.filter(pk=case.pk).update(status="RESOLVED", **answer)
    with pytest.raises(CaseForbidsThis):
        reclassify(case, priority=Priority.HIGH)


def test_what_lies_with_the_case_becomes_as_sensitive(case):
    paper = documents.attached(case.id, subject_type="CASE", tier=1)

    reclassify(case, category_code="FRAUD_SCAM", version=cases.fresh(case).version)

    with rows():
        assert Document.objects.get(pk=paper.id).tier == 3


def test_into_a_sensitive_category_by_who_still_reads_it_and_out_of_it_by_who_holds_its_tier(case):
    reclassify(case, category_code="FRAUD_SCAM")
    with rows():
        [facts] = query("SELECT has_open_sensitive_case FROM crm.customer_facts WHERE customer_id = %s", (case.customer_id,))
    assert facts["has_open_sensitive_case"]

    with pytest.raises(Forbidden, match="sensitive"):
        reclassify(case, category_code="TRX_FAIL", version=2)
    reclassify(case, "supervisor_mdn", category_code="TRX_FAIL", version=2)

    assert cases.fresh(case).category_id == "TRX_FAIL"
    with rows():
        [facts] = query("SELECT has_open_sensitive_case FROM crm.customer_facts WHERE customer_id = %s", (case.customer_id,))
    assert not facts["has_open_sensitive_case"]
    assert sound(case)


@pytest.mark.parametrize("changes", [{"kind": Kind.VERBAL}, {"priority": Priority.LOW}])
def test_a_day_after_receipt_a_supervisor_changes_the_law_s_time_and_promises_less(case, changes, trace):
    trace.start()
    with pytest.raises(Forbidden):
        reclassify(case, after=25 * HOUR, **changes)
    assert (cases.fresh(case).version, trace()) == (1, {})

    assert reclassify(case, username="supervisor_mdn", after=25 * HOUR, **changes).version == 2


def test_a_slip_at_intake_is_put_right_within_the_day_and_a_higher_priority_is_given_at_any_time(case):
    assert reclassify(case, after=23 * HOUR, priority=Priority.LOW).version == 2
    assert reclassify(case, after=40 * HOUR, version=2, priority=Priority.CRITICAL).version == 3
