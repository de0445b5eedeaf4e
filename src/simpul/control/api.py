"""Changes that wait for a second person: looking at them, deciding, taking what they give; and reviews of rights."""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.control.errors import (
    CodesLocked,
    CodesWrong,
    ConcernsYou,
    NoCodes,
    NothingToReview,
    NothingToTake,
    OwnProposal,
    ProposalIsDecided,
    ProposalNotFound,
    RecertificationIsOpen,
)
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
    RecertificationDecideIn,
    RecertificationItemsIn,
    RecertificationItemsOut,
    RecertificationResultsOut,
    RecertificationsOut,
)
from simpul.control.selectors import proposals as selectors
from simpul.control.selectors import recertifications
from simpul.control.selectors.proposals import Shown
from simpul.control.services import codes, deciding, recertifying
from simpul.platform import idempotency
from simpul.platform.actor import Act
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.guarding import ProposalOut, changes
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.platform.text import Text

router, reviews = Router(), Router()
READS, MANAGES = needs("configuration", Act.READ, Act.MANAGE), needs("configuration", Act.MANAGE)
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
def list_kinds(request: ActorRequest) -> Shown:
    """The kinds of changes that take a second person."""
    return {"items": [{"key": key, "name": str(change.title)} for key, change in changes.items()]}


@router.get("/proposals/{uuid:proposal_id}", permission=READS, response={200: ProposalOut, **problems(ProposalNotFound)}, operation_id="proposals_get")
def get_proposal(request: ActorRequest, proposal_id: UUID) -> Shown:
    """One change with its difference, and what became of it."""
    return _row(request, selectors.proposal_get(actor=request.auth, proposal_id=proposal_id))


@router.post(
    "/proposals/{uuid:proposal_id}/approve",
    permission=READS,
    response={200: ProposalOut, **problems(ProposalNotFound, Forbidden, OwnProposal, ConcernsYou, ProposalIsDecided, StaleVersion)},
    operation_id="proposals_approve",
)
def approve_proposal(request: ActorRequest, proposal_id: UUID, body: ProposalApproveIn) -> Shown:
    """Agree to a change, which is applied now; where that is not possible any more it becomes STALE and says why."""
    return _row(request, deciding.proposal_approve(actor=request.auth, proposal_id=proposal_id, version=body.version, note=body.note))


@router.post(
    "/proposals/{uuid:proposal_id}/decline",
    permission=READS,
    response={200: ProposalOut, **problems(ProposalNotFound, Forbidden, OwnProposal, ConcernsYou, ProposalIsDecided, StaleVersion)},
    operation_id="proposals_decline",
)
def decline_proposal(request: ActorRequest, proposal_id: UUID, body: ProposalDeclineIn) -> Shown:
    """Turn a change down, saying why."""
    return _row(request, deciding.proposal_decline(actor=request.auth, proposal_id=proposal_id, version=body.version, note=body.note))


@router.post(
    "/proposals/{uuid:proposal_id}/withdraw",
    permission=READS,
    response={200: ProposalOut, **problems(ProposalNotFound, Forbidden, ProposalIsDecided, StaleVersion)},
    operation_id="proposals_withdraw",
)
def withdraw_proposal(request: ActorRequest, proposal_id: UUID, body: ProposalWithdrawIn) -> Shown:
    """Take my change back before it is decided."""
    return _row(request, deciding.proposal_withdraw(actor=request.auth, proposal_id=proposal_id, version=body.version))


@router.post(
    "/proposals/{uuid:proposal_id}/use-codes",
    permission=READS,
    response={200: ProposalOut, **problems(ProposalNotFound, Forbidden, ProposalIsDecided, StaleVersion, NoCodes, CodesWrong, CodesLocked)},
    operation_id="proposals_use_codes",
    takes=codes.tries_token,
)
def use_codes(request: ActorRequest, proposal_id: UUID, body: ProposalCodesIn) -> Shown:
    """Apply my change by the two sealed codes, where there is no second person; compliance is told."""
    applied = codes.codes_use(actor=request.auth, proposal_id=proposal_id, version=body.version, first_code=body.first_code, second_code=body.second_code)
    return _row(request, applied)


@router.post(
    "/proposals/{uuid:proposal_id}/result",
    permission=READS,
    response={200: ProposalResultOut, **problems(ProposalNotFound, Forbidden, NothingToTake)},
    operation_id="proposals_take_result",
)
def take_result(request: ActorRequest, proposal_id: UUID) -> Shown:
    """What the applied change gave, shown this once."""
    if idempotency.HEADER in request.headers:
        raise Invalid({idempotency.HEADER: _NOT_KEPT})
    values = deciding.result_take(actor=request.auth, proposal_id=proposal_id)
    kind = selectors.proposal_get(actor=request.auth, proposal_id=proposal_id).kind
    return {"kind": kind, "values": values, "taken_at": now()}


def _row(request: ActorRequest, proposal: Proposal) -> Shown:
    return selectors.proposal_rows(request.auth, [proposal])[0]


@reviews.get("/recertifications", permission=READS, response={200: RecertificationsOut, **problems()}, operation_id="recertifications_list")
def list_recertifications(request: ActorRequest, cursor: str | None = None, limit: Limit = 20) -> Shown:
    """Reviews of rights with how far they are, the latest first."""
    page = recertifications.review_page(actor=request.auth, cursor=cursor, limit=limit)
    return {**page, "can": recertifications.review_can(request.auth)}


@reviews.post(
    "/recertifications",
    permission=MANAGES,
    response={201: RecertificationsOut, **problems(Forbidden, RecertificationIsOpen, NothingToReview)},
    operation_id="recertifications_create",
)
def open_recertification(request: ActorRequest) -> Shown:
    """Begin a review of every right now; heads are told, and what nobody confirms in time ends."""
    recertifying.recertification_open(actor=request.auth)
    return {**recertifications.review_page(actor=request.auth, cursor=None, limit=20), "can": recertifications.review_can(request.auth)}


@reviews.get("/recertification-items", permission=SIGNED_IN, response={200: RecertificationItemsOut, **problems()}, operation_id="recertification_items_list")
def list_items(request: ActorRequest, given: Query[RecertificationItemsIn]) -> Page:
    """Rights under review: those that wait for me, or of a whole review for who reads the configuration."""
    wanted = recertifications.ItemFilter(given.recertification_id, given.is_open, given.mine)
    return recertifications.item_page(actor=request.auth, wanted=wanted, cursor=given.cursor, limit=given.limit)


@reviews.post(
    "/recertification-items/decide",
    permission=SIGNED_IN,
    response={200: RecertificationResultsOut, **problems()},
    operation_id="recertification_items_decide",
)
def decide_items(request: ActorRequest, body: RecertificationDecideIn) -> Shown:
    """Confirm or remove rights of my people, each with its own result; what is removed ends at once."""
    decisions = {each.id: each.decision for each in body.items}
    return {"items": recertifying.items_decide(actor=request.auth, decisions=decisions, note=body.note)}
