"""Making and changing segments, and looking at what they would choose."""

from __future__ import annotations

import time
from typing import Any, TypedDict
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import audited_change, record
from simpul.marketing.acts import MarketingAct
from simpul.marketing.errors import SegmentIsAList, SegmentIsArchived, SegmentIsNotArchived
from simpul.marketing.models import Segment, SegmentVersion
from simpul.marketing.policies import can_change_segments
from simpul.marketing.selectors.evaluating import Audience, audience_of
from simpul.marketing.selectors.fields import rule_read
from simpul.marketing.selectors.membership import Counted, audience_counted, selecting_allowed
from simpul.marketing.selectors.segments import segment_get, segments_read, version_get
from simpul.marketing.vocabulary import SEGMENT, Refresh, SegmentKind
from simpul.platform.actor import Act, Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.jobs import defer
from simpul.platform.text import Text

_TAKEN = Text(id="Nama ini sudah dipakai segmen lain.", en="Another segment has this name.")
_RULE_MISSING = Text(id="Susun aturannya lebih dahulu.", en="Write the rule first.")
_LIST_HAS_NO_RULE = Text(id="Daftar tetap tidak memakai aturan.", en="A static list takes no rule.")
_LIST_STAYS = Text(id="Daftar tetap tidak disegarkan.", en="A static list is not refreshed.")
_ONE_OF = Text(id="Pilih segmen atau susun aturan, salah satu.", en="Name a segment or give a rule, one of the two.")
_NAME_ONCE = "segments_name_once"


class Preview(TypedDict):
    """What a segment or a rule would choose, with the rule in words and how long the counting took."""

    counted: Counted
    sentence: str
    seconds: float


@transaction.atomic
def segment_create(*, actor: Actor, name: str, description: str, kind: str, rule_json: dict[str, object] | None, refresh: str) -> Segment:
    """Make a segment of a rule, or a list that is empty so far.

    Raises: Forbidden, Invalid.
    """
    with audited_change(actor, MarketingAct.CREATE_SEGMENT, SEGMENT, meta={"kind": kind}) as change:
        change.require(can_change_segments(actor, Act.CREATE))
        keys = _judge_content(kind, rule_json, refresh)
        at = now()
        made = Segment(
            name=name, description=description, kind=kind, refresh=refresh, created_by=actor.id, created_at=at, updated_by=actor.id, updated_at=at,
            member_count=0 if kind == SegmentKind.STATIC else None,
        )  # fmt: skip
        _save_named(made, force_insert=True)
        SegmentVersion.objects.create(segment=made, number=1, rule_json=rule_json, field_keys=keys, created_by=actor.id, created_at=at)
        change.object_id = made.id
        change.describe(fields=keys, refresh=refresh)
        _look_again(made)
    return made


@transaction.atomic
def segment_change(*, actor: Actor, segment_id: UUID, version: int, name: str, description: str, rule_json: dict[str, object] | None, refresh: str) -> Segment:
    """Change a segment; another rule makes another version of it.

    Raises: Forbidden, SegmentNotFound, SegmentIsArchived, StaleVersion, Invalid.
    """
    segment = segment_get(actor=actor, segment_id=segment_id, lock=True)
    with audited_change(actor, MarketingAct.CHANGE_SEGMENT, SEGMENT, segment.id) as change:
        change.require(can_change_segments(actor))
        if segment.archived_at is not None:
            raise SegmentIsArchived()
        change.require_version(version, segment.version)
        keys = _judge_content(segment.kind, rule_json, refresh)
        current = version_get(segment)
        other_rule = current.rule_json != rule_json
        given = {"name": name, "description": description, "refresh": refresh}
        changed = sorted(field for field, value in given.items() if getattr(segment, field) != value)
        if not changed and not other_rule:
            change.nothing_changed()
            return segment
        for field, value in given.items():
            setattr(segment, field, value)
        if other_rule:
            segment.current_version += 1
            SegmentVersion.objects.create(
                segment=segment, number=segment.current_version, rule_json=rule_json, field_keys=keys, created_by=actor.id, created_at=now()
            )
        _signed(actor, segment, *given, "current_version")
        change.describe(changed=[*changed, *(["rule"] if other_rule else [])], number=segment.current_version)
        if other_rule or "refresh" in changed:
            _look_again(segment)
    return segment


@transaction.atomic
def segment_archive(*, actor: Actor, segment_id: UUID, version: int) -> Segment:
    """Put a segment aside: nobody uses it any more, and its name is free.

    Raises: Forbidden, SegmentNotFound, SegmentIsArchived, StaleVersion.
    """
    segment = segment_get(actor=actor, segment_id=segment_id, lock=True)
    with audited_change(actor, MarketingAct.ARCHIVE_SEGMENT, SEGMENT, segment.id) as change:
        change.require(can_change_segments(actor))
        if segment.archived_at is not None:
            raise SegmentIsArchived()
        change.require_version(version, segment.version)
        segment.archived_at = now()
        _signed(actor, segment, "archived_at")
    return segment


@transaction.atomic
def segment_restore(*, actor: Actor, segment_id: UUID, version: int) -> Segment:
    """Take a segment out of the archive.

    Raises: Forbidden, SegmentNotFound, SegmentIsNotArchived, StaleVersion, Invalid where its name is taken by now.
    """
    segment = segment_get(actor=actor, segment_id=segment_id, lock=True)
    with audited_change(actor, MarketingAct.RESTORE_SEGMENT, SEGMENT, segment.id) as change:
        change.require(can_change_segments(actor))
        if segment.archived_at is None:
            raise SegmentIsNotArchived()
        change.require_version(version, segment.version)
        segment.archived_at = None
        _signed(actor, segment, "archived_at")
    return segment


@transaction.atomic
def segment_look_again(*, actor: Actor, segment_id: UUID) -> Segment:
    """Have the customers of a rule looked for now, aside.

    Raises: Forbidden, SegmentNotFound, SegmentIsArchived, SegmentIsAList, SelectingIsNotAllowed.
    """
    segment = segment_get(actor=actor, segment_id=segment_id)
    with audited_change(actor, MarketingAct.REFRESH_SEGMENT, SEGMENT, segment.id) as change:
        change.require(can_change_segments(actor))
        if segment.archived_at is not None:
            raise SegmentIsArchived()
        if segment.kind != SegmentKind.RULE:
            raise SegmentIsAList()
        selecting_allowed()
        refresh_defer(segment.id)
    return segment


@transaction.atomic
def segment_preview(*, actor: Actor, segment_id: UUID | None, rule_json: dict[str, object] | None, channel: str | None) -> Preview:
    """What a segment, or a rule that is being written, would choose today: in numbers, with reasons and masked samples.

    Raises: Forbidden, SegmentNotFound, SelectingIsNotAllowed, Invalid.
    """
    began = time.monotonic()
    segments_read(actor)
    if (segment_id is None) == (rule_json is None):
        raise Invalid({"rule_json": _ONE_OF}, _ONE_OF)
    audience = Audience(rule_read(rule_json)) if segment_id is None else audience_of(version_get(segment_get(actor=actor, segment_id=segment_id)))
    selecting_allowed()
    counted = audience_counted(audience, channel=channel)
    if counted["samples"]:
        record(actor, MarketingAct.VIEW_SEGMENT_SAMPLES, object_type=SEGMENT, object_id=segment_id or "", meta={"rows": len(counted["samples"])})
    sentence = audience.rule.sentence() if audience.rule is not None else ""
    return {"counted": counted, "sentence": sentence, "seconds": round(time.monotonic() - began, 3)}


def refresh_defer(segment_id: UUID) -> None:
    """Have the customers of a segment looked for aside; one job waits at a time."""
    defer("marketing.refresh_segment", key=f"segment:{segment_id}", segment_id=str(segment_id))


def _look_again(segment: Segment) -> None:
    """Who keeps a segment fresh sees its customers without waiting for the hour."""
    if segment.kind == SegmentKind.RULE and segment.refresh != Refresh.NONE:
        refresh_defer(segment.id)


def _signed(actor: Actor, segment: Segment, *fields: str) -> None:
    """Save a change that the actor made.

    Raises: Invalid where the name is taken.
    """
    segment.version, segment.updated_by, segment.updated_at = segment.version + 1, actor.id, now()
    _save_named(segment, update_fields=[*fields, "version", "updated_by", "updated_at"])


def _save_named(segment: Segment, **how: Any) -> None:
    """Raises: Invalid."""
    try:
        with transaction.atomic():
            segment.save(**how)
    except IntegrityError as error:
        if _NAME_ONCE not in str(error):
            raise
        raise Invalid({"name": _TAKEN}) from error


def _judge_content(kind: str, rule_json: dict[str, object] | None, refresh: str) -> list[str]:
    """The fields that the content of a segment asks about.

    Raises: Invalid.
    """
    if kind == SegmentKind.RULE:
        if not rule_json:
            raise Invalid({"rule_json": _RULE_MISSING})
        return list(rule_read(rule_json).names)
    wrong = {}
    if rule_json is not None:
        wrong["rule_json"] = _LIST_HAS_NO_RULE
    if refresh != Refresh.NONE:
        wrong["refresh"] = _LIST_STAYS
    if wrong:
        raise Invalid(wrong)
    return []
