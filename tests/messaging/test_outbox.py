"""Messages to customers: what is known of them only grows, however providers report it, and they show as far as customer and tier allow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from simpul.iam.public import system_actor
from simpul.messaging.errors import MessageNotFound
from simpul.messaging.public import (
    Channel,
    MessageContent,
    MessageState,
    Purpose,
    message_content,
    message_delivered,
    message_failed,
    message_queue,
    message_sent,
    message_states,
)
from simpul.platform.crypto import Tampered, decrypt
from simpul.platform.db import execute, query, scope
from simpul.platform.events import listening
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
Write = Callable[..., MessageState]


@pytest.fixture
def write(organisation: None) -> Write:
    """Queue a message to a customer of a branch, written by a colleague."""

    def queue(branch: str = "MDN", *, by: str = "agent_mdn", tier: int = 1) -> MessageState:
        customer = customers.customer("Rahmat Siregar", branch)
        actor = people.actor(by)
        with scope(actor):
            return message_queue(
                actor=actor, customer_id=customer.id, branch_code=branch, channel=Channel.WHATSAPP, purpose=Purpose.SERVICE, subject_type="CASE",
                subject_id="satu", resource="case", tier=tier, title="Tanda terima", body="Pengaduan Anda kami terima.", recipient="+6281234567890",
            )  # fmt: skip

    return queue


def reported(report: Callable[..., MessageState], *given: Any, **more: Any) -> tuple[MessageState, list[str]]:
    """What a provider's report made of the message, and which news it was."""
    with scope(system_actor()), listening() as news:
        state = report(*given, **more)
    return state, [type(one).__name__ for one in news]


def seen(username: str, message_id: UUID) -> bool:
    with scope(people.actor(username)):
        return message_id in message_states([message_id])


def test_a_message_waits_as_queued_and_is_sealed_for_its_own_row(write):
    one, two = write(), write()

    with rows():
        stored = {row["message_id"]: row["sealed"] for row in query("SELECT message_id, sealed FROM crm.outbound_messages")}
    with scope(people.actor("agent_mdn")):
        content = message_content(one.id)
    with pytest.raises(Tampered):
        decrypt(stored[one.id], f"outbound_message:{two.id}")

    assert (one.status, one.sent_at, one.failed_reason) == ("QUEUED", None, None)
    assert content == MessageContent("Tanda terima", "Pengaduan Anda kami terima.", "+6281234567890")
    assert "kami terima" not in stored[one.id] and "6281234" not in stored[one.id]


def test_a_report_that_comes_twice_changes_nothing_and_is_told_once(write):
    message = write()

    first = reported(message_sent, message.id, NOON)
    again = reported(message_sent, message.id, NOON)
    later = reported(message_sent, message.id, NOON + timedelta(minutes=1))

    assert (first[0].status, first[0].sent_at, first[1]) == ("SENT", NOON, ["MessageSent"])
    assert again == (first[0], [])
    assert later == (first[0], [])


def test_reports_in_any_order_end_in_the_same_state(write):
    told = []
    for order in permutations(["sent", "delivered", "delivered"]):
        message = write()
        for step in order:
            if step == "sent":
                reported(message_sent, message.id, NOON)
            else:
                state, _ = reported(message_delivered, message.id, NOON + timedelta(minutes=2))
        with scope(system_actor()):
            state = message_states([message.id])[message.id]
        told.append((state.status, state.sent_at, state.delivered_at))

    assert set(told) == {("DELIVERED", NOON, NOON + timedelta(minutes=2))}


def test_an_earlier_instant_of_sending_is_told_again(write):
    message = write()
    reported(message_delivered, message.id, NOON + timedelta(minutes=2))

    state, news = reported(message_sent, message.id, NOON)

    assert (state.status, state.sent_at, news) == ("DELIVERED", NOON, ["MessageSent"])


def test_a_failure_ends_what_was_not_delivered_and_nothing_else(write):
    queued, sent, delivered = write(), write(), write()
    reported(message_sent, sent.id, NOON)
    reported(message_delivered, delivered.id, NOON)

    one, one_news = reported(message_failed, queued.id, "NO_SUCH_NUMBER", NOON)
    two, _ = reported(message_failed, sent.id, "MAILBOX_FULL", NOON + timedelta(minutes=1), bounced=True)
    three, three_news = reported(message_failed, delivered.id, "NO_SUCH_NUMBER", NOON + timedelta(minutes=1))

    assert (one.status, one.sent_at, one.failed_at, one.failed_reason, one_news) == ("FAILED", None, NOON, "NO_SUCH_NUMBER", ["MessageFailed"])
    assert (two.status, two.sent_at, two.failed_reason) == ("BOUNCED", NOON, "MAILBOX_FULL")
    assert (three.status, three.failed_reason, three_news) == ("DELIVERED", None, [])


def test_what_has_ended_stays_ended(write):
    message = write()
    ended, _ = reported(message_failed, message.id, "NO_SUCH_NUMBER", NOON)

    assert reported(message_sent, message.id, NOON) == (ended, [])
    assert reported(message_delivered, message.id, NOON) == (ended, [])
    assert reported(message_failed, message.id, "MAILBOX_FULL", NOON - timedelta(hours=1)) == (ended, [])


@pytest.mark.parametrize(
    "change",
    [
        "status = 'QUEUED', sent_at = NULL",
        "sent_at = sent_at + interval '1 hour'",
        "sealed = 'k1.lain'",
        "tier = 1",
        "status = 'FAILED', failed_at = now(), failed_reason = 'LATE'",
    ],
)
def test_the_database_itself_lets_nothing_go_back(write, change):
    message = write(tier=2)
    reported(message_delivered, message.id, NOON)

    with pytest.raises(DatabaseError), transaction.atomic(), rows():
        execute(f"UPDATE crm.outbound_messages SET {change} WHERE message_id = %s", (message.id,))


def test_nobody_but_the_product_says_what_became_of_a_message(write):
    message = write()

    with scope(people.actor("agent_mdn")):
        with pytest.raises(MessageNotFound):
            message_sent(message.id, NOON)
        assert execute("UPDATE crm.outbound_messages SET status = 'SENT', sent_at = now()") == 0
        assert message_states([message.id])[message.id].status == "QUEUED"


def test_a_message_shows_no_wider_than_its_customer(write):
    message = write()

    assert {name for name in people.USERS if seen(name, message.id)} == {"agent_mdn", "call_agent", "supervisor_mdn"}


def test_a_sensitive_message_shows_within_its_tier_and_to_who_wrote_it(write):
    message = write(tier=3)

    assert {name for name in people.USERS if seen(name, message.id)} == {"agent_mdn", "supervisor_mdn"}


def test_nobody_writes_under_anothers_name(write):
    write()
    agent, other = people.actor("agent_mdn"), people.actor("supervisor_mdn")

    with pytest.raises(DatabaseError), transaction.atomic(), scope(agent):
        message_queue(
            actor=other, customer_id=customers.customer("Siti Lubis", "MDN").id, branch_code="MDN", channel=Channel.SMS, purpose=Purpose.SERVICE,
            subject_type="CASE", subject_id="dua", resource="case", tier=1, title="t", body="b", recipient="+6281234567891",
        )  # fmt: skip


def test_a_role_without_the_resource_writes_no_message_about_it(write):
    write()

    with pytest.raises(DatabaseError), transaction.atomic():
        write(by="rm_mdn")
