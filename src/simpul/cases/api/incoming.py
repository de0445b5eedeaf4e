"""Messages from outside over HTTP."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Query

from simpul.cases.errors import IncomingIsDecided, IncomingNotFound, LegalRulesNotFound, NoServiceLevel
from simpul.cases.schemas.cases import CaseOut
from simpul.cases.schemas.incoming import IncomingDiscardIn, IncomingIn, IncomingListOut, IncomingOut, IncomingReceivedOut
from simpul.cases.schemas.intake import CaseCreateIn
from simpul.cases.selectors.incoming import incoming_page, incoming_rows, reason_rows
from simpul.cases.selectors.rows import case_out
from simpul.cases.services.incoming import incoming_accept, incoming_discard, incoming_receive
from simpul.customers.public import CustomerNotFound
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.workflow.errors import CalendarHasNoTime

router = Router()
RECEIVES = needs("case", Act.CREATE)
Branch = Annotated[str | None, Query(pattern=r"^[A-Z0-9_-]{1,20}$")]


@router.get(
    "/case-intake",
    permission=RECEIVES,
    counts_rows=True,
    lists="CASE_INTAKE",
    response={200: IncomingListOut, **problems(RateLimited)},
    operation_id="case_intake_list",
)
def list_incoming(
    request: ActorRequest,
    status: Literal["WAITING", "ACCEPTED", "DISCARDED"] = "WAITING",
    branch: Branch = None,
    cursor: Annotated[str | None, Query(max_length=400)] = None,
    limit: Limit = 50,
) -> Page:
    """Messages from outside that did not become a case by themselves, with the reasons; those that wait oldest first."""
    return incoming_page(actor=request.auth, status=status, branch=branch, cursor=cursor, limit=limit)


@router.post("/case-intake", permission=RECEIVES, response={201: IncomingReceivedOut, **problems(Forbidden)}, operation_id="case_intake_receive")
def receive_incoming(request: ActorRequest, body: IncomingIn) -> dict[str, Any]:
    """Hand in a message from outside: it becomes a case at once, or waits for a person with the reasons. It is never dropped."""
    found = incoming_receive(actor=request.auth, incoming=body.incoming())
    return {"id": found.id, "status": found.status, "case_id": found.case_id, "reasons": reason_rows(found)}


@router.post(
    "/case-intake/{uuid:incoming_id}/accept",
    permission=RECEIVES,
    response={
        200: CaseOut,
        **problems(IncomingNotFound, CustomerNotFound, Forbidden, IncomingIsDecided, NoServiceLevel, LegalRulesNotFound, CalendarHasNoTime),
    },
    operation_id="case_intake_accept",
)
def accept_incoming(request: ActorRequest, incoming_id: UUID, body: CaseCreateIn) -> dict[str, Any]:
    """Open a case from a message; its clocks run from when the message came in."""
    case = incoming_accept(actor=request.auth, incoming_id=incoming_id, complaint=body.complaint())
    return case_out(request.auth, case.id)


@router.post(
    "/case-intake/{uuid:incoming_id}/discard",
    permission=RECEIVES,
    response={200: IncomingOut, **problems(IncomingNotFound, Forbidden, IncomingIsDecided)},
    operation_id="case_intake_discard",
)
def discard_incoming(request: ActorRequest, incoming_id: UUID, body: IncomingDiscardIn) -> dict[str, Any]:
    """Put a message aside that is no complaint, with a reason; it is kept."""
    return incoming_rows(request.auth, [incoming_discard(actor=request.auth, incoming_id=incoming_id, reason=body.reason)])[0]
