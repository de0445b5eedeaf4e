"""Running again what was given up; recorded once, however often it is asked for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import Action, record
from simpul.oversight.policies import can_operate
from simpul.oversight.selectors.operations import Letter, letter_get
from simpul.platform import queue
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden
from simpul.workflow.public import timer_rerun


@transaction.atomic
def letter_rerun(*, actor: Actor, letter: Letter, reason: str) -> dict[str, Any]:
    """Try a dead letter again with all its tries before it; one that is under way or done already stays as it is.

    Raises: NotFound, Forbidden, JobIsQueued.
    """
    verdict = can_operate(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(action=Action.RERUN_WORK, object_type=letter.source, object_id=letter.key)
    if letter.source == "TIMER":
        timer_rerun(actor=actor, timer_id=UUID(letter.key), reason=reason)
        return letter_get(actor=actor, letter=letter)
    before = letter_get(actor=actor, letter=letter)
    if queue.rerun(int(letter.key)):
        meta = {"task": before["name"], "attempts": before["attempts"], "reason": reason}
        record(actor, Action.RERUN_WORK, object_type="JOB", object_id=letter.key, meta=meta)
    return letter_get(actor=actor, letter=letter)
