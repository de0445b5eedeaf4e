"""The run: the database decides, and the notices go out in the same transaction."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid5

from django.db import transaction

from simpul.audit.public import audited_change, record
from simpul.followup.acts import FollowupAct
from simpul.followup.models import FollowupRun
from simpul.followup.policies import can_manage
from simpul.followup.selectors.runs import run_row
from simpul.followup.services.notices import run_notify
from simpul.followup.settings import programme_rules
from simpul.followup.vocabulary import RUN
from simpul.iam.public import system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import execute, scope
from simpul.platform.ids import uuid7
from simpul.platform.jobs import defer

RUN_JOB = "followup.run_requested"
DAILY, REQUESTED = "DAILY", "REQUESTED"
_DAILY_RUNS = UUID("0192f5a0-0000-7000-8000-0000000000fa")
# The same lock as in the function, taken before: so a run that is there already is seen.
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('crm.followup_run'))"
_RUN = "SELECT crm.followup_run(%s, %s, %s, %s, %s, %s, %s)"


@transaction.atomic
def run_start(*, actor: Actor) -> UUID:
    """Request a run over what is due, in the background; gives the id that it will have.

    Raises: Forbidden.
    """
    run_id = uuid7()
    with audited_change(actor, FollowupAct.START_FOLLOWUP_RUN, RUN, run_id) as change:
        change.require(can_manage(actor))
        defer(RUN_JOB, run_id=str(run_id))
    return run_id


def daily_run_id(planned_at: datetime) -> UUID:
    """The id of the daily run of a planned moment: whoever runs it again finds it there."""
    return uuid5(_DAILY_RUNS, planned_at.astimezone(UTC).isoformat())


@transaction.atomic
def run_rotate(*, run_id: UUID, kind: str, at: datetime | None = None, sends_notices: bool = True) -> FollowupRun | None:
    """Rotate and deal everything that is due, and send the notices; None where this run is there already.

    For the worker alone: no other role of the database may call the function. The demonstration plays its past
    without notices.
    """
    system = system_actor()
    with scope(system):
        execute(_LOCK)
        if FollowupRun.objects.filter(pk=run_id).exists():
            return None
        rules = programme_rules()
        execute(
            _RUN,
            (
                run_id,
                kind,
                at or now(),
                rules.window,
                rules.deposit_kinds,
                rules.deposit_minimum,
                rules.return_within,
            ),
        )
        run = FollowupRun.objects.get(pk=run_id)
        if sends_notices:
            run_notify(run)
        row = run_row(run)
        record(
            system,
            FollowupAct.RUN_FOLLOWUP,
            object_type=RUN,
            object_id=str(run_id),
            meta={
                "kind": kind,
                "due": row["due"],
                "rotated": row["rotated"],
                "pending": row["pending"],
                "dealt": row["dealt"],
            },
        )
    return run
