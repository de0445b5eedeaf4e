"""Rotations in a customer's timeline, read from the assignments themselves."""

from __future__ import annotations

from uuid import uuid5

from simpul.followup.models import FollowupAssignment
from simpul.followup.policies import visible_assignments
from simpul.followup.vocabulary import MEMBER, REASON_NAMES
from simpul.platform.ids import SYSTEM_ID
from simpul.platform.text import Text
from simpul.timeline.public import Event, Kind, Wanted

_KIND = "RotationEvent"
_ROTATED = Text(id="Tindak lanjut: nomor {before} ke nomor {number}", en="Follow-up: number {before} to number {number}")
_ENTERED = Text(id="Tindak lanjut: masuk pada nomor {number}", en="Follow-up: entered with number {number}")


def rotation_events(wanted: Wanted) -> list[Event]:
    """The agents on the path of a member whom the reader sees."""
    if _KIND not in wanted.kinds:
        return []
    rows = visible_assignments(wanted.actor).filter(customer_id=wanted.customer_id)
    if wanted.since:
        rows = rows.filter(started_at__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(started_at__lt=wanted.until)
    if wanted.before:
        rows = rows.filter(started_at__lte=wanted.before[0])
    # A member is given at most once at one instant, so one more row is enough to leave out the one that stands at the position.
    found = [_event(each) for each in rows.order_by("-step")[: wanted.limit + 1]]
    return [each for each in found if wanted.before is None or (each.occurred_at, each.event_id) < wanted.before][: wanted.limit]


def _event(each: FollowupAssignment) -> Event:
    words = _ENTERED if each.from_number is None else _ROTATED
    return Event(
        event_id=uuid5(each.customer_id, str(each.step)),
        kind=_KIND,
        occurred_at=each.started_at,
        title=str(words.format(before=str(each.from_number), number=str(each.number))),
        detail=str(REASON_NAMES[each.reason]),
        actor_user_id=SYSTEM_ID,
        subject_type=MEMBER,
        subject_id=str(each.customer_id),
    )


KIND = Kind(_KIND, Text(id="Rotasi tindak lanjut", en="Follow-up rotations"), source=rotation_events)
