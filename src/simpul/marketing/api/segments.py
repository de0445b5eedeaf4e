"""The operations on segments."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from ninja import Query

from simpul.marketing.errors import SegmentIsAList, SegmentIsArchived, SegmentIsARule, SegmentIsNotArchived, SegmentNotFound, SelectingIsNotAllowed
from simpul.marketing.models import Segment
from simpul.marketing.schemas.segments import (
    SegmentChangeIn,
    SegmentFieldsOut,
    SegmentIn,
    SegmentKindName,
    SegmentMemberPageOut,
    SegmentMembersIn,
    SegmentOut,
    SegmentPageOut,
    SegmentPreviewIn,
    SegmentPreviewOut,
    SegmentRefreshPageOut,
    SegmentUploadIn,
    SegmentUploadOut,
    SegmentVersionIn,
    SegmentVersionPageOut,
)
from simpul.marketing.selectors import membership
from simpul.marketing.selectors import segments as reading
from simpul.marketing.selectors.fields import FieldRow, field_rows
from simpul.marketing.selectors.segments import SegmentRow
from simpul.marketing.services import lists
from simpul.marketing.services import segments as services
from simpul.marketing.vocabulary import RESOURCE
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()
_READ, _CREATE, _UPDATE = (needs(RESOURCE, act) for act in (Act.READ, Act.CREATE, Act.UPDATE))
Words = Annotated[str, Query(max_length=100)]


@router.get(
    "/segments",
    permission=_READ,
    counts_rows=True,
    lists="SEGMENT",
    response={200: SegmentPageOut, **problems(Forbidden, RateLimited)},
    operation_id="segments_list",
)
def list_segments(
    request: ActorRequest, q: Words = "", kind: SegmentKindName | None = None, archived: bool = False, cursor: str | None = None, limit: Limit = 50
) -> Page:
    """Segments, changed last first."""
    return reading.segment_page(actor=request.auth, q=q, kind=kind, archived=archived, cursor=cursor, limit=limit)


@router.post("/segments", permission=_CREATE, response={201: SegmentOut, **problems(Forbidden)}, operation_id="segments_create")
def create_segment(request: ActorRequest, body: SegmentIn) -> SegmentRow:
    """Make a segment of a rule, or an empty list."""
    return _row(request, services.segment_create(actor=request.auth, **body.dict()))


@router.get("/segment-fields", permission=_READ, response={200: SegmentFieldsOut, **problems(Forbidden)}, operation_id="segment_fields_list")
def list_fields(request: ActorRequest) -> dict[str, list[FieldRow]]:
    """The fields that segments may ask about: those that have data."""
    reading.segments_read(request.auth)
    return {"items": field_rows()}


@router.post(
    "/segments/preview",
    permission=_READ,
    response={200: SegmentPreviewOut, **problems(Forbidden, SegmentNotFound, SelectingIsNotAllowed)},
    operation_id="segments_preview",
)
def preview_segment(request: ActorRequest, body: SegmentPreviewIn) -> dict[str, object]:
    """What a segment, or a rule that is being written, chooses today: in numbers, with reasons and masked samples."""
    found = services.segment_preview(actor=request.auth, **body.dict())
    return {**found["counted"], "sentence": found["sentence"], "seconds": found["seconds"]}


@router.get("/segments/{uuid:segment_id}", permission=_READ, response={200: SegmentOut, **problems(Forbidden, SegmentNotFound)}, operation_id="segments_get")
def get_segment(request: ActorRequest, segment_id: UUID) -> SegmentRow:
    """One segment."""
    return _row(request, reading.segment_get(actor=request.auth, segment_id=segment_id))


@router.put(
    "/segments/{uuid:segment_id}",
    permission=_UPDATE,
    response={200: SegmentOut, **problems(Forbidden, SegmentNotFound, SegmentIsArchived, StaleVersion)},
    operation_id="segments_change",
)
def change_segment(request: ActorRequest, segment_id: UUID, body: SegmentChangeIn) -> SegmentRow:
    """Change a segment; another rule makes another version of it."""
    return _row(request, services.segment_change(actor=request.auth, segment_id=segment_id, **body.dict()))


@router.post(
    "/segments/{uuid:segment_id}/archive",
    permission=_UPDATE,
    response={200: SegmentOut, **problems(Forbidden, SegmentNotFound, SegmentIsArchived, StaleVersion)},
    operation_id="segments_archive",
)
def archive_segment(request: ActorRequest, segment_id: UUID, body: SegmentVersionIn) -> SegmentRow:
    """Put a segment aside."""
    return _row(request, services.segment_archive(actor=request.auth, segment_id=segment_id, version=body.version))


@router.post(
    "/segments/{uuid:segment_id}/restore",
    permission=_UPDATE,
    response={200: SegmentOut, **problems(Forbidden, SegmentNotFound, SegmentIsNotArchived, StaleVersion)},
    operation_id="segments_restore",
)
def restore_segment(request: ActorRequest, segment_id: UUID, body: SegmentVersionIn) -> SegmentRow:
    """Take a segment out of the archive."""
    return _row(request, services.segment_restore(actor=request.auth, segment_id=segment_id, version=body.version))


@router.get(
    "/segments/{uuid:segment_id}/versions",
    permission=_READ,
    counts_rows=True,
    lists="SEGMENT",
    response={200: SegmentVersionPageOut, **problems(Forbidden, SegmentNotFound, RateLimited)},
    operation_id="segments_versions",
)
def list_versions(request: ActorRequest, segment_id: UUID, cursor: str | None = None, limit: Limit = 50) -> Page:
    """The versions of a segment's rule, newest first."""
    return reading.version_page(actor=request.auth, segment_id=segment_id, cursor=cursor, limit=limit)


@router.post(
    "/segments/{uuid:segment_id}/refresh",
    permission=_UPDATE,
    response={200: SegmentOut, **problems(Forbidden, SegmentNotFound, SegmentIsArchived, SegmentIsAList, SelectingIsNotAllowed)},
    operation_id="segments_refresh",
)
def refresh_segment(request: ActorRequest, segment_id: UUID) -> SegmentRow:
    """Have the customers of a segment looked for again now; the refresh is listed when it is done."""
    return _row(request, services.segment_look_again(actor=request.auth, segment_id=segment_id))


@router.get(
    "/segments/{uuid:segment_id}/refreshes",
    permission=_READ,
    counts_rows=True,
    lists="SEGMENT",
    response={200: SegmentRefreshPageOut, **problems(Forbidden, SegmentNotFound, RateLimited)},
    operation_id="segments_refreshes",
)
def list_refreshes(request: ActorRequest, segment_id: UUID, cursor: str | None = None, limit: Limit = 50) -> Page:
    """How many customers entered and left a segment by each refresh, newest first."""
    return reading.refresh_page(actor=request.auth, segment_id=segment_id, cursor=cursor, limit=limit)


@router.get(
    "/segments/{uuid:segment_id}/members",
    permission=_READ,
    counts_rows=True,
    lists="SEGMENT",
    response={200: SegmentMemberPageOut, **problems(Forbidden, SegmentNotFound, RateLimited)},
    operation_id="segments_members",
)
def list_members(request: ActorRequest, segment_id: UUID, cursor: str | None = None, limit: Limit = 50) -> Page:
    """The members of a segment as it was found last, masked."""
    return membership.member_page(actor=request.auth, segment_id=segment_id, cursor=cursor, limit=limit)


@router.post(
    "/segments/{uuid:segment_id}/upload",
    permission=_UPDATE,
    response={200: SegmentUploadOut, **problems(Forbidden, SegmentNotFound, SegmentIsArchived, SegmentIsARule, StaleVersion)},
    operation_id="segments_upload",
)
def upload_members(request: ActorRequest, segment_id: UUID, body: SegmentUploadIn) -> dict[str, object]:
    """Put customers on a list by their CIF."""
    found = lists.segment_upload(actor=request.auth, segment_id=segment_id, version=body.version, text=body.text)
    counts = {name: getattr(found, name) for name in ("added", "already", "not_active", "unknown", "unknown_count")}
    return {**counts, "segment": _row(request, found.segment)}


@router.post(
    "/segments/{uuid:segment_id}/members/remove",
    permission=_UPDATE,
    response={200: SegmentOut, **problems(Forbidden, SegmentNotFound, SegmentIsArchived, SegmentIsARule, StaleVersion)},
    operation_id="segments_remove_members",
)
def remove_members(request: ActorRequest, segment_id: UUID, body: SegmentMembersIn) -> SegmentRow:
    """Take customers off a list."""
    return _row(request, lists.segment_members_remove(actor=request.auth, segment_id=segment_id, version=body.version, customer_ids=body.customer_ids))


def _row(request: ActorRequest, segment: Segment) -> SegmentRow:
    return reading.segment_rows(request.auth, [segment])[0]
