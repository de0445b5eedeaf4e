"""No way in closes a case without its final response."""

from __future__ import annotations

from typing import Any

import pytest

from simpul.imports.targets import targets
from simpul.platform.db import query
from simpul.workflow.models import WorkflowItem
from tests.cases.ways.conftest import asked, picture, told
from tests.oversight.test_configuration import bring, changed
from tests.support import cases
from tests.support.cases import ANSWER
from tests.support.database import rows

CLOSE = "status = 'CLOSED', closed_at = now(), closed_by = iam.uid(), resolution_code = 'SOLVED', resolved_at = now(), first_resolved_at = now()"


def test_the_page_offers_no_closing_before_the_answer(mine, client_of):
    shown = client_of("agent_mdn").api("GET", f"/cases/{mine.id}").json()
    assert shown["can"]["close"] is False


@pytest.mark.covers("15.3.3-4")
@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn"])
def test_no_operation_closes_before_the_answer(mine, client_of, username):
    before = picture(mine)
    browser = client_of(username)
    assert asked(browser, "cases_close", mine).status_code == 409
    for answer in ("", "   ", "terlalu pendek", " " * 40):
        path = f"/cases/{mine.id}/respond"
        assert browser.api("POST", path, {"final_response": answer, "version": mine.version}).status_code == 422
    with rows():
        item = WorkflowItem.objects.get(subject_id=str(mine.id))
    for fields in ({}, {"resolution_code": "SOLVED"}, {"resolution_code": "SOLVED", "final_response": ANSWER}):
        moved = browser.api("POST", f"/workflow-items/{item.id}/moves", {"transition": "close", "version": item.seq, "fields": fields})
        assert moved.status_code in (403, 409, 422), moved.content
    assert picture(mine) == before


def test_no_bulk_closes_before_the_answer(mine, client_of):
    before = picture(mine)
    for act in ("close", "respond"):
        asked_for = {"act": act, "rows": [{"id": str(mine.id), "version": mine.version}], "resolution_code": "SOLVED"}
        [result] = client_of("supervisor_mdn").api("POST", "/cases/bulk", asked_for).json()["results"]
        assert (result["ok"], result["status"]) == (False, None), result
    assert picture(mine) == before


def test_no_import_writes_cases_at_all(client_of):
    """An import has no way to any table of cases; a target that had one would have to be judged like every other way."""
    assert sorted(targets) == [
        "branches",
        "consents",
        "customers",
        "followup_members",
        "identifiers",
        "leads",
        "opportunities",
        "portfolio",
        "products",
        "relationships",
        "transactions",
    ]
    assert sorted(section for section in client_of("admin").api("GET", "/configuration/export").json()["sections"] if "case" in section) == [
        "case_categories", "case_products", "case_resolutions",
    ]  # fmt: skip


def test_no_configuration_lets_a_case_be_closed_before_the_answer(mine, client_of):
    """A workflow that an administrator brings in may name its own ways: the database holds the rule against them too."""
    admin = client_of("admin")
    document = admin.api("GET", "/configuration/export").json()

    def shut(sections: dict[str, Any]) -> None:
        by = {"roles": ["AGENT", "SUPERVISOR"], "reach": "BRANCH"}
        titles = {"id": "Tutup saja", "en": "Just close"}
        sections["workflows"]["case"]["transitions"].append({"key": "shut", "title": titles, "from": ["NEW"], "to": "CLOSED", "by": by})

    brought = bring(admin, changed(document, shut))
    case = cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")
    with rows():
        item = WorkflowItem.objects.get(subject_id=str(case.id))
    before = picture(case)

    for username in ("agent_mdn", "supervisor_mdn"):
        fields = {"resolution_code": "SOLVED", "final_response": ANSWER}
        moved = client_of(username).api("POST", f"/workflow-items/{item.id}/moves", {"transition": "shut", "version": item.seq, "fields": fields})
        assert moved.status_code in (403, 404, 409, 422), (brought.status_code, moved.content)
    assert picture(case) == before


def test_an_agent_brings_no_configuration_in(client_of):
    document = client_of("admin").api("GET", "/configuration/export").json()
    answer = client_of("agent_mdn").api("POST", "/configuration/import", {"document": document, "stands": "0" * 64, "reason": "Mencoba saja"})
    assert answer.status_code == 403
    for path in ("/case-categories/FRAUD_SCAM", "/case-resolutions/SOLVED"):
        assert client_of("agent_mdn").api("PUT", path, {"version": 1}).status_code in (403, 422)
    assert client_of("agent_mdn").api("POST", "/case-packs/bank/apply", {}).status_code in (403, 422)


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE crm.cases SET {CLOSE} WHERE case_id = %(id)s RETURNING case_id",
        f"UPDATE crm.cases SET {CLOSE}, final_response = '{' ' * 30}' WHERE case_id = %(id)s RETURNING case_id",
        f"UPDATE crm.cases SET {CLOSE}, final_response = '{ANSWER}' WHERE case_id = %(id)s RETURNING case_id",
        f"MERGE INTO crm.cases c USING (SELECT %(id)s::uuid AS id) w ON c.case_id = w.id WHEN MATCHED THEN UPDATE SET {CLOSE} RETURNING c.case_id",
        f"WITH w AS (UPDATE crm.cases SET {CLOSE} WHERE case_id = %(id)s RETURNING case_id) SELECT case_id FROM w",
        'INSERT INTO crm.cases SELECT (jsonb_populate_record(c, \'{"status": "CLOSED"}\')).* FROM crm.cases c WHERE case_id = %(id)s RETURNING case_id',
        f"SET LOCAL session_replication_role = replica; UPDATE crm.cases SET {CLOSE}",
        "ALTER TABLE crm.cases DISABLE TRIGGER ALL",
        "ALTER TABLE crm.cases DROP CONSTRAINT ck_case_close_requires_final_response",
        "SET ROLE simpul_owner",
    ],
)
@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn"])
def test_no_statement_closes_before_the_answer(mine, username, statement):
    before = picture(mine)
    if statement == "SET ROLE simpul_owner":
        with rows():
            assert query("SELECT pg_has_role('simpul_app', 'simpul_owner', 'MEMBER') AS may") == [{"may": False}]
        return
    assert told(username, statement, id=mine.id) in ([], "refused")
    assert picture(mine) == before
