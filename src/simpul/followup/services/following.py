"""Logging follow-ups of members in the own hands, and showing their phone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.followup.acts import FollowupAct
from simpul.followup.models import FollowupAssignment
from simpul.followup.policies import can_log
from simpul.followup.selectors.members import member_assignment
from simpul.followup.vocabulary import MEMBER, OPEN
from simpul.platform import configuration, ratelimit
from simpul.platform.actor import Actor, deny
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.tasks.public import WorkReference, activity_add

REVEALS_PER_HOUR = 120
_REVEAL_ALLOWED = "reveal.allowed"
_NOTHING_REVEALED = Text(id="Di unit Anda data tersamar tidak ditampilkan.", en="Your unit does not reveal masked data.")


@transaction.atomic
def followup_log(
    *,
    actor: Actor,
    customer_id: UUID,
    activity_type: str,
    outcome: str,
    note: str,
    happened_at: datetime | None = None,
) -> UUID:
    """Log a contact with a member in the own hands; it shows in the customer's timeline.

    Raises: FollowupMemberNotFound, Forbidden, Invalid naming the moment.
    """
    assignment = member_assignment(actor=actor, customer_id=customer_id)
    with audited_change(
        actor,
        FollowupAct.LOG_FOLLOWUP,
        MEMBER,
        customer_id,
        customer_id=customer_id,
        branch_code=assignment.branch_code,
    ) as change:
        change.require(can_log(actor, _is_own(actor, assignment)))
        activity_id = activity_add(
            actor=actor,
            customer_id=customer_id,
            activity_type=activity_type,
            note=note,
            outcome=outcome,
            subject=WorkReference(MEMBER, customer_id),
            happened_at=happened_at,
        )
        change.describe(type=activity_type, outcome=outcome, step=assignment.step)
    return activity_id


def reveal_token(actor: Actor, request: object) -> ratelimit.Bucket:
    """The token of one phone."""
    return ratelimit.Bucket(f"followup-reveal:{actor.id}", REVEALS_PER_HOUR, 3600)


@transaction.atomic
def phone_reveal(*, actor: Actor, customer_id: UUID) -> str | None:
    """The phone of a member in the own hands, to call or write to; the value is in the answer only.

    Raises: FollowupMemberNotFound, Forbidden.
    """
    assignment = member_assignment(actor=actor, customer_id=customer_id)
    with audited_change(
        actor,
        FollowupAct.REVEAL_FOLLOWUP_PHONE,
        MEMBER,
        customer_id,
        customer_id=customer_id,
        branch_code=assignment.branch_code,
    ) as change:
        change.require(can_log(actor, _is_own(actor, assignment)))
        if not configuration.value(_REVEAL_ALLOWED, actor):
            change.require(deny(_NOTHING_REVEALED))
        phone: str | None = query("SELECT crm.followup_phone(%s) AS phone", (customer_id,))[0]["phone"]
        change.describe(field="phone_e164", found=phone is not None)
    return phone


def _is_own(actor: Actor, assignment: FollowupAssignment) -> bool:
    return assignment.status in OPEN and assignment.agent.user_id == actor.id
