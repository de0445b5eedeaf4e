"""Working on cases over HTTP: every act answers with the case as it then stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from simpul.cases.errors import CaseForbidsThis, CaseIsTaken, CaseNotFound, NothingToClaim, OwnAnswer, ReminderNotFound
from simpul.cases.models import Case
from simpul.cases.schemas import handling as schemas
from simpul.cases.schemas.cases import CaseOut
from simpul.cases.selectors.cases import case_get
from simpul.cases.selectors.colleagues import assignee_rows, colleague_rows
from simpul.cases.selectors.rows import case_out
from simpul.cases.services import answering, assigning, bulk, handling, noting, watching
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.workflow.errors import GuardDoesNotHold

router = Router()
READS = needs("case", Act.READ)
UPDATES = needs("case", Act.UPDATE)
ASSIGNS = needs("case", Act.ASSIGN)
_ANSWERS = {200: CaseOut, **problems(CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, GuardDoesNotHold)}


def _case(request: ActorRequest, case: Case) -> dict[str, Any]:
    return case_out(request.auth, case.id)


@router.get(
    "/cases/{uuid:case_id}/assignees",
    permission=ASSIGNS,
    counts_rows="people",
    response={200: schemas.CaseAssigneesOut, **problems(CaseNotFound)},
    operation_id="cases_assignees",
)
def list_assignees(request: ActorRequest, case_id: UUID) -> dict[str, Any]:
    """Whom I can give the case to: colleagues with their load and presence, and units."""
    return assignee_rows(request.auth, case_get(actor=request.auth, case_id=case_id))


@router.get(
    "/cases/{uuid:case_id}/colleagues", permission=UPDATES, response={200: schemas.CaseColleaguesOut, **problems(CaseNotFound)}, operation_id="cases_colleagues"
)
def list_colleagues(request: ActorRequest, case_id: UUID) -> dict[str, Any]:
    """Whom I can mention in the case: who handles cases where it lies, by name."""
    return {"items": colleague_rows(case_get(actor=request.auth, case_id=case_id))}


@router.post("/cases/{uuid:case_id}/assign", permission=ASSIGNS, response=_ANSWERS, operation_id="cases_assign")
def assign(request: ActorRequest, case_id: UUID, body: schemas.CaseAssignIn) -> dict[str, Any]:
    """Give the case to a colleague, a unit, or a colleague of a unit."""
    return _case(
        request,
        assigning.case_assign(actor=request.auth, case_id=case_id, version=body.version, user_id=body.user_id, unit_code=body.unit_code, note=body.note),
    )


@router.post("/cases/{uuid:case_id}/claim", permission=UPDATES, response={**_ANSWERS, **problems(CaseIsTaken)}, operation_id="cases_claim")
def claim(request: ActorRequest, case_id: UUID, body: schemas.CaseVersionIn) -> dict[str, Any]:
    """Take a case that nobody has."""
    return _case(request, assigning.case_claim(actor=request.auth, case_id=case_id, version=body.version))


@router.post("/cases/claim-next", permission=UPDATES, response={200: CaseOut, **problems(NothingToClaim)}, operation_id="cases_claim_next")
def claim_next(request: ActorRequest) -> dict[str, Any]:
    """Take the most urgent case of my branches and units that nobody has."""
    return _case(request, assigning.case_claim_next(actor=request.auth))


@router.post("/cases/{uuid:case_id}/take", permission=UPDATES, response=_ANSWERS, operation_id="cases_take")
def take_up(request: ActorRequest, case_id: UUID, body: schemas.CaseVersionIn) -> dict[str, Any]:
    """Begin to work on a case that I have."""
    return _case(request, handling.case_take(actor=request.auth, case_id=case_id, version=body.version))


@router.post("/cases/{uuid:case_id}/escalate", permission=ASSIGNS, response=_ANSWERS, operation_id="cases_escalate")
def escalate(request: ActorRequest, case_id: UUID, body: schemas.CaseEscalateIn) -> dict[str, Any]:
    """Bring the case to a level of escalation, whose people are told; with a colleague named, it goes to them."""
    return _case(
        request,
        assigning.case_escalate(actor=request.auth, case_id=case_id, version=body.version, level=body.level, user_id=body.user_id, note=body.note),
    )


@router.post("/cases/{uuid:case_id}/wait", permission=UPDATES, response=_ANSWERS, operation_id="cases_wait")
def wait(request: ActorRequest, case_id: UUID, body: schemas.CaseWaitIn) -> dict[str, Any]:
    """Wait for the customer, saying for what."""
    return _case(request, handling.case_wait(actor=request.auth, case_id=case_id, version=body.version, reason_code=body.reason_code, note=body.note))


@router.post("/cases/{uuid:case_id}/resume", permission=UPDATES, response=_ANSWERS, operation_id="cases_resume")
def go_on(request: ActorRequest, case_id: UUID, body: schemas.CaseResumeIn) -> dict[str, Any]:
    """Go on with a case that waited."""
    return _case(request, handling.case_resume(actor=request.auth, case_id=case_id, version=body.version, note=body.note))


@router.post("/cases/{uuid:case_id}/notes", permission=UPDATES, response=_ANSWERS, operation_id="cases_note")
def note(request: ActorRequest, case_id: UUID, body: schemas.CaseNoteIn) -> dict[str, Any]:
    """Write a note for colleagues; who is mentioned is told."""
    return _case(request, noting.case_note(actor=request.auth, case_id=case_id, text=body.text, mentions=body.mentions))


@router.post("/cases/{uuid:case_id}/messages", permission=UPDATES, response=_ANSWERS, operation_id="cases_message")
def message(request: ActorRequest, case_id: UUID, body: schemas.CaseMessageIn) -> dict[str, Any]:
    """Write to the customer, or write down what the customer said."""
    return _case(
        request,
        noting.case_message(actor=request.auth, case_id=case_id, text=body.text, incoming=body.direction == "IN", channel=body.channel),
    )


@router.post("/cases/{uuid:case_id}/respond", permission=UPDATES, response=_ANSWERS, operation_id="cases_respond")
def respond(request: ActorRequest, case_id: UUID, body: schemas.CaseRespondIn) -> dict[str, Any]:
    """Give the final response, or propose it where somebody else approves it first."""
    return _case(request, answering.case_respond(actor=request.auth, case_id=case_id, version=body.version, final_response=body.final_response))


@router.post("/cases/{uuid:case_id}/review", permission=UPDATES, response={**_ANSWERS, **problems(OwnAnswer)}, operation_id="cases_review")
def review(request: ActorRequest, case_id: UUID, body: schemas.CaseReviewIn) -> dict[str, Any]:
    """Approve somebody else's final response, which sends it, or give it back with a note."""
    return _case(
        request,
        answering.case_review(actor=request.auth, case_id=case_id, version=body.version, approve=body.decision == "APPROVE", note=body.note),
    )


@router.post("/cases/{uuid:case_id}/move", permission=UPDATES, response=_ANSWERS, operation_id="cases_move")
def make_step(request: ActorRequest, case_id: UUID, body: schemas.CaseMoveIn) -> Mapping[str, Any]:
    """Make any step that the case's workflow has out of the state in which it rests, also one that the organisation drew."""
    return _case(
        request,
        handling.case_move(actor=request.auth, case_id=case_id, version=body.version, transition=body.transition, reason=body.reason, given=body.fields),
    )


@router.post("/cases/{uuid:case_id}/close", permission=UPDATES, response=_ANSWERS, operation_id="cases_close")
def close(request: ActorRequest, case_id: UUID, body: schemas.CaseCloseIn) -> dict[str, Any]:
    """Close an answered case, saying how it ended."""
    return _case(request, handling.case_close(actor=request.auth, case_id=case_id, version=body.version, resolution_code=body.resolution_code))


@router.post("/cases/{uuid:case_id}/reopen", permission=UPDATES, response=_ANSWERS, operation_id="cases_reopen")
def reopen(request: ActorRequest, case_id: UUID, body: schemas.CaseReopenIn) -> dict[str, Any]:
    """Work on an answered or closed case again, saying why."""
    return _case(request, handling.case_reopen(actor=request.auth, case_id=case_id, version=body.version, reason=body.reason))


@router.put("/cases/{uuid:case_id}/watch", permission=READS, response=_ANSWERS, operation_id="cases_watch")
def watch(request: ActorRequest, case_id: UUID) -> dict[str, Any]:
    """Be told when the case moves."""
    return _case(request, watching.case_watch(actor=request.auth, case_id=case_id))


@router.delete("/cases/{uuid:case_id}/watch", permission=READS, response=_ANSWERS, operation_id="cases_unwatch")
def unwatch(request: ActorRequest, case_id: UUID) -> dict[str, Any]:
    """Be told no more."""
    return _case(request, watching.case_unwatch(actor=request.auth, case_id=case_id))


@router.post("/cases/{uuid:case_id}/reminders", permission=READS, response=_ANSWERS, operation_id="cases_remind")
def remind(request: ActorRequest, case_id: UUID, body: schemas.CaseRemindIn) -> dict[str, Any]:
    """Be reminded of the case at a moment."""
    return _case(request, watching.case_remind(actor=request.auth, case_id=case_id, at=body.at, note=body.note))


@router.delete(
    "/cases/{uuid:case_id}/reminders/{uuid:reminder_id}",
    permission=READS,
    response={**_ANSWERS, **problems(ReminderNotFound)},
    operation_id="cases_unremind",
)
def unremind(request: ActorRequest, case_id: UUID, reminder_id: UUID) -> dict[str, Any]:
    """Take my reminder back."""
    return _case(request, watching.case_unremind(actor=request.auth, case_id=case_id, reminder_id=reminder_id))


@router.post("/cases/bulk", permission=needs("case", Act.BULK), response={200: schemas.CaseBulkOut, **problems(Forbidden)}, operation_id="cases_bulk")
def act_on_many(request: ActorRequest, body: schemas.CaseBulkIn) -> dict[str, Any]:
    """One act on up to 100 cases; each succeeds or is refused by itself."""
    rows = [bulk.Row(row.id, row.version, row.final_response) for row in body.rows]
    asked = bulk.Asked(body.user_id, body.unit_code, body.level, body.reason_code, body.resolution_code, body.note)
    return {
        "results": [
            {
                "id": each.id,
                "ok": each.case is not None,
                "status": each.case.status if each.case else None,
                "version": each.case.version if each.case else None,
                "code": each.refusal.code() if each.refusal else None,
                "message": bulk.message_of(each.refusal) if each.refusal else None,
            }
            for each in bulk.cases_bulk(actor=request.auth, act=body.act, rows=rows, asked=asked)
        ]
    }
