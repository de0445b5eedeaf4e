"""The operations on lead scores."""

from __future__ import annotations

from uuid import UUID

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.sales.errors import LeadNotFound
from simpul.sales.schemas.scoring import LeadScoreOut, LeadScoringOut, LeadScoringUpdateIn
from simpul.sales.selectors.scores import ScoreRow, ScoringRow, lead_score_get, scoring_row
from simpul.sales.services.scoring import lead_scoring_update
from simpul.sales.vocabulary import CONFIGURATION, RESOURCE

router = Router()


@router.get(
    "/leads/{uuid:lead_id}/score",
    permission=needs(RESOURCE, Act.READ),
    response={200: LeadScoreOut, **problems(LeadNotFound)},
    operation_id="lead_scores_get",
)
def get_score(request: ActorRequest, lead_id: UUID) -> ScoreRow:
    """The score of a lead and what it is made of, or why it has none."""
    return lead_score_get(actor=request.auth, lead_id=lead_id)


@router.get(
    "/lead-scoring",
    permission=needs(CONFIGURATION, Act.READ, Act.MANAGE),
    response={200: LeadScoringOut, **problems()},
    operation_id="lead_scoring_get",
)
def get_scoring(request: ActorRequest) -> ScoringRow:
    """The factors with their points, and the bands."""
    return scoring_row(request.auth)


@router.put(
    "/lead-scoring",
    permission=needs(CONFIGURATION, Act.MANAGE),
    response={200: LeadScoringOut, **problems(Forbidden, StaleVersion)},
    operation_id="lead_scoring_update",
)
def update_scoring(request: ActorRequest, body: LeadScoringUpdateIn) -> ScoringRow:
    """Change factors and bands; every lead is scored anew in the background."""
    changed = lead_scoring_update(actor=request.auth, version=body.version, change_to=body.scoring_change())
    return scoring_row(request.auth, changed)
