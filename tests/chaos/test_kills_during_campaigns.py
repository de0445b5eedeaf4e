"""kill -9 of workers while a campaign is judged, written and handed over: every eligible customer gets exactly one message, and nobody else any."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta
from uuid import UUID

import psycopg

from simpul.iam.public import system_actor
from simpul.marketing.models import Campaign, CampaignEligibility
from simpul.marketing.services.executing import campaign_batch
from simpul.marketing.services.following import RUN_JOB
from simpul.messaging.services.sending import send_due, settle_stale
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.clock import shifted
from simpul.platform.db import query, scope
from simpul.platform.jobs import defer
from tests.chaos.test_kills_during_sending import everything
from tests.config.test_worker import until, working
from tests.marketing.campaigns import running_campaign
from tests.messaging.sending import at_any_hour, provider, said
from tests.support import customers, people
from tests.support.database import rows
from tests.support.sandbox import running_sandbox

# `make chaos` sends more; the suite shows that the way works.
CUSTOMERS = int(os.environ.get("SIMPUL_TEST_CAMPAIGN", "120"))
_SETTLED = "SELECT count(*) FROM crm.outbound_messages WHERE status <> 'QUEUED'"


def test_every_eligible_customer_gets_one_message_however_often_two_workers_are_killed(committed, kills, report, tmp_path):
    chance = random.Random(14)
    people.organisation()
    at_any_hour()
    everybody = [customers.customer(f"Nasabah {number}", "MDN", phone_e164=f"+628125{number:07}").id for number in range(CUSTOMERS)]
    willing = [each for place, each in enumerate(everybody) if place % 4]
    for each in willing:
        said(each, "GRANTED")
    with ExitStack() as stack:
        sandbox = stack.enter_context(running_sandbox(tmp_path))
        sandbox.behave(busy=0.05, answer_seconds=0.005)
        provider(sandbox, Adapter.SMS_HTTP, batch_size=10)
        campaign_id = running_campaign()
        owner = stack.enter_context(psycopg.connect(committed, options="-c role=simpul_fixture", autocommit=True))

        def settled() -> int:
            return int(owner.execute(_SETTLED).fetchone()[0])

        def go_on() -> None:
            """As the plan of every minute does it."""
            with scope(system_actor()):
                defer(RUN_JOB, campaign_id=str(campaign_id))
            campaign_batch(campaign_id, size=chance.randrange(5, 20))
            send_due(Channel.SMS, most=1)

        workers = [stack.enter_context(working(committed)) for _ in range(2)]
        for number in range(kills + 1):
            share = len(willing) * number // (kills + 2)
            until(lambda share=share: settled() >= share, 120)
            time.sleep(chance.uniform(0, 0.05))
            victim = workers.pop(0)
            victim.kill()
            victim.wait()
            workers.append(stack.enter_context(working(committed)))
            go_on()
        until(lambda: not _left(campaign_id), 120)
        for hours in (0, 1, 2, 4):
            with shifted(timedelta(hours=hours, minutes=3)):
                settle_stale()
                send_due(Channel.SMS, wait=lambda seconds: None)
        with scope(system_actor()):
            defer(RUN_JOB, campaign_id=str(campaign_id))
        until(lambda: _status(campaign_id) == "DONE", 60)
        with shifted(timedelta(days=4)):
            settle_stale()
        came = Counter(message["send_key"] for message in everything(sandbox.address))
        written = {
            str(row[0]): (row[1], row[2]) for row in owner.execute("SELECT message_id, customer_id, failed_reason FROM crm.outbound_messages").fetchall()
        }

    with rows():
        found = {row.customer_id: row for row in CampaignEligibility.objects.filter(campaign_id=campaign_id)}
    report("campaigns", customers=CUSTOMERS, eligible=len(willing), kills=kills + 1, came=len(came))
    assert found.keys() == set(everybody)
    assert {key for key, row in found.items() if row.is_eligible} == set(willing)
    # One message for each, by its row and by the outbox, whatever was killed in between.
    assert sorted(customer for customer, _ in written.values()) == sorted(willing)
    assert {str(found[key].message_id) for key in willing} == written.keys()
    assert {key: row.dropped_reason for key, row in found.items() if row.dropped_reason} == {}
    assert [each for each, times in came.items() if times > 1] == []
    # What did not come was being handed over when its worker died: it is told as not confirmed, and never sent again by itself.
    missing = written.keys() - came.keys()
    assert {written[each][1] for each in missing} <= {"NOT_CONFIRMED"}
    assert len(missing) <= 2 * 10 * (kills + 1)


def _left(campaign_id: UUID) -> bool:
    """Whether somebody eligible was not written to."""
    with scope(system_actor()):
        if Campaign.objects.get(pk=campaign_id).frozen_at is None:
            return True
        return bool(query("SELECT FROM crm.campaign_eligibility WHERE campaign_id = %s AND is_eligible AND message_id IS NULL LIMIT 1", (campaign_id,)))


def _status(campaign_id: UUID) -> str:
    with scope(system_actor()):
        return str(Campaign.objects.get(pk=campaign_id).status)
