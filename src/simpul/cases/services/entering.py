"""What a step of a case's workflow means: the case's own row, its clocks, its log. Every step comes here, whoever made it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from simpul.cases.errors import CaseForbidsThis
from simpul.cases.events import CaseAnswered, CaseClosed
from simpul.cases.models import Case, CaseWatcher, ResolutionCode
from simpul.cases.policies import wrong_state
from simpul.cases.selectors.colleagues import still_reading
from simpul.cases.services.customer import case_contact, facts_follow
from simpul.cases.services.notices import tell
from simpul.cases.services.sending import answer_withdraw, first_response, message_send
from simpul.cases.services.steps import Entry, changed, clocks_say, locked, log
from simpul.cases.sla import Change, Clock
from simpul.cases.vocabulary import FOLLOWS, LEAST_RESPONSE, OPEN, PAUSE_REASONS, SHIPPED, STATUSES, ActivityType, Review, Status
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.events import emit
from simpul.platform.text import Text
from simpul.platform.words import says_enough
from simpul.workflow.public import MoveFacts, Resting

_SHORT = Text(id="Paling sedikit {least} karakter.", en="At least {least} characters.")
_NO_CODE = Text(id="Pilih kode penyelesaian yang dipakai.", en="Choose a resolution code that is in use.")
_NO_REASON = Text(id="Pilih alasan dari daftar.", en="Choose a reason from the list.")


def cases_entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    """Write in the cases themselves what their workflow decided.

    In a state that the organisation added the case has the status that the state counts as; where a definition of before
    does not say, the status that it had.

    Raises: CaseForbidsThis when a status cannot follow, whatever the workflow says; Invalid; Forbidden for who may not change the case.
    """
    cases: dict[str, Case] = {move.subject_id: move.row for move in moves if move.row is not None}
    if unread := [UUID(move.subject_id) for move in moves if move.subject_id not in cases]:
        cases |= {str(case.id): case for case in locked(unread)}
    for move in moves:
        if move.subject_id not in cases:
            raise Forbidden()
        if move.kind != "START":
            _enter(actor, cases[move.subject_id], move)
    begun = [cases[move.subject_id] for move in moves if move.kind == "START"]
    closing = [cases[move.subject_id].customer_id for move in moves if Status.CLOSED in (status_of(move.before), status_of(move.after))]
    facts_follow(closing, [case_contact(case, case.created_at, case.created_by, case.channel) for case in begun])


def status_of(state: Resting | None) -> Status | None:
    """What a case is while it rests in a state."""
    return None if state is None else Status(state.key) if state.key in STATUSES else Status(state.counts_as) if state.counts_as in STATUSES else None


def _enter(actor: Actor, case: Case, move: MoveFacts) -> None:
    before = Status(case.status)
    to, own = status_of(move.after) or before, None if move.to_state in STATUSES else move.to_state
    if before is to and case.own_state == own and move.kind in ("MIGRATE", "ROLLBACK"):
        return
    written: list[str] = ["status", "own_state"]
    case.own_state = own
    # A note goes with every step; the other words of a step are its own.
    note = str(move.given.get("note") or move.reason or "")
    data: dict[str, Any] = {"from": before.value, "to": to.value, **_named(move)}
    if before is not to:
        written += _become(actor, case, move, before, to, data)
    changed(case, move.at, *written)
    log(
        actor, case, ActivityType.ESCALATE if to is Status.ESCALATED and before is not to else ActivityType.STATUS_CHANGE, move.at, note, **data
    )  # fmt: skip
    _tell_watchers(actor, case)


def _named(move: MoveFacts) -> Entry:
    """The words of the drawing, where a step is of the organisation's own: the log keeps them, whatever becomes of the drawing."""
    if move.from_state in STATUSES and move.to_state in STATUSES and (move.transition is None or move.transition in SHIPPED.transition_of):
        return {}
    words = {"from": move.before and move.before.title, "to": move.after and move.after.title, "step": move.title}
    return {"named": {key: {"id": text.id, "en": text.en} for key, text in words.items() if text}}


def _become(actor: Actor, case: Case, move: MoveFacts, before: Status, to: Status, data: Entry) -> list[str]:
    """Give the case another status, with everything that this means; the columns that it set, for `changed`. `data` is what the log keeps."""
    if to not in FOLLOWS[before]:
        raise CaseForbidsThis(wrong_state(before))
    written: list[str] = []
    if before is Status.WAITING_INFO and to is not Status.RESOLVED:
        written += clocks_say(actor, case, Change.RESUME, move.at)
    case.status = to
    if move.kind == "ROLLBACK" and before is Status.RESOLVED and to in OPEN:
        answer_withdraw(case, move.at)
    if before in (Status.RESOLVED, Status.CLOSED) and to is Status.IN_PROGRESS:
        written += _reopen(actor, case, move)
        data["reopened"] = str(case.reopened)
    elif to in _ENTERS:
        written += _ENTERS[to](actor, case, move)
    if to is Status.WAITING_INFO:
        data["reason_code"] = str(move.given.get("reason_code"))
    if to is Status.CLOSED:
        data["resolution_code"] = str(case.resolution_code_id)
    if to is Status.ESCALATED:
        data["level"] = case.escalation_level
    return written


def _tell_watchers(actor: Actor, case: Case) -> None:
    if watching := list(CaseWatcher.objects.filter(case=case).values_list("user_id", flat=True)):
        tell("moved", case, still_reading(case, watching), actor)


def _wait(actor: Actor, case: Case, move: MoveFacts) -> tuple[str, ...]:
    reason = str(move.given.get("reason_code") or "")
    if reason not in PAUSE_REASONS:
        raise Invalid({"reason_code": _NO_REASON})
    return clocks_say(actor, case, Change.PAUSE, move.at, reason=reason)


def _escalate(actor: Actor, case: Case, move: MoveFacts) -> tuple[str, ...]:
    level = int(move.given.get("level") or 2)
    case.escalation_level = min(3, max(level, case.escalation_level))
    return ("escalation_level",)


def _resolve(actor: Actor, case: Case, move: MoveFacts) -> tuple[str, ...]:
    answer = str(move.given.get("final_response") or "").strip()
    if not says_enough(answer, LEAST_RESPONSE):
        raise Invalid({"final_response": _SHORT.format(least=LEAST_RESPONSE)})
    # A proposal that was given back, or is not what is said now, has no part in the answer.
    proposed = case.review == Review.WAITING and answer == case.proposed_response
    author = case.proposed_by if proposed and case.proposed_by else actor.id
    reviewed = author != actor.id
    case.final_response, case.resolved_at = answer, move.at
    case.first_resolved_at = case.first_resolved_at or move.at
    case.review = case.proposed_response = case.proposed_by = case.proposed_at = None
    case.reviewed_by = actor.id if reviewed else None
    sent = message_send(actor, case, answer)
    facts_follow([], [case_contact(case, move.at, author, sent.channel if sent else "")])
    written = first_response(actor, case, move.at)
    written += clocks_say(actor, case, Change.STOP, move.at, clock=Clock.RESOLUTION)
    log(
        actor, case, ActivityType.FINAL_RESPONSE, move.at, answer, public=True, direction="OUT", author=str(author),
        reviewed_by=str(actor.id) if reviewed else None, message_id=str(sent.id) if sent else None,
    )  # fmt: skip
    emit(CaseAnswered(case.id, case.customer_id, answered_by=author))
    return (
        *written, "final_response", "resolved_at", "first_resolved_at", "review", "proposed_response", "proposed_by", "proposed_at", "reviewed_by",
    )  # fmt: skip


def _close(actor: Actor, case: Case, move: MoveFacts) -> tuple[str, ...]:
    code = str(move.given.get("resolution_code") or "")
    if not ResolutionCode.objects.filter(pk=code, is_active=True).exists():
        raise Invalid({"resolution_code": _NO_CODE})
    case.resolution_code_id, case.closed_at, case.closed_by = code, move.at, actor.id
    emit(CaseClosed(case.id, case.customer_id, code))
    return ("resolution_code", "closed_at", "closed_by")


def _reopen(actor: Actor, case: Case, move: MoveFacts) -> tuple[str, ...]:
    """The answer that was given stays in the log; the case needs another one before it is resolved again."""
    case.final_response = case.resolved_at = case.resolution_code_id = case.closed_at = case.closed_by = case.reviewed_by = None
    case.reopened += 1
    written = clocks_say(actor, case, Change.REOPEN, move.at)
    return (*written, "final_response", "resolved_at", "resolution_code", "closed_at", "closed_by", "reviewed_by", "reopened")


_ENTERS: dict[Status, Callable[[Actor, Case, MoveFacts], tuple[str, ...]]] = {
    Status.WAITING_INFO: _wait, Status.ESCALATED: _escalate, Status.RESOLVED: _resolve, Status.CLOSED: _close,
}  # fmt: skip
