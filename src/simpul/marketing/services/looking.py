"""Looking one customer up in a campaign, which the trail keeps."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.customers.public import CustomerNotFound, hash_of, shown_names
from simpul.iam.public import system_identity
from simpul.marketing.acts import MarketingAct
from simpul.marketing.errors import CampaignNotFound
from simpul.marketing.models import Campaign
from simpul.marketing.policies import can_see_audience
from simpul.marketing.selectors.campaigns import campaign_get
from simpul.marketing.selectors.eligibility import eligibility_of
from simpul.marketing.selectors.membership import customers_named
from simpul.marketing.vocabulary import CAMPAIGN
from simpul.platform import ratelimit
from simpul.platform.actor import Actor, require
from simpul.platform.db import query, scope
from simpul.platform.errors import RateLimited

# Looking up one by one would be a list of its own.
_AN_HOUR = 120


@transaction.atomic
def customer_looked_up(*, actor: Actor, campaign_id: UUID, cif: str) -> dict[str, object]:
    """A customer by CIF in a campaign that the actor reads.

    Raises: CampaignNotFound, Forbidden, CustomerNotFound, RateLimited.
    """
    campaign = campaign_get(actor=actor, campaign_id=campaign_id)
    require(can_see_audience(actor))
    with scope(system_identity()):
        found = query("SELECT customer_id FROM crm.customer_identifiers WHERE id_type = 'CIF' AND id_hash = %s", (hash_of("CIF", cif),))
    if not found:
        _count_one(actor)
        raise CustomerNotFound()
    return _looked_at(actor, campaign, found[0]["customer_id"])


@transaction.atomic
def eligibility_looked_at(*, actor: Actor, campaign_id: UUID, customer_id: UUID) -> dict[str, object]:
    """A customer in a campaign, for who reaches the customer or reads the audiences of campaigns.

    Raises: CampaignNotFound, CustomerNotFound, RateLimited.
    """
    with scope(system_identity()):
        campaign = Campaign.objects.filter(pk=campaign_id).first()
        known = bool(query("SELECT FROM iam.customer_reach WHERE customer_id = %s", (customer_id,)))
    if not can_see_audience(actor) and not shown_names(actor, {customer_id}):
        raise CustomerNotFound()
    if campaign is None:
        raise CampaignNotFound()
    if not known:
        raise CustomerNotFound()
    return _looked_at(actor, campaign, customer_id)


def _looked_at(actor: Actor, campaign: Campaign, customer_id: UUID) -> dict[str, object]:
    _count_one(actor)
    named = customers_named(actor, {customer_id})[customer_id]
    record(actor, MarketingAct.VIEW_ELIGIBILITY, object_type=CAMPAIGN, object_id=campaign.id, customer_id=customer_id, meta={"number": campaign.number})
    return {**eligibility_of(campaign, customer_id), "customer": named}


def _count_one(actor: Actor) -> None:
    """Raises: RateLimited."""
    if not (taken := ratelimit.take(f"eligibility:{actor.id}", capacity=_AN_HOUR, seconds=3600)).allowed:
        raise RateLimited(taken.retry_after)
