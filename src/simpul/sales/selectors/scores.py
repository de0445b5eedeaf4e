"""The scores of leads as pages show them, and how leads are scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.text import language
from simpul.sales.errors import LeadNotFound
from simpul.sales.models import LeadScore, LeadScoring
from simpul.sales.policies import can_manage, visible_leads
from simpul.sales.selectors.scoring import FACTOR_OF, FACTORS, lead_scoring_current
from simpul.sales.vocabulary import BAND_ACTIONS, BAND_NAMES, WITHHELD_NAMES, ScoreBand


class ScorePartRow(TypedDict):
    """What one factor gave, and why."""

    factor: str
    label: str
    points: int
    reason: str


class ScoreRow(TypedDict):
    """The score of a lead; without a band, `withheld` says why there is none."""

    total: int | None
    band: str | None
    band_label: str | None
    band_action: str | None
    withheld: str | None
    breakdown: list[ScorePartRow]
    calculated_at: datetime
    rules_version: int


class FactorRow(TypedDict):
    """A factor with its points."""

    code: str
    label: str
    points: int
    days: int | None
    is_active: bool
    missing: str | None


class BandRow(TypedDict):
    """A band with where it begins."""

    band: str
    label: str
    action: str
    starts_at: int


class ScoringRow(TypedDict):
    """How leads are scored now."""

    version: int
    factors: list[FactorRow]
    bands: list[BandRow]
    can: dict[str, bool]


def lead_score_get(*, actor: Actor, lead_id: UUID) -> ScoreRow:
    """The score of one lead within the actor's reach.

    Raises: LeadNotFound, also for one that was never scored.
    """
    if not visible_leads(actor).filter(pk=lead_id).exists():
        raise LeadNotFound()
    if (found := scores_of([lead_id]).get(lead_id)) is None:
        raise LeadNotFound()
    return found


def scores_of(lead_ids: Iterable[UUID]) -> dict[UUID, ScoreRow]:
    """The scores of leads that the caller sees; one statement."""
    return {score.lead_id: score_row(score) for score in LeadScore.objects.filter(lead_id__in=list(lead_ids))}


def score_row(score: LeadScore) -> ScoreRow:
    """One score with its parts, the weightiest first."""
    parts: list[Mapping[str, Any]] = sorted(score.score_breakdown, key=lambda part: (-part["points"], part["factor"]))
    return {
        "total": score.total_score,
        "band": score.priority,
        "band_label": str(BAND_NAMES[score.priority]) if score.priority else None,
        "band_action": str(BAND_ACTIONS[score.priority]) if score.priority else None,
        "withheld": str(WITHHELD_NAMES[score.withheld]) if score.withheld else None,
        "breakdown": [
            {
                "factor": part["factor"],
                "label": str(FACTOR_OF[part["factor"]].label) if part["factor"] in FACTOR_OF else part["factor"],
                "points": part["points"],
                "reason": part["reason"][language()],
            }
            for part in parts
        ],
        "calculated_at": score.calculated_at,
        "rules_version": score.rules_version,
    }


def scoring_row(actor: Actor, scoring: LeadScoring | None = None) -> ScoringRow:
    """How leads are scored."""
    scoring = scoring or lead_scoring_current()
    starts = {"HOT": scoring.hot_from, "WARM": scoring.warm_from, "COOL": scoring.cool_from, "COLD": 0}
    return {
        "version": scoring.version,
        "factors": [
            {
                "code": factor.code,
                "label": str(factor.label),
                "points": scoring.factors.get(factor.code, {}).get("points", factor.points),
                "days": scoring.factors.get(factor.code, {}).get("days", factor.days),
                "is_active": scoring.factors.get(factor.code, {}).get("is_active", False),
                "missing": str(factor.missing) if factor.missing else None,
            }
            for factor in FACTORS
        ],
        "bands": [
            {
                "band": band.value,
                "label": str(BAND_NAMES[band]),
                "action": str(BAND_ACTIONS[band]),
                "starts_at": starts[band],
            }
            for band in ScoreBand
        ],
        "can": {"update": bool(can_manage(actor))},
    }
