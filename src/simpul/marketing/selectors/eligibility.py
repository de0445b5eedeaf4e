"""Why a customer gets an offer or does not: for one campaign, for all of them, and everybody of a campaign by reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.consent.public import marketing_badge
from simpul.customers.public import customer_get
from simpul.iam.public import system_identity
from simpul.marketing.models import Campaign, CampaignEligibility, SegmentVersion
from simpul.marketing.policies import can_see_audience
from simpul.marketing.selectors.campaigns import segments_of
from simpul.marketing.selectors.evaluating import audience_of, evaluation_sql, field_values
from simpul.marketing.selectors.membership import customers_named
from simpul.marketing.vocabulary import CAMPAIGN, CAMPAIGN_STATUS_NAMES, REASON_NAMES, REASON_WORDS, CampaignStatus
from simpul.messaging.public import CHANNEL_NAMES, STATUS_NAMES
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.paging import Keyset, Page
from simpul.workflow.public import Rule

_IN_ORDER = Keyset(("customer_id", UUID))
_SHOWN_FOR = timedelta(days=90)
_MESSAGES = """
SELECT m.subject_id, m.customer_id, m.status, m.handover, m.sent_at, m.delivered_at, m.opened_at, m.clicked_at, m.replied_at, m.failed_at, m.failed_reason
FROM crm.outbound_messages m WHERE m.subject_type = %s AND m.subject_id = ANY (%s) AND m.template_version_id IS NOT NULL AND m.customer_id = ANY (%s::uuid[])
"""
_STEPS = {"SENT": "sent_at", "DELIVERED": "delivered_at", "OPEN": "opened_at", "CLICK": "clicked_at", "REPLY": "replied_at", "FAILED": "failed_at"}


def eligibility_of(campaign: Campaign, customer_id: UUID) -> dict[str, object]:
    """Whether a customer gets the offers of a campaign, as it was frozen and as it is now, with the rule part by part. The caller has asked who may."""
    with scope(system_identity()):
        frozen = CampaignEligibility.objects.filter(campaign_id=campaign.id, customer_id=customer_id).first()
        version = _version_of(campaign)
        at = now()
        live = _judged(campaign, version, customer_id, at) if version is not None else None
        parts = _rule_parts(version, customer_id, at) if version is not None else []
        message = next(iter(_messages([campaign.id], [customer_id]).values()), None)
    now_reasons = list(live["reasons"]) if live else (["OTHER"] if version is not None else [])
    held = frozen.is_eligible if frozen else bool(live and live["is_eligible"])
    reasons = list(frozen.reasons or []) if frozen else now_reasons
    return {
        "campaign": _campaign_ref(campaign),
        "is_eligible": held,
        "reason": reasons[0] if reasons else None,
        "reasons": [_reason(each) for each in reasons],
        "rule": {"sentence": _sentence(version), "parts": parts},
        "now": {"is_eligible": bool(live and live["is_eligible"]), "reasons": [_reason(each) for each in now_reasons]},
        "is_holdout": bool(frozen and frozen.is_holdout),
        "dropped_reason": _reason(frozen.dropped_reason) if frozen and frozen.dropped_reason else None,
        "message": _message_row(message) if message else None,
        "evaluated_at": frozen.evaluated_at if frozen else None,
    }


def customer_offers(actor: Actor, customer_id: UUID) -> dict[str, object]:
    """What a customer's page says of offers: consent, what stands in the way, and each campaign that runs or ran lately, with its reason.

    Raises: CustomerNotFound.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    with scope(system_identity()):
        campaigns = list(
            (
                Campaign.objects.filter(status__in=[CampaignStatus.RUNNING, CampaignStatus.PAUSED])
                | Campaign.objects.filter(status__in=[CampaignStatus.DONE, CampaignStatus.CANCELLED], started_at__gt=now() - _SHOWN_FOR)
            ).order_by("-started_at", "id")[:50]
        )
        rows = {row.campaign_id: row for row in CampaignEligibility.objects.filter(customer_id=customer.id, campaign_id__in=[each.id for each in campaigns])}
        messages = _messages([each.id for each in campaigns], [customer.id])
        facts = query("SELECT has_open_sensitive_case FROM crm.segment_facts WHERE customer_id = %s", (customer.id,))
        unwanted = query("SELECT DISTINCT channel FROM crm.segment_suppressions WHERE customer_id = %s ORDER BY channel", (customer.id,))
    return {
        "consent": marketing_badge(actor, customer),
        "suppressed_channels": [{"channel": row["channel"], "name": str(CHANNEL_NAMES.get(row["channel"], row["channel"]))} for row in unwanted],
        "has_open_sensitive_case": bool(facts and facts[0]["has_open_sensitive_case"]),
        "items": [_offer_row(each, rows.get(each.id), messages.get((str(each.id), customer.id))) for each in campaigns],
    }


def campaign_customers(*, actor: Actor, campaign: Campaign, reason: str | None, state: str | None, cursor: str | None, limit: int) -> Page:
    """Customers of a campaign by what was found, by the names that the actor may know.

    Raises: Forbidden; Invalid for a cursor that is not this list's.
    """
    require(can_see_audience(actor))
    with scope(system_identity()):
        rows = CampaignEligibility.objects.filter(campaign_id=campaign.id)
        match state:
            case "eligible":
                rows = rows.filter(is_eligible=True)
            case "ineligible":
                rows = rows.filter(is_eligible=False)
            case "holdout":
                rows = rows.filter(is_holdout=True)
            case "written":
                rows = rows.filter(message_id__isnull=False)
            case "dropped":
                rows = rows.filter(dropped_reason__isnull=False)
        if reason:
            rows = rows.filter(reason=reason)
        page = _IN_ORDER.page(rows, cursor, limit, list)
        found: list[CampaignEligibility] = list(page["items"])
        messages = _messages([campaign.id], [row.customer_id for row in found])
    named = customers_named(actor, {row.customer_id for row in found})
    page["items"] = [
        {
            "customer": named[row.customer_id],
            "branch_code": row.branch_code,
            "is_eligible": row.is_eligible,
            "reason": row.reason,
            "reason_name": str(REASON_NAMES[row.reason]) if row.reason else None,
            "is_holdout": row.is_holdout,
            "dropped_reason": row.dropped_reason,
            "dropped_name": str(REASON_NAMES[row.dropped_reason]) if row.dropped_reason else None,
            "message": _message_row(messages[str(campaign.id), row.customer_id]) if (str(campaign.id), row.customer_id) in messages else None,
        }
        for row in found
    ]
    return page


def _version_of(campaign: Campaign) -> SegmentVersion | None:
    """What was chosen; of a draft, what is in force."""
    if campaign.segment_version_id is not None:
        return SegmentVersion.objects.get(pk=campaign.segment_version_id)
    if campaign.segment_id is None:
        return None
    return SegmentVersion.objects.filter(segment_id=campaign.segment_id).order_by("-number").first()


def _judged(campaign: Campaign, version: SegmentVersion, customer_id: UUID, at: datetime) -> Mapping[str, Any] | None:
    sql, params = evaluation_sql(audience_of(version), channel=campaign.channel, at=at, customers=[customer_id])
    return next(iter(query(sql, params)), None)


def _rule_parts(version: SegmentVersion, customer_id: UUID, at: datetime) -> list[dict[str, object]]:
    """Each part of the rule in words, and whether it holds for the customer."""
    rule = audience_of(version).rule
    if rule is None:
        return []
    values = field_values(rule.names, customer_id, at) or {}
    return [{"sentence": part.sentence(), "holds": part.holds(values, at)} for part in rule.top_parts()]


def _sentence(version: SegmentVersion | None) -> str:
    rule: Rule | None = audience_of(version).rule if version is not None else None
    return rule.sentence() if rule is not None else ""


def _messages(campaign_ids: Sequence[UUID], customer_ids: Sequence[UUID]) -> dict[tuple[str, UUID], Mapping[str, Any]]:
    if not campaign_ids or not customer_ids:
        return {}
    rows = query(_MESSAGES, (CAMPAIGN, [str(each) for each in campaign_ids], list(customer_ids)))
    return {(row["subject_id"], row["customer_id"]): row for row in rows}


def _message_row(row: Mapping[str, Any]) -> dict[str, object]:
    return {"status": row["status"], "status_name": str(STATUS_NAMES[row["status"]]), **{name: row[name] for name in _STEPS.values()}}


def _offer_row(campaign: Campaign, frozen: CampaignEligibility | None, message: Mapping[str, Any] | None) -> dict[str, object]:
    reason = (frozen.dropped_reason or frozen.reason) if frozen else None
    events = [{"kind": kind, "at": message[column]} for kind, column in _STEPS.items() if message[column] is not None] if message else []
    return {
        "campaign": _campaign_ref(campaign),
        "is_eligible": bool(frozen and frozen.is_eligible and not frozen.dropped_reason),
        "is_holdout": bool(frozen and frozen.is_holdout),
        "reason": reason,
        "reason_name": str(REASON_NAMES[reason]) if reason else None,
        "explanation": str(REASON_WORDS[reason]) if reason else None,
        "events": sorted(events, key=lambda each: each["at"]),
        "evaluated_at": frozen.evaluated_at if frozen else None,
    }


def _campaign_ref(campaign: Campaign) -> dict[str, object]:
    segment = segments_of([campaign]).get(campaign.id)
    return {
        "campaign_id": campaign.id, "number": campaign.number, "name": campaign.name, "status": campaign.status,
        "status_name": str(CAMPAIGN_STATUS_NAMES[campaign.status]), "channel_name": str(CHANNEL_NAMES[campaign.channel]) if campaign.channel else None,
        "segment_name": segment["name"] if segment else None, "started_at": campaign.started_at,
    }  # fmt: skip


def _reason(key: str) -> dict[str, str]:
    return {"reason": key, "label": str(REASON_NAMES[key]), "explanation": str(REASON_WORDS[key])}
