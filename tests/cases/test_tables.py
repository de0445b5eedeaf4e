"""What the database alone holds about cases: who reaches them, what a case can be, numbers without gaps, histories that stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from simpul.cases.models import Case, CaseActivity, CaseClockEvent, CaseNumber, LegalRules, ServiceLevelVersion
from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from tests.customers.test_concurrency import together
from tests.support import customers, people
from tests.support.database import rows

RECEIVED = datetime(2026, 12, 1, 3, tzinfo=UTC)
ANSWER = "Dana sudah kami kembalikan ke rekening."


def values(customer_id, created_by, branch="MDN", **changed):
    version, law = ServiceLevelVersion.objects.get(policy__key="bank-standard", number=1), LegalRules.objects.get(key="pojk-22-2023")
    return {
        "customer_id": customer_id,
        "branch_code": branch,
        "channel": "BRANCH",
        "kind": "WRITTEN",
        "category_id": "TRX_FAIL",
        "priority": "MEDIUM",
        "description": "Transfer gagal, saldo terpotong.",
        "sla_due_at": RECEIVED + timedelta(days=3),
        "first_response_due_at": RECEIVED + timedelta(hours=8),
        "legal_due_at": RECEIVED + timedelta(days=14),
        "policy_version": version,
        "legal_rules": law,
        "created_at": RECEIVED,
        "created_by": created_by,
        **changed,
    }


def case(customer_id, created_by="agent_mdn", **changed):
    """A case as its table has it, past row-level security."""
    with rows():
        made = Case.objects.create(**values(customer_id, people.user_id(created_by), **changed))
        made.refresh_from_db()
    return made


@pytest.fixture
def found(organisation):
    """Cases of MDN's portfolio customer: a plain and a sensitive one, and a plain one of PMS."""
    mdn, pms = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn"), customers.customer("Tiur Hutagalung", "PMS")
    return {
        "plain": case(mdn.id, "supervisor_mdn"),
        "sensitive": case(mdn.id, "supervisor_mdn", category_id="FRAUD_SCAM"),
        "other": case(pms.id, "supervisor_bnj", branch="PMS"),
    }


def seen(username, found, statement="SELECT case_id FROM crm.cases", **context):
    names = {one.id: name for name, one in found.items()}
    with scope(people.actor(username)):
        return {names[row["case_id"]] for row in query(statement, context)}


def alter(username, statement, **context):
    with scope(people.actor(username)):
        return execute(statement, context)


@pytest.mark.parametrize(
    ("username", "whole"),
    [
        ("agent_mdn", {"plain"}),
        ("call_agent", set()),  # its unit serves the branch, and has none of these
        ("supervisor_mdn", {"plain", "sensitive"}),
        ("agent_bnj", set()),
        # Who made a case keeps seeing it, wherever it is.
        ("supervisor_bnj", {"other"}),
        *((username, set()) for username in ("rm_mdn", "marketing", "compliance", "admin", "steward", "director", "field_mdn", "finance_mdn", "nobody")),
    ],
)
def test_each_role_reads_the_whole_cases_of_its_reach_only(found, username, whole):
    assert seen(username, found) == whole


@pytest.mark.parametrize(
    ("username", "heads"),
    [
        ("agent_mdn", {"plain", "sensitive"}),
        ("rm_mdn", {"plain", "sensitive"}),
        ("supervisor_bnj", {"other"}),
        *((username, set()) for username in ("rm_mdn_2", "agent_bnj", "compliance", "admin", "marketing", "nobody")),
    ],
)
def test_a_summary_shows_number_status_and_due_time_as_far_as_cases_are_reached(found, username, heads):
    wanted = [one.customer_id for one in found.values()]
    assert seen(username, found, "SELECT case_id FROM crm.case_summaries(%(wanted)s)", wanted=wanted) == heads


@pytest.mark.parametrize(("tier", "whole"), [(2, {"plain"}), (3, {"plain", "sensitive"})])
def test_an_elevation_opens_cases_and_their_content_with_its_tier_only(found, tier, whole):
    customers.elevation("compliance", found["plain"].customer_id, tier=tier)

    assert seen("compliance", found) == whole


def test_the_assignee_reads_a_sensitive_case_with_its_history(found):
    one = found["sensitive"]
    with rows():
        Case.objects.filter(pk=one.pk).update(assigned_to_user_id=people.user_id("agent_mdn"))
        CaseActivity.objects.create(case=one, activity_type="NOTE", message="Diperiksa.", actor_user_id=people.user_id("supervisor_mdn"))

    assert seen("agent_mdn", found) == {"plain", "sensitive"}
    assert seen("agent_mdn", found, "SELECT case_id FROM crm.case_activities") == {"sensitive"}
    assert seen("call_agent", found, "SELECT case_id FROM crm.case_activities") == set()


def test_a_unit_reads_its_own_cases_and_not_the_others_of_the_branches_that_it_serves(found):
    for given, whole in (("sensitive", set()), ("plain", {"plain"}), ("other", {"plain", "other"})):
        with rows():
            Case.objects.filter(pk=found[given].pk).update(assigned_unit_code="CALL")
        assert seen("call_agent", found) == whole, given
    wanted = [one.customer_id for one in found.values()]
    assert seen("call_agent", found, "SELECT case_id FROM crm.case_summaries(%(wanted)s)", wanted=wanted) == {"plain", "sensitive", "other"}


def test_an_agent_changes_own_and_assigned_cases_and_takes_a_free_one(found):
    plain, me = found["plain"], people.user_id("agent_mdn")
    touch = "UPDATE crm.cases SET product = 'QRIS' WHERE case_id = %(id)s"
    with rows():
        Case.objects.filter(pk=plain.pk).update(assigned_to_user_id=people.user_id("call_agent"))
    assert alter("agent_mdn", touch, id=plain.id) == 0
    assert alter("call_agent", touch, id=plain.id) == 1

    with rows():
        Case.objects.filter(pk=plain.pk).update(assigned_to_user_id=None)
    assert alter("agent_bnj", "UPDATE crm.cases SET assigned_to_user_id = iam.uid() WHERE case_id = %(id)s", id=plain.id) == 0
    assert alter("agent_mdn", "UPDATE crm.cases SET assigned_to_user_id = %(me)s WHERE case_id = %(id)s", id=plain.id, me=me) == 1
    # A free sensitive case is not the agent's to take, and nobody but who assigns gives a case away.
    assert alter("agent_mdn", "UPDATE crm.cases SET assigned_to_user_id = %(me)s WHERE case_id = %(id)s", id=found["sensitive"].id, me=me) == 0
    with pytest.raises(Exception, match="Only who assigns"):
        alter("agent_mdn", "UPDATE crm.cases SET assigned_to_user_id = %(other)s WHERE case_id = %(id)s", id=plain.id, other=people.user_id("call_agent"))
    assert (
        alter("supervisor_mdn", "UPDATE crm.cases SET assigned_to_user_id = %(other)s WHERE case_id = %(id)s", id=plain.id, other=people.user_id("call_agent"))
        == 1
    )


def test_a_case_is_opened_by_oneself_in_the_own_branch_for_a_customer_in_reach(organisation):
    mdn, pms = customers.customer("Rahmat Siregar", "MDN"), customers.customer("Tiur Hutagalung", "PMS")
    agent = people.actor("agent_mdn")
    with scope(agent):
        made = Case.objects.create(**values(mdn.id, agent.id))
        made.refresh_from_db()
    assert made.case_no == "CASE-2026-MDN-000001"
    for customer_id, who, branch in ((mdn.id, "supervisor_mdn", "MDN"), (mdn.id, "agent_mdn", "PMS"), (pms.id, "agent_mdn", "MDN")):
        by = people.user_id(who)
        with scope(agent), pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Case.objects.create(**values(customer_id, by, branch=branch))
    rm = people.actor("rm_mdn")
    with scope(rm), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Case.objects.create(**values(mdn.id, rm.id))


@pytest.mark.parametrize("response", [None, "", "    ", "terlalu pendek", " " * 30])
def test_no_case_is_resolved_or_closed_without_a_final_response(found, response):
    ended = {"resolved_at": RECEIVED, "first_resolved_at": RECEIVED}
    closed = {"closed_at": RECEIVED, "closed_by": people.user_id("agent_mdn"), "resolution_code_id": "SOLVED"}
    for fields in ({"status": "RESOLVED"}, {"status": "CLOSED", **closed}):
        with rows(), pytest.raises(IntegrityError, match=r"final_response|goes from"), transaction.atomic():
            Case.objects.filter(pk=found["plain"].pk).update(final_response=response, **ended, **fields)


def test_a_case_is_closed_with_who_when_and_how(found):
    one = Case.objects.filter(pk=found["plain"].pk)
    with rows():
        one.update(status="RESOLVED", final_response=ANSWER, resolved_at=RECEIVED, first_resolved_at=RECEIVED)
    closed = {"closed_at": RECEIVED, "closed_by": people.user_id("agent_mdn"), "resolution_code_id": "SOLVED"}
    for name in closed:
        with rows(), pytest.raises(IntegrityError, match="cases_closed"), transaction.atomic():
            one.update(status="CLOSED", **{**closed, name: None})
    with rows():
        one.update(status="CLOSED", **closed)
    for change in ({"final_response": ANSWER + "!"}, {"status": "RESOLVED", "closed_at": None, "closed_by": None, "resolution_code_id": None}):
        with rows(), pytest.raises(Exception, match=r"reopened first|never"), transaction.atomic():
            one.update(**change)
    with rows():
        reopened = {"status": "IN_PROGRESS", "resolved_at": None, "closed_at": None, "closed_by": None, "resolution_code_id": None}
        one.update(**reopened)
    with rows(), pytest.raises(Exception, match="first resolution"), transaction.atomic():
        one.update(first_resolved_at=None)


@pytest.mark.parametrize(
    "change",
    [
        {"status": "WAITING_INFO"},
        {"status": "CLOSED"},
        {"case_no": "CASE-2026-MDN-000009"},
        {"description": "Sesuatu yang lain sama sekali."},
        {"branch_code": "PMS"},
        {"priority": "URGENT"},
        {"escalation_level": 4},
        {"complainant": "Budi"},
        {"legal_due_at": None},
        {"amount": -1},
    ],
)
def test_what_a_case_cannot_be_is_refused_to_whatever_role(found, change):
    with rows(), pytest.raises(Exception, match=r"violates|never|does not change"), transaction.atomic():
        Case.objects.filter(pk=found["plain"].pk).update(**change)
    with rows(), pytest.raises(Exception, match="never deleted"), transaction.atomic():
        execute("DELETE FROM crm.cases WHERE case_id = %(id)s", {"id": found["plain"].id})


def test_what_happened_is_never_rewritten(found):
    one, me = found["plain"], people.user_id("agent_mdn")
    with rows():
        CaseActivity.objects.create(case=one, activity_type="NOTE", message="Catatan.", actor_user_id=me)
        CaseClockEvent.objects.create(
            case=one, seq=1, change="START", at=RECEIVED, policy_version=one.policy_version, rule_category="TRX_FAIL", priority="MEDIUM", kind="WRITTEN",
            calendars={"always": 1}, actor_user_id=me,
        )  # fmt: skip
    for table in ("crm.case_activities", "crm.case_clock_events"):
        for statement in (f"UPDATE {table} SET actor_user_id = actor_user_id", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
            with rows(), pytest.raises(Exception, match="never rewritten"), transaction.atomic():
                execute("SET CONSTRAINTS ALL IMMEDIATE", {})
                execute(statement, {})
        assert alter("supervisor_mdn", f"UPDATE {table} SET actor_user_id = actor_user_id") == 0
    with pytest.raises(Exception, match="row-level security"):
        alter(
            "agent_mdn",
            "INSERT INTO crm.case_activities (activity_id, case_id, activity_type, actor_user_id) VALUES (%(id)s, %(case)s, 'NOTE', %(other)s)",
            id=uuid7(), case=one.id, other=people.user_id("supervisor_mdn"),
        )  # fmt: skip


@pytest.mark.parametrize(
    "event",
    [
        {"seq": 2, "change": "START"},
        {"seq": 1, "change": "PAUSE"},
        {"seq": 2, "change": "STOP"},
        {"seq": 2, "change": "STOP", "clock": "LEGAL"},
        {"seq": 2, "change": "CALENDAR"},
        {"seq": 2, "change": "CORRECT"},
        {"seq": 2, "change": "POLICY", "priority": "HIGH"},
        {"seq": 2, "change": "SLEEP"},
    ],
)
def test_an_event_of_a_clock_is_whole(found, event):
    with rows(), pytest.raises(IntegrityError), transaction.atomic():
        CaseClockEvent.objects.create(case=found["plain"], at=RECEIVED, actor_user_id=people.user_id("agent_mdn"), **event)


def test_numbers_go_on_by_branch_and_local_year_and_one_undone_leaves_no_gap(found):
    customer = found["plain"].customer_id
    new_year = datetime(2026, 12, 31, 17, tzinfo=UTC)  # midnight in Medan
    assert [found[name].case_no for name in ("plain", "sensitive", "other")] == ["CASE-2026-MDN-000001", "CASE-2026-MDN-000002", "CASE-2026-PMS-000001"]
    with rows(), pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.create(**values(customer, people.user_id("agent_mdn"), priority="NONE"))

    assert case(customer, created_at=new_year - timedelta(seconds=1)).case_no == "CASE-2026-MDN-000003"
    assert case(customer, created_at=new_year).case_no == "CASE-2027-MDN-000001"
    with rows():
        CaseNumber.objects.filter(branch_code="MDN", year=2027).update(last_number=999_999)
    assert case(customer, created_at=new_year).case_no == "CASE-2027-MDN-1000000"
    assert alter("supervisor_mdn", "UPDATE crm.case_numbers SET last_number = last_number + 1") == 0


def test_numbers_have_no_gap_when_many_open_cases_at_once(committed):
    people.organisation()
    customer = customers.customer("Rahmat Siregar", "MDN")
    agents = [people.actor(name) for name in ("agent_mdn", "call_agent", "supervisor_mdn")]

    def open_some(number):
        agent = agents[number % 3]
        for turn in range(4):
            try:
                with scope(agent):
                    Case.objects.create(**values(customer.id, agent.id))
                    if (number + turn) % 3 == 0:
                        raise InterruptedError  # undone: its number is given again
            except InterruptedError:
                pass
        connection.close()

    together(*[lambda number=number: open_some(number) for number in range(6)])

    with rows():
        given = sorted(Case.objects.values_list("case_no", flat=True))
        last = CaseNumber.objects.get(branch_code="MDN").last_number
    assert given == [f"CASE-2026-MDN-{number:06}" for number in range(1, len(given) + 1)]
    assert last == len(given) == 16
