"""Running again, or discarding, what was given up; recorded once, however often it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import Action, record
from simpul.oversight.acts import OversightAct
from simpul.oversight.policies import can_operate
from simpul.oversight.selectors.operations import Letter, letter_get
from simpul.platform import queue
from simpul.platform.actor import Actor
from simpul.platform.acts import AuditAct
from simpul.platform.errors import Forbidden
from simpul.workflow.public import timer_cancel, timer_rerun


@transaction.atomic
def letter_rerun(*, actor: Actor, letter: Letter, reason: str) -> dict[str, Any]:
    """Try a dead letter again with all its tries before it; one that is under way or done already stays as it is.

    Raises: NotFound, Forbidden, JobIsQueued.
    """
    _require(actor, letter, Action.RERUN_WORK)
    if letter.source == "TIMER":
        timer_rerun(actor=actor, timer_id=UUID(letter.key), reason=reason)
        return letter_get(actor=actor, letter=letter)
    before = letter_get(actor=actor, letter=letter)
    if queue.rerun(int(letter.key)):
        _record(actor, letter, Action.RERUN_WORK, before, reason)
    return letter_get(actor=actor, letter=letter)


@transaction.atomic
def letter_discard(*, actor: Actor, letter: Letter, reason: str) -> dict[str, Any]:
    """Give a dead letter up for good; one that is under way, done or discarded already stays as it is.

    Raises: NotFound, Forbidden.
    """
    _require(actor, letter, OversightAct.DISCARD_WORK)
    before = letter_get(actor=actor, letter=letter)
    if before["state"] != "FAILED":
        return before
    if letter.source == "TIMER":
        timer_cancel(actor=actor, timer_id=UUID(letter.key), reason=reason)
    elif queue.discard(int(letter.key)):
        _record(actor, letter, OversightAct.DISCARD_WORK, before, reason)
    return letter_get(actor=actor, letter=letter)


def _require(actor: Actor, letter: Letter, action: AuditAct) -> None:
    verdict = can_operate(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(action=action, object_type=letter.source, object_id=letter.key)


def _record(actor: Actor, letter: Letter, action: AuditAct, before: Mapping[str, Any], reason: str) -> None:
    record(actor, action, object_type="JOB", object_id=letter.key, meta={"task": before["name"], "attempts": before["attempts"], "reason": reason})
