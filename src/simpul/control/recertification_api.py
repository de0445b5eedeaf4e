"""Reviews of rights over HTTP: a round over everybody, and what each head decides."""

from __future__ import annotations

from typing import Any

from ninja import Query

from simpul.control.errors import NothingToReview, RecertificationIsOpen
from simpul.control.schemas import RecertificationDecideIn, RecertificationItemsIn, RecertificationItemsOut, RecertificationResultsOut, RecertificationsOut
from simpul.control.selectors import recertifications as selectors
from simpul.control.services import recertifying
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()
_READS, _MANAGE = needs("configuration", Act.READ, Act.MANAGE), needs("configuration", Act.MANAGE)


@router.get("/recertifications", permission=_READS, response={200: RecertificationsOut, **problems()}, operation_id="recertifications_list")
def list_recertifications(request: ActorRequest, cursor: str | None = None, limit: Limit = 20) -> dict[str, Any]:
    """Reviews of rights with how far they are, the latest first."""
    page = selectors.review_page(actor=request.auth, cursor=cursor, limit=limit)
    return {**page, "can": selectors.review_can(request.auth)}


@router.post(
    "/recertifications",
    permission=_MANAGE,
    response={201: RecertificationsOut, **problems(Forbidden, RecertificationIsOpen, NothingToReview)},
    operation_id="recertifications_create",
)
def open_recertification(request: ActorRequest) -> dict[str, Any]:
    """Begin a review of every right now; heads are told, and what nobody confirms in time ends."""
    recertifying.recertification_open(actor=request.auth)
    return {**selectors.review_page(actor=request.auth, cursor=None, limit=20), "can": selectors.review_can(request.auth)}


@router.get("/recertification-items", permission=SIGNED_IN, response={200: RecertificationItemsOut, **problems()}, operation_id="recertification_items_list")
def list_items(request: ActorRequest, given: Query[RecertificationItemsIn]) -> Page:
    """Rights under review: those that wait for me, or of a whole review for who reads the configuration."""
    wanted = selectors.ItemFilter(given.recertification_id, given.is_open, given.mine)
    return selectors.item_page(actor=request.auth, wanted=wanted, cursor=given.cursor, limit=given.limit)


@router.post(
    "/recertification-items/decide",
    permission=SIGNED_IN,
    response={200: RecertificationResultsOut, **problems()},
    operation_id="recertification_items_decide",
)
def decide_items(request: ActorRequest, body: RecertificationDecideIn) -> dict[str, Any]:
    """Confirm or remove rights of my people, each with its own result; what is removed ends at once."""
    decisions = {each.id: each.decision for each in body.items}
    return {"items": recertifying.items_decide(actor=request.auth, decisions=decisions, note=body.note)}
