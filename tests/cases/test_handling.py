"""Working on a case, act by act: what each leaves behind, and what a refused one leaves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.cases.errors import CaseForbidsThis, CaseIsTaken, CaseNotFound, NothingToClaim, OwnAnswer
from simpul.cases.models import CaseActivity, CaseCategory, CaseClockEvent
from simpul.cases.services import answering, assigning, handling, noting
from simpul.customers.models import CustomerFacts
from simpul.iam.models import Absence, Role
from simpul.messaging.models import OutboundMessage
from simpul.platform.clock import now, shifted, today
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from tests.support import cases, customers, documents, people
from tests.support.database import rows

ANSWER = "Dana sudah kami kembalikan ke rekening Bapak hari ini."


def act(username, service, case, **given):
    """The service as the user, on the case as it stands."""
    with scope(people.actor(username)):
        return service(actor=people.actor(username), case_id=case.id, **given)


def versioned(username, service, case, **given):
    return act(username, service, case, version=cases.fresh(case).version, **given)


def log_of(case):
    with rows():
        return list(CaseActivity.objects.filter(case=case).order_by("created_at", "id").values_list("activity_type", "data"))


def clock_of(case):
    with rows():
        return list(CaseClockEvent.objects.filter(case=case).order_by("seq").values_list("change", "clock", "reason"))


@pytest.fixture
def mine(organisation):
    """A new case of MDN that the agent has."""
    return cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")


@pytest.mark.covers("US-06 AC-1", "US-06 AC-2", "US-06 AC-3", "15.3.3-3")
def test_the_new_assignee_is_recorded_audited_and_told(organisation, trace):
    case = cases.opened("supervisor_mdn")
    trace.start()
    agent = people.user_id("agent_mdn")

    moved = versioned("supervisor_mdn", assigning.case_assign, case, user_id=agent, note="Mohon hari ini.")

    assert (moved.assigned_to_user_id, moved.status, moved.version) == (agent, "NEW", case.version + 1)
    assert log_of(case)[-1] == ("ASSIGN", {"to": str(agent)})
    assert trace() == {"events": ["CaseAssigned", "StaffNotified"], "audit": ["ASSIGN_CASE"]}


def test_assigning_to_who_has_it_changes_nothing_and_tells_nobody(mine, trace):
    trace.start()

    same = versioned("supervisor_mdn", assigning.case_assign, mine, user_id=people.user_id("agent_mdn"))

    assert same.version == mine.version
    assert trace() == {}


def test_an_agent_assigns_nobody_and_leaves_only_the_refusal(client_of, trace):
    case = cases.opened()
    client = client_of("agent_mdn")
    trace.start()

    answer = client.api("POST", f"/cases/{case.id}/assign", {"user_id": str(people.user_id("call_agent")), "version": case.version})

    assert answer.status_code == 403
    assert trace() == {"audit": ["WRITE_DENIED:DENIED"]}
    assert cases.fresh(case).assigned_to_user_id is None


@pytest.mark.parametrize("username", ["rm_mdn", "agent_bnj", "admin", "nobody"])
def test_a_case_is_given_only_to_who_handles_cases_there(organisation, username):
    case = cases.opened("supervisor_mdn")
    with pytest.raises(Invalid) as refusal:
        versioned("supervisor_mdn", assigning.case_assign, case, user_id=people.user_id(username))
    assert list(refusal.value.fields) == ["user_id"]


def test_a_unit_takes_the_case_from_its_assignee_and_its_members_claim_it(mine):
    versioned("supervisor_mdn", assigning.case_assign, mine, unit_code="CALL")
    assert cases.fresh(mine).assigned_to_user_id is None

    claimed = versioned("call_agent", assigning.case_claim, mine)

    assert (claimed.assigned_unit_code, claimed.assigned_to_user_id) == ("CALL", people.user_id("call_agent"))


def test_who_comes_second_is_told_that_the_case_is_taken(organisation):
    case = cases.given_to(cases.opened("supervisor_mdn"), None, "CALL")
    versioned("call_agent", assigning.case_claim, case)

    with pytest.raises(CaseIsTaken):
        versioned("agent_mdn", assigning.case_claim, case)


def test_the_most_urgent_case_comes_first_and_none_twice(organisation):
    late, urgent = cases.opened("supervisor_mdn"), cases.opened("supervisor_mdn", priority="CRITICAL")
    cases.opened("supervisor_mdn", "FRAUD_SCAM", priority="CRITICAL")  # tier 3 is not the agent's to claim
    who = people.actor("agent_mdn")
    with scope(who):
        assert [assigning.case_claim_next(actor=who).id for _ in range(2)] == [urgent.id, late.id]
        with pytest.raises(NothingToClaim):
            assigning.case_claim_next(actor=who)


@pytest.mark.covers("US-07 AC-1", "US-07 AC-2")
def test_the_first_work_of_the_assignee_takes_a_new_case_up(mine, trace):
    trace.start()

    noted = act("agent_mdn", noting.case_note, mine, text="Sudah dicek ke switching.")

    assert noted.status == "IN_PROGRESS"
    assert [kind for kind, _ in log_of(mine)][-2:] == ["STATUS_CHANGE", "NOTE"]
    assert trace() == {"events": ["CaseMoved"], "audit": ["UPDATE_CASE", "UPDATE_CASE"]}


def test_waiting_pauses_the_clocks_and_a_customers_answer_goes_on_by_itself(mine):
    before = mine.sla_due_at
    waiting = versioned("agent_mdn", handling.case_wait, mine, reason_code="CUSTOMER_DOCUMENT", note="Minta struk.")
    assert waiting.status == "WAITING_INFO"
    with shifted(timedelta(hours=3)):
        answered = act("agent_mdn", noting.case_message, mine, text="Ini struknya.", incoming=True, channel="WHATSAPP")

    assert answered.status == "IN_PROGRESS"
    assert clock_of(mine) == [("START", None, ""), ("PAUSE", None, "CUSTOMER_DOCUMENT"), ("RESUME", None, "")]
    assert timedelta(hours=3) <= answered.sla_due_at - before < timedelta(hours=3, minutes=1)
    with rows():
        resumed = CaseActivity.objects.filter(case=mine, data__to="IN_PROGRESS").latest("created_at")
    assert resumed.actor_user_id != people.user_id("agent_mdn")  # the system's own step


def test_a_reason_of_waiting_is_one_of_the_list(mine):
    with pytest.raises(Invalid) as refusal:
        versioned("agent_mdn", handling.case_wait, mine, reason_code="LUNCH")
    assert list(refusal.value.fields) == ["reason_code"]
    assert cases.fresh(mine).status == "NEW"


@pytest.mark.covers("US-08 AC-3")
def test_the_final_response_resolves_stops_the_clocks_and_waits_to_be_sent(organisation, trace):
    customer = customers.customer("Rahmat Siregar", "MDN", phone_e164="+6281234567890")
    case = cases.given_to(cases.opened("supervisor_mdn", customer_id=customer.id), "agent_mdn")
    trace.start()

    resolved = versioned("agent_mdn", answering.case_respond, case, final_response=ANSWER)

    assert (resolved.status, resolved.final_response) == ("RESOLVED", ANSWER)
    assert resolved.resolved_at == resolved.first_resolved_at is not None
    assert resolved.first_responded_at == resolved.resolved_at.replace(microsecond=0)
    assert clock_of(case)[1:] == [("STOP", "FIRST_RESPONSE", ""), ("STOP", "RESOLUTION", "")]
    with rows():
        message = OutboundMessage.objects.get(subject_id=str(case.id))
    assert (message.status, message.channel) == ("QUEUED", "WHATSAPP")
    answered = next(data for kind, data in log_of(case) if kind == "FINAL_RESPONSE")
    assert answered == {"direction": "OUT", "author": str(people.user_id("agent_mdn")), "message_id": str(message.id)}
    assert trace() == {"events": ["CaseMoved", "CaseAnswered", "CaseMoved"], "audit": ["UPDATE_CASE", "FINAL_RESPONSE"], "jobs": ["messaging.send"]}


@pytest.mark.parametrize("text", ["", "   ", "Sudah kami proses.", "x" * 19 + "      "])
def test_a_response_below_twenty_characters_is_refused_and_changes_nothing(mine, text):
    with pytest.raises(Invalid) as refusal:
        versioned("agent_mdn", answering.case_respond, mine, final_response=text)
    assert list(refusal.value.fields) == ["final_response"]
    after = cases.fresh(mine)
    assert (after.status, after.final_response, after.version) == ("NEW", None, mine.version)


@pytest.mark.covers("US-08 AC-2", "US-08 AC-3")
def test_closing_says_who_when_and_how_it_ended(mine, trace):
    versioned("agent_mdn", answering.case_respond, mine, final_response=ANSWER)
    trace.start()

    closed = versioned("agent_mdn", handling.case_close, mine, resolution_code="SOLVED")

    assert (closed.status, closed.closed_by, closed.resolution_code_id) == ("CLOSED", people.user_id("agent_mdn"), "SOLVED")
    assert trace() == {"events": ["CaseClosed", "CaseMoved"], "audit": ["CLOSE_CASE"], "jobs": ["sales.decide_after_case"]}
    with rows():
        facts = CustomerFacts.objects.get(pk=mine.customer_id)
    assert (facts.has_open_case, facts.has_open_sensitive_case) == (False, False)


@pytest.mark.covers("US-08 AC-1", "15.3.3-4")
@pytest.mark.parametrize("status", ["NEW", "IN_PROGRESS"])
def test_a_case_without_its_final_response_is_closed_by_nobody(mine, status):
    if status == "IN_PROGRESS":
        versioned("agent_mdn", handling.case_take, mine)
    for username in ("agent_mdn", "supervisor_mdn"):
        with pytest.raises(CaseForbidsThis):
            versioned(username, handling.case_close, mine, resolution_code="SOLVED")


def test_closing_takes_a_code_that_is_in_use(mine):
    versioned("agent_mdn", answering.case_respond, mine, final_response=ANSWER)
    for code in ("", "NONE"):
        with pytest.raises(Invalid) as refusal:
            versioned("agent_mdn", handling.case_close, mine, resolution_code=code)
        assert list(refusal.value.fields) == ["resolution_code"]


def test_reopening_clears_the_answer_keeps_the_first_resolution_and_the_assignee(mine, trace):
    resolved = versioned("agent_mdn", answering.case_respond, mine, final_response=ANSWER)
    versioned("agent_mdn", handling.case_close, mine, resolution_code="SOLVED")
    with pytest.raises(Forbidden):  # a closed case is the supervisor's to reopen
        versioned("agent_mdn", handling.case_reopen, mine, reason="Nasabah belum menerima dana.")
    trace.start()

    again = versioned("supervisor_mdn", handling.case_reopen, mine, reason="Nasabah belum menerima dana.")

    assert (again.status, again.reopened, again.assigned_to_user_id) == ("IN_PROGRESS", 1, people.user_id("agent_mdn"))
    assert (again.resolved_at, again.final_response, again.closed_at, again.closed_by, again.resolution_code_id) == (None,) * 5
    assert again.first_resolved_at == resolved.first_resolved_at
    assert clock_of(mine)[-1] == ("REOPEN", None, "")
    assert trace() == {"events": ["CaseMoved"], "audit": ["REOPEN_CASE"]}
    with rows():
        assert CustomerFacts.objects.get(pk=mine.customer_id).has_open_case is True


def test_an_agent_reopens_an_own_answered_case_with_a_reason(mine):
    versioned("agent_mdn", answering.case_respond, mine, final_response=ANSWER)
    with pytest.raises(Invalid) as refusal:
        versioned("agent_mdn", handling.case_reopen, mine, reason=" ")
    assert list(refusal.value.fields) == ["reason"]
    assert versioned("agent_mdn", handling.case_reopen, mine, reason="Jawaban keliru.").status == "IN_PROGRESS"


@pytest.mark.covers("US-06 AC-1", "US-06 AC-3", "15.3.3-3")
def test_escalating_is_recorded_and_an_assignee_named_has_the_case(mine, trace):
    trace.start()

    up = versioned("supervisor_mdn", assigning.case_escalate, mine, level=2, user_id=people.user_id("supervisor_mdn"), note="Nilai besar.")

    assert (up.status, up.escalation_level, up.assigned_to_user_id) == ("ESCALATED", 2, people.user_id("supervisor_mdn"))
    assert sorted(trace()["audit"]) == ["ASSIGN_CASE", "ESCALATE_CASE"]
    assert log_of(mine)[-1] == ("ESCALATE", {"from": "NEW", "to": "ESCALATED", "level": 2})
    with pytest.raises(CaseForbidsThis):
        versioned("supervisor_mdn", assigning.case_escalate, mine, level=2, note="Lagi.")
    assert versioned("supervisor_mdn", assigning.case_escalate, mine, level=3, note="Ke kepala cabang.").escalation_level == 3
    handed = versioned("supervisor_mdn", assigning.case_assign, mine, user_id=people.user_id("agent_mdn"))
    assert handed.status == "IN_PROGRESS"


def test_a_stale_save_is_refused_with_the_case_as_it_stands(client_of, mine, trace):
    client = client_of("agent_mdn")
    act("agent_mdn", noting.case_note, mine, text="Catatan pertama.")
    standing = cases.fresh(mine)
    trace.start()

    answer = client.api("POST", f"/cases/{mine.id}/wait", {"reason_code": "CUSTOMER_DATA", "version": mine.version})

    assert answer.status_code == 409 and answer.json()["code"] == "stale_version"
    assert (answer.json()["current"]["version"], answer.json()["current"]["status"]) == (standing.version, "IN_PROGRESS")
    assert trace() == {"audit": ["UPDATE_CASE:FAILED"]}
    with pytest.raises(StaleVersion):
        act("agent_mdn", handling.case_wait, mine, version=mine.version, reason_code="CUSTOMER_DATA")


def test_an_agent_works_on_own_and_assigned_cases_only(organisation):
    case = cases.given_to(cases.opened("supervisor_mdn"), "call_agent")
    for service, given in (
        (noting.case_note, {"text": "Catatan."}), (noting.case_message, {"text": "Halo.", "incoming": False}),
        (answering.case_respond, {"version": case.version, "final_response": ANSWER}), (handling.case_take, {"version": case.version}),
        (handling.case_wait, {"version": case.version, "reason_code": "CUSTOMER_DATA"}), (handling.case_close, {"version": case.version, "resolution_code": "SOLVED"}),
    ):  # fmt: skip
        with pytest.raises(Forbidden):
            act("agent_mdn", service, case, **given)
        with pytest.raises(CaseNotFound):
            act("agent_bnj", service, case, **given)


def under_review():
    """A case of a category whose answers are reviewed, with the answer of its agent waiting."""
    with rows():
        CaseCategory.objects.filter(pk="TRX_FAIL").update(needs_review=True)
    case = cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn", "CALL")
    versioned("agent_mdn", answering.case_respond, case, final_response=ANSWER)
    return cases.fresh(case)


@pytest.fixture
def reviewed(organisation):
    return under_review()


def test_an_answer_that_waits_for_its_review_resolves_nothing(reviewed):
    assert (reviewed.status, reviewed.review, reviewed.final_response, reviewed.proposed_response) == ("IN_PROGRESS", "WAITING", None, ANSWER)
    assert clock_of(reviewed) == [("START", None, "")]
    with pytest.raises(CaseForbidsThis):
        versioned("agent_mdn", answering.case_respond, reviewed, final_response=ANSWER)


@pytest.mark.parametrize("username", ["supervisor_mdn", "call_agent"])
def test_somebody_else_in_reach_approves_which_sends_and_resolves(reviewed, username, trace):
    trace.start()

    resolved = versioned(username, answering.case_review, reviewed, approve=True)

    assert (resolved.status, resolved.final_response, resolved.review, resolved.proposed_by) == ("RESOLVED", ANSWER, None, None)
    assert resolved.reviewed_by == people.user_id(username)
    answered = [data for kind, data in log_of(reviewed) if kind == "FINAL_RESPONSE"][-1]
    assert (answered["author"], answered["reviewed_by"]) == (str(people.user_id("agent_mdn")), str(people.user_id(username)))
    assert trace()["audit"] == ["FINAL_RESPONSE"]


def test_nobody_approves_the_own_answer(reviewed, trace):
    trace.start()
    with pytest.raises(OwnAnswer):
        versioned("agent_mdn", answering.case_review, reviewed, approve=True)
    with pytest.raises(CaseNotFound):
        versioned("agent_bnj", answering.case_review, reviewed, approve=True)
    assert cases.fresh(reviewed).status == "IN_PROGRESS"


def test_an_answer_is_given_back_with_what_to_improve(reviewed, trace):
    with pytest.raises(Invalid):
        versioned("call_agent", answering.case_review, reviewed, approve=False, note=" ")
    trace.start()

    back = versioned("call_agent", answering.case_review, reviewed, approve=False, note="Sebutkan tanggal dana kembali.")

    assert (back.status, back.review, back.reviewed_by) == ("IN_PROGRESS", "RETURNED", people.user_id("call_agent"))
    assert trace() == {"events": ["StaffNotified"], "audit": ["UPDATE_CASE"]}
    improved = versioned("agent_mdn", answering.case_respond, reviewed, final_response=ANSWER + " Tanggal 3.")
    assert (improved.review, improved.proposed_response) == ("WAITING", ANSWER + " Tanggal 3.")


def test_a_message_to_the_customer_is_the_first_response_once(mine):
    first = act("agent_mdn", noting.case_message, mine, text="Aduan Bapak sedang kami cek.", incoming=False, channel="PHONE")
    second = act("agent_mdn", noting.case_message, mine, text="Masih kami proses.", incoming=False, channel="PHONE")

    assert first.first_responded_at is not None and second.first_responded_at == first.first_responded_at
    assert clock_of(mine) == [("START", None, ""), ("STOP", "FIRST_RESPONSE", "")]
    assert second.first_responded_at <= now()


def test_a_reopened_case_goes_to_somebody_at_work_while_its_assignee_is_away(mine, client_of):
    versioned("agent_mdn", answering.case_respond, mine, final_response=ANSWER)
    agent, this_day = people.user_id("agent_mdn"), today()
    with rows():
        people.add_user("agent_mdn_2", Role.objects.get(key="AGENT"), "MDN")
        Absence.objects.create(user_id=agent, kind="LEAVE", first_day=this_day - timedelta(days=1), last_day=this_day + timedelta(days=1), created_by_id=agent)

    client_of("agent_mdn_2").api("GET", "/me")  # is at work

    again = versioned("supervisor_mdn", handling.case_reopen, mine, reason="Nasabah belum menerima dana.")

    second = people.user_id("agent_mdn_2")
    assert (again.status, again.assigned_to_user_id) == ("IN_PROGRESS", second)
    kind, data = log_of(mine)[-1]
    assert kind == "ASSIGN" and {name: data[name] for name in ("automatic", "from", "to", "why")} == {
        "automatic": True, "from": str(agent), "to": str(second), "why": "LEAST_LOAD",
    }  # fmt: skip


def test_documents_of_a_case_follow_to_its_new_assignee(organisation):
    case = cases.opened("supervisor_mdn", "FRAUD_SCAM")
    paper = documents.attached(case.id, by="supervisor_mdn", content=b"Catatan transaksi.", file_name="catatan.txt", subject_type="CASE")

    versioned("supervisor_mdn", assigning.case_assign, case, user_id=people.user_id("agent_mdn"))

    with rows():
        owners = query("SELECT owner_ids FROM crm.documents WHERE document_id = %s", (paper.id,))[0]["owner_ids"]
    assert set(owners) == {people.user_id("supervisor_mdn"), people.user_id("agent_mdn")}
