"""Suspicious activity: its alerts and its rules."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query

from simpul.oversight.errors import SuspicionAlertNotFound, SuspicionRuleNotFound
from simpul.oversight.schemas.suspicion import (
    SuspicionAlertOut,
    SuspicionAlertsOut,
    SuspicionAlertsQuery,
    SuspicionDetailOut,
    SuspicionReviewIn,
    SuspicionRuleIn,
    SuspicionRuleOut,
    SuspicionRulesOut,
    SuspicionSummaryOut,
)
from simpul.oversight.selectors import suspicion as selectors
from simpul.oversight.services import suspicion as services
from simpul.platform.actor import Act
from simpul.platform.errors import StaleVersion
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page

router = Router()
_READ, _UPDATE = needs("suspicion", Act.READ), needs("suspicion", Act.UPDATE)


@router.get("/suspicion/summary", permission=_READ, response={200: SuspicionSummaryOut, **problems()}, operation_id="suspicion_summary")
def suspicion_summary(request: ActorRequest) -> dict[str, Any]:
    """How many alerts wait, which rules there are, and up to when the trail has been looked through."""
    return selectors.alert_counts(actor=request.auth)


@router.get("/suspicion/rules", permission=_READ, response={200: SuspicionRulesOut, **problems()}, operation_id="suspicion_rules_list")
def list_rules(request: ActorRequest) -> dict[str, Any]:
    """The rules of suspicion with their thresholds."""
    return selectors.rule_list(actor=request.auth)


@router.put(
    "/suspicion/rules/{key}",
    permission=_UPDATE,
    response={200: SuspicionRuleOut, 202: ProposalOut, **problems(SuspicionRuleNotFound, StaleVersion)},
    operation_id="suspicion_rules_update",
)
def update_rule(request: ActorRequest, key: str, body: SuspicionRuleIn) -> Any:
    """Switch a rule on or off, or move its thresholds, when a second person who may agrees; 200 where it stands so already."""
    return propose_change(request.auth, "suspicion_rules_update", body, key=key)


@router.get("/suspicion/alerts", permission=_READ, response={200: SuspicionAlertsOut, **problems()}, operation_id="suspicion_alerts_list")
def list_alerts(request: ActorRequest, filters: Query[SuspicionAlertsQuery]) -> Page:
    """Alerts, the latest first."""
    wanted = selectors.AlertFilter(filters.state, filters.rule, filters.user_id, filters.open)
    return selectors.alert_page(actor=request.auth, wanted=wanted, cursor=filters.cursor, limit=filters.limit)


@router.get(
    "/suspicion/alerts/{uuid:alert_id}",
    permission=_READ,
    response={200: SuspicionDetailOut, **problems(SuspicionAlertNotFound)},
    operation_id="suspicion_alerts_get",
)
def get_alert(request: ActorRequest, alert_id: UUID, cursor: str | None = None, limit: int = Query(50, ge=1, le=100)) -> dict[str, Any]:
    """One alert with the records behind it, page by page."""
    return selectors.alert_get(actor=request.auth, alert_id=alert_id, cursor=cursor, limit=limit)


@router.post(
    "/suspicion/alerts/{uuid:alert_id}/review",
    permission=_UPDATE,
    response={200: SuspicionAlertOut, **problems(SuspicionAlertNotFound, StaleVersion)},
    operation_id="suspicion_alerts_review",
)
def review_alert(request: ActorRequest, alert_id: UUID, body: SuspicionReviewIn) -> dict[str, Any]:
    """Take an alert into review, dismiss or confirm it, or open it again; never one about oneself."""
    return services.alert_review(actor=request.auth, alert_id=alert_id, state=body.state, reason=body.reason, version=body.version)
