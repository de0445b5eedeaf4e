"""Receiving complaints: what is promised and given to the customer is stored together, or nothing is."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from simpul.cases.models import Case, CaseActivity, CaseCategory, CaseClockEvent, CaseNumber
from simpul.cases.receiving import KIND_OF_CHANNEL, branch_of, receipt_way
from simpul.cases.vocabulary import Channel
from simpul.documents.models import Document
from simpul.messaging.models import OutboundMessage
from simpul.messaging.public import message_content
from simpul.platform.clock import today
from simpul.platform.db import query, scope
from tests.support import customers, documents, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db

TEXT = "Transfer ke bank lain gagal, saldo terpotong."


@pytest.fixture
def customer(organisation: None) -> Any:
    return customers.customer("Rahmat Siregar", "MDN", phone_e164="+6281260001001", email="rahmat@surel.example", preferred_channel="EMAIL")


def body(customer: Any, **changed: Any) -> dict[str, Any]:
    return {
        "customer_id": str(customer.id), "channel": "CALL_CENTER", "category_code": "TRX_FAIL", "priority": "HIGH", "description": TEXT, **changed,
    }  # fmt: skip


def paper(browser: Any, document_id: str) -> str:
    """What is printed on a document."""
    pages = PdfReader(io.BytesIO(documents.body(browser.get(f"/api/v1/documents/{document_id}/content")))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def nothing_is_stored() -> None:
    with rows():
        left = [model.__name__ for model in (Case, CaseActivity, CaseClockEvent, CaseNumber, Document, OutboundMessage) if model.objects.exists()]
        left += [row["item_id"] for row in query("SELECT item_id FROM crm.workflow_items WHERE subject_type = 'CASE'")]
    assert left == []


@pytest.mark.covers("US-05 AC-1")
def test_four_fields_are_enough_and_everything_comes_at_once(client_of, customer, trace):
    agent = client_of("agent_mdn")
    trace.start()

    answer = agent.api("POST", "/cases", body(customer))

    made = answer.json()
    assert answer.status_code == 201, made
    assert made["case_no"] == f"CASE-{today().year}-MDN-000001"
    assert (made["status"], made["kind"], made["branch"]["code"], made["priority"], made["channel"]) == ("NEW", "VERBAL", "MDN", "HIGH", "CALL_CENTER")
    assert made["content"]["description"] == TEXT
    with rows():
        assert list(CaseClockEvent.objects.values_list("case_id", "change", "priority", "kind")) == [(UUID(made["id"]), "START", "HIGH", "VERBAL")]
        assert [row["state"] for row in query("SELECT state FROM crm.workflow_items WHERE subject_id = %s", (made["id"],))] == ["NEW"]
    happened = trace()
    assert happened["events"] == ["CaseOpened", "CaseAssigned", "DocumentAttached"]
    assert happened["audit"] == ["CREATE_CASE", "ASSIGN_CASE", "RENDER_DOCUMENT"]


@pytest.mark.covers("15.3.3-1")
def test_the_due_times_are_those_that_the_rule_in_force_promises(client_of, customer):
    agent = client_of("agent_mdn")

    made = agent.api("POST", "/cases", body(customer)).json()
    asked = {"category": "TRX_FAIL", "priority": "HIGH", "kind": "VERBAL", "received_at": made["created_at"]}
    promised = {clock["clock"]: clock["due_at"] for clock in agent.api("POST", "/sla-explanations", asked).json()["clocks"]}

    assert (made["first_response_due_at"], made["sla_due_at"], made["legal_due_at"]) == (promised["FIRST_RESPONSE"], promised["RESOLUTION"], promised["LEGAL"])


def test_every_field_is_kept_as_it_was_given(client_of, customer):
    given = {
        "channel": "BRANCH", "kind": "WRITTEN", "contact_preference": "PHONE", "product": "SAVINGS", "transaction_ref": "TRX-8891", "amount": "1250000.50",
        "complainant": "Siti Aminah", "complainant_authority": "Surat kuasa 12/2026",
    }  # fmt: skip

    made = client_of("agent_mdn").api("POST", "/cases", body(customer, **given)).json()

    assert (made["channel"], made["kind"]) == ("BRANCH", "WRITTEN")
    kept = {name: made["content"][name] for name in given if name not in ("channel", "kind")}
    given |= {"product": "Tabungan"}  # by its name
    assert {**kept, "amount": str(kept["amount"])} == {name: value for name, value in given.items() if name not in ("channel", "kind")}


@pytest.mark.covers("US-05 AC-2")
def test_a_category_without_a_rule_is_refused_and_nothing_is_stored(client_of, customer, trace):
    with rows():
        CaseCategory.objects.create(code="QRIS", category_name="QRIS", name_en="QRIS", updated_by=people.user_id("admin"))
    agent = client_of("agent_mdn")
    trace.start()

    answer = agent.api("POST", "/cases", body(customer, category_code="QRIS"))
    preview = agent.api("POST", "/cases/preview", body(customer, category_code="QRIS")).json()

    assert (answer.status_code, answer.json()["code"]) == (409, "no_service_level")
    assert "Belum ada aturan SLA" in answer.json()["detail"]
    assert (preview["covered"], preview["reason"], preview["sla_due_at"]) == (False, answer.json()["detail"], None)
    nothing_is_stored()
    assert trace() == {"audit": ["CREATE_CASE:FAILED"]}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"channel": "BRANCH"}, "kind"),
        ({"description": "pendek"}, "description"),
        ({"category_code": "UNKNOWN"}, "category_code"),
        ({"complainant": "Siti Aminah"}, "complainant_authority"),
        ({"amount": "-1"}, "amount"),
        ({"amount": "1.005"}, "amount"),
        ({"priority": "URGENT"}, "priority"),
        ({"channel": "FAX"}, "channel"),
        ({"branch_code": "PMS"}, "branch_code"),
        ({"product": "a\u0007b"}, "product"),
    ],
)
def test_what_is_missing_or_unfit_is_named_and_nothing_is_stored(client_of, customer, changed, field):
    answer = client_of("agent_mdn").api("POST", "/cases", body(customer, **changed))

    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]
    nothing_is_stored()


def test_a_customer_out_of_reach_is_not_found_and_nothing_is_stored(client_of, organisation):
    hidden = customers.customer("Tiur Hutagalung", "PMS")

    answer = client_of("agent_mdn").api("POST", "/cases", body(hidden))

    assert (answer.status_code, answer.json()["code"]) == (404, "customer_not_found")
    nothing_is_stored()


@pytest.mark.parametrize("username", ["rm_mdn", "marketing", "compliance", "admin", "director", "finance_mdn", "field_mdn", "steward"])
def test_who_handles_no_cases_opens_none(client_of, customer, username):
    answer = client_of(username).api("POST", "/cases", body(customer))

    assert answer.status_code == 403
    nothing_is_stored()


def test_the_same_request_again_opens_no_second_case(client_of, customer):
    agent = client_of("agent_mdn")

    first = agent.api("POST", "/cases", body(customer), Idempotency_Key="aduan-0001")
    again = agent.api("POST", "/cases", body(customer), Idempotency_Key="aduan-0001")
    other = agent.api("POST", "/cases", body(customer, priority="LOW"), Idempotency_Key="aduan-0001")

    assert (again.status_code, again.json()["id"]) == (first.status_code, first.json()["id"])
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")
    with rows():
        assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("channel", "own", "branch"),
    [
        ("BRANCH", {"BNJ"}, "BNJ"),
        ("BRANCH", {"PMS", "BNJ"}, "BNJ"),
        ("BRANCH", {"PMS", "MDN"}, "MDN"),
        ("BRANCH", set(), "MDN"),
        ("CALL_CENTER", {"BNJ"}, "MDN"),
        ("WEB", {"PMS"}, "MDN"),
    ],
)
def test_a_visitors_case_lies_in_the_officers_branch_and_every_other_at_home(channel, own, branch):
    assert branch_of(Channel(channel), "MDN", own) == branch


def test_the_channel_says_how_a_complaint_was_made_except_at_the_counter():
    assert {channel.value: kind.value if kind else None for channel, kind in KIND_OF_CHANNEL.items()} == {
        "BRANCH": None, "CALL_CENTER": "VERBAL", "MOBILE": "WRITTEN", "EMAIL": "WRITTEN", "WHATSAPP": "WRITTEN", "WEB": "WRITTEN",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("preferred", "phone", "email", "way"),
    [
        ("EMAIL", "+62811", "a@b.example", ("EMAIL", "a@b.example")),
        ("EMAIL", "+62811", None, ("WHATSAPP", "+62811")),
        ("SMS", "+62811", "a@b.example", ("SMS", "+62811")),
        ("PHONE", "+62811", None, ("WHATSAPP", "+62811")),
        ("WHATSAPP", None, "a@b.example", ("EMAIL", "a@b.example")),
        (None, "+62811", "a@b.example", ("WHATSAPP", "+62811")),
        ("WHATSAPP", None, None, None),
    ],
)
def test_a_receipt_goes_the_preferred_way_or_the_one_that_there_is(preferred, phone, email, way):
    assert receipt_way(preferred, phone, email) == way


@pytest.mark.covers("US-05 AC-3")
def test_the_receipt_lies_with_the_case_and_waits_to_be_sent(client_of, customer):
    agent = client_of("agent_mdn")
    filed = {"complainant": "Rina Hutapea 陳", "complainant_authority": "Surat kuasa 12", "amount": "1250000.00", "transaction_ref": "TRX-99"}
    made = agent.api("POST", "/cases", body(customer, description=f"{TEXT} " * 150, **filed)).json()

    receipt = made["content"]["receipt"]
    with rows():
        document = Document.objects.get(pk=receipt["document_id"])
        message = OutboundMessage.objects.get(pk=receipt["message"]["id"])
    assert (document.subject_type, document.subject_id, document.kind, document.template) == ("CASE", made["id"], "COMPLAINT_RECEIPT", "complaint_receipt")
    assert (receipt["message"]["channel"], receipt["message"]["status"], receipt["message"]["sent_at"]) == ("EMAIL", "QUEUED", None)
    assert (message.document_id, message.tier, message.resource, message.subject_id) == (document.id, 1, "case", made["id"])
    with scope(people.actor("agent_mdn")):
        content = message_content(message.id)
    assert content.title == f"Tanda terima pengaduan {made['case_no']}"
    assert content.recipient == "rahmat@surel.example"
    assert made["case_no"] in content.body and TEXT not in content.body
    told = paper(agent, receipt["document_id"])
    assert told.count("terpotong.") == 150
    for line in ("Diadukan oleh Rina Hutapea 陳", "Dasar kuasa Surat kuasa 12", "Nominal Rp 1.250.000", "No. referensi TRX-99"):
        assert line in told, line


def test_what_the_receipt_says_is_read_out_once_masked_as_on_paper(client_of, customer):
    agent = client_of("agent_mdn")
    customers.identifier(customer.id, "CIF", "CIF00012345")

    made = agent.api("POST", "/cases", body(customer)).json()

    assert made["content"]["receipt"]["words"] == {
        "customer_name": "R*** S***",
        "identity": "CIF CIF****345",
        "phone": "+62812****001",
        "officer": "Agent Mdn",
        "office_name": "Medan Utama",
        "office_phone": "",
    }
    assert agent.api("GET", f"/cases/{made['id']}").json()["content"]["receipt"]["words"] is None


def test_without_phone_and_e_mail_there_is_a_receipt_and_no_message(client_of, organisation):
    silent = customers.customer("Rahmat Siregar", "MDN", phone_e164=None, email=None)

    agent = client_of("agent_mdn")
    preview = agent.api("POST", "/cases/preview", body(silent)).json()
    made = agent.api("POST", "/cases", body(silent)).json()

    assert preview["receipt_channel"] is None
    assert made["content"]["receipt"]["message"] is None
    with rows():
        assert (Document.objects.count(), OutboundMessage.objects.count()) == (1, 0)


def test_a_sensitive_case_has_a_receipt_and_a_message_of_tier_3(client_of, customer):
    made = client_of("agent_mdn").api("POST", "/cases", body(customer, category_code="FRAUD_SCAM")).json()

    with rows():
        assert [(one.tier, one.kind) for one in Document.objects.all()] == [(3, "COMPLAINT_RECEIPT")]
        assert [one.tier for one in OutboundMessage.objects.all()] == [3]
    assert made["assignee"] is None


def test_a_preview_says_what_would_be_and_stores_nothing(client_of, customer, trace):
    agent = client_of("agent_mdn")
    trace.start()

    shown = agent.api("POST", "/cases/preview", body(customer)).json()
    asked = agent.api("POST", "/cases/preview", body(customer, channel="BRANCH")).json()

    assert (shown["branch"], shown["kind"], shown["covered"], shown["reason"]) == ({"code": "MDN", "name": "Medan Utama"}, "VERBAL", True, None)
    assert datetime.fromisoformat(shown["first_response_due_at"]) < datetime.fromisoformat(shown["sla_due_at"])
    assert (shown["policy"], shown["receipt_channel"], shown["duplicates"]) == ("bank-standard 1", "EMAIL", [])
    assert (asked["kind"], asked["legal_due_at"], asked["covered"]) == (None, None, True)
    nothing_is_stored()
    assert trace() == {}


def test_the_options_name_everything_in_the_readers_language(client_of, organisation):
    agent = client_of("agent_mdn")

    shown = agent.api("GET", "/cases/options").json()
    english = agent.api("GET", "/cases/options", Accept_Language="en").json()

    assert [one["key"] for one in shown["channels"]] == ["BRANCH", "CALL_CENTER", "MOBILE", "EMAIL", "WHATSAPP", "WEB"]
    assert shown["kind_of_channel"]["BRANCH"] is None
    assert [(one["code"], one["covered"]) for one in shown["categories"]][:1] == [("TRX_FAIL", True)]
    assert shown["branches"] == [{"code": "MDN", "name": "Medan Utama"}]
    assert (shown["priorities"][0]["name"], english["priorities"][0]["name"]) == ("Rendah", "Low")


@pytest.mark.covers("US-05 AC-4")
def test_numbers_are_counted_by_branch_without_a_gap_although_openings_are_undone(client_of, customer):
    agent, other = client_of("agent_mdn"), client_of("agent_bnj")
    binjai = customers.customer("Tiur Hutagalung", "BNJ")

    numbers = [agent.api("POST", "/cases", body(customer)).json()["case_no"]]
    assert agent.api("POST", "/cases", body(customer, channel="BRANCH")).status_code == 422
    numbers.append(agent.api("POST", "/cases", body(customer)).json()["case_no"])
    numbers.append(other.api("POST", "/cases", body(binjai)).json()["case_no"])

    year = today().year
    assert numbers == [f"CASE-{year}-MDN-000001", f"CASE-{year}-MDN-000002", f"CASE-{year}-BNJ-000001"]
