"""Requests for access as a subject of workflows: what guards may ask, where a request lies, and how its steps are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from simpul.access.acts import AccessAct
from simpul.access.events import AccessClosed, AccessOpened, AccessRequested
from simpul.access.models import AccessRequest
from simpul.access.policies import can_approve_alone, can_decide, can_revoke, sees_all, visible_requests
from simpul.access.services.following import requests_entered
from simpul.access.services.requests import told_of
from simpul.access.vocabulary import REASONS, RESOURCE, SUBJECT, WORKFLOW, Status
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
    Told,
    WorkflowSubject,
    definition_file,
)

FIELDS = FieldSet.of(
    Field(
        "reason_code",
        FieldType.CHOICE,
        Text(id="Alasan", en="Reason"),
        choices=tuple(Choice(code, reason.name) for code, reason in REASONS.items()),
        sql="r.reason_code",
    ),
    Field("tier", FieldType.INTEGER, Text(id="Tingkat kepekaan", en="Sensitivity tier"), sql="r.tier"),
    Field("minutes", FieldType.INTEGER, Text(id="Lama dalam menit", en="Length in minutes"), sql="r.minutes"),
    Field("branch", FieldType.TEXT, Text(id="Kode cabang", en="Branch code"), sql="r.branch_code"),
    Field("is_sample", FieldType.BOOLEAN, Text(id="Untuk uji petik", en="For a sample"), sql="r.sample_id IS NOT NULL"),
    Field("requested_by", FieldType.UUID, Text(id="Pengaju", en="Requested by"), sql="r.requested_by"),
    Field("requested_at", FieldType.TIMESTAMP, Text(id="Diajukan pada", en="Requested at"), sql="r.requested_at"),
    Field("ends_at", FieldType.TIMESTAMP, Text(id="Berakhir pada", en="Ends at"), sql="r.ends_at"),
)
NOTE = Parameter("note", "text", Text(id="Catatan", en="Note"), required=False, max_length=500)
_ACTIONS = {
    "REQUESTED": AccessAct.BREAK_GLASS_REQUEST,
    "ACTIVE": AccessAct.BREAK_GLASS_APPROVE,
    "REJECTED": AccessAct.BREAK_GLASS_REJECT,
    "WITHDRAWN": AccessAct.BREAK_GLASS_WITHDRAW,
    "LAPSED": AccessAct.BREAK_GLASS_LAPSE,
    "ENDED": AccessAct.BREAK_GLASS_END,
    "REVOKED": AccessAct.BREAK_GLASS_REVOKE,
    "EXPIRED": AccessAct.BREAK_GLASS_EXPIRE,
}


def entries() -> list[object]:
    """Requests, their checks and their shipped workflow for the engine."""
    return [
        WorkflowSubject(
            SUBJECT,
            Text(id="Akses darurat", en="Emergency access"),
            resource=RESOURCE,
            places=_places,
            load=_load,
            entered=requests_entered,
            fields=FIELDS,
            inputs=(NOTE,),
            told=_told,
        ),
        *(
            Check(key, name, holds=holds, subjects=(SUBJECT,))
            for key, name, holds in (
                ("access.by_approver", Text(id="Oleh penyetuju selain pengaju", en="By an approver other than who asked"), _by_approver),
                ("access.by_revoker", Text(id="Oleh penyetuju atau kepatuhan", en="By the approver or compliance"), _by_revoker),
                ("access.self_approval_on", Text(id="Persetujuan sendiri diizinkan", en="Self-approval is allowed"), _self_approval_on),
            )
        ),
        Shipped(
            definition_file(__file__, WORKFLOW),
            needs=Needs(
                states={
                    "REQUESTED": "task", "ACTIVE": "task", "REJECTED": "end", "WITHDRAWN": "end", "LAPSED": "end", "ENDED": "end", "REVOKED": "end", "EXPIRED": "end",
                },
                transitions=("approve", "self_approve", "reject", "withdraw", "end", "revoke", "expire"),
                ends=True,
            ),
        ),
    ]  # fmt: skip


def _places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    rows = visible_requests(actor).filter(pk__in=ids).values_list("pk", "customer_id", "branch_code", "requested_by")
    return {str(key): Place(customer_id, branch, None, (asked_by,)) for key, customer_id, branch, asked_by in rows}


def _load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return {
        str(request.id): {
            "reason_code": request.reason_code,
            "tier": request.tier,
            "minutes": request.minutes,
            "branch": request.branch_code,
            "is_sample": request.sample_id is not None,
            "requested_by": request.requested_by,
            "requested_at": request.requested_at,
            "ends_at": request.ends_at,
        }
        for request in AccessRequest.objects.filter(pk__in=ids)
    }


def _request(move: MoveFacts) -> AccessRequest:
    return AccessRequest.objects.get(pk=move.subject_id)


@dataclass(frozen=True)
class _Asked:
    """A request as far as its place tells of it: lists ask this of many rows without reading each again."""

    requested_by: UUID
    branch_code: str | None

    @classmethod
    def of(cls, move: MoveFacts) -> _Asked:
        return cls(move.place.owner_ids[0], move.place.branch_code)


def _by_approver(actor: Actor, move: MoveFacts) -> Verdict:
    return can_decide(actor, _Asked.of(move))


def _by_revoker(actor: Actor, move: MoveFacts) -> Verdict:
    verdict = can_decide(actor, _Asked.of(move))
    return verdict if sees_all(actor) or not verdict else can_revoke(actor, _request(move))


def _self_approval_on(actor: Actor, move: MoveFacts) -> Verdict:
    return can_approve_alone(actor, _Asked.of(move))


def _told(actor: Actor, move: MoveFacts) -> Told | None:
    """Each step by its own name in the trail; a state that the organisation added is told as any step."""
    if move.to_state not in _ACTIONS:
        return None
    request = _request(move)
    action = AccessAct.BREAK_GLASS_SELF_APPROVE if move.to_state == Status.ACTIVE and request.self_approved else _ACTIONS[move.to_state]
    event: Any = None
    if move.to_state == Status.REQUESTED:
        event = AccessRequested(request.id, request.requested_by)
    elif move.to_state == Status.ACTIVE:
        event = AccessOpened(request.id, request.requested_by, decided_by=actor.id, self_approved=request.self_approved)
    elif move.from_state == Status.ACTIVE:
        event = AccessClosed(request.id, request.requested_by, move.to_state)
    return Told(action, SUBJECT, told_of(request, str(move.given.get("note") or "")), event)
