"""Judging every customer when a campaign starts: one statement, one row for each ACTIVE customer, kept as it was found."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.iam.public import system_identity
from simpul.marketing.models import Campaign
from simpul.marketing.selectors.campaigns import approved_version
from simpul.marketing.selectors.evaluating import audience_of, evaluation_sql
from simpul.marketing.selectors.membership import large_sets
from simpul.marketing.vocabulary import CampaignStatus
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope

# Who is held out depends on campaign and customer alone, so nobody chooses whom.
_FREEZE = """
INSERT INTO crm.campaign_eligibility (campaign_id, customer_id, branch_code, is_eligible, reason, reasons, is_holdout, evaluated_at)
SELECT %(campaign)s, e.customer_id, e.branch_code, e.is_eligible, e.reason, e.reasons,
       e.is_eligible AND mod(abs(hashtextextended(%(campaign)s::text || e.customer_id::text, 0) %% 100), 100) < %(holdout)s, %(at)s
FROM ({sql}) e
ON CONFLICT (campaign_id, customer_id) DO NOTHING
"""


# A pause or a cancellation does not wait for the freeze, so the campaign's own row is not locked meanwhile.
_FREEZING = 7304
_MINE = "SELECT pg_try_advisory_xact_lock(%s, hashtext(%s)) AS mine"


@transaction.atomic
def campaign_freeze(campaign_id: UUID) -> int:
    """Judge every ACTIVE customer for a running campaign, once; how many rows were written, 0 where another worker is at it. For SYSTEM."""
    with scope(system_identity()):
        if not query(_MINE, (_FREEZING, str(campaign_id)))[0]["mine"]:
            return 0
        campaign = Campaign.objects.get(pk=campaign_id)
        if campaign.status != CampaignStatus.RUNNING or campaign.frozen_at is not None:
            return 0
        at = now()
        audience = audience_of(approved_version(campaign))
        sql, params = evaluation_sql(audience, channel=campaign.channel, at=at)
        large_sets()
        made = execute(_FREEZE.format(sql=sql), {**params, "campaign": campaign.id, "holdout": campaign.holdout_percent, "at": at})
        Campaign.objects.filter(pk=campaign.id).update(frozen_at=at)
        return made
