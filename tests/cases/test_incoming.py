"""Messages from outside: what meets a rule becomes a case at once, everything else waits with its reasons, and nothing is dropped."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.cases.models import Case, CaseClockEvent, IncomingMessage
from simpul.customers.public import customers_by_contact
from simpul.platform.db import execute, query, scope
from tests.cases.test_intake import TEXT, body
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def customer(organisation: None) -> Any:
    return customers.customer("Rahmat Siregar", "MDN", phone_e164="+6281260001001", email="rahmat@surel.example")


def handed_in(browser: Any, **known: Any) -> dict[str, Any]:
    answer = browser.api("POST", "/case-intake", {"channel": "EMAIL", "text": TEXT, **known})
    assert answer.status_code == 201, answer.content
    return answer.json()


def listed(browser: Any, filters: str = "") -> list[dict[str, Any]]:
    return browser.api("GET", f"/case-intake{filters}").json()["items"]


def reasons(answer: dict[str, Any]) -> list[str]:
    return [one["key"] for one in answer["reasons"]]


def test_a_message_that_meets_a_rule_becomes_a_case_at_once(client_of, customer):
    answer = handed_in(client_of("agent_mdn"), sender="0812-6000-1001", category_code="TRX_FAIL", subject="Transfer gagal")

    assert (answer["status"], answer["reasons"]) == ("ACCEPTED", [])
    with rows():
        case = Case.objects.get(pk=answer["case_id"])
    assert (case.customer_id, case.channel, case.kind, case.priority, case.description) == (
        customer.id, "EMAIL", "WRITTEN", "MEDIUM", f"Transfer gagal\n\n{TEXT}",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"sender": "+6281299990000", "category_code": "TRX_FAIL"}, ["UNKNOWN_CUSTOMER"]),
        ({"sender": "rahmat@surel.example"}, ["NO_CATEGORY"]),
        ({"sender": "rahmat@surel.example", "category_code": "NOT_THERE"}, ["UNKNOWN_CATEGORY"]),
        ({"sender": "rahmat@surel.example", "category_code": "FRAUD_SCAM"}, ["SENSITIVE"]),
        ({"sender": "rahmat@surel.example", "category_code": "TRX_FAIL", "text": "tolong"}, ["TEXT_LENGTH"]),
        ({"sender": "rahmat@surel.example", "category_code": "TRX_FAIL", "channel": "BRANCH"}, ["NO_KIND"]),
        ({}, ["UNKNOWN_CUSTOMER", "NO_CATEGORY"]),
    ],
)
def test_what_meets_no_rule_waits_with_its_reasons_in_both_languages(client_of, customer, known, why):
    agent = client_of("supervisor_mdn")

    answer = handed_in(agent, **known)

    assert (answer["status"], answer["case_id"], reasons(answer)) == ("WAITING", None, why)
    waiting, english = listed(agent)[0], agent.api("GET", "/case-intake", Accept_Language="en").json()["items"][0]
    assert waiting["id"] == answer["id"]
    assert [one["name"] for one in waiting["reasons"]] != [one["name"] for one in english["reasons"]]
    with rows():
        assert Case.objects.count() == 0


def test_the_sender_is_known_by_the_address_in_whatever_letters_it_is_written(client_of, customer):
    customers.customer("Rahmat Lubis", "MDN", email="rahmat@surel.example.id")

    answer = handed_in(client_of("agent_mdn"), sender=" Rahmat@SUREL.example ", category_code="TRX_FAIL")

    with rows():
        assert Case.objects.get(pk=answer["case_id"]).customer_id == customer.id


@pytest.mark.parametrize(("contact", "index"), [("rahmat@surel.example", "customers_email_idx"), ("+6281260001001", "customers_phone_idx")])
def test_row_policies_let_the_index_of_a_senders_address_or_phone_go_ahead_of_them(actor, customer, contact, index):
    agent = actor("agent_mdn")
    with rows():
        # Among a few rows the planner would rather read them all.
        execute(
            """INSERT INTO crm.customers (customer_id, full_name, phone_e164, email,
                   home_branch_code, source_system, source_key)
               SELECT uuidv7(), 'Nasabah ' || n, '+62813' || lpad(n::text, 8, '0'),
                      n || '@surel.example', 'MDN', 'TEST', 'P' || n
               FROM generate_series(1, 3000) AS n"""
        )
        execute("SET LOCAL ROLE simpul_owner")
        execute("ANALYZE crm.customers, iam.customer_reach")

    with scope(agent):
        with CaptureQueriesContext(connection) as asked:
            assert customers_by_contact(actor=agent, contact=contact) == [customer.id]
        plan = [line["QUERY PLAN"].strip() for line in query(f"EXPLAIN (COSTS OFF) {asked[-1]['sql']}")]

    assert any(f" using {index} on " in line or f" on {index}" in line for line in plan), plan


def test_two_customers_with_one_phone_are_not_guessed_between(client_of, customer):
    customers.customer("Siti Lubis", "MDN", phone_e164="+6281260001001")

    assert reasons(handed_in(client_of("agent_mdn"), sender="081260001001", category_code="TRX_FAIL")) == ["SEVERAL_CUSTOMERS"]


def test_a_message_that_comes_twice_is_kept_once(client_of, customer):
    agent = client_of("agent_mdn")

    first = handed_in(agent, external_id="mail-1")
    again = handed_in(agent, external_id="mail-1", text="Isi lain yang datang kemudian.")

    assert again == first
    with rows():
        assert IncomingMessage.objects.count() == 1


def test_texts_and_sender_are_sealed_and_the_sender_is_shown_masked(client_of, customer):
    agent = client_of("agent_mdn")
    handed_in(agent, sender="rahmat@surel.example", sender_name="Rahmat")

    with rows():
        stored = IncomingMessage.objects.get().sealed
    shown = listed(agent)[0]
    assert "saldo" not in stored and "surel" not in stored
    assert (shown["sender"], shown["text"], shown["customer"]["id"]) == ("r***@surel.example", TEXT, str(customer.id))


def test_who_reads_what_waits(client_of, customer):
    system = client_of("supervisor_bnj")
    known = handed_in(client_of("agent_mdn"), sender="rahmat@surel.example")["id"]
    sensitive = handed_in(client_of("agent_mdn"), sender="rahmat@surel.example", category_code="FRAUD_SCAM")["id"]
    nobodys = handed_in(system, sender="+6281299990000")["id"]

    seen = {name: {one["id"] for one in listed(client_of(name))} for name in ("agent_mdn", "call_agent", "agent_bnj", "supervisor_mdn", "supervisor_bnj")}

    assert seen == {
        "agent_mdn": {known, sensitive},  # handed in by this very agent
        "call_agent": {known},
        "agent_bnj": set(),
        "supervisor_mdn": {known, sensitive, nobodys},
        "supervisor_bnj": {nobodys},
    }


@pytest.mark.parametrize("username", ["rm_mdn", "marketing", "compliance", "admin", "steward", "director", "finance_mdn", "nobody"])
def test_who_handles_no_cases_has_no_list(client_of, customer, username):
    assert client_of(username).api("GET", "/case-intake").status_code == 403
    with scope(people.actor(username)):
        assert IncomingMessage.objects.count() == 0


def test_an_accepted_message_is_a_case_whose_clocks_run_from_when_it_came_in(client_of, customer, trace):
    supervisor = client_of("supervisor_mdn")
    waiting = handed_in(supervisor, sender="+6281299990000")
    with rows():
        received = IncomingMessage.objects.get().received_at
    trace.start()

    made = supervisor.api("POST", f"/case-intake/{waiting['id']}/accept", body(customer, channel="EMAIL"))

    assert made.status_code == 200, made.content
    with rows():
        message = IncomingMessage.objects.get()
        assert CaseClockEvent.objects.get(case_id=made.json()["id"], change="START").at == received
    assert (message.status, message.case_id, message.decided_by) == ("ACCEPTED", UUID(made.json()["id"]), people.user_id("supervisor_mdn"))
    assert trace()["audit"] == ["CREATE_CASE", "RENDER_DOCUMENT", "ACCEPT_INTAKE"]
    assert listed(supervisor) == []


def test_what_is_refused_as_a_case_keeps_waiting(client_of, customer):
    supervisor = client_of("supervisor_mdn")
    waiting = handed_in(supervisor)["id"]

    answer = supervisor.api("POST", f"/case-intake/{waiting}/accept", body(customer, category_code="NOT_THERE"))

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["category_code"])
    assert [one["id"] for one in listed(supervisor)] == [waiting]


def test_a_discarded_message_is_kept_with_its_reason_and_decided_once(client_of, customer):
    supervisor = client_of("supervisor_mdn")
    waiting = handed_in(supervisor)["id"]

    blank = supervisor.api("POST", f"/case-intake/{waiting}/discard", {"reason": " "})
    put_aside = supervisor.api("POST", f"/case-intake/{waiting}/discard", {"reason": "Iklan, bukan pengaduan"})
    again = supervisor.api("POST", f"/case-intake/{waiting}/accept", body(customer))

    assert (blank.status_code, put_aside.status_code) == (422, 200)
    assert (put_aside.json()["status"], put_aside.json()["discard_reason"]) == ("DISCARDED", "Iklan, bukan pengaduan")
    assert (again.status_code, again.json()["code"], again.json()["current"]) == (409, "incoming_is_decided", {"status": "DISCARDED", "case_id": None})
    assert [one["id"] for one in listed(supervisor, "?status=DISCARDED")] == [waiting]


def test_an_agent_does_not_decide_about_what_is_nobodys(client_of, customer):
    agent = client_of("agent_mdn")
    own = handed_in(agent)["id"]
    others = handed_in(client_of("supervisor_mdn"))["id"]

    refused = agent.api("POST", f"/case-intake/{own}/discard", {"reason": "Bukan pengaduan"})

    assert (refused.status_code, agent.api("POST", f"/case-intake/{others}/discard", {"reason": "Bukan pengaduan"}).status_code) == (403, 404)
    with scope(people.actor("agent_mdn")):
        assert execute("UPDATE crm.case_intake SET status = 'DISCARDED', discard_reason = 'x', decided_at = now(), decided_by = iam.uid()") == 0
