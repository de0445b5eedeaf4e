"""What the contract tests know of scores of leads."""

from __future__ import annotations

from typing import Any

from simpul.sales.selectors.scoring import FACTORS
from simpul.sales.services.scoring import leads_score
from tests.contract.matrix import World


def scored(lead: Any) -> dict[str, Any]:
    """The lead, once it was looked at whether it has a score."""
    leads_score([lead.customer_id])
    return {"lead_id": lead.id}


def scoring(world: World) -> dict[str, Any]:
    """How leads are scored, as it is shipped, but for one bound."""
    factors = {each.code: {"points": each.points, "is_active": each.missing is None, "days": each.days} for each in FACTORS}
    return {"version": 1, "factors": factors, "hot_from": 65, "warm_from": 40, "cool_from": 20}


SYSTEM_VIEWS = {
    "crm.scoring_leads": "the leads that are scored: keys and whether they are open",
    "crm.scoring_messages": "when customers opened or answered a message, for scores of leads: no content",
    "crm.scoring_visits": "when customers opened a case at a branch, for scores of leads: no content",
}
