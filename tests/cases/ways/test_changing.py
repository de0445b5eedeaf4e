"""No way in lets an AGENT change a case that a colleague has."""

from __future__ import annotations

import pytest

from simpul.workflow.models import WorkflowItem
from tests.cases.ways.conftest import FOLLOWING, READING, WRITES, asked, copied, operations, picture, told
from tests.support import people
from tests.support.cases import ANSWER
from tests.support.database import rows


def test_every_operation_on_a_case_is_among_those_tried(organisation):
    assert set(operations()) == {*WRITES, *FOLLOWING, *READING}


def test_the_page_offers_nothing_on_a_colleagues_case(theirs, client_of):
    offered = client_of("agent_mdn").api("GET", f"/cases/{theirs.id}").json()["can"]
    assert {name for name, allowed in offered.items() if allowed} <= {"open", "watch", "remind"}


@pytest.mark.parametrize("operation", sorted(WRITES))
def test_no_operation_changes_a_colleagues_case(theirs, client_of, operation):
    before = picture(theirs)

    answer = asked(client_of("agent_mdn"), operation, theirs)

    assert answer.status_code in (403, 409), answer.content
    # It is taken, and there is no answer to review.
    assert (answer.status_code == 409) == (operation in ("cases_claim", "cases_review"))
    assert picture(theirs) == before


@pytest.mark.parametrize("transition", ["take", "escalate", "wait", "resume", "hand_over", "resolve", "close", "reopen"])
def test_the_door_of_workflows_moves_no_colleagues_case(theirs, client_of, transition):
    with rows():
        item = WorkflowItem.objects.get(subject_id=str(theirs.id))
    before = picture(theirs)
    given = {"final_response": ANSWER, "resolution_code": "SOLVED", "reason_code": "CUSTOMER_DATA", "level": 2}

    moved = client_of("agent_mdn").api("POST", f"/workflow-items/{item.id}/moves", {"transition": transition, "version": item.seq, "fields": given})
    undone_ = client_of("agent_mdn").api("POST", f"/workflow-items/{item.id}/rollback", {"version": item.seq, "reason": "Salah langkah"})

    assert (moved.status_code in (403, 409, 422), undone_.status_code in (403, 409)) == (True, True), (moved.content, undone_.content)
    assert picture(theirs) == before


@pytest.mark.parametrize("act", ["assign", "escalate", "wait", "resume", "respond", "close"])
def test_no_bulk_changes_a_colleagues_case(theirs, mine, client_of, act):
    before = picture(theirs), picture(mine)
    asked_for = {
        "act": act, "rows": [{"id": str(one.id), "version": one.version, "final_response": ANSWER} for one in (theirs, mine)],
        "user_id": str(people.user_id("agent_mdn")), "reason_code": "CUSTOMER_DATA", "resolution_code": "SOLVED",
    }  # fmt: skip

    answer = client_of("agent_mdn").api("POST", "/cases/bulk", asked_for)

    assert answer.status_code == 403
    assert (picture(theirs), picture(mine)) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE crm.cases SET priority = 'LOW' WHERE case_id = %(id)s",
        "UPDATE crm.cases SET assigned_to_user_id = iam.uid() WHERE case_id = %(id)s RETURNING case_id",
        "WITH changed AS (UPDATE crm.cases SET product = 'x' WHERE case_id = %(id)s RETURNING *) SELECT * FROM changed",
        "UPDATE crm.cases c SET product = 'x' FROM crm.case_heads(ARRAY[%(id)s]::uuid[]) h WHERE c.case_id = h.case_id RETURNING c.case_id",
        "MERGE INTO crm.cases c USING (SELECT %(id)s::uuid AS id) w ON c.case_id = w.id WHEN MATCHED THEN UPDATE SET product = 'x' RETURNING c.case_id",
        "INSERT INTO crm.cases SELECT * FROM crm.cases WHERE case_id = %(id)s ON CONFLICT (case_id) DO UPDATE SET product = 'x' RETURNING case_id",
        "DELETE FROM crm.cases WHERE case_id = %(id)s RETURNING case_id",
        "SELECT case_id FROM crm.cases WHERE case_id = %(id)s FOR UPDATE",
        "INSERT INTO crm.case_extensions (extension_id, case_id, reason_code, note, proof_document_id, requested_by, requested_at)"
        " VALUES (gen_random_uuid(), %(id)s, 'RESEARCH', 'Perlu penelitian.', gen_random_uuid(), iam.uid(), now()) RETURNING case_id",
    ],
)
def test_no_statement_changes_a_colleagues_case(theirs, statement):
    before = picture(theirs)
    assert told("agent_mdn", statement, id=theirs.id) in ([], "refused")
    assert picture(theirs) == before


@pytest.mark.parametrize("table", ["crm.cases (description)", "crm.case_activities (message)", "crm.case_clock_events (reason)"])
def test_no_copy_brings_rows_in(theirs, table):
    assert copied("agent_mdn", f"COPY {table} FROM STDIN") == "refused"
