"""The queue over HTTP: lists, counts, who has how much, and changes as they happen."""

from __future__ import annotations

from typing import Any

from django.http.response import HttpResponseBase
from ninja import Query

from simpul.cases import live
from simpul.cases.api import intake
from simpul.cases.schemas.queue import CaseBoardOut, CaseCountsOut, CaseListOut, CaseListQuery, CaseSearchIn
from simpul.cases.selectors.board import workload_board
from simpul.cases.selectors.queue import queue_counts, queue_page, queue_position
from simpul.cases.services.searching import case_search, search_token
from simpul.platform import streams
from simpul.platform.actor import Act
from simpul.platform.errors import RateLimited
from simpul.platform.http import ActorRequest, needs, problems
from simpul.platform.paging import Page

# Listing and creating share a path, and a path belongs to one router.
router = intake.router
_READ = needs("case", Act.READ, or_elevated=True)


@router.get("/cases", permission=_READ, counts_rows=True, lists="CASE", response={200: CaseListOut, **problems(RateLimited)}, operation_id="cases_list")
def list_cases(request: ActorRequest, filters: Query[CaseListQuery]) -> Page:
    """The cases that I reach, those below my tier by their head only; open ones by due time unless asked otherwise."""
    return queue_page(actor=request.auth, wanted=filters.asked(request.auth), cursor=filters.cursor, limit=filters.limit)


@router.post(
    "/cases/search", reads=True, permission=_READ, counts_rows=True, lists="CASE", takes=search_token,
    response={200: CaseListOut, **problems(RateLimited)}, operation_id="cases_search",
)  # fmt: skip
def search_cases(request: ActorRequest, body: CaseSearchIn) -> Page:
    """Find cases by number or its end and by customer, open ones by what they say as well; words come in the body, where no proxy writes them down."""
    return case_search(actor=request.auth, written=body.q, wanted=body.case_query(request.auth), cursor=body.cursor, limit=body.limit)


@router.get("/cases/counts", permission=_READ, response={200: CaseCountsOut, **problems()}, operation_id="cases_counts")
def count_cases(request: ActorRequest, filters: Query[CaseListQuery]) -> dict[str, Any]:
    """How many cases a list holds, and how many of them are overdue, due within a day and nobody's."""
    wanted = filters.asked(request.auth)
    queue_position(filters.cursor, wanted.sort)
    return queue_counts(wanted)


@router.get("/cases/board", permission=needs("case", Act.ASSIGN), response={200: CaseBoardOut, **problems()}, operation_id="cases_board")
def show_board(request: ActorRequest) -> dict[str, Any]:
    """Who of my branches and units has how much, and who is there."""
    return workload_board(actor=request.auth)


@router.get(
    "/cases/live",
    permission=_READ,
    response={200: None, **problems(RateLimited)},
    operation_id="cases_live",
    openapi_extra={"responses": {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}},
)
def stream_cases(request: ActorRequest) -> HttpResponseBase:
    """Server-sent events: `cases` with the ids of those of my cases that changed, or `again` to look at all; `end` when my session is over."""
    return streams.respond(request.auth, live.stream(actor=request.auth, session_key=request.session.session_key or ""))
