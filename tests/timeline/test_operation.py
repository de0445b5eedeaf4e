"""The timeline over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simpul.customers import services
from simpul.platform.db import query, scope
from tests.support import customers as make
from tests.support.database import rows

START = datetime(2026, 6, 1, 5, tzinfo=UTC)


def bookings(customer, number):
    for minute in range(number):
        make.transaction(customer.id, str(1000 + minute), at=START + timedelta(minutes=minute))


def test_the_stream_is_paged_by_keyset_and_each_page_is_recorded(client_of, trace):
    customer = make.customer()
    bookings(customer, 5)
    agent = client_of("agent_mdn")
    trace.start()

    first = agent.api("GET", f"/customers/{customer.id}/timeline?limit=3").json()
    make.transaction(customer.id, "1", at=START + timedelta(hours=1))  # news does not shift the pages behind
    second = agent.api("GET", f"/customers/{customer.id}/timeline?limit=3&cursor={first['next_cursor']}").json()

    assert [event["amount"] for event in first["items"] + second["items"]] == ["1004.00", "1003.00", "1002.00", "1001.00", "1000.00"]
    assert second["next_cursor"] is None
    assert first["items"][0] == {
        "event_id": first["items"][0]["event_id"],
        "kind": "TransactionEvent",
        "occurred_at": "2026-06-01T05:04:00Z",
        "title": "Transfer",
        "detail": "Rekening ******7890",
        "amount": "1004.00",
        "direction": "OUT",
        "currency": "IDR",
        "actor": None,
        "tier": 1,
        "subject_type": "TRANSACTION",
        "subject_id": first["items"][0]["event_id"],
        "address": None,
    }
    assert trace() == {"audit": ["VIEW_TIMELINE", "VIEW_TIMELINE"]}
    with rows():
        assert [row["meta"] for row in query("SELECT meta FROM audit.audit_logs WHERE action = 'VIEW_TIMELINE' ORDER BY created_at")] == [
            {"kinds": [], "further": False},
            {"kinds": [], "further": True},
        ]


@pytest.mark.covers("US-03 AC-2")
def test_a_data_change_stands_beside_bookings_and_can_be_filtered(client_of, actor):
    customer = make.customer()
    bookings(customer, 2)
    with scope(actor("steward")):
        services.customer_update(
            actor=actor("steward"), customer_id=customer.id, version=1, reason="Nomor baru dari nasabah", changes={"phone_e164": "081399998888", "is_vip": True}
        )
    agent = client_of("agent_mdn")

    def stream(query_string=""):
        return [
            (event["kind"], event["title"], event["actor"]) for event in agent.api("GET", f"/customers/{customer.id}/timeline?{query_string}").json()["items"]
        ]

    assert stream() == [("CustomerEvent", "Data nasabah diubah", "Steward"), ("TransactionEvent", "Transfer", None), ("TransactionEvent", "Transfer", None)]
    assert stream("kind=CustomerEvent") == [("CustomerEvent", "Data nasabah diubah", "Steward")]
    assert stream("kind=CustomerEvent&kind=TransactionEvent&to=2026-06-01T12:01:00") == [
        ("TransactionEvent", "Transfer", None)
    ]  # a time without offset is Jakarta's
    assert stream("from=2026-06-01T05:01:00Z&kind=TransactionEvent") == [("TransactionEvent", "Transfer", None)]
    assert stream("kind=CaseEvent") == []
    event = agent.api("GET", f"/customers/{customer.id}/timeline?kind=CustomerEvent", Accept_Language="en").json()["items"][0]
    assert (event["title"], event["detail"]) == ("Customer data changed", "VIP, phone")


@pytest.mark.parametrize("query_string", ["cursor=abc", "cursor=WyIxIiwiMiJd", "from=kemarin", "limit=0", "limit=101"])
def test_malformed_questions_are_told(client_of, query_string):
    answer = client_of("agent_mdn").api("GET", f"/customers/{make.customer().id}/timeline?{query_string}")

    assert answer.status_code == 422


def test_roles_without_a_timeline_are_refused_and_others_outside_the_scope_learn_nothing(client_of, trace):
    customer = make.customer()
    finance, stranger = client_of("finance_mdn"), client_of("agent_bnj")
    trace.start()

    assert finance.api("GET", f"/customers/{customer.id}/timeline").status_code == 403
    assert stranger.api("GET", f"/customers/{customer.id}/timeline").status_code == 404
    assert trace() == {"audit": ["VIEW_DENIED:DENIED", "VIEW_DENIED:DENIED"]}
