"""What operators do with timers by hand, each recorded with its reason."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.audit.public import Action, record
from simpul.platform.actor import Actor, Verdict
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now
from simpul.platform.db import execute
from simpul.platform.errors import Forbidden
from simpul.workflow.acts import WorkflowAct
from simpul.workflow.errors import TimerIsOver
from simpul.workflow.policies.timers import can_operate_timers
from simpul.workflow.selectors.timers import TimerFacts, timer_get

_RUN = "UPDATE crm.timers SET status = 'PENDING', run_at = %s, attempts = 0, updated_at = now() WHERE timer_id = %s"
_CANCEL = "UPDATE crm.timers SET status = 'CANCELLED', updated_at = now() WHERE timer_id = %s"


@transaction.atomic
def timer_fire(*, actor: Actor, timer_id: UUID, reason: str) -> TimerFacts:
    """Let a waiting timer fire with the next sweep, whenever it was due; one that is due already is left to the sweep.

    Raises: TimerNotFound, Forbidden, TimerIsOver.
    """
    timer = _locked(actor, timer_id, WorkflowAct.FIRE_TIMER)
    if timer.status != "PENDING":
        raise TimerIsOver().recorded_as(**_facts(timer, WorkflowAct.FIRE_TIMER))
    if timer.run_at <= now():
        return timer
    execute(_RUN, (now(), timer_id))
    _record(actor, WorkflowAct.FIRE_TIMER, timer, reason)
    return timer_get(actor=actor, timer_id=timer_id)


@transaction.atomic
def timer_cancel(*, actor: Actor, timer_id: UUID, reason: str) -> TimerFacts:
    """Let a timer that waits or was given up never fire; a cancelled one stays as it is.

    Raises: TimerNotFound, Forbidden, TimerIsOver.
    """
    timer = _locked(actor, timer_id, WorkflowAct.CANCEL_TIMER)
    if timer.status == "FIRED":
        raise TimerIsOver().recorded_as(**_facts(timer, WorkflowAct.CANCEL_TIMER))
    if timer.status == "CANCELLED":
        return timer
    execute(_CANCEL, (timer_id,))
    _record(actor, WorkflowAct.CANCEL_TIMER, timer, reason)
    return timer_get(actor=actor, timer_id=timer_id)


@transaction.atomic
def timer_rerun(*, actor: Actor, timer_id: UUID, reason: str) -> TimerFacts:
    """Try a timer that was given up again, with all its tries before it; one that is not given up stays as it is.

    Raises: TimerNotFound, Forbidden.
    """
    timer = _locked(actor, timer_id, Action.RERUN_WORK)
    if timer.status != "FAILED":
        return timer
    execute(_RUN, (now(), timer_id))
    _record(actor, Action.RERUN_WORK, timer, reason)
    return timer_get(actor=actor, timer_id=timer_id)


def _locked(actor: Actor, timer_id: UUID, action: AuditAct) -> TimerFacts:
    timer = timer_get(actor=actor, timer_id=timer_id, lock=True)
    verdict: Verdict = can_operate_timers(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**_facts(timer, action))
    return timer


def _facts(timer: TimerFacts, action: AuditAct) -> dict[str, object]:
    return {
        "action": action,
        "object_type": "TIMER",
        "object_id": str(timer.id),
        "customer_id": timer.customer_id,
        "branch_code": timer.branch_code,
        "meta": {"kind": timer.kind, "status": timer.status},
    }


def _record(actor: Actor, action: AuditAct, timer: TimerFacts, reason: str) -> None:
    meta = {"kind": timer.kind, "key": timer.key, "status": timer.status, "due_at": timer.due_at.isoformat(), "reason": reason}
    record(actor, action, object_type="TIMER", object_id=timer.id, customer_id=timer.customer_id, branch_code=timer.branch_code, meta=meta)
