"""Scoring customers: all of them on an engine, or some of them in PostgreSQL; both by the one definition."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from simpul.audit.public import record
from simpul.consent.public import consents_granted_sql
from simpul.customers.public import facts_write_from
from simpul.iam.public import system_actor, system_identity
from simpul.platform import configuration, ports
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.value.acts import ValueAct
from simpul.value.errors import ScoringIsNotAssessed
from simpul.value.selectors.definition import POSTGRES, RESULT, Question, rfm_statement
from simpul.value.selectors.questions import postgres_relations, question_now
from simpul.value.services.engines.running import EngineTimes, result_empty, result_fill
from simpul.value.settings import ASKS_CONSENT, ENGINE
from simpul.value.vocabulary import SCORES, SCORING, RfmMethod

_FIGURES = tuple(name for name in RESULT if name != "customer_id")
_ALL = (*_FIGURES, "method", "thresholds_version", "calculated_at")
_NEW = ", ".join((*(f"r.{name}" for name in _FIGURES), "%(method)s", "%(version)s", "%(at)s"))
_THESE = "(%(ids)s::uuid[] IS NULL OR s.customer_id = ANY (%(ids)s::uuid[]))"
# Whoever is not in the result any more: closed, restricted, or objecting.
_REMOVE = f"""
DELETE FROM crm.rfm_scores s WHERE {_THESE} AND s.calculated_at <= %(at)s
AND NOT EXISTS (SELECT FROM pg_temp.rfm_result r WHERE r.customer_id = s.customer_id)
"""
_CHANGE = f"""
UPDATE crm.rfm_scores s SET ({", ".join(_ALL)}) = ROW ({_NEW}) FROM pg_temp.rfm_result r
WHERE s.customer_id = r.customer_id AND s.calculated_at <= %(at)s
AND ({", ".join(f"s.{name}" for name in (*_FIGURES, "method", "thresholds_version"))})
    IS DISTINCT FROM ({", ".join(f"r.{name}" for name in _FIGURES)}, %(method)s, %(version)s)
"""
_ADD = f"""
INSERT INTO crm.rfm_scores (rfm_id, customer_id, {", ".join(_ALL)})
SELECT gen_random_uuid(), r.customer_id, {_NEW} FROM pg_temp.rfm_result r
WHERE NOT EXISTS (SELECT FROM crm.rfm_scores s WHERE s.customer_id = r.customer_id)
ON CONFLICT (customer_id) DO NOTHING
"""
# Where the organisation asks consent to profiling for showing a segment, the fact is for those who agreed alone.
_FACT = """
SELECT coalesce(s.customer_id, f.customer_id), {shown}
FROM crm.segment_rfm s FULL JOIN crm.segment_facts f ON f.customer_id = s.customer_id {consents}
WHERE f.rfm_segment IS DISTINCT FROM {shown}
"""
_FACTS_OF = """
SELECT a.customer_id, {shown} FROM unnest(%(ids)s::uuid[]) AS a (customer_id)
LEFT JOIN crm.segment_rfm s ON s.customer_id = a.customer_id
LEFT JOIN crm.segment_facts f ON f.customer_id = a.customer_id {consents}
WHERE f.rfm_segment IS DISTINCT FROM {shown}
"""
_CONSENTS = "LEFT JOIN ({granted}) w ON w.customer_id = s.customer_id"
_FORGET_MONTH = f"""
DELETE FROM crm.rfm_history s WHERE s.month = %(month)s AND {_THESE}
AND NOT EXISTS (SELECT FROM crm.rfm_scores k WHERE k.customer_id = s.customer_id)
"""
_MONTH = f"""
INSERT INTO crm.rfm_history AS h (customer_id, month, segment, total_score, thresholds_version)
SELECT s.customer_id, %(month)s, s.segment, s.total_score, s.thresholds_version FROM crm.rfm_scores s
LEFT JOIN crm.rfm_history k ON k.customer_id = s.customer_id AND k.month = %(month)s
WHERE {_THESE} AND (k.segment, k.total_score, k.thresholds_version)
    IS DISTINCT FROM (s.segment, s.total_score, s.thresholds_version)
ON CONFLICT (customer_id, month) DO UPDATE SET segment = excluded.segment,
    total_score = excluded.total_score, thresholds_version = excluded.thresholds_version
"""
# The same for equal results, in whatever order an engine gave them.
_CHECKSUM = f"""
SELECT count(*) AS customers,
       to_hex(coalesce(bit_xor(hashtextextended(concat_ws('|', {", ".join(RESULT)}), 0)), 0)) AS checksum
FROM pg_temp.rfm_result
"""
# Contacts that make a customer more recent than the stored score says.
_CONTACTED = """
SELECT f.customer_id FROM crm.segment_facts f JOIN crm.segment_rfm s ON s.customer_id = f.customer_id
WHERE f.last_contact_at <= %(at)s
  AND s.recency_days > (%(at)s AT TIME ZONE 'UTC')::date - (f.last_contact_at AT TIME ZONE 'UTC')::date
LIMIT %(most)s
"""
_AT_ONCE = 10_000


@dataclass(frozen=True)
class RfmRun:
    """One run over all customers: how many, how many rows changed, the checksum of the result, and its seconds."""

    engine: str
    customers: int
    changed: int
    checksum: str
    times: EngineTimes
    writing: float


def rfm_compute(*, engine: str | None = None, question: Question | None = None) -> RfmRun:
    """Score all customers and write what changed, in one transaction: a run that is ended leaves the old answer whole.

    For the product's own jobs. One run at a time; what an event wrote after the run began stays.

    Raises: ScoringIsNotAssessed, SparkIsMissing.
    """
    _require_assessment()
    with scope(system_identity()):
        execute("SELECT pg_advisory_xact_lock(hashtext('value.rfm'))")
        chosen = engine or str(configuration.value(ENGINE))
        asks = question or question_now()
        times = result_fill(chosen, asks)
        found = query(_CHECKSUM)[0]
        began = time.perf_counter()
        changed = _write(asks, None)
        writing = time.perf_counter() - began
        meta = {"engine": chosen, "customers": found["customers"], "changed": changed, "checksum": found["checksum"]}
        record(system_actor(), ValueAct.COMPUTE_RFM, object_type=SCORES, object_id="", meta={**meta, "thresholds": asks.bounds.version})
    return RfmRun(chosen, int(found["customers"]), changed, found["checksum"], times, writing)


def customers_score(customer_ids: Sequence[UUID]) -> int:
    """Score these customers anew in PostgreSQL, in the caller's transaction; how many rows changed.

    Whoever may not be scored loses the score. Nothing happens while no assessment is in force, and with fifths, which compare
    all customers with each other at night. For the product itself.
    """
    ids = sorted(set(customer_ids))
    if not ids or not ports.assessment_in_force(SCORING):
        return 0
    with scope(system_identity()):
        asks = question_now()
        if asks.method == RfmMethod.PERCENTILES:
            return 0
        result_empty()
        statement = rfm_statement(asks, POSTGRES, postgres_relations(chosen=True))
        execute(f"INSERT INTO pg_temp.rfm_result {statement}", {"ids": ids})
        return _write(asks, ids)


def contacted_score() -> int:
    """Score those anew whom a contact made more recent than their score says; how many rows changed.

    For the product's own jobs.
    """
    with scope(system_identity()):
        found = query(_CONTACTED, {"at": now(), "most": _AT_ONCE})
    return customers_score([row["customer_id"] for row in found])


def scores_remove(customer_ids: Sequence[UUID]) -> None:
    """Remove the scores of these customers, in the caller's transaction: no machine may score them any more."""
    ids = sorted(set(customer_ids))
    if ids:
        with scope(system_identity()):
            result_empty()
            values = {"ids": ids, "at": now(), "month": _month_of(now())}
            execute(_REMOVE, values)
            _write_facts(ids)
            execute(_FORGET_MONTH, values)


def _write(asks: Question, ids: Sequence[UUID] | None) -> int:
    values: Mapping[str, object] = {
        "ids": None if ids is None else list(ids),
        "at": asks.at,
        "method": asks.method,
        "version": asks.bounds.version,
        "month": _month_of(asks.at),
    }
    excluded = f"DELETE FROM pg_temp.rfm_result WHERE customer_id IN ({ports.scoring_excluded_sql()})"
    execute(excluded)  # who objected since the rows were read
    changed = sum(execute(statement, dict(values)) for statement in (_REMOVE, _CHANGE, _ADD))
    _write_facts(ids)
    execute(_FORGET_MONTH, dict(values))
    execute(_MONTH, dict(values))
    return changed


def _write_facts(ids: Sequence[UUID] | None) -> None:
    asks = bool(configuration.value(ASKS_CONSENT))
    consents = _CONSENTS.format(granted=consents_granted_sql("PROFILING")) if asks else ""
    shown = "CASE WHEN w.status = 'GRANTED' THEN s.segment END" if asks else "s.segment"
    statement = (_FACT if ids is None else _FACTS_OF).format(shown=shown, consents=consents)
    facts_write_from(statement, {"at": now(), "ids": None if ids is None else list(ids)}, ["rfm_segment"])


def _month_of(moment: datetime) -> object:
    return moment.astimezone(UTC).date().replace(day=1)


def _require_assessment() -> None:
    """Raises: ScoringIsNotAssessed."""
    if not ports.assessment_in_force(SCORING):
        raise ScoringIsNotAssessed()
