"""The services that a customer was given, in one list."""

from __future__ import annotations

from datetime import timedelta

from simpul.cases.services import noting
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from tests.support import cases, customers, people
from tests.support.database import rows


def read(client, customer, asked=""):
    return client.api("GET", f"/customers/{customer.id}/services{asked}")


def message(case, text, username="agent_mdn", **given):
    with scope(people.actor(username)):
        noting.case_message(actor=people.actor(username), case_id=case.id, text=text, **given)


def test_complaints_and_contacts_come_newest_first_without_their_words(organisation, client_of):
    customer = customers.customer()
    older = cases.opened("agent_mdn", customer_id=customer.id)
    newer = cases.opened("agent_mdn", "CARD_ATM", customer_id=customer.id)
    message(older, "Nasabah menelepon, dana belum masuk.", incoming=True, channel="WHATSAPP")

    answer = read(client_of("agent_mdn"), customer)

    assert [(row["kind"], row["title"], row["outcome"], row["is_open"], row["actor"], row["subject_id"]) for row in answer.json()["items"]] == [
        ("CONTACT", "Pesan dari nasabah", "WhatsApp", False, "Agent Mdn", str(older.id)),
        ("COMPLAINT", f"Kasus {newer.case_no}", "Baru", True, "Agent Mdn", str(newer.id)),
        ("COMPLAINT", f"Kasus {older.case_no}", "Baru", True, "Agent Mdn", str(older.id)),
    ]
    assert "dana belum masuk" not in answer.content.decode()
    with rows():
        [row] = query("SELECT customer_id, meta FROM audit.audit_logs WHERE action = 'VIEW_TIMELINE'")
    assert (row["customer_id"], row["meta"]) == (customer.id, {"part": "services", "kinds": ["COMPLAINT", "CONTACT"], "further": False})


def test_pages_of_the_list_join_without_a_gap_and_filters_narrow_it(organisation, client_of):
    customer = customers.customer()
    made = [cases.opened("agent_mdn", customer_id=customer.id) for _ in range(3)]
    message(made[0], "Halo", incoming=True)
    client = client_of("agent_mdn")
    whole = [row["service_id"] for row in read(client, customer).json()["items"]]

    seen, cursor = [], ""
    while True:
        page = read(client, customer, f"?limit=1{cursor}").json()
        seen += [row["service_id"] for row in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == whole and len(whole) == 4
    assert {row["kind"] for row in read(client, customer, "?kind=CONTACT").json()["items"]} == {"CONTACT"}
    tomorrow = (now() + timedelta(days=1)).strftime("%Y-%m-%dT00:00:00Z")
    assert read(client, customer, f"?from={tomorrow}").json() == {"items": [], "next_cursor": None}


def test_a_manager_knows_a_complaint_by_its_head_and_nothing_of_a_sensitive_one(organisation, client_of):
    customer = customers.customer(rm="rm_mdn")
    plain = cases.opened("supervisor_mdn", customer_id=customer.id)
    cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=customer.id)
    message(plain, "Halo", "supervisor_mdn", incoming=True)

    items = read(client_of("rm_mdn"), customer).json()["items"]

    assert [(row["title"], row["detail"], row["outcome"], row["actor"]) for row in items] == [(f"Kasus {plain.case_no}", None, "Dalam penanganan", None)]


def test_who_sees_no_business_is_refused_and_it_is_recorded(organisation, client_of, trace):
    customer, client = customers.customer(), client_of("finance_mdn")
    trace.start()

    assert read(client, customer).status_code == 403
    assert trace() == {"audit": ["VIEW_DENIED:DENIED"]}
