"""Samples for compliance over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.access.errors import SampleIsEmpty, SampleItemNotFound, SampleNotFound
from simpul.access.schemas.samples import FindingIn, SampleDetailOut, SampleDrawIn, SamplesOut
from simpul.access.selectors import samples as selectors
from simpul.access.services import sampling
from simpul.platform.actor import Act
from simpul.platform.errors import Conflict, Forbidden
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()
DECIDES = needs("break_glass", Act.ASSIGN)


@router.get("/break-glass/samples", permission=DECIDES, response={200: SamplesOut, **problems(Forbidden)}, operation_id="break_glass_samples")
def list_samples(request: ActorRequest, cursor: str | None = None, limit: Limit = 50) -> Page:
    """Samples, the latest first."""
    return selectors.sample_page(actor=request.auth, cursor=cursor, limit=limit)


@router.post(
    "/break-glass/samples", permission=DECIDES, response={201: SampleDetailOut, **problems(Forbidden, SampleIsEmpty)}, operation_id="break_glass_sample_draw"
)
def draw_sample(request: ActorRequest, body: SampleDrawIn) -> dict[str, Any]:
    """Draw random items of an ended period; the same seed draws the same."""
    sample = sampling.sample_draw(
        actor=request.auth, source=body.source, since=body.since, until=body.until, size=body.size, seed=body.seed, branch_code=body.branch_code
    )
    return selectors.sample_detail(request.auth, sample)


@router.get(
    "/break-glass/samples/{uuid:sample_id}",
    permission=DECIDES,
    response={200: SampleDetailOut, **problems(SampleNotFound)},
    operation_id="break_glass_sample_get",
)
def get_sample(request: ActorRequest, sample_id: UUID) -> dict[str, Any]:
    """One sample with its items and findings."""
    return selectors.sample_detail(request.auth, selectors.sample_get(actor=request.auth, sample_id=sample_id))


@router.put(
    "/break-glass/samples/{uuid:sample_id}/items/{uuid:item_id}",
    permission=DECIDES,
    response={200: SampleDetailOut, **problems(SampleNotFound, SampleItemNotFound, Forbidden, Conflict)},
    operation_id="break_glass_finding",
)
def note_finding(request: ActorRequest, sample_id: UUID, item_id: UUID, body: FindingIn) -> dict[str, Any]:
    """Note what was found of one item."""
    sampling.finding_note(actor=request.auth, sample_id=sample_id, item_id=item_id, finding=body.finding, note=body.note)
    return selectors.sample_detail(request.auth, selectors.sample_get(actor=request.auth, sample_id=sample_id))
