"""The operations on members. There is none that moves a member: only the run does."""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.followup.errors import FollowupMemberNotFound, FollowupRunNotFound
from simpul.followup.schemas.members import (
    CallerMovesOut,
    EntriesIn,
    EntriesOut,
    FollowupLogIn,
    FollowupPhoneOut,
    FollowupRevealIn,
    MemberDetailOut,
    MemberListIn,
    MemberPageOut,
)
from simpul.followup.selectors.members import member_page
from simpul.followup.selectors.path import MemberDetailRow, member_get
from simpul.followup.selectors.runs import CallerMoves, caller_moves
from simpul.followup.services import entries, following
from simpul.followup.services.entries import EntriesRow
from simpul.followup.vocabulary import CONFIGURATION, MEMBER, RESOURCE
from simpul.platform import idempotency
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, Invalid, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.platform.text import Text

router = Router()
_READ, _LOG, _MANAGE = needs(RESOURCE, Act.READ), needs(RESOURCE, Act.UPDATE), needs(CONFIGURATION, Act.MANAGE)
_NOT_KEPT = Text(id="Data yang ditampilkan tidak disimpan untuk diulang.", en="What is revealed is not kept for repeating.")


@router.get(
    "/followup/members",
    permission=_READ,
    counts_rows=True,
    lists=MEMBER,
    response={200: MemberPageOut, **problems(RateLimited)},
    operation_id="followup_members_list",
)
def list_members(request: ActorRequest, filters: Query[MemberListIn]) -> Page:
    """The members in my hands, or of my branches; the nearest end of a window first."""
    return member_page(actor=request.auth, member_filter=filters.as_filter(), cursor=filters.cursor, limit=filters.limit)


@router.get(
    "/followup/members/{uuid:customer_id}",
    permission=_READ,
    response={200: MemberDetailOut, **problems(FollowupMemberNotFound)},
    operation_id="followup_members_get",
)
def get_member(request: ActorRequest, customer_id: UUID) -> MemberDetailRow:
    """One member with its path from agent to agent, follow-ups and deposits."""
    return member_get(actor=request.auth, customer_id=customer_id)


@router.post(
    "/followup/members/{uuid:customer_id}/log",
    permission=_LOG,
    response={201: MemberDetailOut, **problems(FollowupMemberNotFound, Forbidden)},
    operation_id="followup_members_log",
)
def log_followup(request: ActorRequest, customer_id: UUID, body: FollowupLogIn) -> MemberDetailRow:
    """Log a contact with a member in my hands. It moves nobody and extends no window."""
    following.followup_log(
        actor=request.auth,
        customer_id=customer_id,
        activity_type=body.activity_type,
        outcome=body.outcome,
        note=body.note,
        happened_at=body.happened_at,
    )
    return member_get(actor=request.auth, customer_id=customer_id)


@router.post(
    "/followup/members/{uuid:customer_id}/reveal",
    permission=_LOG,
    response={200: FollowupPhoneOut, **problems(FollowupMemberNotFound, Forbidden, RateLimited)},
    operation_id="followup_members_reveal",
    takes=following.reveal_token,
)
def reveal_phone(request: ActorRequest, customer_id: UUID, body: FollowupRevealIn) -> dict[str, str | None]:
    """The phone of a member in my hands, to call or write to; each is recorded."""
    if idempotency.HEADER in request.headers:
        raise Invalid({idempotency.HEADER: _NOT_KEPT})
    return {"phone": following.phone_reveal(actor=request.auth, customer_id=customer_id)}


@router.get(
    "/followup/moves/{uuid:run_id}",
    permission=_READ,
    response={200: CallerMovesOut, **problems(FollowupRunNotFound)},
    operation_id="followup_moves_get",
)
def get_moves(request: ActorRequest, run_id: UUID) -> CallerMoves:
    """What a run took from me and gave me."""
    return caller_moves(actor=request.auth, run_id=run_id)


@router.post(
    "/followup/entries",
    permission=_MANAGE,
    response={200: EntriesOut, **problems(Forbidden)},
    operation_id="followup_entries_create",
)
def create_entries(request: ActorRequest, body: EntriesIn) -> EntriesRow:
    """Let customers enter the programme with the next run, by their numbers."""
    return entries.entries_create(actor=request.auth, cifs=body.cifs)
