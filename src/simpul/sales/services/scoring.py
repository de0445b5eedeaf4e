"""Scoring leads: some or all in one statement, and changing how they are scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import audited_change
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Invalid, StaleVersion
from simpul.platform.jobs import defer
from simpul.platform.ports import assessment_in_force
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.models import LeadScoring
from simpul.sales.policies import can_manage
from simpul.sales.selectors.scoring import FACTOR_OF, lead_scoring_current, scores_sql
from simpul.sales.vocabulary import SCORING

SCORE_JOB = "sales.score_leads"
PROCESSING = "SCORING"  # the kind of impact assessment that scoring takes
MOST_POINTS, MOST_DAYS = 100, 365
_WRITE = """
INSERT INTO crm.lead_scores AS s (score_id, lead_id, customer_id, total_score, priority, withheld, score_breakdown, rules_version, calculated_at)
SELECT uuidv7(), f.lead_id, f.customer_id, CASE WHEN f.withheld IS NULL THEN f.total END,
       CASE WHEN f.withheld IS NOT NULL THEN NULL WHEN f.total >= %(hot)s THEN 'HOT' WHEN f.total >= %(warm)s THEN 'WARM'
            WHEN f.total >= %(cool)s THEN 'COOL' ELSE 'COLD' END,
       f.withheld, CASE WHEN f.withheld IS NULL THEN f.breakdown ELSE '[]'::jsonb END, %(version)s, %(at)s
FROM ({sql}) f WHERE f.is_open OR f.withheld IS NOT NULL
ON CONFLICT (lead_id) DO UPDATE SET total_score = excluded.total_score, priority = excluded.priority, withheld = excluded.withheld,
    score_breakdown = excluded.score_breakdown, rules_version = excluded.rules_version, calculated_at = excluded.calculated_at
WHERE (s.total_score, s.priority, s.withheld, s.score_breakdown, s.rules_version)
    IS DISTINCT FROM (excluded.total_score, excluded.priority, excluded.withheld, excluded.score_breakdown, excluded.rules_version)
"""
# A set of millions is sorted and hashed in memory; compiling its plan costs more than it saves.
_LARGE_SETS = "SELECT set_config('work_mem', '128MB', true), set_config('jit', 'off', true)"
_ANSWERED = """
SELECT DISTINCT l.customer_id FROM crm.scoring_leads l JOIN crm.scoring_messages m ON m.customer_id = l.customer_id
WHERE l.is_open AND greatest(m.opened_at, m.clicked_at, m.replied_at) > %(at)s - interval '30 minutes'
"""
_NOT_A_FACTOR = Text(id="Faktor ini tidak dikenal.", en="There is no such factor.")
_POINTS = Text(id="Isi 0 sampai {most} poin.", en="Give 0 to {most} points.")
_DAYS = Text(id="Isi 1 sampai {most} hari.", en="Give 1 to {most} days.")
_BANDS = Text(id="Batas harus menurun: panas, hangat, sejuk.", en="The bounds must fall: hot, warm, cool.")


@dataclass(frozen=True)
class FactorChange:
    """What a factor gives."""

    points: int
    is_active: bool
    days: int | None = None


@dataclass(frozen=True)
class ScoringChange:
    """What scoring becomes."""

    factors: Mapping[str, FactorChange]
    hot_from: int
    warm_from: int
    cool_from: int


@transaction.atomic
def leads_score(customer_ids: Sequence[UUID] | None = None) -> int:
    """Score the open leads of these customers, or of all, in one statement; how many scores changed.

    For the product itself, in the transaction of what changed a factor. A customer who did not agree to profiling, objects or is
    restricted has no score, and nobody has one while no impact assessment of scoring is in force.
    """
    ids = None if customer_ids is None else sorted(set(customer_ids))
    if ids == []:
        return 0
    with scope(system_identity()):
        if ids is None:
            execute(_LARGE_SETS)
        scoring, at = lead_scoring_current(), now()
        sql, params = scores_sql(scoring, at, is_assessed=bool(assessment_in_force(PROCESSING)), customers=ids)
        bands = {"hot": scoring.hot_from, "warm": scoring.warm_from, "cool": scoring.cool_from, "version": scoring.version}
        return execute(_WRITE.format(sql=sql), {**params, **bands, "at": at})


def customer_score(customer_id: UUID) -> None:
    """Score the leads of one customer."""
    leads_score([customer_id])


def leads_score_answered() -> int:
    """Score the leads of customers who opened or answered a message in the last half hour; how many scores changed."""
    with scope(system_identity()):
        found = [row["customer_id"] for row in query(_ANSWERED, {"at": now()})]
    return leads_score(found)


@transaction.atomic
def lead_scoring_update(*, actor: Actor, version: int, change_to: ScoringChange) -> LeadScoring:
    """Change how leads are scored; all are scored anew in the background.

    Raises: Forbidden, StaleVersion, Invalid naming a factor or a bound.
    """
    with audited_change(actor, SalesAct.CHANGE_LEAD_SCORING, SCORING) as change:
        change.require(can_manage(actor))
        standing = lead_scoring_current()
        change.require_version(version, standing.version)
        factors = _judged(change_to)
        bounds = {"hot_from": change_to.hot_from, "warm_from": change_to.warm_from, "cool_from": change_to.cool_from}
        differs = {name: {"before": getattr(standing, name), "after": value} for name, value in bounds.items() if getattr(standing, name) != value}
        differs |= {code: {"before": standing.factors.get(code), "after": value} for code, value in factors.items() if standing.factors.get(code) != value}
        if not differs:
            change.nothing_changed()
            return standing
        made = LeadScoring(version=standing.version + 1, factors=factors, created_by=actor.id, created_at=now(), **bounds)
        try:
            with transaction.atomic():
                made.save(force_insert=True)
        except IntegrityError:
            raise StaleVersion(current={"version": standing.version + 1}) from None
        change.object_id = str(made.version)
        change.describe(version=made.version, changes=differs)
    defer(SCORE_JOB, key=SCORE_JOB)
    return made


def _judged(change_to: ScoringChange) -> dict[str, Mapping[str, object]]:
    """The factors as they are stored. Raises: Invalid."""
    wrong: dict[str, Text] = {f"factors.{code}"[:60]: _NOT_A_FACTOR for code in change_to.factors.keys() - FACTOR_OF.keys()}
    stored: dict[str, Mapping[str, object]] = {}
    for code, factor in FACTOR_OF.items():
        given = change_to.factors.get(code) or FactorChange(factor.points, False, factor.days)
        if not 0 <= given.points <= MOST_POINTS:
            wrong[f"factors.{code}.points"] = _POINTS.format(most=MOST_POINTS)
        if factor.days is not None and (given.days is None or not 1 <= given.days <= MOST_DAYS):
            wrong[f"factors.{code}.days"] = _DAYS.format(most=MOST_DAYS)
        if given.is_active and factor.missing is not None:
            wrong[f"factors.{code}.is_active"] = factor.missing
        stored[code] = {"points": given.points, "is_active": given.is_active} | ({"days": given.days} if factor.days is not None else {})
    if not change_to.hot_from > change_to.warm_from > change_to.cool_from >= 1:
        wrong["hot_from"] = _BANDS
    if wrong:
        raise Invalid(wrong)
    return stored
