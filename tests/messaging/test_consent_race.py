"""Withdrawals and sending at the same time: nobody who said no before a message left gets it."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from simpul.consent.public import VerificationMethod, consent_signal
from simpul.iam.public import system_actor
from simpul.messaging.services.sending import send_due
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from tests.customers.test_concurrency import together
from tests.messaging.sending import at_any_hour, provider, said, written
from tests.support import customers, people
from tests.support.database import rows
from tests.support.sandbox import Sandbox

CUSTOMERS = 60


def withdraw(customer_id: UUID) -> datetime:
    """Withdraw as a followed link does; when it was committed."""
    with scope(system_actor()):
        consent_signal(
            actor=system_actor(), customer_id=customer_id, branch_code="MDN", consent_type="MARKETING", channel=None, captured_channel="EMAIL",
            method=VerificationMethod.SIGNED_LINK, source_reference="test",
        )  # fmt: skip
    return now()


@pytest.mark.parametrize("seed", range(4))
def test_no_offer_leaves_after_a_withdrawal_was_told_to_the_customer(committed: str, sandbox: Sandbox, seed: int) -> None:
    """Two senders and two people who withdraw for others, interleaved as chance has it; answers take a moment, so that withdrawals meet batches."""
    chance = random.Random(seed)
    people.organisation()
    at_any_hour()
    sandbox.behave(answer_seconds=chance.choice([0.0, 0.01, 0.03]))
    provider(sandbox, Adapter.WHATSAPP_CLOUD, batch_size=chance.choice([3, 10, 25]))
    ids = [customers.customer(f"Nasabah {number}", "MDN", phone_e164=f"+62812345{number:05}").id for number in range(CUSTOMERS)]
    for each in ids:
        said(each, "GRANTED")
    message_of = {str(written(each, purpose="MARKETING", recipient=f"+62812345{number:05}")): each for number, each in enumerate(ids)}
    leaving = chance.sample(ids, CUSTOMERS // 2)
    withdrawn: dict[UUID, datetime] = {}

    def withdraws(part: list[UUID]) -> None:
        for each in part:
            withdrawn[each] = withdraw(each)

    def sends() -> None:
        send_due(Channel.WHATSAPP, wait=lambda seconds: None)

    assert together(sends, sends, lambda: withdraws(leaving[::2]), lambda: withdraws(leaving[1::2])) == [None] * 4
    send_due(Channel.WHATSAPP)

    came = [(message_of[message["send_key"]], datetime.fromisoformat(message["at"])) for message in sandbox.messages()]
    assert len({customer for customer, _ in came}) == len(came)  # nobody twice
    assert [customer for customer, at in came if customer in withdrawn and at > withdrawn[customer] + timedelta(0)] == []
    with rows():
        ended = {
            row["customer_id"]: (row["status"], row["failed_reason"]) for row in query("SELECT customer_id, status, failed_reason FROM crm.outbound_messages")
        }
    got = {customer for customer, _ in came}
    assert ended == {each: ("SENT", None) if each in got else ("FAILED", "CONSENT") for each in ids}
    assert got >= set(ids) - set(leaving)
