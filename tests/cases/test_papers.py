"""Documents of cases: as far as the case shows, by who works on it, and no lower than its tier."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from simpul.cases.models import CaseActivity
from simpul.documents.models import Document
from simpul.platform.db import scope
from simpul.platform.ids import uuid7
from tests.support import cases, customers, people
from tests.support.database import rows

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

    assert {name: count for name, count in seen.items() if count} == {"agent_mdn": 1, "call_agent": 1, "supervisor_mdn": 2}
