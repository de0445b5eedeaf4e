"""The operations on who gets the offers of a campaign and why, and on what came of it."""

from __future__ import annotations

from uuid import UUID

from simpul.customers.public import CustomerNotFound
from simpul.marketing.errors import CampaignNotFound
from simpul.marketing.schemas.eligibility import (
    AudienceState,
    CampaignCustomerPageOut,
    CampaignReportOut,
    CustomerOffersOut,
    EligibilityOut,
    LookupIn,
    ReasonName,
)
from simpul.marketing.selectors import eligibility
from simpul.marketing.selectors.campaigns import campaign_get
from simpul.marketing.selectors.report import campaign_report
from simpul.marketing.services.looking import customer_looked_up, eligibility_looked_at
from simpul.marketing.vocabulary import RESOURCE
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()
_READ = needs(RESOURCE, Act.READ)


@router.get(
    "/campaigns/{uuid:campaign_id}/report", permission=_READ, response={200: CampaignReportOut, **problems(CampaignNotFound)}, operation_id="campaigns_report"
)
def show_report(request: ActorRequest, campaign_id: UUID) -> dict[str, object]:
    """What came of a campaign: whom it left out and why, and what became of its messages."""
    return campaign_report(campaign_get(actor=request.auth, campaign_id=campaign_id))


@router.get(
    "/campaigns/{uuid:campaign_id}/customers",
    permission=_READ,
    counts_rows=True,
    lists="CAMPAIGN",
    response={200: CampaignCustomerPageOut, **problems(CampaignNotFound, Forbidden, RateLimited)},
    operation_id="campaigns_customers",
)
def list_customers(
    request: ActorRequest, campaign_id: UUID, reason: ReasonName | None = None, state: AudienceState | None = None, cursor: str | None = None, limit: Limit = 50
) -> Page:
    """Customers of a campaign by what was found about them, masked for who does not reach them."""
    campaign = campaign_get(actor=request.auth, campaign_id=campaign_id)
    return eligibility.campaign_customers(actor=request.auth, campaign=campaign, reason=reason, state=state, cursor=cursor, limit=limit)


@router.post(
    "/campaigns/{uuid:campaign_id}/lookup",
    permission=_READ,
    reads=True,
    response={200: EligibilityOut, **problems(CampaignNotFound, CustomerNotFound, Forbidden, RateLimited)},
    operation_id="campaigns_lookup",
)
def look_up_customer(request: ActorRequest, campaign_id: UUID, body: LookupIn) -> dict[str, object]:
    """Any customer of the organisation in a campaign, by CIF: eligible or not, and why."""
    return customer_looked_up(actor=request.auth, campaign_id=campaign_id, cif=body.cif)


@router.get(
    "/campaigns/{uuid:campaign_id}/customers/{uuid:customer_id}",
    permission=SIGNED_IN,
    response={200: EligibilityOut, **problems(CampaignNotFound, CustomerNotFound, Forbidden, RateLimited)},
    operation_id="eligibility_get",
)
def get_eligibility(request: ActorRequest, campaign_id: UUID, customer_id: UUID) -> dict[str, object]:
    """Whether a customer gets the offers of a campaign, and why; for whoever reaches the customer, or reads the audiences of campaigns."""
    return eligibility_looked_at(actor=request.auth, campaign_id=campaign_id, customer_id=customer_id)


@router.get(
    "/customers/{uuid:customer_id}/campaigns",
    permission=SIGNED_IN,
    response={200: CustomerOffersOut, **problems(CustomerNotFound)},
    operation_id="customers_campaigns",
)
def list_offers(request: ActorRequest, customer_id: UUID) -> dict[str, object]:
    """What stands for or against offers to a customer, and each campaign of late with its reason."""
    return eligibility.customer_offers(request.auth, customer_id)
