"""Cases as a subject of workflows: what guards may ask, where a case lies, who may step, and how its steps are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from simpul.cases.acts import CaseAct
from simpul.cases.events import CaseMoved, CaseOpened
from simpul.cases.facts import CaseFacts, case_place, case_values
from simpul.cases.models import Case
from simpul.cases.policies import GUARDS, Right, can_answer, visible_cases
from simpul.cases.services.entering import cases_entered, status_of
from simpul.cases.services.steps import locked
from simpul.cases.vocabulary import (
    CHANNELS,
    FOLLOWS,
    KINDS,
    OPEN,
    PAUSE_REASONS,
    PRIORITIES,
    RESOURCE,
    SHIPPED,
    STATUSES,
    SUBJECT,
    WANTS,
    WORKFLOW,
    Review,
    Status,
)
from simpul.platform.actor import Actor, Verdict
from simpul.platform.text import Text
from simpul.workflow.public import (
    Check,
    Choice,
    Field,
    FieldSet,
    FieldType,
    MoveFacts,
    Needs,
    Parameter,
    Place,
    Shipped,
    Statuses,
    Told,
    WorkflowSubject,
    definition_file,
)


def _choices(words: Mapping[Any, Text]) -> tuple[Choice, ...]:
    return tuple(Choice(str(key), text) for key, text in words.items())


FIELDS = FieldSet.of(
    Field("status", FieldType.CHOICE, Text(id="Status", en="Status"), choices=_choices(STATUSES), sql="c.status"),
    Field("priority", FieldType.CHOICE, Text(id="Prioritas", en="Priority"), choices=_choices(PRIORITIES), sql="c.priority"),
    Field("channel", FieldType.CHOICE, Text(id="Kanal", en="Channel"), choices=_choices(CHANNELS), sql="c.channel"),
    Field("kind", FieldType.CHOICE, Text(id="Bentuk aduan", en="Kind of complaint"), choices=_choices(KINDS), sql="c.kind"),
    Field("category", FieldType.TEXT, Text(id="Kode kategori", en="Category code"), sql="c.category_code"),
    Field("is_sensitive", FieldType.BOOLEAN, Text(id="Kategori sensitif", en="Sensitive category"), sql="k.is_sensitive"),
    Field("needs_review", FieldType.BOOLEAN, Text(id="Jawaban diperiksa", en="Answer is reviewed"), sql="k.needs_review"),
    Field("branch", FieldType.TEXT, Text(id="Kode cabang", en="Branch code"), sql="c.branch_code"),
    Field("unit", FieldType.TEXT, Text(id="Kode unit", en="Unit code"), sql="c.assigned_unit_code"),
    Field("assignee", FieldType.UUID, Text(id="Penanggung jawab", en="Assignee"), sql="c.assigned_to_user_id"),
    Field("created_by", FieldType.UUID, Text(id="Pencatat", en="Recorded by"), sql="c.created_by"),
    Field("escalation_level", FieldType.INTEGER, Text(id="Tingkat eskalasi", en="Level of escalation"), sql="c.escalation_level"),
    Field("reopened_times", FieldType.INTEGER, Text(id="Kali dibuka kembali", en="Times reopened"), sql="c.reopened"),
    Field("amount", FieldType.MONEY, Text(id="Nilai aduan", en="Amount"), sql="c.amount"),
    Field("created_at", FieldType.TIMESTAMP, Text(id="Diterima pada", en="Received at"), sql="c.created_at"),
    Field("sla_due_at", FieldType.TIMESTAMP, Text(id="Tenggat SLA", en="SLA due at"), sql="c.sla_due_at"),
    Field("first_response_due_at", FieldType.TIMESTAMP, Text(id="Tenggat respons pertama", en="First response due at"), sql="c.first_response_due_at"),
    Field("legal_due_at", FieldType.TIMESTAMP, Text(id="Tenggat peraturan", en="Legal due at"), sql="c.legal_due_at"),
    Field("resolved_at", FieldType.TIMESTAMP, Text(id="Dijawab pada", en="Answered at"), sql="c.resolved_at"),
)
INPUTS = (
    Parameter("note", "text", Text(id="Catatan", en="Note"), required=False, max_length=2_000),
    Parameter("reason_code", "choice", Text(id="Alasan menunggu", en="Reason of waiting"), required=False, choices=PAUSE_REASONS),
    Parameter("level", "integer", Text(id="Tingkat", en="Level"), required=False),
    Parameter("final_response", "text", Text(id="Jawaban akhir", en="Final response"), required=False, max_length=10_000),
    Parameter("resolution_code", "text", Text(id="Kode penyelesaian", en="Resolution code"), required=False, max_length=30),
)
_ACTIONS = {Status.ESCALATED: CaseAct.ESCALATE_CASE, Status.RESOLVED: CaseAct.FINAL_RESPONSE, Status.CLOSED: CaseAct.CLOSE_CASE}
_ANSWERED = (Status.RESOLVED, Status.CLOSED)


def entries() -> list[object]:
    """Cases, their checks and their shipped workflow for the engine."""
    return [
        WorkflowSubject(
            SUBJECT,
            Text(id="Kasus", en="Case"),
            resource=RESOURCE,
            places=_places,
            load=_load,
            entered=cases_entered,
            lock=_lock,
            fields=FIELDS,
            inputs=INPUTS,
            told=_told,
            # An item shows more widely than a sensitive case: why it was reopened is in the case's own log.
            keeps_words=True,
            statuses=Statuses(
                {str(key): name for key, name in STATUSES.items()},
                {str(key): frozenset(map(str, after)) for key, after in FOLLOWS.items()},
                {str(key): fields for key, fields in WANTS.items()},
            ),
        ),
        *(Check(key, name, holds=_holds(right), subjects=(SUBJECT,)) for key, (name, right) in GUARDS.items()),
        Check("case.answered", Text(id="Jawaban sah", en="The answer counts"), holds=_answered, subjects=(SUBJECT,)),
        Shipped(definition_file(__file__, WORKFLOW), needs=Needs.whole(SHIPPED)),
    ]


def _lock(ids: Sequence[str]) -> None:
    locked([UUID(each) for each in ids])


def _places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    rows = visible_cases(actor).filter(pk__in=ids).only("customer_id", "branch_code", "assigned_unit_code", "created_by", "assigned_to_user_id")
    return {str(case.id): case_place(case) for case in rows}


def _load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return {str(case.id): case_values(case) for case in Case.objects.select_related("category").filter(pk__in=ids)}


def _case(move: MoveFacts) -> Case:
    return move.row or Case.objects.select_related("category").get(pk=move.subject_id)


def _holds(right: Right) -> Callable[[Actor, MoveFacts], Verdict]:
    return lambda actor, move: right(actor, CaseFacts.of(_case(move)))


def _answered(actor: Actor, move: MoveFacts) -> Verdict:
    """Whether this very answer counts, from who gives it."""
    case = _case(move)
    waits = case.review == Review.WAITING and move.given.get("final_response", case.proposed_response) == case.proposed_response
    return can_answer(actor, CaseFacts.of(case), waits=waits)


def _told(actor: Actor, move: MoveFacts) -> Told | None:
    """Each step by its own name in the trail; one of the organisation's own as the change of status that it is."""
    if move.kind == "START":
        case = _case(move)
        meta = {"channel": case.channel, "kind": case.kind, "category": case.category_id, "priority": case.priority}
        return Told(CaseAct.CREATE_CASE, SUBJECT, meta, CaseOpened(UUID(move.subject_id), _customer(move)))
    before, status = status_of(move.before), status_of(move.after)
    if before is None or status is None:
        return None
    action = CaseAct.UPDATE_CASE if before is status else _ACTIONS.get(status, CaseAct.UPDATE_CASE)
    if before in _ANSWERED and status in OPEN:
        action = CaseAct.REOPEN_CASE
    coded = {key: move.given[key] for key in ("reason_code", "resolution_code", "level") if key in move.given}
    meta = {"step": move.transition or move.kind, "from": str(move.from_state), "to": move.to_state, **coded}
    return Told(action, SUBJECT, meta, CaseMoved(UUID(move.subject_id), _customer(move), str(move.from_state), move.to_state))


def _customer(move: MoveFacts) -> UUID:
    assert move.place.customer_id is not None  # every case is a customer's
    return move.place.customer_id
