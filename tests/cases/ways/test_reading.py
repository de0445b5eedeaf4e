"""No way in lets an AGENT without tier 3 read what a sensitive case is about."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from simpul.cases.datasets import accept_filters, data_sets, export_page
from simpul.cases.models import CaseActivity, CaseCategory
from simpul.documents.models import Document
from simpul.platform import subjects
from simpul.platform.db import execute, query, scope
from simpul.workflow.models import WorkflowItem
from tests.cases.test_intake import body
from tests.cases.ways.conftest import SECRET, WRITES, asked, copied, picture, told
from tests.support import people
from tests.support.cases import ANSWER
from tests.support.database import rows


def test_the_page_shows_of_a_sensitive_case_its_head_only(secret, client_of):
    agent = client_of("agent_mdn")

    case = agent.api("GET", f"/cases/{secret.id}").json()
    listed = agent.api("GET", "/cases").json()["items"]

    assert case["content"] is None
    for shown in (case, *listed):
        assert (shown["case_no"], shown["status"]) == (secret.case_no, "NEW")
        assert [shown[name] for name in ("category", "priority", "channel", "kind", "assignee")] == [None] * 5
    assert SECRET not in json.dumps([case, listed])


# What a sensitive case shows to who reaches it without tier 3: which one it is, its status and its dates.
HEAD = {"id", "case_no", "status", "created_at", "sla_due_at", "due_at", "next_due_at", "resolved_at", "closed_at", "hidden", "hidden_reason"}


def test_nothing_but_number_status_and_dates_is_filled_wherever_it_shows(secret, client_of):
    agent = client_of("agent_mdn")
    customer = secret.customer_id
    found = {
        "page": [agent.api("GET", f"/cases/{secret.id}").json()],
        "list": agent.api("GET", "/cases").json()["items"],
        "the customer's list": agent.api("GET", f"/cases?customer_id={customer}&scope=all").json()["items"],
        "number": agent.api("GET", f"/cases?q={secret.case_no}&scope=all").json()["items"],
        "search": agent.api("POST", "/cases/search", {"q": secret.case_no}).json()["items"],
    }

    for where, shown in found.items():
        assert [one["case_no"] for one in shown] == [secret.case_no], where
        for one in shown:
            filled = {name for name, value in one.items() if value not in (None, False, [], {}, 0)}
            assert filled - {"can"} <= HEAD, (where, filled)
            assert not any(one["can"].values()), where
    for answer in found.values():
        told = json.dumps(answer)
        assert [word for word in ("Rahmat", "Siregar", str(customer), "Medan", "FRAUD", "CRITICAL", "OTP") if word in told] == []


def test_nor_does_anything_else_tell_more_of_it(secret, client_of):
    """The 360 page, the timeline, the services of the customer, a task about it, its place in the workflow, labels and exports.

    That there is something of fraud about a customer is an alert of the customer, which names no case (`crm.case_alerts`).
    """
    agent, who, customer = client_of("agent_mdn"), people.actor("agent_mdn"), secret.customer_id
    task = agent.api(
        "POST", "/tasks", {"customer_id": str(customer), "title": "Hubungi", "due_on": "2030-01-02", "subject": {"type": "CASE", "id": str(secret.id)}}
    )
    assert task.status_code == 201, task.content
    with rows():
        item = WorkflowItem.objects.get(subject_type="CASE", subject_id=str(secret.id))
    with scope(who):
        assert subjects.labels(who, [("CASE", str(secret.id))]) == {("CASE", str(secret.id)): secret.case_no}
        filters = accept_filters({})
        (exported,) = [row for row in export_page(who, filters, None, 50).rows if row[0] == secret.case_no]
        named = [column.key for column, value in zip(data_sets()[0].columns, exported, strict=True) if value is not None]

    assert set(named) <= HEAD
    assert agent.api("GET", f"/workflow-items/{item.id}").status_code == 404
    answers = [
        task.content.decode(),
        *(agent.api("GET", path).content.decode() for path in (
            f"/customers/{customer}/360", f"/customers/{customer}/timeline", f"/customers/{customer}/services", f"/customers/{customer}/copilot", "/tasks", "/inbox",
        )),
    ]  # fmt: skip
    with rows():
        category = CaseCategory.objects.get(pk="FRAUD_SCAM")
    assert [word for word in (SECRET, "mengaku petugas", category.category_name, category.name_en, "CRITICAL") for answer in answers if word in answer] == []
    with rows():
        assert query("SELECT 1 FROM crm.notices WHERE user_id = %s AND subject_id = %s", (who.id, str(secret.id))) == []


@pytest.mark.covers("US-03 AC-3")
@pytest.mark.parametrize("path", ["activities", "clocks", "assignees", "colleagues", "extension"])
def test_no_part_of_a_sensitive_case_is_read(secret, client_of, path):
    assert client_of("agent_mdn").api("GET", f"/cases/{secret.id}/{path}").status_code in (403, 404, 405)


@pytest.mark.parametrize("operation", sorted(WRITES))
def test_no_operation_answers_with_a_sensitive_case(secret, client_of, operation):
    before = picture(secret)
    answer = asked(client_of("agent_mdn"), operation, secret)
    supervised = operation in ("cases_assign", "cases_escalate", "cases_extension_decide")
    assert (answer.status_code, SECRET in answer.content.decode()) == (403 if supervised else 404, False)
    assert picture(secret) == before


@pytest.mark.parametrize(
    "filters",
    [
        "category=FRAUD_SCAM",
        "priority=CRITICAL",
        "channel=CALL_CENTER",
        "assignee=me",
        "assignee=none",
        "unit=CALL",
        "review=WAITING",
        "watched=true",
        "sort=priority&priority=CRITICAL",
    ],
)
def test_no_filter_tells_what_a_sensitive_case_is(secret, client_of, filters):
    answer = client_of("agent_mdn").api("GET", f"/cases?{filters}")
    assert (answer.status_code, answer.json()["items"]) == (200, [])
    assert client_of("agent_mdn").api("GET", f"/cases/counts?{filters}").json()["total"]["count"] == 0


def test_its_receipt_its_messages_and_its_likeness_stay_closed(secret, client_of):
    agent = client_of("agent_mdn")
    with rows():
        paper = Document.objects.get(subject_type="CASE", subject_id=str(secret.id))
    assert agent.api("GET", f"/documents/{paper.id}/content").status_code == 404
    assert agent.api("GET", f"/documents?subject_type=CASE&subject_id={secret.id}").json().get("items", []) == []
    preview = agent.api("POST", "/cases/preview", body(SimpleNamespace(id=secret.customer_id), category_code="FRAUD_SCAM", description=SECRET))
    assert preview.json().get("duplicates", []) == []
    timeline = agent.api("GET", f"/customers/{secret.customer_id}/timeline").json()["items"]
    assert secret.case_no not in json.dumps(timeline)


def test_no_bulk_and_no_export_answers_with_a_sensitive_case(secret, client_of):
    asked_for = {"act": "respond", "rows": [{"id": str(secret.id), "version": secret.version, "final_response": ANSWER}]}
    assert client_of("agent_mdn").api("POST", "/cases/bulk", asked_for).status_code == 403
    # Who holds the bulk grant of another branch learns of it no more than that it is not there.
    answer = client_of("supervisor_bnj").api("POST", "/cases/bulk", asked_for)
    assert [(one["ok"], one["code"]) for one in answer.json()["results"]] == [(False, "case_not_found")]
    export = client_of("agent_mdn").api("POST", "/exports", {"dataset": "cases", "format": "csv", "filters": {}, "reason": "Memeriksa antrean"})
    assert export.status_code in (403, 404, 422) and SECRET not in export.content.decode()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT description FROM crm.cases WHERE case_id = %(id)s",
        "SELECT message FROM crm.case_activities WHERE case_id = %(id)s",
        "SELECT reason FROM crm.case_clock_events WHERE case_id = %(id)s",
        "SELECT sealed FROM crm.outbound_messages WHERE subject_id = %(id)s::text",
        "SELECT title FROM crm.documents WHERE subject_id = %(id)s::text",
        # Nor is it told by what fails: conditions of one's own are asked only of rows that may be seen.
        "SELECT 1 / (CASE WHEN category_code = 'FRAUD_SCAM' THEN 0 ELSE 1 END) FROM crm.cases WHERE case_id = %(id)s",
        "SELECT case_id FROM crm.cases WHERE case_id = %(id)s AND 1 / (CASE WHEN description LIKE '%%OTP%%' THEN 0 ELSE 1 END) = 1",
        "SELECT most_common_vals::text FROM pg_stats WHERE schemaname = 'crm' AND tablename = 'cases' AND attname = 'description'",
        "UPDATE crm.cases SET category_code = 'OTHER' WHERE case_id = %(id)s RETURNING description",
        "UPDATE crm.cases SET assigned_to_user_id = iam.uid() WHERE case_id = %(id)s RETURNING description",
        "UPDATE crm.case_categories SET is_sensitive = false WHERE category_code = 'FRAUD_SCAM' RETURNING category_code",
        "INSERT INTO crm.case_watchers (case_id, user_id) VALUES (%(id)s, iam.uid()) RETURNING case_id",
        "SELECT description FROM crm.cases WHERE case_id = %(id)s AND set_config('app.user_id', (SELECT user_id::text FROM iam.users LIMIT 1), true) IS NULL",
    ],
)
def test_no_statement_reads_a_sensitive_case(secret, statement):
    with rows():
        execute("ANALYZE crm.cases")
    assert told("agent_mdn", statement, id=secret.id) in ([], "refused")


def test_a_condition_that_fails_is_not_asked_of_a_row_out_of_sight(secret):
    """A division by zero would tell: the statement ends well, and empty."""
    asking = "SELECT case_id FROM crm.cases WHERE case_id = %(id)s AND 1 / (CASE WHEN description LIKE '%%OTP%%' THEN 0 ELSE 1 END) = 1"
    assert told("agent_mdn", asking, id=secret.id) == []
    assert told("supervisor_mdn", asking, id=secret.id) == "refused"  # of a row in sight it is asked, and fails


@pytest.mark.parametrize(
    "statement",
    [
        "COPY crm.cases TO STDOUT",
        "COPY crm.case_activities TO STDOUT",
        "COPY (SELECT description FROM crm.cases) TO STDOUT",
        "COPY (TABLE crm.case_clock_events) TO STDOUT",
        "COPY (UPDATE crm.cases SET product = 'x' RETURNING description) TO STDOUT",
        "COPY crm.cases TO PROGRAM 'cat'",
        "COPY crm.cases TO '/tmp/cases'",
    ],
)
def test_no_copy_brings_a_sensitive_case_out(secret, statement):
    assert copied("agent_mdn", statement) in ("", "refused")


def test_the_functions_that_pass_row_security_give_heads_and_counts_only(secret):
    """All of those that name cases and the application may call; a new one has to be looked at."""
    with rows():
        found = query(
            """SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS called, pg_get_function_result(p.oid) AS gives FROM pg_proc p
               WHERE p.pronamespace = 'crm'::regnamespace AND p.prosecdef AND p.prorettype <> 'trigger'::regtype
                 AND p.prosrc ~ 'crm[.]case' AND has_function_privilege('simpul_app', p.oid, 'EXECUTE') ORDER BY 1"""
        )
    names = {row["called"].split("(")[0] for row in found}
    assert names == {
        "case_alerts", "case_branches", "case_given", "case_handlers", "case_heads", "case_queue", "case_summaries", "case_summaries_of", "complaints_between", "erase_person", "give_case_number",
    }  # fmt: skip
    content = {"description", "message", "final_response", "category", "priority", "channel", "assigned", "product", "amount", "complainant"}
    assert [row["called"].split("(")[0] for row in found if any(word in row["gives"] for word in content)] == ["complaints_between"]


def test_what_the_report_counts_is_of_cases_that_its_caller_reads_whole(secret):
    asking = "SELECT case_id FROM crm.complaints_between('2000-01-01', '2199-01-01', %(branches)s)"

    found = {
        name: told(name, asking, branches=["MDN", "BNJ"])
        for name in ("supervisor_mdn", "agent_mdn", "supervisor_bnj", "rm_mdn", "compliance", "director", "nobody")
    }

    assert found.pop("supervisor_mdn") == [(secret.id,)]
    assert list(found.values()) == [[]] * len(found)


def test_no_case_but_one_of_the_same_transaction_is_numbered(secret):
    assert told("agent_mdn", "SELECT crm.give_case_number(%(id)s)", id=secret.id) == "refused"


def test_what_was_said_with_a_step_of_a_sensitive_case_is_in_its_log_alone(secret, client_of):
    """The item of a workflow, with its steps and times, shows wherever the head does; words never go there."""
    with rows():
        CaseCategory.objects.filter(pk="FRAUD_SCAM").update(needs_review=False)
    supervisor = client_of("supervisor_mdn")
    answered = supervisor.api("POST", f"/cases/{secret.id}/respond", {"final_response": ANSWER, "version": secret.version}).json()
    reopened = supervisor.api("POST", f"/cases/{secret.id}/reopen", {"reason": SECRET, "version": answered["version"]})
    assert reopened.status_code == 200, reopened.content
    with rows():
        item = WorkflowItem.objects.get(subject_id=str(secret.id))
        seen_by_all = query(
            "SELECT m::text || i::text AS row FROM crm.workflow_moves m JOIN crm.workflow_items i USING (item_id) WHERE i.item_id = %s", (item.id,)
        )
        assert CaseActivity.objects.filter(case=secret, message=SECRET).count() == 1

    assert not [row for row in seen_by_all if "OTP" in row["row"]]
    for username in ("agent_mdn", "admin", "compliance"):
        page = client_of(username).api("GET", f"/workflow-items/{item.id}")
        assert (page.status_code in (200, 403, 404), "OTP" in page.content.decode()) == (True, False)
        assert told(username, "SELECT reason FROM crm.workflow_moves WHERE reason <> ''") in ([], "refused")
