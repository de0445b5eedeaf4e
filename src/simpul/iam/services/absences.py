"""Entering days away, and taking them back."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import AuditedChange, audited_change
from simpul.iam.acts import IamAct
from simpul.iam.errors import AbsenceNotFound, AbsenceOverlaps, UserNotFound
from simpul.iam.models import Absence, User
from simpul.iam.policies import can_cancel_absence, can_enter_absence
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

LONGEST_DAYS = 366
_ORDER = Text(id="Hari terakhir tidak boleh sebelum hari pertama.", en="The last day cannot come before the first.")
_LONG = Text(id="Paling lama {most} hari.", en="At most {most} days.")
_OVER = Text(id="Hari terakhir sudah lewat.", en="The last day is over.")


@transaction.atomic
def absence_enter(*, actor: Actor, user_id: UUID, kind: str, first_day: date, last_day: date) -> Absence:
    """Say that somebody is away on whole days, oneself or a colleague whose tasks one assigns.

    Raises: Forbidden, also for somebody who does not exist; UserNotFound for who reaches everybody; Invalid naming the field, AbsenceOverlaps.
    """
    with _changing(actor, user_id) as change:
        # Asked first: who does not reach somebody learns nothing of whether there is such a person.
        change.require(can_enter_absence(actor, user_id))
        if not User.objects.filter(pk=user_id, kind=User.Kind.USER).exists():
            raise change.refused(UserNotFound())
        if last_day < first_day:
            raise Invalid({"last_day": _ORDER})
        if (last_day - first_day).days >= LONGEST_DAYS:
            raise Invalid({"last_day": _LONG.format(most=LONGEST_DAYS)})
        if last_day < today():
            raise Invalid({"last_day": _OVER})
        try:
            with transaction.atomic():
                absence = Absence.objects.create(user_id=user_id, kind=kind, first_day=first_day, last_day=last_day, created_by_id=actor.id)
        except IntegrityError:
            raise AbsenceOverlaps() from None
        change.describe(step="ENTER", **_days(absence))
    return absence


@transaction.atomic
def absence_cancel(*, actor: Actor, absence_id: UUID) -> None:
    """Take an absence back; its days before today stay in the trail.

    Raises: AbsenceNotFound, Forbidden.
    """
    absence = Absence.objects.select_for_update().filter(pk=absence_id, cancelled_at__isnull=True).first()
    if absence is None:
        raise AbsenceNotFound()
    with _changing(actor, absence.user_id) as change:
        change.require(can_cancel_absence(actor, absence))
        absence.cancelled_at, absence.cancelled_by_id = now(), actor.id
        absence.save(update_fields=["cancelled_at", "cancelled_by"])
        change.describe(step="CANCEL", **_days(absence))


def _changing(actor: Actor, user_id: UUID) -> AbstractContextManager[AuditedChange]:
    return audited_change(actor, IamAct.CHANGE_ABSENCE, "USER", user_id)


def _days(absence: Absence) -> dict[str, str]:
    return {"first_day": absence.first_day.isoformat(), "last_day": absence.last_day.isoformat()}
