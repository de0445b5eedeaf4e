"""Which step may follow which, whoever makes it and by whatever door; and what an edited workflow cannot lift."""

from __future__ import annotations

import copy

import pytest

from simpul.cases.errors import CaseForbidsThis
from simpul.cases.models import CaseActivity, CaseClockEvent
from simpul.cases.services import answering, assigning, handling, noting
from simpul.platform.db import query, scope
from simpul.platform.errors import StaleVersion
from simpul.workflow.models import WorkflowDefinition, WorkflowItem, WorkflowVersion
from simpul.workflow.selectors.definitions import latest
from simpul.workflow.services.publishing import put_in_force
from tests.support import cases, people
from tests.support.cases import ANSWER
from tests.support.database import rows, undone

STATES = ("NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED", "RESOLVED", "CLOSED")
OPEN = set(STATES[:4])
# Each act as a supervisor who has the case makes it, and the states in which it is made.
ACTS = {
    "take": (handling.case_take, {}, {"NEW", "ESCALATED"}),
    "assign": (assigning.case_assign, {"unit_code": "CALL"}, OPEN),
    "escalate": (assigning.case_escalate, {"level": 3, "note": "Nilai besar."}, OPEN),
    "wait": (handling.case_wait, {"reason_code": "CUSTOMER_DATA"}, {"NEW", "IN_PROGRESS"}),
    "resume": (handling.case_resume, {}, {"WAITING_INFO"}),
    "respond": (answering.case_respond, {"final_response": ANSWER}, OPEN),
    "review": (answering.case_review, {"approve": True}, set()),
    "close": (handling.case_close, {"resolution_code": "SOLVED"}, {"RESOLVED"}),
    "reopen": (handling.case_reopen, {"reason": "Nasabah belum menerima dana."}, {"RESOLVED", "CLOSED"}),
}


def at(status, by="supervisor_mdn"):
    """A case of the supervisor's in a status, which the supervisor brought there."""
    who = people.actor(by)
    case = cases.given_to(cases.opened("system"), by)
    ways = {
        "NEW": [], "IN_PROGRESS": ["take"], "WAITING_INFO": ["take", "wait"], "ESCALATED": ["escalate"], "RESOLVED": ["respond"], "CLOSED": ["respond", "close"],
    }  # fmt: skip
    for act in ways[status]:
        service, given, _ = ACTS[act]
        given = {**given, "level": 2} if act == "escalate" else given
        with scope(who):
            service(actor=who, case_id=case.id, version=cases.fresh(case).version, **given)
    return cases.fresh(case)


def left(case):
    """Everything that an act may leave."""
    with rows():
        item = WorkflowItem.objects.get(subject_id=str(case.id))
        return (
            cases.fresh(case).__dict__ | {"_state": None, "_category": None}, item.seq, item.state,
            CaseActivity.objects.filter(case=case).count(), CaseClockEvent.objects.filter(case=case).count(),
        )  # fmt: skip


@pytest.mark.parametrize("status", STATES)
def test_each_act_is_made_in_its_states_and_refused_without_a_trace_in_all_others(organisation, status):
    case, who, found = at(status), people.actor("supervisor_mdn"), {}
    for act, (service, given, _) in ACTS.items():
        with undone():
            before = left(case)
            with scope(who):
                try:
                    service(actor=who, case_id=case.id, version=case.version, **given)
                    found[act] = "made"
                except CaseForbidsThis:
                    found[act] = "refused"
            if found[act] == "refused":
                assert {**left(case)[0]} == {**before[0]} and left(case)[1:] == before[1:], act

    assert found == {act: "made" if status in states else "refused" for act, (_, _, states) in ACTS.items()}


def test_the_place_in_the_workflow_is_the_status_of_the_case(organisation):
    for status in STATES:
        case = at(status)
        with rows():
            assert (cases.fresh(case).status, WorkflowItem.objects.get(subject_id=str(case.id)).state) == (status, status)


def item_of(case):
    with rows():
        return WorkflowItem.objects.get(subject_id=str(case.id))


def test_the_general_door_leaves_what_the_acts_leave(client_of, organisation):
    case = at("IN_PROGRESS")
    client, item = client_of("supervisor_mdn"), item_of(case)

    short = client.api("POST", f"/workflow-items/{item.id}/moves", {"transition": "resolve", "version": item.seq, "fields": {"final_response": "Sudah."}})
    assert short.status_code == 422
    answer = client.api("POST", f"/workflow-items/{item.id}/moves", {"transition": "resolve", "version": item.seq, "fields": {"final_response": ANSWER}})

    assert answer.status_code == 200
    resolved = cases.fresh(case)
    assert (resolved.status, resolved.final_response, resolved.version) == ("RESOLVED", ANSWER, case.version + 1)
    with rows():
        assert list(CaseActivity.objects.filter(case=case).order_by("created_at", "id").values_list("activity_type", flat=True))[-2:] == [
            "FINAL_RESPONSE", "STATUS_CHANGE",
        ]  # fmt: skip
        assert [event.clock for event in CaseClockEvent.objects.filter(case=case, change="STOP").order_by("seq")] == ["FIRST_RESPONSE", "RESOLUTION"]
    assert client_of("agent_mdn").api("POST", f"/workflow-items/{item.id}/moves", {"transition": "close", "version": item.seq + 1}).status_code == 403


def edited(admin, change):
    """Publish the shipped workflow with a change; its answer."""
    shown = admin.api("GET", "/workflows/case").json()
    content = copy.deepcopy(shown["published"]["content"])
    change(content, {transition["key"]: transition for transition in content["transitions"]})
    saved = admin.api("PUT", "/workflows/case/draft", {"content": content, "version": shown["draft"]["version"]}).json()
    return admin.api("POST", "/workflows/case/publish", {"version": saved["version"], "note": "uji"})


def forced(change):
    """The same put in force past the service: what an installation may have from before such an edit was refused."""
    with rows():
        definition = WorkflowDefinition.objects.get(key="case")
        standing = latest(definition)
        content = copy.deepcopy(standing.content)
        change(content, {transition["key"]: transition for transition in content["transitions"]})
        put_in_force(people.actor("admin"), definition, content, standing, origin=WorkflowVersion.Origin.EDITED, note="uji")


def _close_from_anywhere(content, of):
    of["close"].update({"from": ["NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED", "RESOLVED"], "required": [], "checks": []})
    of["close"]["by"] = {"roles": ["AGENT", "SUPERVISOR"], "reach": "ALL"}


@pytest.mark.covers("US-08 AC-1", "15.3.3-4")
def test_an_edited_workflow_closes_no_case_without_its_final_response(client_of, organisation, trace):
    refused = edited(client_of("admin"), _close_from_anywhere)
    found = [(problem["code"], problem["path"]) for problem in refused.json()["problems"]]
    assert found == [("never_follows", "/transitions/7/to")] * 4 + [("field_wanted", "/transitions/7/required")]
    forced(_close_from_anywhere)
    client = client_of("supervisor_mdn")
    for status in ("NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED"):
        case = at(status)
        item = item_of(case)
        trace.start()
        body = {"transition": "close", "version": item.seq, "fields": {"resolution_code": "SOLVED"}}
        by_door = client.api("POST", f"/workflow-items/{item.id}/moves", body)
        by_act = client.api("POST", f"/cases/{case.id}/close", {"resolution_code": "SOLVED", "version": case.version})
        assert [(answer.status_code, answer.json()["code"]) for answer in (by_door, by_act)] == [(409, "case_forbids_this")] * 2
        assert all(row.endswith(":FAILED") for row in trace()["audit"]) and "events" not in trace()
        assert cases.fresh(case).status == status


def test_an_edited_workflow_answers_nothing_without_an_answer_and_nobody_approves_alone(client_of, organisation):
    def change(content, of):
        of["resolve"].update({"required": [], "checks": []})

    refused = edited(client_of("admin"), change)
    assert [(problem["code"], problem["path"]) for problem in refused.json()["problems"]] == [("field_wanted", "/transitions/6/required")]
    forced(change)
    case = at("IN_PROGRESS")
    client, item = client_of("supervisor_mdn"), item_of(case)
    answer = client.api("POST", f"/workflow-items/{item.id}/moves", {"transition": "resolve", "version": item.seq})
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["final_response"])
    with rows():
        query("UPDATE crm.case_categories SET needs_review = true WHERE category_code = 'TRX_FAIL' RETURNING 1")
    answer = client.api("POST", f"/workflow-items/{item.id}/moves", {"transition": "resolve", "version": item.seq, "fields": {"final_response": ANSWER}})
    assert answer.status_code == 403
    assert cases.fresh(case).status == "IN_PROGRESS"


def test_what_the_product_needs_of_the_workflow_stays(client_of):
    def change(content, of):
        content["transitions"].remove(of["reopen"])

    refused = edited(client_of("admin"), change)
    assert (refused.status_code, [problem["code"] for problem in refused.json()["problems"]]) == (422, ["transition_needed"])


def test_every_save_counts_the_version_on(organisation):
    case, who = at("NEW"), people.actor("supervisor_mdn")
    with scope(who):
        noting.case_note(actor=who, case_id=case.id, text="Pertama.")  # takes it up as well
    assert cases.fresh(case).version == case.version + 2
    with scope(who), pytest.raises(StaleVersion):
        handling.case_wait(actor=who, case_id=case.id, version=case.version + 1, reason_code="CUSTOMER_DATA")
