"""The inbox of whoever is signed in."""

from __future__ import annotations

from typing import Any

from django.http.response import HttpResponseBase
from ninja import Query

from simpul.messaging import live
from simpul.messaging.errors import NoticeNotFound
from simpul.messaging.policies import RESOURCE
from simpul.messaging.schemas.inbox import InboxMarkedOut, InboxMarkIn, InboxOut, InboxQuery, InboxSummaryOut, MailChoicesIn, MailChoicesOut
from simpul.messaging.selectors.inbox import InboxFilter, MailChoices, mail_choices, notice_page, summarise_inbox
from simpul.messaging.services.inbox import notices_mark
from simpul.messaging.services.notice_mails import mail_choices_update
from simpul.platform import streams
from simpul.platform.actor import Act
from simpul.platform.errors import RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page

router = Router()
_READ = needs(RESOURCE, Act.READ)


@router.get("/inbox", permission=_READ, response={200: InboxOut, **problems()}, operation_id="inbox_list")
def list_inbox(request: ActorRequest, filters: Query[InboxQuery]) -> Page:
    """My notices, newest first."""
    wanted = InboxFilter(filters.box == "archived", filters.unread, filters.kind)
    return notice_page(actor=request.auth, wanted=wanted, cursor=filters.cursor, limit=filters.limit)


@router.get("/inbox/summary", permission=_READ, response={200: InboxSummaryOut, **problems()}, operation_id="inbox_summary")
def inbox_summary(request: ActorRequest) -> dict[str, Any]:
    """How much is unread, and which kinds of notices I have."""
    return summarise_inbox(actor=request.auth)


@router.post("/inbox/mark", permission=needs(RESOURCE, Act.UPDATE), response={200: InboxMarkedOut, **problems(NoticeNotFound)}, operation_id="inbox_mark")
def mark_inbox(request: ActorRequest, body: InboxMarkIn) -> dict[str, Any]:
    """Mark some or all of my notices as read or unread, archive them or take them back."""
    wanted = InboxFilter(unread=body.unread, kind=body.kind)
    return notices_mark(actor=request.auth, mark=body.mark, ids=body.ids, wanted=wanted, marked_at=body.marked_at)


@router.get("/inbox/mail", permission=_READ, response={200: MailChoicesOut, **problems()}, operation_id="inbox_mail_get")
def get_mail_choices(request: ActorRequest) -> MailChoices:
    """Which of my notices come by mail too."""
    return mail_choices(request.auth)


@router.put("/inbox/mail", permission=needs(RESOURCE, Act.UPDATE), response={200: MailChoicesOut, **problems()}, operation_id="inbox_mail_update")
def update_mail_choices(request: ActorRequest, body: MailChoicesIn) -> MailChoices:
    """Choose which of my notices come by mail too."""
    return mail_choices_update(actor=request.auth, every=body.every, kinds=body.kinds)


@router.get(
    "/inbox/stream",
    permission=_READ,
    response={200: None, **problems(RateLimited)},
    operation_id="inbox_stream",
    openapi_extra={"responses": {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}},
)
def stream_inbox(request: ActorRequest) -> HttpResponseBase:
    """Server-sent events: `inbox` whenever my inbox changed, `end` when my session is over. The id of an event is the mark of the inbox."""
    return streams.respond(
        request.auth, live.stream(actor=request.auth, session_key=request.session.session_key or "", known=request.headers.get("Last-Event-ID", ""))
    )
