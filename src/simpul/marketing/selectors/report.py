"""What came of a campaign: whom it left out and why, what became of its messages, and the group it was held against."""

from __future__ import annotations

from simpul.iam.public import system_identity
from simpul.marketing.models import Campaign
from simpul.marketing.vocabulary import CAMPAIGN, REASON_NAMES, Reason
from simpul.messaging.public import NOT_SENT_NAMES, simulated_providers
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.sales.public import LeadOutcomes, lead_outcomes

_AUDIENCE = """
SELECT count(*)::integer AS total, count(*) FILTER (WHERE NOT coalesce('NOT_IN_RULE' = ANY (reasons), false))::integer AS audience,
       count(*) FILTER (WHERE is_eligible)::integer AS eligible, count(*) FILTER (WHERE is_holdout)::integer AS holdout
FROM crm.campaign_eligibility WHERE campaign_id = %s
"""
_FIRST = "SELECT reason, count(*)::integer AS customers FROM crm.campaign_eligibility WHERE campaign_id = %s AND NOT is_eligible GROUP BY reason"
_EVERY = """
SELECT r.reason, count(*)::integer AS customers FROM crm.campaign_eligibility e, unnest(e.reasons) AS r (reason) WHERE e.campaign_id = %s AND NOT e.is_eligible GROUP BY r.reason
"""
_DROPPED = "SELECT dropped_reason AS reason, count(*)::integer AS customers FROM crm.campaign_eligibility WHERE campaign_id = %s AND dropped_reason IS NOT NULL GROUP BY 1"
_FUNNEL = """
SELECT count(*)::integer AS written, count(*) FILTER (WHERE m.handover IN ('WAITING', 'CLAIMED', 'UNKNOWN'))::integer AS waiting, count(m.sent_at)::integer AS sent,
       count(m.delivered_at)::integer AS delivered, count(m.opened_at)::integer AS opened, count(m.clicked_at)::integer AS clicked, count(m.replied_at)::integer AS replied,
       count(*) FILTER (WHERE m.status IN ('FAILED', 'BOUNCED'))::integer AS failed, count(m.unsubscribed_at)::integer AS unsubscribed,
       count(*) FILTER (WHERE m.status = 'CONVERTED')::integer AS converted, array_agg(DISTINCT m.provider_key) FILTER (WHERE m.provider_key IS NOT NULL) AS providers
FROM crm.outbound_messages m WHERE m.subject_type = %s AND m.subject_id = %s AND m.template_version_id IS NOT NULL
"""
_FAILED = """
SELECT m.failed_reason AS reason, count(*)::integer AS customers FROM crm.outbound_messages m
WHERE m.subject_type = %s AND m.subject_id = %s AND m.template_version_id IS NOT NULL AND m.status IN ('FAILED', 'BOUNCED') GROUP BY 1
"""
_STEPS = ("written", "waiting", "sent", "delivered", "opened", "clicked", "replied", "failed", "unsubscribed", "converted")


def campaign_report(campaign: Campaign) -> dict[str, object]:
    """The report of a campaign the caller may read: numbers alone. What is not known yet is None and not nought."""
    subject = (CAMPAIGN, str(campaign.id))
    with scope(system_identity()):
        counts = query(_AUDIENCE, (campaign.id,))[0]
        first = {row["reason"]: row["customers"] for row in query(_FIRST, (campaign.id,))}
        every = {row["reason"]: row["customers"] for row in query(_EVERY, (campaign.id,))}
        dropped = query(_DROPPED, (campaign.id,))
        funnel = query(_FUNNEL, subject)[0]
        failed = query(_FAILED, subject)
        simulated = bool(funnel["providers"]) and bool(simulated_providers(funnel["providers"]))
    treated, leads = funnel["sent"], lead_outcomes(CAMPAIGN, str(campaign.id))
    return {
        "total": counts["total"],
        "audience": counts["audience"],
        "eligible": counts["eligible"],
        "eligible_rate": round(counts["eligible"] / counts["audience"], 4) if counts["audience"] else None,
        "holdout": counts["holdout"],
        "reasons": [
            {"reason": reason, "label": str(REASON_NAMES[reason]), "first": first.get(reason, 0), "all": every.get(reason, 0)}
            for reason in Reason
            if every.get(reason)
        ],
        "dropped": [{"reason": row["reason"], "label": str(REASON_NAMES[row["reason"]]), "count": row["customers"]} for row in dropped],
        "failed_reasons": [
            {"reason": row["reason"] or "", "label": str(NOT_SENT_NAMES.get(row["reason"] or "", row["reason"] or "")), "count": row["customers"]}
            for row in failed
        ],
        "funnel": {name: funnel[name] for name in _STEPS},
        "cost_per_click": campaign.budget / funnel["clicked"] if campaign.budget is not None and funnel["clicked"] else None,
        "leads": _leads(campaign, leads, treated) if leads.leads or campaign.hand_off else None,
        "holdout_compare": {"treated": treated, "treated_converted": funnel["converted"], "holdout": counts["holdout"], "holdout_converted": None, "lift": None}
        if counts["holdout"]
        else None,
        "simulated": simulated,
        "as_of": now(),
    }


def _leads(campaign: Campaign, leads: LeadOutcomes, sent: int) -> dict[str, object]:
    """What sales made of the customers whom the campaign handed over; won leads over messages sent
    stand for conversion.
    """
    return {
        "leads": leads.leads,
        "contacted": leads.contacted,
        "qualified": leads.qualified,
        "won": leads.won,
        "lost": leads.lost,
        "open": leads.open,
        "value_won": leads.value_won,
        "value_open": leads.value_open,
        "conversion": round(leads.won / sent, 4) if sent else None,
        "cost_per_won": campaign.budget / leads.won if campaign.budget is not None and leads.won else None,
    }
