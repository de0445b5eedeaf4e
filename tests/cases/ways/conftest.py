"""What the tests of the ways in share: an AGENT's own case, a colleague's and a sensitive one, and everything that is kept of a case.

Each of three wrongs (changing another's case, reading tier 3 without the tier, closing without the final response) is tried by the page
(what it offers and shows), by the API, in bulk, by import and configuration, and by SQL as the application's own role.
"""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection
from django.test import Client

from simpul.cases.models import Case, CaseActivity, CaseClockEvent
from simpul.documents.models import Document
from simpul.platform.db import scope
from simpul.workflow.models import WorkflowItem, WorkflowMove
from tests.cases.test_intake import body
from tests.support import cases, customers, people
from tests.support.cases import ANSWER
from tests.support.database import rows, undone

SECRET = "Penelepon mengaku petugas bank dan meminta kode OTP nasabah."
# Whoever reads a case follows it for themself, which changes nothing in it.
FOLLOWING = {"cases_watch", "cases_unwatch", "cases_remind", "cases_unremind"}
READING = {"case_replies_fill"}
WRITES: dict[str, dict[str, Any]] = {
    "cases_assign": {"user_id": "agent_mdn"},
    "cases_claim": {},
    "cases_take": {},
    "cases_escalate": {"level": 2, "note": "Nilai besar."},
    "cases_wait": {"reason_code": "CUSTOMER_DATA"},
    "cases_resume": {},
    "cases_note": {"text": "Sudah dicek."},
    "cases_message": {"text": "Sedang kami proses.", "direction": "OUT"},
    "cases_respond": {"final_response": ANSWER},
    "cases_review": {"decision": "APPROVE"},
    "cases_move": {"transition": "wait", "fields": {"reason_code": "CUSTOMER_DATA"}},
    "cases_close": {"resolution_code": "SOLVED"},
    "cases_reopen": {"reason": "Jawaban keliru."},
    "cases_reclassify": {"priority": "LOW", "reason": "Tidak mendesak."},
    "cases_extend": {"reason_code": "RESEARCH", "note": "Perlu penelitian dokumen.", "proof_document_id": "00000000-0000-7000-8000-000000000000"},
    "cases_extension_decide": {"decision": "APPROVE"},
}
UNVERSIONED = {"cases_note", "cases_message"}


def operations() -> dict[str, tuple[str, str]]:
    """Every operation that changes one case, with its method and path."""
    with open("openapi.json") as file:
        paths = json.load(file)["paths"]
    return {
        each["operationId"]: (method.upper(), path.removeprefix("/api/v1"))
        for path, methods in paths.items()
        if path.startswith("/api/v1/cases/{case_id}")
        for method, each in methods.items()
        if method != "get"
    }


def asked(browser: Client, operation: str, case: Case) -> Any:
    method, path = operations()[operation]
    sent = {name: str(people.user_id(value)) if name == "user_id" else value for name, value in WRITES[operation].items()}
    if operation not in UNVERSIONED:
        sent["version"] = case.version
    return browser.api(method, path.format(case_id=case.id), sent)


def picture(case: Case) -> dict[str, Any]:
    """Everything that is kept of a case."""
    with rows():
        item = WorkflowItem.objects.get(subject_type="CASE", subject_id=str(case.id))
        return {
            "row": Case.objects.filter(pk=case.pk).values().get(),
            "log": list(CaseActivity.objects.filter(case=case).order_by("pk").values()),
            "clocks": list(CaseClockEvent.objects.filter(case=case).order_by("seq").values()),
            "state": (item.state, item.seq),
            "moves": WorkflowMove.objects.filter(item=item).count(),
            "papers": Document.objects.filter(subject_type="CASE", subject_id=str(case.id)).count(),
        }


@pytest.fixture
def theirs(organisation: None) -> Case:
    """A case of the agent's own branch, which a colleague has."""
    return cases.given_to(cases.opened("supervisor_mdn"), "call_agent")


@pytest.fixture
def secret(client_of: Any) -> Case:
    """A sensitive case of the agent's own branch, received with everything that belongs to it."""
    customer = customers.customer("Rahmat Siregar", "MDN", phone_e164="+6281234567890")
    made = client_of("supervisor_mdn").api("POST", "/cases", body(customer, category_code="FRAUD_SCAM", priority="CRITICAL", description=SECRET))
    assert made.status_code == 201, made.content
    with rows():
        return Case.objects.select_related("category").get(pk=made.json()["id"])


@pytest.fixture
def mine(organisation: None) -> Case:
    """The agent's own case, not answered yet."""
    return cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")


def told(username: str, statement: str, **given: Any) -> Any:
    """The rows that the user's own statement gives, or "refused"."""
    try:
        with undone(), scope(people.actor(username)), connection.cursor() as cursor:
            cursor.execute(statement, given)
            return cursor.fetchall() if cursor.description else [()] * cursor.rowcount
    except DatabaseError:
        return "refused"


def copied(username: str, statement: str) -> str:
    """What a COPY of the user's own brings out, or "refused"."""
    try:
        with undone(), scope(people.actor(username)), connection.cursor() as cursor, cursor.copy(statement) as copy:
            if "FROM STDIN" in statement:
                copy.write_row(("x",))
                return "taken"
            return b"".join(bytes(part) for part in copy).decode()
    except (DatabaseError, psycopg.Error):
        return "refused"
