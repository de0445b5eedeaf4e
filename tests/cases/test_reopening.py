"""Who has a case that is opened again, and how an escalated one goes on."""

from __future__ import annotations

import pytest

from simpul.cases.models import CaseCategory
from simpul.cases.services import answering, assigning, handling
from simpul.iam.models import Role
from simpul.platform.db import execute
from tests.cases.test_handling import ANSWER, log_of, versioned
from tests.cases.test_routing import at_work, away, setting
from tests.support import cases, people
from tests.support.database import rows

REASON = "Nasabah belum menerima dana."


def reopened(who, unit=None, category="TRX_FAIL"):
    """A case that somebody answered, opened again by the supervisor: the case, and who has it then with which unit."""
    case = cases.given_to(cases.opened("supervisor_mdn", category), who, unit)
    versioned(who, answering.case_respond, case, final_response=ANSWER)
    again = versioned("supervisor_mdn", handling.case_reopen, case, reason=REASON)
    return case, again.assigned_to_user_id, again.assigned_unit_code


@pytest.mark.parametrize(("who", "unit"), [("supervisor_mdn", None), ("call_agent", "CALL"), ("agent_mdn", "CALL")])
def test_whoever_can_have_it_there_has_it_again_although_others_have_less_to_do(organisation, who, unit):
    with rows():
        people.add_user("agent_mdn_2", Role.objects.get(key="AGENT"), "MDN")
        CaseCategory.objects.filter(pk="TRX_FAIL").update(unit_code="CALL" if who == "agent_mdn" else None)
    at_work("agent_mdn_2", "agent_mdn", "call_agent")

    case, assignee, kept = reopened(who, unit)

    assert (assignee, kept) == (people.user_id(who), unit)
    assert [data for kind, data in log_of(case) if kind == "ASSIGN"] == []


def test_who_handles_cases_there_no_more_leaves_it_to_be_taken(organisation, client_of):
    case = cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")
    versioned("agent_mdn", answering.case_respond, case, final_response=ANSWER)
    agent = people.user_id("agent_mdn")
    with rows():
        execute("UPDATE iam.users SET status = 'SUSPENDED' WHERE user_id = %s", (agent,))

    again = versioned("supervisor_mdn", handling.case_reopen, case, reason=REASON)

    assert (again.assigned_to_user_id, again.assigned_unit_code) == (None, None)
    assert log_of(case)[-1] == ("ASSIGN", {"from": str(agent), "automatic": True, "why": "NOBODY_PRESENT"})
    said = client_of("supervisor_mdn").api("GET", f"/cases/{case.id}/activities").json()["items"][0]
    assert (said["from_"], said["to"]) == ("Agent Mdn", "menunggu diambil")
    assert versioned("supervisor_mdn", assigning.case_claim, case).assigned_to_user_id == people.user_id("supervisor_mdn")


@pytest.mark.parametrize(("category", "off"), [("FRAUD_SCAM", False), ("TRX_FAIL", True)])
def test_where_nothing_is_given_automatically_it_stays_unless_its_agent_is_away(organisation, category, off):
    if off:
        setting("cases.automatic_assignment", False)
    at_work("call_agent")
    with rows():
        CaseCategory.objects.filter(pk=category).update(needs_review=False)

    assert reopened("agent_mdn", category=category)[1] == people.user_id("agent_mdn")
    away("agent_mdn")
    assert reopened("agent_mdn", category=category)[1] is None


@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn"])
def test_an_escalated_case_is_taken_up_by_whoever_it_went_to_or_a_supervisor(organisation, client_of, username, trace):
    case = cases.given_to(cases.opened("supervisor_mdn"), "call_agent")
    versioned("supervisor_mdn", assigning.case_escalate, case, level=2, user_id=people.user_id("agent_mdn"), note="Nilai besar.")
    browser = client_of(username)
    shown = browser.api("GET", f"/cases/{case.id}").json()
    assert shown["can"]["take"]
    trace.start()

    answer = browser.api("POST", f"/cases/{case.id}/take", {"version": shown["version"]})

    assert answer.status_code == 200, answer.content
    assert (answer.json()["status"], answer.json()["assignee"]["id"]) == ("IN_PROGRESS", str(people.user_id("agent_mdn")))
    assert trace() == {"events": ["CaseMoved"], "audit": ["UPDATE_CASE"]}


def test_nobody_else_takes_up_an_escalated_case_and_nobody_one_that_nobody_has(organisation, client_of):
    case = cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn", "CALL")
    up = versioned("supervisor_mdn", assigning.case_escalate, case, level=2, note="Nilai besar.")
    assert client_of("call_agent").api("POST", f"/cases/{case.id}/take", {"version": up.version}).status_code == 403

    up = versioned("supervisor_mdn", assigning.case_assign, case, unit_code="CALL")
    refused = client_of("supervisor_mdn").api("POST", f"/cases/{case.id}/take", {"version": up.version})

    assert (refused.status_code, refused.json()["detail"]) == (409, "Tugaskan kasus ini dahulu kepada petugas.")
    assert cases.fresh(case).status == "ESCALATED"
