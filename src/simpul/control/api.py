"""Changes that wait for a second person: looking at them, deciding, taking what they give."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query

from simpul.control.errors import CodesLocked, CodesWrong, ConcernsYou, NoCodes, NothingToTake, OwnProposal, ProposalIsDecided, ProposalNotFound
from simpul.control.models import Proposal
from simpul.control.schemas import (
    ProposalApproveIn,
    ProposalCodesIn,
    ProposalDeclineIn,
    ProposalKindsOut,
    ProposalResultOut,
    ProposalsIn,
    ProposalsOut,
    ProposalWithdrawIn,
)
from simpul.control.selectors import proposals as selectors
from simpul.control.services import codes, deciding
from simpul.platform import idempotency
from simpul.platform.actor import Act
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.guarding import ProposalOut, changes
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.platform.text import Text

router = Router()
READS = needs("configuration", Act.READ, Act.MANAGE)
# The store of repeated answers would keep what is shown once.
_NOT_KEPT = Text(id="Hasil sekali pakai tidak disimpan untuk diulang.", en="A one-time result is not kept for repeating.")


@router.get("/proposals", permission=READS, response={200: ProposalsOut, **problems()}, operation_id="proposals_list")
def list_proposals(request: ActorRequest, given: Query[ProposalsIn]) -> Page:
    """Changes that wait for a second person, or did."""
    wanted = selectors.ProposalFilter(
        status=tuple(given.status), kind=given.kind, proposed_by=given.proposed_by, concerns=given.concerns, mine=given.mine, decidable=given.decidable
    )
    return selectors.proposal_page(actor=request.auth, wanted=wanted, sort=given.sort, cursor=given.cursor, limit=given.limit)


@router.get("/proposals/kinds", permission=READS, response={200: ProposalKindsOut, **problems()}, operation_id="proposals_kinds")
def list_kinds(request: ActorRequest) -> dict[str, Any]:
    """The kinds of changes that take a second person."""
    return {"items": [{"key": key, "name": str(change.title)} for key, change in changes.items()]}


@router.get("/proposals/{uuid:proposal_id}", permission=READS, response={200: ProposalOut, **problems(ProposalNotFound)}, operation_id="proposals_get")
def get_proposal(request: ActorRequest, proposal_id: UUID) -> dict[str, Any]:
    """One change with its difference, and what became of it."""
    return _row(request, selectors.proposal_get(actor=request.auth, proposal_id=proposal_id))


@router.post(
    "/proposals/{uuid:proposal_id}/approve",
    permission=READS,
    response={200: ProposalOut, **problems(ProposalNotFound, Forbidden, OwnProposal, ConcernsYou, ProposalIsDecided, StaleVersion)},
    operation_id="proposals_approve",
)
def approve_proposal(request: ActorRequest, proposal_id: UUID, body: ProposalApproveIn) -> dict[str, Any]:
    """Agree to a change, which is applied now; where that is not possible any more it becomes STALE and says why."""
    return _row(request, deciding.proposal_approve(actor=request.auth, proposal_id=proposal_id, version=body.version, note=body.note))


@router.post(
    "/proposals/{uuid:proposal_id}/decline",
    permission=READS,
    response={200: ProposalOut, **problems(ProposalNotFound, Forbidden, OwnProposal, ConcernsYou, ProposalIsDecided, StaleVersion)},
    operation_id="proposals_decline",
)
def decline_proposal(request: ActorRequest, proposal_id: UUID, body: ProposalDeclineIn) -> dict[str, Any]:
    """Turn a change down, saying why."""
    return _row(request, deciding.proposal_decline(actor=request.auth, proposal_id=proposal_id, version=body.version, note=body.note))


@router.post(
    "/proposals/{uuid:proposal_id}/withdraw",
    permission=READS,
    response={200: ProposalOut, **problems(ProposalNotFound, Forbidden, ProposalIsDecided, StaleVersion)},
    operation_id="proposals_withdraw",
)
def withdraw_proposal(request: ActorRequest, proposal_id: UUID, body: ProposalWithdrawIn) -> dict[str, Any]:
    """Take my change back before it is decided."""
    return _row(request, deciding.proposal_withdraw(actor=request.auth, proposal_id=proposal_id, version=body.version))


@router.post(
    "/proposals/{uuid:proposal_id}/use-codes",
    permission=READS,
    response={200: ProposalOut, **problems(ProposalNotFound, Forbidden, ProposalIsDecided, StaleVersion, NoCodes, CodesWrong, CodesLocked)},
    operation_id="proposals_use_codes",
    takes=codes.tries_token,
)
def use_codes(request: ActorRequest, proposal_id: UUID, body: ProposalCodesIn) -> dict[str, Any]:
    """Apply my change by the two sealed codes, where there is no second person; compliance is told."""
    applied = codes.codes_use(actor=request.auth, proposal_id=proposal_id, version=body.version, first_code=body.first_code, second_code=body.second_code)
    return _row(request, applied)


@router.post(
    "/proposals/{uuid:proposal_id}/result",
    permission=READS,
    response={200: ProposalResultOut, **problems(ProposalNotFound, Forbidden, NothingToTake)},
    operation_id="proposals_take_result",
)
def take_result(request: ActorRequest, proposal_id: UUID) -> dict[str, Any]:
    """What the applied change gave, shown this once."""
    if idempotency.HEADER in request.headers:
        raise Invalid({idempotency.HEADER: _NOT_KEPT})
    values = deciding.result_take(actor=request.auth, proposal_id=proposal_id)
    kind = selectors.proposal_get(actor=request.auth, proposal_id=proposal_id).kind
    return {"kind": kind, "values": values, "taken_at": now()}


def _row(request: ActorRequest, proposal: Proposal) -> dict[str, Any]:
    return selectors.proposal_rows(request.auth, [proposal])[0]
