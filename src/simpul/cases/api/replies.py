"""Replies over HTTP."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Query

from simpul.cases.errors import CaseNotFound, ReplyNotFound
from simpul.cases.replies import TOKENS
from simpul.cases.schemas.incoming import RepliesOut, ReplyFilledOut, ReplyIn, ReplyOut, ReplyUpdateIn
from simpul.cases.selectors.replies import reply_list, reply_rows
from simpul.cases.services.replies import reply_create, reply_delete, reply_fill, reply_update
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
HANDLES = needs("case", Act.UPDATE)


@router.get("/case-replies", permission=HANDLES, response={200: RepliesOut, **problems()}, operation_id="case_replies_list")
def list_replies(request: ActorRequest, category: Annotated[str | None, Query(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")] = None) -> dict[str, Any]:
    """Shared replies and mine, by title; with a category those that fit it."""
    rows = reply_rows(request.auth, reply_list(actor=request.auth, category=category))
    return {"items": rows, "tokens": [{"key": key, "name": str(name)} for key, name in TOKENS.items()]}


@router.post("/case-replies", permission=HANDLES, response={201: ReplyOut, **problems(Forbidden)}, operation_id="case_replies_create")
def create_reply(request: ActorRequest, body: ReplyIn) -> dict[str, Any]:
    """Keep a reply, for myself or shared; a token that nothing fills is refused."""
    return reply_rows(request.auth, [reply_create(actor=request.auth, **body.dict())])[0]


@router.put(
    "/case-replies/{uuid:reply_id}",
    permission=HANDLES,
    response={200: ReplyOut, **problems(ReplyNotFound, Forbidden, StaleVersion)},
    operation_id="case_replies_update",
)
def update_reply(request: ActorRequest, reply_id: UUID, body: ReplyUpdateIn) -> dict[str, Any]:
    """Change a reply."""
    return reply_rows(request.auth, [reply_update(actor=request.auth, reply_id=reply_id, **body.dict())])[0]


@router.delete(
    "/case-replies/{uuid:reply_id}", permission=HANDLES, response={204: None, **problems(ReplyNotFound, Forbidden)}, operation_id="case_replies_delete"
)
def delete_reply(request: ActorRequest, reply_id: UUID) -> None:
    """Keep a reply no longer."""
    reply_delete(actor=request.auth, reply_id=reply_id)


@router.post(
    "/cases/{uuid:case_id}/replies/{uuid:reply_id}",
    permission=HANDLES,
    reads=True,
    response={200: ReplyFilledOut, **problems(CaseNotFound, ReplyNotFound)},
    operation_id="case_replies_fill",
)
def fill_reply(request: ActorRequest, case_id: UUID, reply_id: UUID) -> dict[str, str]:
    """A reply's text for a case, with its tokens filled; nothing is sent."""
    return {"text": reply_fill(actor=request.auth, case_id=case_id, reply_id=reply_id)}
