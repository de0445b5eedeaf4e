"""Entering days off of agents for a whole year at once, and cancelling them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.followup.acts import FollowupAct
from simpul.followup.errors import FollowupDayOffNotFound
from simpul.followup.models import DayOff
from simpul.followup.policies import can_manage
from simpul.followup.selectors.agents import agent_lock
from simpul.followup.vocabulary import DAY_OFF
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

LONGEST_DAYS = 366
_ORDER = Text(id="Hari terakhir tidak boleh sebelum hari pertama.", en="The last day cannot come before the first.")
_LONG = Text(id="Paling lama {most} hari.", en="At most {most} days.")
_OVER = Text(id="Hari terakhir sudah lewat.", en="The last day is over.")
_TWICE = Text(id="Hari ini disebut dua kali.", en="A day is named twice.")
_STANDING = Text(id="Sebagian hari ini sudah tercatat.", en="Some of these days are entered already.")


@transaction.atomic
def days_off_create(*, actor: Actor, agent_id: UUID, kind: str, reason: str, ranges: Sequence[tuple[date, date]]) -> list[DayOff]:
    """Enter days off of one agent, from the first to the last day of each range. They may leave nobody: see `uncovered_days`.

    Raises: Forbidden, FollowupAgentNotFound, Invalid naming the ranges.
    """
    with audited_change(actor, FollowupAct.CHANGE_FOLLOWUP_DAYS_OFF, DAY_OFF) as change:
        change.require(can_manage(actor))
        agent = agent_lock(agent_id)
        _judge(ranges)
        _refuse_standing(agent_id, ranges)
        made = DayOff.objects.bulk_create(
            DayOff(agent=agent, first_day=first, last_day=last, kind=kind, reason=reason, created_by=actor.id) for first, last in ranges
        )
        change.object_id = agent_id
        change.describe(step="ENTER", kind=kind, days=[f"{first}..{last}" for first, last in ranges[:50]])
    return made


@transaction.atomic
def day_off_cancel(*, actor: Actor, day_off_id: UUID) -> None:
    """Cancel days off; runs of the past stay as they were.

    Raises: Forbidden, FollowupDayOffNotFound.
    """
    with audited_change(actor, FollowupAct.CHANGE_FOLLOWUP_DAYS_OFF, DAY_OFF, day_off_id) as change:
        change.require(can_manage(actor))
        rows = DayOff.objects.select_for_update().filter(cancelled_at__isnull=True)
        day_off = rows.filter(pk=day_off_id).first()
        if day_off is None:
            raise FollowupDayOffNotFound()
        day_off.cancelled_at = now()
        day_off.save(update_fields=["cancelled_at"])
        change.describe(step="CANCEL", days=[f"{day_off.first_day}..{day_off.last_day}"])


def _judge(ranges: Sequence[tuple[date, date]]) -> None:
    """Raises: Invalid naming the ranges."""
    for first, last in ranges:
        if last < first:
            raise Invalid({"ranges": _ORDER})
        if (last - first).days >= LONGEST_DAYS:
            raise Invalid({"ranges": _LONG.format(most=LONGEST_DAYS)})
        if last < today():
            raise Invalid({"ranges": _OVER})
    in_order = sorted(ranges)
    if any(first <= before for (_, before), (first, _) in pairwise(in_order)):
        raise Invalid({"ranges": _TWICE})


def _refuse_standing(agent_id: UUID, ranges: Sequence[tuple[date, date]]) -> None:
    """Raises: Invalid naming the ranges."""
    first, last = min(each[0] for each in ranges), max(each[1] for each in ranges)
    standing = DayOff.objects.filter(agent_id=agent_id, cancelled_at__isnull=True, first_day__lte=last, last_day__gte=first).values_list(
        "first_day", "last_day"
    )
    for there_first, there_last in standing:
        if any(first <= there_last and last >= there_first for first, last in ranges):
            raise Invalid({"ranges": _STANDING})
