"""How every act on a case begins, steps and is recorded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.audit.public import record
from simpul.cases.acts import CaseAct
from simpul.cases.errors import CaseForbidsThis
from simpul.cases.facts import CaseFacts, known_case
from simpul.cases.models import Case
from simpul.cases.policies import ACTS, CaseRule, fits, may_ever, visible_cases
from simpul.cases.selectors.cases import case_get
from simpul.cases.selectors.moves import no_step
from simpul.cases.selectors.rows import around, case_row
from simpul.cases.services.opening import facts as told
from simpul.cases.services.steps import locked
from simpul.cases.vocabulary import WORKFLOW, Status
from simpul.platform.actor import Actor
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now
from simpul.platform.db import joined
from simpul.platform.errors import DomainError, Forbidden, Invalid, StaleVersion
from simpul.workflow import public as workflow
from simpul.workflow.errors import GuardDoesNotHold, TransitionNotPossible


def acting(*, actor: Actor, case_id: UUID, act: str, action: AuditAct, version: int | None = None) -> Case:
    """The case under its lock, in a state for the act, for an actor who may do it and has seen its present version.

    Raises: CaseNotFound, Forbidden, StaleVersion with the case as it stands, CaseForbidsThis.
    """
    case = taken(actor, case_id)
    if case is None:  # out of reach, not to be changed by this actor, or somebody else's since we waited
        seen = case_get(actor=actor, case_id=case_id)
        _allowed(actor, seen, act, action)
        raise stale(actor, seen, action, version)
    return judged(actor, case, act, action, version)


def taken(actor: Actor, case_id: UUID) -> Case | None:
    """The case under its lock, if the actor sees it whole and may change it at all."""
    return next(iter(locked([case_id], visible_cases(actor))), None)


def judged(actor: Actor, case: Case, act: str, action: AuditAct, version: int | None) -> Case:
    """The locked case, when the actor may do the act, has seen its present version, and it is in a state for it.

    Raises: Forbidden, StaleVersion with the case as it stands, CaseForbidsThis.
    """
    _allowed(actor, case, act, action)
    if version is not None and case.version != version:
        raise stale(actor, case, action, version)
    if not (verdict := fits(act, actor, CaseFacts.of(case))):
        raise refused(CaseForbidsThis(verdict.reason), case, action)
    return case


def stale(actor: Actor, case: Case, action: AuditAct, version: int | None) -> DomainError:
    """The refusal of a change that was made from another version, with the row as it stands."""
    current = case_row(actor, case, around(actor, [case]), now())
    return refused(StaleVersion(current=current), case, action, version=version, standing=case.version)


def _allowed(actor: Actor, case: Case, act: str, action: AuditAct) -> None:
    if not (verdict := may_ever(act, actor, CaseFacts.of(case))):
        raise refused(Forbidden(verdict.reason), case, action)


def refused(error: DomainError, case: Case, action: AuditAct, **meta: Any) -> DomainError:
    """The refusal, recorded with the case that it was about."""
    return error.recorded_as(**told(action, case, **meta))


def done(actor: Actor, case: Case, action: AuditAct, **meta: Any) -> None:
    """Record an act; texts are never among `meta`."""
    record(actor, **told(action, case, **meta))


def step(actor: Actor, case: Case, transition: str, action: AuditAct, *, asked: Collection[str] = (), reason: str = "", **given: Any) -> Case:
    """Move a locked case along its workflow; the same case as it then stands, still locked. `asked` are the checks that `acting` has asked.

    Raises: CaseForbidsThis, Forbidden, Invalid; GuardDoesNotHold where the organisation asks for more.
    """
    brought = {name: value for name, value in given.items() if value not in (None, "")}
    try:
        with joined():
            workflow.move(
                actor=actor, definition=WORKFLOW, subject_id=case.id, transition=transition, reason=reason, given=brought, known=known_case(case), asked=asked
            )
    except TransitionNotPossible as refusal:
        raise refused(CaseForbidsThis(no_step(refusal.standing, transition)), case, action, step=transition) from None
    except Invalid as refusal:
        fields = {name.removeprefix("fields."): message for name, message in refusal.fields.items()}
        raise refused(Invalid(fields), case, action, step=transition) from None
    except (Forbidden, GuardDoesNotHold) as refusal:
        raise refused(refusal, case, action, step=transition) from None
    return case


def made(actor: Actor, case: Case, act: str, action: AuditAct, **given: Any) -> Case:
    """Make the step of the workflow that is this act, for which `acting` gave the case: who may is not asked again.

    Raises: as `step`.
    """
    rule, status = ACTS[act], Status(case.status)
    transition = _step_of(rule, case)
    return step(actor, case, transition, action, asked=rule.checks(status), **given)


def _step_of(rule: CaseRule, case: Case) -> str:
    """The step that makes an act out of the state in which the case rests: of several, the one that the case's own workflow has there."""
    found = next((each for each in rule.steps if step_leaves(case, each)), None) if case.own_state else rule.step(Status(case.status))
    return found or rule.steps[0]


def step_leaves(case: Case, transition: str) -> bool:
    """Whether a step leaves the state in which the case rests. Of our own states the step itself tells when it is made."""
    return case.own_state is None or transition in workflow.standing_of(WORKFLOW, case.id).leaving


def begin(actor: Actor, case: Case) -> Case:
    """The first work of the assignee takes up a new case."""
    if case.status == Status.NEW and case.assigned_to_user_id == actor.id and step_leaves(case, "take"):
        return step(actor, case, "take", CaseAct.UPDATE_CASE)
    return case


def instant() -> datetime:
    """The moment of an act: read after the case is locked, so that no rung of its ladder lies between."""
    return now()
