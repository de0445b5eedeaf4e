"""Sending what was approved: batches that judge each customer again, until nobody is left.

A batch is one transaction under the campaign's lock: it is judged, written to the outbox and marked together, so that a worker that is
killed leaves it whole or undone, and two workers never have the same customer. What was queued is asked about consent, open cases and caps
once more when it is handed over, and does not leave while the campaign is paused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.iam.public import system_identity
from simpul.marketing.models import Campaign
from simpul.marketing.selectors.campaigns import approved_version
from simpul.marketing.selectors.completing import values_sent
from simpul.marketing.selectors.evaluating import audience_of, evaluation_sql
from simpul.marketing.services.campaigns import campaign_finish
from simpul.marketing.vocabulary import CAMPAIGN, RESOURCE, CampaignStatus
from simpul.messaging.public import Channel, Purpose, messages_queue
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.ports import system_actor
from simpul.sales.public import leads_add

BATCH = 2_000
# More would only wait: a pause has less to hold, and a withdrawal meets fewer messages.
MOST_WAITING = 10_000
_NEXT = """
SELECT customer_id FROM crm.campaign_eligibility
WHERE campaign_id = %s AND is_eligible AND NOT is_holdout AND message_id IS NULL AND dropped_reason IS NULL ORDER BY customer_id LIMIT %s
"""
_WRITTEN = """
UPDATE crm.campaign_eligibility e SET message_id = s.message_id FROM unnest(%(customers)s::uuid[], %(messages)s::uuid[]) AS s (customer_id, message_id)
WHERE e.campaign_id = %(campaign)s AND e.customer_id = s.customer_id
"""
_DROPPED = """
UPDATE crm.campaign_eligibility e SET dropped_reason = s.reason, dropped_at = %(at)s FROM unnest(%(customers)s::uuid[], %(reasons)s::text[]) AS s (customer_id, reason)
WHERE e.campaign_id = %(campaign)s AND e.customer_id = s.customer_id
"""
_QUEUED_BEFORE = "SELECT customer_id, message_id FROM crm.outbound_messages WHERE subject_type = %s AND subject_id = %s AND template_version_id IS NOT NULL AND customer_id = ANY (%s::uuid[])"
_WAITING = """
SELECT count(*)::integer AS n FROM (
    SELECT FROM crm.outbound_messages WHERE subject_type = %s AND subject_id = %s AND handover IN ('WAITING', 'CLAIMED') LIMIT %s) w
"""
_HANDED_ON = """
INSERT INTO crm.campaign_handoffs (campaign_id, customer_id, why, at)
SELECT e.campaign_id, e.customer_id, CASE WHEN m.replied_at IS NOT NULL THEN 'REPLIED' ELSE 'CLICKED' END, %(at)s
FROM crm.outbound_messages m JOIN crm.campaign_eligibility e ON e.campaign_id = %(campaign)s AND e.customer_id = m.customer_id AND e.message_id = m.message_id
WHERE m.subject_type = %(type)s AND m.subject_id = %(subject)s AND (m.replied_at IS NOT NULL OR m.clicked_at IS NOT NULL)
  AND NOT EXISTS (SELECT FROM crm.campaign_handoffs h WHERE h.campaign_id = e.campaign_id AND h.customer_id = e.customer_id)
  AND crm.consent_at(e.customer_id, 'MARKETING', NULL, %(at)s) = 'GRANTED'
ON CONFLICT DO NOTHING RETURNING customer_id, why
"""


@dataclass(frozen=True)
class Ran:
    """How many customers a run dealt with, and whether something is left to do."""

    customers: int
    is_open: bool


def campaign_run(campaign_id: UUID) -> Ran:
    """Write batches of a frozen campaign until nobody is left, enough wait, or it is stopped. For SYSTEM."""
    customers = 0
    while True:
        written = campaign_batch(campaign_id)
        if not written:
            return Ran(customers, written is None or not campaign_end(campaign_id))
        customers += written


@transaction.atomic
def campaign_batch(campaign_id: UUID, size: int = BATCH) -> int | None:
    """Write one batch: how many customers it dealt with, 0 when nobody is left, None while it may not go on. For SYSTEM."""
    with scope(system_identity()):
        campaign = Campaign.objects.select_for_update().get(pk=campaign_id)
        if campaign.status != CampaignStatus.RUNNING or campaign.frozen_at is None or waiting_messages(campaign.id) >= MOST_WAITING:
            return None
        asked = [row["customer_id"] for row in query(_NEXT, (campaign.id, size))]
        if not asked:
            return 0
        judged = _judge_again(campaign, asked)
        values = values_sent(campaign) or None
        willing = [(key, row["branch_code"], values) for key, row in judged.items() if row["is_eligible"]]
        dropped = {key: row["reason"] for key, row in judged.items() if not row["is_eligible"]} | dict.fromkeys(set(asked) - judged.keys(), "OTHER")
        if willing:
            _queue(campaign, willing)
        if dropped:
            execute(_DROPPED, {"campaign": campaign.id, "customers": list(dropped), "reasons": list(dropped.values()), "at": now()})
        return len(asked)


def _judge_again(campaign: Campaign, customers: list[UUID]) -> dict[UUID, Mapping[str, Any]]:
    """What stands in the way of each now; one who is not ACTIVE any more is absent."""
    audience = audience_of(approved_version(campaign))
    sql, params = evaluation_sql(audience, channel=campaign.channel, at=now(), customers=customers)
    return {row["customer_id"]: row for row in query(sql, params)}


def _queue(campaign: Campaign, willing: list[tuple[UUID, str, dict[str, str] | None]]) -> None:
    assert campaign.channel is not None
    assert campaign.template_version_id is not None
    made = messages_queue(
        actor=system_actor(), customers=willing, channel=Channel(campaign.channel), purpose=Purpose.MARKETING, subject_type=CAMPAIGN, subject_id=str(campaign.id),
        resource=RESOURCE, tier=1, template_version_id=campaign.template_version_id,
    )  # fmt: skip
    if rest := [key for key, _, _ in willing if key not in made]:
        made |= {row["customer_id"]: row["message_id"] for row in query(_QUEUED_BEFORE, (CAMPAIGN, str(campaign.id), rest))}
    execute(_WRITTEN, {"campaign": campaign.id, "customers": list(made), "messages": list(made.values())})


def waiting_messages(campaign_id: UUID) -> int:
    """How many messages of a campaign were not handed over yet, counted up to the most that may be. For SYSTEM."""
    return int(query(_WAITING, (CAMPAIGN, str(campaign_id), MOST_WAITING))[0]["n"])


@transaction.atomic
def campaign_end(campaign_id: UUID) -> bool:
    """Finish a campaign when everybody was written to and nothing waits any more; whether it has ended. For SYSTEM."""
    with scope(system_identity()):
        campaign = Campaign.objects.select_for_update().get(pk=campaign_id)
        if campaign.status != CampaignStatus.RUNNING:
            return True
        if campaign.frozen_at is None or query(_NEXT, (campaign.id, 1)) or waiting_messages(campaign.id):
            return False
        campaign_finish(actor=system_actor(), campaign_id=campaign.id)
        return True


@transaction.atomic
def answers_hand_on(campaign_id: UUID) -> int:
    """Make a lead of each customer who clicked or replied and wants offers still, once; how many those are. For SYSTEM."""
    with scope(system_identity()):
        found = query(_HANDED_ON, {"campaign": campaign_id, "type": CAMPAIGN, "subject": str(campaign_id), "at": now()})
        if found:
            campaign = Campaign.objects.get(pk=campaign_id)
            leads_add(
                actor=system_actor(),
                source_type=CAMPAIGN,
                source_id=str(campaign.id),
                customer_ids=[row["customer_id"] for row in found],
                interest=campaign.name,
            )
        return len(found)
