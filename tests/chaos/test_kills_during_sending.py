"""kill -9 of workers while messages go out: nobody gets one twice, none is lost, and what providers say thrice and in disorder is known once."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta

import httpx
import psycopg

from simpul.iam.public import system_actor
from simpul.messaging.services.outbox import SEND_JOB
from simpul.messaging.services.receiving import receipts_apply, receipts_take
from simpul.messaging.services.sending import send_due, settle_stale
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.clock import shifted
from simpul.platform.db import scope
from simpul.platform.jobs import defer
from tests.config.test_worker import until, working
from tests.messaging.sending import provider, written
from tests.support import customers, people
from tests.support.sandbox import running_sandbox, webhook_mailbox

# `make messages` sends a hundred thousand; the suite shows that the way works.
MESSAGES = int(os.environ.get("SIMPUL_TEST_MESSAGES", "150"))
_SETTLED = "SELECT count(*) FROM crm.outbound_messages WHERE status <> 'QUEUED'"
_STATES = "SELECT message_id::text, status, failed_reason FROM crm.outbound_messages"


def test_no_message_goes_out_twice_or_is_lost_however_often_workers_are_killed(committed, kills, report, tmp_path):
    chance = random.Random(7)
    people.organisation()
    with ExitStack() as stack:
        sandbox = stack.enter_context(running_sandbox(tmp_path))
        secret = sandbox.accounts[Adapter.WHATSAPP_CLOUD]["secrets"]["verify_token"]
        box = stack.enter_context(webhook_mailbox(secret))
        httpx.put(f"{sandbox.address}/api/webhooks", json={"WHATSAPP": {"url": box.url}}).raise_for_status()
        sandbox.behave(busy=0.05, bounce=0.05, repeats=3, shuffle=True, answer_seconds=0.005, delay_seconds=0.05)
        key = provider(sandbox, Adapter.WHATSAPP_CLOUD, batch_size=20)
        who = [customers.customer(f"Nasabah {number}", "MDN").id for number in range(min(MESSAGES, 1000))]
        ours = {str(written(who[number % len(who)], recipient=f"+628{number:09}")) for number in range(MESSAGES)}
        owner = stack.enter_context(psycopg.connect(committed, options="-c role=simpul_fixture", autocommit=True))

        def settled() -> int:
            return int(owner.execute(_SETTLED).fetchone()[0])

        worker = stack.enter_context(working(committed))
        for number in range(kills):
            share = MESSAGES * (number + 1) // (kills + 2)
            until(lambda share=share: settled() >= share, 300)
            time.sleep(chance.uniform(0, 0.05))
            worker.kill()
            worker.wait()
            worker = stack.enter_context(working(committed))
            # The killed pass is taken up by the next one, which every message that is queued asks for.
            send_due(Channel.WHATSAPP, most=1)
            with scope(system_actor()):
                defer(SEND_JOB, channel=Channel.WHATSAPP.value)
        for hours in (0, 1, 2, 4):
            with shifted(timedelta(hours=hours, minutes=3)):
                settle_stale()
                send_due(Channel.WHATSAPP, wait=lambda seconds: None)
        until(lambda: sandbox_waits(sandbox.address) == 0, 120)
        calls = [*box.calls, *box.calls]
        chance.shuffle(calls)
        for headers, body in calls:
            receipts_take(provider_key=key, headers=headers, body=body)
        receipts_apply()
        with shifted(timedelta(days=4)):
            settle_stale()
        came = Counter(message["send_key"] for message in everything(sandbox.address))
        states = {row[0]: (row[1], row[2]) for row in owner.execute(_STATES).fetchall()}

    unconfirmed = [each for each, state in states.items() if state == ("FAILED", "NOT_CONFIRMED")]
    report("messages", messages=MESSAGES, kills=kills, came=len(came), unconfirmed=len(unconfirmed))
    assert [each for each, times in came.items() if times > 1] == []
    assert set(came) <= ours == set(states)
    # Whatever came is known to have come, or to have bounced; whatever did not come is told as not confirmed.
    assert {states[each][0] for each in came} == {"DELIVERED", "FAILED"}
    assert {states[each][1] for each in came} <= {None, "WHATSAPP_131026"}
    assert sorted(ours - set(came)) == sorted(unconfirmed)
    assert len(unconfirmed) <= 2 * 20 * kills  # two passes may be under way in a worker


def sandbox_waits(address: str) -> int:
    """How many reports are still to go out."""
    return int(httpx.get(f"{address}/api/counts").json()["waiting"])


def everything(address: str) -> list[dict[str, str]]:
    """All that came."""
    found: list[dict[str, str]] = []
    after = ""
    while after is not None:
        part = httpx.get(f"{address}/api/messages", params={"after": after} if after else {}).json()
        found += part["items"]
        after = part["next"]
    return found
