"""The door to leads and opportunities.

Marketing calls `leads_add` (SYSTEM, one statement for a set) and reads `lead_outcomes` and `campaigns_of`; it states `LeadOrigin`
so that a person can create a lead from a campaign. A cockpit reads `pipeline_summary` and `leads_waiting`; the 360 page `lifecycle_badge`.
Whoever limits processing, or lifts that, calls `leads_score` for the customer in the same transaction.
"""

from simpul.sales.schemas.leads import LeadOut
from simpul.sales.selectors.customer import LifecycleBadge, lifecycle_badge, lifecycle_of
from simpul.sales.selectors.pipeline import LeadOutcomes, campaigns_of, lead_outcomes, leads_waiting, pipeline_stages, pipeline_summary
from simpul.sales.services.creating import LeadsAdded, leads_add
from simpul.sales.services.scoring import leads_score
from simpul.sales.vocabulary import LeadOrigin

__all__ = [
    "LeadOrigin",
    "LeadOut",
    "LeadOutcomes",
    "LeadsAdded",
    "LifecycleBadge",
    "campaigns_of",
    "lead_outcomes",
    "leads_add",
    "leads_score",
    "leads_waiting",
    "lifecycle_badge",
    "lifecycle_of",
    "pipeline_stages",
    "pipeline_summary",
]
