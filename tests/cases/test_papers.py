"""Documents of cases: as far as the case shows, by who works on it, and no lower than its tier."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError

from simpul.cases.models import CaseActivity
from simpul.documents.models import Document
from simpul.iam.models import Role
from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from tests.support import cases, customers, documents, people
from tests.support.database import rows, undone

pytestmark = pytest.mark.django_db


def attach(browser: Any, case: Any) -> Any:
    fields = {"subject_type": "CASE", "subject_id": str(case.id), "kind": "LETTER", "title": "Surat nasabah"}
    return browser.post(
        "/api/v1/documents", data={**fields, "file": SimpleUploadedFile("surat.txt", f"Catatan {uuid7()}".encode())}, headers={"X-CSRFToken": browser.token}
    )


def listed(username: str, case: Any, client_of: Any) -> int:
    return client_of(username).api("GET", f"/documents?subject_type=CASE&subject_id={case.id}").status_code


def test_who_works_on_a_case_attaches_to_it_and_the_log_says_so(client_of, organisation):
    case = cases.opened("agent_mdn")

    answer = attach(client_of("agent_mdn"), case)

    assert answer.status_code == 201, answer.content
    with rows():
        line = CaseActivity.objects.get(case=case, activity_type="ATTACHMENT")
    assert (line.data, line.actor_user_id) == ({"document_id": answer.json()["id"], "paper": "LETTER"}, people.user_id("agent_mdn"))
    assert answer.json()["tier"] == 1


def test_a_colleague_reads_and_does_not_attach(client_of, organisation):
    case = cases.opened("supervisor_mdn")

    assert listed("agent_mdn", case, client_of) == 200
    assert attach(client_of("agent_mdn"), case).status_code == 403
    with rows():
        assert Document.objects.count() == 0


def test_documents_of_a_sensitive_case_are_of_tier_3(client_of, organisation):
    case = cases.opened("supervisor_mdn", category="FRAUD_SCAM")

    assert attach(client_of("supervisor_mdn"), case).json()["tier"] == 3
    assert listed("agent_mdn", case, client_of) == 404


def test_row_policies_alone_show_a_cases_documents_to_who_reads_the_case(client_of, organisation):
    found = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")
    attach(client_of("agent_mdn"), cases.opened("agent_mdn", customer_id=found.id))
    attach(client_of("supervisor_mdn"), cases.opened("supervisor_mdn", category="FRAUD_SCAM", customer_id=found.id))

    seen = {}
    for name in people.USERS:
        with scope(people.actor(name)):
            seen[name] = Document.objects.count()

    assert {name: count for name, count in seen.items() if count} == {"agent_mdn": 1, "supervisor_mdn": 2}


@pytest.fixture
def of_the_unit(organisation):
    """A case of a branch that the unit does not serve, which the unit has, with a paper of each tier that its branch attached."""
    with rows():
        people.add_user("call_supervisor", Role.objects.get(key="SUPERVISOR"), "CALL")
        people.add_user("agent_pms", Role.objects.get(key="AGENT"), "PMS")
    case = cases.opened("agent_pms", customer_id=customers.customer("Tiur Hutagalung", "PMS").id, branch="PMS")
    for kind in ("LETTER", "PROOF"):
        documents.attached(case.id, "agent_pms", documents.pdf(kind), subject_type="CASE", kind=kind)
    return cases.given_to(case, None, "CALL")


def test_a_unit_works_with_the_papers_of_cases_of_a_branch_that_it_does_not_serve(client_of, of_the_unit):
    browser, address = client_of("call_supervisor"), f"/documents?subject_type=CASE&subject_id={of_the_unit.id}"

    made = attach(browser, of_the_unit)

    assert made.status_code == 201, made.content
    # A proof is of tier 2, which nobody of the unit holds in that branch.
    assert [one["kind"] for one in browser.api("GET", address).json()["items"]] == ["LETTER", "LETTER"]
    assert [one["kind"] for one in client_of("call_agent").api("GET", address).json()["items"]] == ["LETTER", "LETTER"]
    assert browser.api("POST", f"/documents/{made.json()['id']}/hide", {"reason": "Salah lampir berkas."}).status_code == 204
    assert client_of("agent_bnj").api("GET", address).status_code == 404


def test_row_policies_alone_show_a_units_papers_within_the_tier_and_take_none_in_for_others(of_the_unit):
    seen = {}
    for name in (*people.USERS, "call_supervisor", "agent_pms"):
        with scope(people.actor(name)):
            seen[name] = Document.objects.count()
    assert {name: count for name, count in seen.items() if count} == {"call_agent": 1, "call_supervisor": 1, "agent_pms": 2}

    with rows():
        [stored] = query("SELECT to_jsonb(d)::text AS row FROM crm.documents d WHERE kind = 'LETTER'")

    def copied():
        with undone(), scope(who := people.actor("call_agent")):
            execute(
                "INSERT INTO crm.documents SELECT * FROM jsonb_populate_record(NULL::crm.documents, %s::jsonb || jsonb_build_object("
                "'document_id', uuidv7(), 'content_hash', '\\x' || repeat('ab', 32), 'owner_ids', '{}'::text[], 'uploaded_by', %s::text))",
                (stored["row"], str(who.id)),
            )

    copied()
    cases.given_to(of_the_unit, None)
    with pytest.raises(DatabaseError, match="row-level security"):
        copied()
