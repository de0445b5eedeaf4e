"""Who is told at once, and what is taken back: new cases that nobody has, and an answer that is rolled back before it was sent."""

from __future__ import annotations

from simpul.cases.models import CaseActivity
from simpul.messaging.public import message_states
from simpul.platform.db import execute, query, scope
from simpul.workflow.models import WorkflowItem
from tests.cases.test_own_states import acted, in_hand
from tests.cases.test_routing import at_work
from tests.cases.test_steps import edited
from tests.support import cases, customers, people
from tests.support.cases import ANSWER
from tests.support.database import rows


def told(kind: str) -> list[str]:
    with rows():
        found = query("SELECT u.username::text AS name FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind = %s ORDER BY 1", (kind,))
    return [row["name"] for row in found]


def record(client, category: str):
    customer = customers.customer("Rahmat Siregar", "MDN")
    body = {"customer_id": str(customer.id), "channel": "CALL_CENTER", "category_code": category, "priority": "MEDIUM", "description": cases.DESCRIPTION}
    return client.api("POST", "/cases", body)


def test_the_supervisors_of_the_branch_hear_at_once_of_a_new_case_that_nobody_can_be_given(client_of, organisation):
    """A sensitive one, which a person gives to somebody; and one while nobody is at work."""
    assert record(client_of("agent_mdn"), "FRAUD_SCAM").status_code == 201
    assert told("cases.unassigned") == ["supervisor_mdn"]


def test_nobody_is_told_to_assign_what_somebody_has(client_of, organisation):
    at_work("agent_mdn")
    made = record(client_of("agent_mdn"), "TRX_FAIL")
    assert (made.json()["assignee"] is not None, told("cases.unassigned")) == (True, [])


def test_rolling_an_answer_back_withdraws_its_message_while_it_waits(client_of, organisation):
    rolled = {"roles": ["SUPERVISOR"], "reach": "BRANCH"}
    assert edited(client_of("admin"), lambda content, of: of["resolve"].update(rollback=rolled)).status_code == 200
    client = client_of("supervisor_mdn")
    found = {}
    for sent in (False, True):
        case = in_hand("supervisor_mdn")
        with rows():
            execute("UPDATE crm.customers SET phone_e164 = '+62811234567' || %s, email = NULL WHERE customer_id = %s", (str(int(sent)), case.customer_id))
        acted(client, case, "take")
        assert acted(client, case, "respond", final_response=ANSWER).json()["status"] == "RESOLVED"
        with rows():
            message = CaseActivity.objects.get(case=case, activity_type="FINAL_RESPONSE").data["message_id"]
            if sent:
                execute("UPDATE crm.outbound_messages SET status = 'SENT', handover = 'DONE', sent_at = now() WHERE message_id = %s", (message,))
            item = WorkflowItem.objects.get(subject_id=str(case.id))
        back = client.api("POST", f"/workflow-items/{item.id}/rollback", {"version": item.seq, "reason": "Jawaban untuk kasus lain."})
        assert (back.status_code, cases.fresh(case).status) == (200, "IN_PROGRESS"), back.content
        with scope(people.actor("supervisor_mdn")):
            [state] = message_states([message]).values()
        found[sent] = (state.status, state.failed_reason)
    assert found == {False: ("FAILED", "WITHDRAWN"), True: ("SENT", None)}
