"""Reading segments: which there are, what they were, and how their customers changed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db.models import F

from simpul.iam.public import names
from simpul.marketing.errors import SegmentNotFound
from simpul.marketing.models import Segment, SegmentRefresh, SegmentVersion
from simpul.marketing.policies import can_change_segments, can_read_segments, visible_segments
from simpul.marketing.selectors.fields import profiling_among, rule_stored
from simpul.marketing.vocabulary import REFRESH_NAMES, SEGMENT_KIND_NAMES, SegmentKind
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden
from simpul.platform.paging import Keyset, Page
from simpul.workflow.public import RuleInvalid

_LATEST = Keyset(("-updated_at", datetime), ("-id", UUID))
_LATEST_VERSIONS = Keyset(("-number", int), ("-id", UUID))
_LATEST_REFRESHES = Keyset(("-at", datetime), ("-id", UUID))


class PersonRow(TypedDict):
    """A colleague by name."""

    id: UUID
    full_name: str


class SegmentRow(TypedDict):
    """A segment as lists and pages show it."""

    segment_id: UUID
    name: str
    description: str
    kind: str
    kind_name: str
    rule_json: dict[str, object] | None
    sentence: str
    field_keys: list[str]
    profiling: bool
    current_version: int
    refresh: str
    refresh_name: str
    refreshed_at: datetime | None
    member_count: int | None
    archived_at: datetime | None
    version: int
    created_by: PersonRow | None
    created_at: datetime
    updated_by: PersonRow | None
    updated_at: datetime
    can: dict[str, bool]


class VersionRow(TypedDict):
    """A version of a segment's rule."""

    segment_version_id: UUID
    number: int
    rule_json: dict[str, object] | None
    sentence: str
    field_keys: list[str]
    created_by: PersonRow | None
    created_at: datetime


class RefreshRow(TypedDict):
    """A refresh of a segment."""

    refresh_id: UUID
    number: int
    at: datetime
    members: int
    entered: int
    left: int


def segments_read(actor: Actor) -> None:
    """Ask whether the actor reads segments.

    Raises: Forbidden.
    """
    verdict = can_read_segments(actor)
    if not verdict:
        raise Forbidden(verdict.reason)


def segment_get(*, actor: Actor, segment_id: UUID, lock: bool = False) -> Segment:
    """One segment.

    Raises: Forbidden, SegmentNotFound.
    """
    segments_read(actor)
    segments = visible_segments(actor)
    found = (segments.select_for_update() if lock else segments).filter(pk=segment_id).first()
    if found is None:
        raise SegmentNotFound()
    return found


def segment_page(*, actor: Actor, q: str, kind: str | None, archived: bool, cursor: str | None, limit: int) -> Page:
    """One page of segments, changed last first; those that are archived apart.

    Raises: Forbidden; Invalid for a cursor that is not this list's.
    """
    segments_read(actor)
    rows = visible_segments(actor).filter(archived_at__isnull=not archived)
    if q:
        rows = rows.filter(name__icontains=q)
    if kind:
        rows = rows.filter(kind=kind)
    return _LATEST.page(rows, cursor, limit, lambda page: segment_rows(actor, page))


def segment_rows(actor: Actor, segments: Sequence[Segment]) -> list[SegmentRow]:
    """Segments as lists and pages show them, with what the actor may do."""
    current = {each.segment_id: each for each in SegmentVersion.objects.filter(segment__in=[row.pk for row in segments], number=F("segment__current_version"))}
    known = _named({user for row in segments for user in (row.created_by, row.updated_by)})
    changes = bool(can_change_segments(actor))
    return [
        {
            "segment_id": row.id,
            "name": row.name,
            "description": row.description,
            "kind": row.kind,
            "kind_name": str(SEGMENT_KIND_NAMES[row.kind]),
            "rule_json": current[row.id].rule_json,
            "sentence": rule_sentence(current[row.id].rule_json),
            "field_keys": list(current[row.id].field_keys),
            "profiling": profiling_among(current[row.id].field_keys),
            "current_version": row.current_version,
            "refresh": row.refresh,
            "refresh_name": str(REFRESH_NAMES[row.refresh]),
            "refreshed_at": row.refreshed_at,
            "member_count": row.member_count,
            "archived_at": row.archived_at,
            "version": row.version,
            "created_by": known.get(row.created_by),
            "created_at": row.created_at,
            "updated_by": known.get(row.updated_by),
            "updated_at": row.updated_at,
            "can": {
                "change": changes and row.archived_at is None,
                "archive": changes and row.archived_at is None,
                "restore": changes and row.archived_at is not None,
                "refresh": changes and row.archived_at is None and row.kind == SegmentKind.RULE,
                "upload": changes and row.archived_at is None and row.kind == SegmentKind.STATIC,
            },
        }
        for row in segments
    ]


def rule_sentence(tree: dict[str, object] | None) -> str:
    """A stored rule in words; empty for a list, and for a rule over a field that there is no more."""
    if tree is None:
        return ""
    with suppress(RuleInvalid):
        return rule_stored(tree).sentence()
    return ""


def version_get(segment: Segment, number: int | None = None) -> SegmentVersion:
    """A version of a segment, the current one unless another is named.

    Raises: SegmentNotFound.
    """
    found = SegmentVersion.objects.filter(segment=segment, number=segment.current_version if number is None else number).first()
    if found is None:
        raise SegmentNotFound()
    return found


def version_page(*, actor: Actor, segment_id: UUID, cursor: str | None, limit: int) -> Page:
    """One page of the versions of a segment, newest first.

    Raises: Forbidden, SegmentNotFound; Invalid for a cursor that is not this list's.
    """
    segment = segment_get(actor=actor, segment_id=segment_id)
    return _LATEST_VERSIONS.page(SegmentVersion.objects.filter(segment=segment), cursor, limit, _version_rows)


def _version_rows(versions: Sequence[SegmentVersion]) -> list[VersionRow]:
    known = _named({row.created_by for row in versions})
    return [
        {
            "segment_version_id": row.id,
            "number": row.number,
            "rule_json": row.rule_json,
            "sentence": rule_sentence(row.rule_json),
            "field_keys": list(row.field_keys),
            "created_by": known.get(row.created_by),
            "created_at": row.created_at,
        }
        for row in versions
    ]


def refresh_page(*, actor: Actor, segment_id: UUID, cursor: str | None, limit: int) -> Page:
    """One page of the refreshes of a segment, newest first.

    Raises: Forbidden, SegmentNotFound; Invalid for a cursor that is not this list's.
    """
    segment = segment_get(actor=actor, segment_id=segment_id)
    rows = SegmentRefresh.objects.filter(segment=segment).select_related("segment_version")
    return _LATEST_REFRESHES.page(rows, cursor, limit, _refresh_rows)


def _refresh_rows(refreshes: Sequence[SegmentRefresh]) -> list[RefreshRow]:
    return [
        {"refresh_id": row.id, "number": row.segment_version.number, "at": row.at, "members": row.members, "entered": row.entered, "left": row.left}
        for row in refreshes
    ]


def segment_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What segments are called, for those who read them."""
    known = []
    for each in ids:
        with suppress(ValueError):
            known.append(UUID(each))
    return {str(key): name for key, name in visible_segments(actor).filter(pk__in=known).values_list("pk", "name")} if known else {}


def _named(users: set[UUID]) -> dict[UUID, PersonRow]:
    return {user: {"id": user, "full_name": name} for user, name in names(people=users).people.items()}
