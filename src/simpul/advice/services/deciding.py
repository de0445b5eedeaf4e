"""Deciding about advice, taking a decision back, and what comes of it: each with its audit row, in one transaction."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from simpul.advice.acts import AdviceAct
from simpul.advice.errors import AdviceCannotBeUndone, AdviceIsDecided, AdviceNotFound
from simpul.advice.models import NbaRecommendation
from simpul.advice.policies import can_decide, is_fraud_named, visible_decisions
from simpul.advice.selectors.advice import is_undoable
from simpul.advice.selectors.evaluating import Advised, advice_found, advice_sql, rules_active
from simpul.advice.selectors.rules import RULE_OF
from simpul.advice.vocabulary import ORIGIN, RANKS, SUBJECT, AdviceOutcome, Decision
from simpul.audit.public import audited_change
from simpul.customers.public import customer_get
from simpul.iam.public import system_identity
from simpul.platform import subjects
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, now, today
from simpul.platform.db import execute, scope
from simpul.platform.errors import Invalid
from simpul.platform.ids import uuid7
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.tasks.public import WorkReference, task_add, task_skip

MOST_SNOOZED = timedelta(days=90)
_DUE_DAYS = {"HIGH": 1, "MEDIUM": 3, "LOW": 7}
_PRIORITY_OF = {rank: priority for priority, rank in RANKS.items()}
_SNOOZE = Text(
    id="Pilih tanggal sesudah hari ini, paling lama 90 hari lagi.",
    en="Choose a day after today, at most 90 days ahead.",
)
_UNDONE = Text(id="Putusan atas saran dibatalkan.", en="The decision about the advice was taken back.")
# A finished task is a success, unless the last activity with the customer since then says otherwise.
_OUTCOME = """
UPDATE crm.nba_recommendations n SET outcome = CASE
    WHEN %(status)s = 'OPEN' THEN 'PENDING'
    WHEN %(status)s = 'SKIPPED' THEN 'FAILED'
    WHEN (SELECT a.outcome FROM crm.rm_activities a
          WHERE a.customer_id = n.customer_id AND a.withdrawn_at IS NULL AND a.outcome <> '' AND a.happened_at >= n.decided_at
          ORDER BY a.happened_at DESC, a.rm_activity_id DESC LIMIT 1) IN ('NO_ANSWER', 'NOT_INTERESTED') THEN 'FAILED'
    ELSE 'SUCCESS' END,
    outcome_at = CASE WHEN %(status)s = 'OPEN' THEN NULL ELSE %(at)s END
WHERE n.task_id = %(task)s AND n.decision = 'ACCEPTED'
"""
_STANDING = """
INSERT INTO crm.nba_standing AS s (day, branch_code, rule_code, customers)
SELECT %(today)s::date, branch_code, rule_code, count(DISTINCT customer_id) FROM ({sql}) f GROUP BY branch_code, rule_code
ON CONFLICT (day, branch_code, rule_code) DO UPDATE SET customers = excluded.customers
"""
# A set of millions is sorted and hashed in memory; compiling its plan costs more than it saves.
_LARGE_SETS = "SELECT set_config('work_mem', '128MB', true), set_config('jit', 'off', true)"
_KEPT = "DELETE FROM crm.nba_standing WHERE day < %(today)s::date - 400"


@transaction.atomic
def advice_decide(
    *,
    actor: Actor,
    customer_id: UUID,
    rule_code: str,
    related_id: UUID | None,
    decision: Decision,
    reason: str = "",
    snoozed_until: date | None = None,
) -> NbaRecommendation:
    """Accept advice that stands, which becomes a task of one's own; reject it, or put it off until a day.

    Raises: CustomerNotFound, Forbidden, AdviceNotFound, AdviceIsDecided, Invalid naming the day.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    with audited_change(
        actor,
        AdviceAct.DECIDE_ADVICE,
        SUBJECT,
        customer_id=customer.id,
        branch_code=customer.home_branch_code,
        meta={"rule": rule_code[:40], "decision": decision.value},
    ) as change:
        change.require(can_decide(actor, customer))
        until = _end_of(snoozed_until, decision)
        execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"advice:{customer.id}",))
        advised = _standing_advice(actor, customer.id, rule_code, related_id)
        made = _decided(actor, advised, decision, reason, until)
        if decision is Decision.ACCEPTED:
            made.task_id = _make_task(actor, made)
            made.outcome = AdviceOutcome.PENDING
        made.save(force_insert=True)
        change.object_id = made.id
        change.describe(action=made.action_type, reason=redacted(reason), task=str(made.task_id or ""))
    return made


@transaction.atomic
def advice_undo(*, actor: Actor, advice_id: UUID, version: int) -> NbaRecommendation:
    """Take one's own decision back while nothing has come of it; its task is skipped, and the advice stands again.

    Raises: AdviceNotFound, StaleVersion, AdviceCannotBeUndone.
    """
    seen = visible_decisions(actor).filter(pk=advice_id, decision__isnull=False).first()
    if seen is None:
        raise AdviceNotFound()
    with audited_change(
        actor,
        AdviceAct.UNDO_ADVICE,
        SUBJECT,
        advice_id,
        customer_id=seen.customer_id,
        branch_code=seen.branch_code,
        meta={"rule": seen.rule_code},
    ) as change:
        if not is_undoable(actor, seen):
            raise AdviceCannotBeUndone()
        decided = NbaRecommendation.objects.select_for_update().get(pk=advice_id)
        change.require_version(version, decided.version)
        if not is_undoable(actor, decided):
            raise AdviceCannotBeUndone()
        task_id = decided.task_id
        change.describe(before=decided.decision)
        NbaRecommendation.objects.filter(pk=advice_id).update(
            decision=None,
            decision_reason="",
            snoozed_until=None,
            decided_by=None,
            decided_at=None,
            outcome=None,
            task_id=None,
            version=F("version") + 1,
        )
        if task_id is not None:
            task_skip(actor=actor, task_id=task_id, reason=str(_UNDONE))
    decided.refresh_from_db()
    return decided


def task_followed(task_id: UUID, status: str) -> None:
    """Write what came of accepted advice from the status of its task, in the transaction of the task."""
    with scope(system_identity()):
        execute(_OUTCOME, {"task": task_id, "status": status, "at": now()})


@transaction.atomic
def advice_count_standing() -> int:
    """Count for today how many customers each rule advises something for, by branch; how many rows that were.

    One statement over all customers. For the product's own jobs.
    """
    with scope(system_identity()):
        params: dict[str, object] = {"today": today()}
        execute("DELETE FROM crm.nba_standing WHERE day = %(today)s", params)
        execute(_KEPT, params)
        if not (rules := rules_active()):
            return 0
        execute(_LARGE_SETS)
        sql, values = advice_sql(rules, now())
        return execute(_STANDING.format(sql=sql), {**values, "today": today()})


def _end_of(snoozed_until: date | None, decision: Decision) -> datetime | None:
    """The instant at which put off advice returns: the beginning of the day.

    Raises: Invalid naming the day.
    """
    if decision is not Decision.SNOOZED:
        if snoozed_until is not None:
            raise Invalid({"snoozed_until": _SNOOZE})
        return None
    if snoozed_until is None or not today() < snoozed_until <= today() + MOST_SNOOZED:
        raise Invalid({"snoozed_until": _SNOOZE})
    return datetime.combine(snoozed_until, time(), JAKARTA)


def _standing_advice(actor: Actor, customer_id: UUID, rule_code: str, related_id: UUID | None) -> Advised:
    """Raises: AdviceNotFound, AdviceIsDecided."""
    with scope(system_identity()):
        found = advice_found([customer_id])
    for advised in found:
        if (advised.rule_code, advised.related_id) == (rule_code, related_id):
            return advised
    decided = visible_decisions(actor).filter(customer_id=customer_id, rule_code=rule_code, related_entity_id=related_id)
    raise AdviceIsDecided() if decided.filter(decision__isnull=False).exists() else AdviceNotFound()


def _decided(actor: Actor, advised: Advised, decision: Decision, reason: str, until: datetime | None) -> NbaRecommendation:
    # The row is read by whoever reaches the customer: its words name no fraud.
    words = advised.stated_rule.reason_of(advised.facts, is_fraud_named=False)
    moment = now()
    return NbaRecommendation(
        id=uuid7(),
        customer_id=advised.customer_id,
        branch_code=advised.branch_code,
        rule_code=advised.rule_code,
        action_type=advised.stated_rule.action.value,
        title=advised.stated_rule.title.id,
        reason_text=words.id,
        priority=_PRIORITY_OF[advised.rank],
        rank=advised.position,
        facts=advised.facts,
        since=advised.since,
        related_entity_type=advised.related_type,
        related_entity_id=advised.related_id,
        decision=decision.value,
        decision_reason=reason,
        snoozed_until=until,
        decided_by=actor.id,
        decided_at=moment,
        created_at=moment,
        version=1,
    )


def _make_task(actor: Actor, made: NbaRecommendation) -> UUID:
    """The task of who accepted, of the record that it is about where they see it."""
    rule = RULE_OF[made.rule_code]
    return task_add(
        actor=actor,
        customer_id=made.customer_id,
        title=str(rule.title),
        notes=str(rule.reason_of(made.facts, is_fraud_named=False)),
        due_on=today() + timedelta(days=_DUE_DAYS[made.priority]),
        owner_id=actor.id,
        origin=ORIGIN,
        origin_id=made.id,
        subject=_subject_of(actor, made),
    )


def _subject_of(actor: Actor, made: NbaRecommendation) -> WorkReference | None:
    if made.related_entity_type is None or made.related_entity_id is None:
        return None
    if RULE_OF[made.rule_code].careful_reason is not None and not is_fraud_named(actor):
        return None
    key = (made.related_entity_type, str(made.related_entity_id))
    return WorkReference(made.related_entity_type, made.related_entity_id) if key in subjects.labels(actor, [key]) else None
