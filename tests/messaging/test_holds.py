"""Holding, releasing and withdrawing the messages about one subject, also while they are going out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import psycopg
import pytest

from simpul.iam.public import system_actor
from simpul.messaging.public import messages_hold, messages_release, messages_withdraw
from simpul.messaging.services.sending import Batch, claim_batch, hand_over, send_due
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from tests.customers.test_concurrency import together
from tests.messaging.sending import provider, standing, written
from tests.support import customers, people
from tests.support.sandbox import Sandbox

WAITS, SENT, WITHDRAWN = ("QUEUED", "WAITING", None), ("SENT", "DONE", None), ("FAILED", "DONE", "WITHDRAWN")


def stopped(change: Callable[[str, str], Any], customer_id: Any) -> Any:
    """What a service of another domain does, in the transaction of its own change."""
    with scope(system_actor()):
        return change("CUSTOMER", str(customer_id))


def claimed() -> Batch:
    batch = claim_batch(Channel.WHATSAPP)
    assert isinstance(batch, Batch)
    return batch


@pytest.mark.django_db
def test_what_is_held_waits_and_goes_out_once_when_it_is_released(organisation: None, sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.WHATSAPP_CLOUD)
    held, other = customers.customer(), customers.customer("Siti Hasibuan")
    waiting, free = [written(held.id) for _ in range(3)], written(other.id)
    stopped(messages_hold, held.id)
    stopped(messages_hold, held.id)

    assert send_due(Channel.WHATSAPP) == 1
    assert standing(*waiting, free) == [WAITS] * 3 + [SENT]

    stopped(messages_release, held.id)
    assert (send_due(Channel.WHATSAPP), send_due(Channel.WHATSAPP)) == (3, 0)
    assert standing(*waiting) == [SENT] * 3
    assert sorted(message["send_key"] for message in sandbox.messages()) == sorted(str(each) for each in (*waiting, free))


@pytest.mark.django_db
def test_what_was_claimed_before_the_hold_goes_back_and_what_was_withdrawn_ends(organisation: None, sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.WHATSAPP_CLOUD, batch_size=2)
    customer = customers.customer()
    gone = written(customer.id)
    send_due(Channel.WHATSAPP)
    first, second, third = (written(customer.id) for _ in range(3))

    batch = claimed()
    stopped(messages_hold, customer.id)
    assert (len(batch.ids), hand_over(batch)) == (2, 2)
    assert standing(first, second, third) == [WAITS] * 3
    stopped(messages_release, customer.id)
    batch = claimed()
    assert stopped(messages_withdraw, customer.id) == 1  # the two are under way
    hand_over(batch)

    assert standing(gone, first, second, third) == [SENT, WITHDRAWN, WITHDRAWN, WITHDRAWN]
    assert len(sandbox.messages()) == 1
    # What was withdrawn stays so: what is written about it later ends as well.
    stopped(messages_release, customer.id)
    late = written(customer.id)
    send_due(Channel.WHATSAPP)
    assert standing(late) == [WITHDRAWN]


@pytest.mark.django_db
def test_only_the_product_itself_holds_messages(organisation: None) -> None:
    stopped(messages_withdraw, "c1")

    with scope(people.actor("admin")):
        assert query("SELECT * FROM crm.message_holds") == []
        with pytest.raises(Exception, match="row-level security"), scope(people.actor("admin")):
            execute("INSERT INTO crm.message_holds VALUES ('CUSTOMER', 'c2', false, now())")
    with scope(system_actor()):
        assert execute("DELETE FROM crm.message_holds") == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege), scope(system_actor()):
            execute("UPDATE crm.message_holds SET is_final = false")


def test_a_hold_stops_what_is_queued_while_two_senders_work(committed: str, sandbox: Sandbox) -> None:
    people.organisation()
    sandbox.behave(answer_seconds=0.01)
    provider(sandbox, Adapter.WHATSAPP_CLOUD, batch_size=5)
    customer = customers.customer()
    ids = [written(customer.id) for _ in range(100)]
    held: list[datetime] = []

    def sends() -> None:
        send_due(Channel.WHATSAPP, wait=lambda seconds: None)

    def holds() -> None:
        while len(sandbox.messages()) < 10:
            pass
        stopped(messages_hold, customer.id)
        held.append(now())

    assert together(sends, sends, holds) == [None] * 3

    came = [datetime.fromisoformat(message["at"]) for message in sandbox.messages()]
    assert len([at for at in came if at > held[0]]) <= 2 * 5  # one batch of each sender was under way
    assert [state for state in standing(*ids) if state not in (WAITS, SENT)] == []
    assert len([state for state in standing(*ids) if state == SENT]) == len(came) < 100

    stopped(messages_release, customer.id)
    send_due(Channel.WHATSAPP)

    assert sorted(message["send_key"] for message in sandbox.messages()) == sorted(str(each) for each in ids)
