"""Grants that wait as a subject of workflows: what guards may ask, where one lies, and how its moves are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.consent.acts import ConsentAct
from simpul.consent.events import ConsentRequestDecided, ConsentRequested
from simpul.consent.models import ConsentRequest
from simpul.consent.policies import OWN_REQUEST, REQUEST, visible_requests
from simpul.consent.services import deciding
from simpul.consent.vocabulary import CHANNEL_NAMES, CONSENT_WORKFLOW, METHOD_NAMES
from simpul.platform.actor import ALLOW, Actor, Verdict, deny
from simpul.platform.db import query
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.workflow.public import (
    Action,
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
    Field("purpose", FieldType.TEXT, Text(id="Kode tujuan", en="Code of the purpose"), sql="r.consent_type"),
    Field(
        "channel", FieldType.CHOICE, Text(id="Kanal", en="Channel"), choices=tuple(Choice(key, name) for key, name in CHANNEL_NAMES.items()), sql="r.channel"
    ),
    Field(
        "method",
        FieldType.CHOICE,
        Text(id="Cara verifikasi", en="Way of verifying"),
        choices=tuple(Choice(key, name) for key, name in METHOD_NAMES.items()),
        sql="v.method",
    ),
    Field("requested_at", FieldType.TIMESTAMP, Text(id="Diajukan pada", en="Requested at"), sql="r.requested_at"),
    Field("requested_by", FieldType.UUID, Text(id="Pengaju", en="Requested by"), sql="r.requested_by"),
)
DECISION_NOTE = Parameter("decision_note", "text", Text(id="Catatan keputusan", en="Decision note"), required=False, max_length=500)
_ADOPT = """
SELECT r.request_id::text, r.customer_id, r.branch_code, ARRAY[r.requested_by], CASE r.status WHEN 'PENDING' THEN 'SUBMITTED' ELSE r.status END,
       coalesce(r.decided_at, r.requested_at), coalesce(r.decided_by, r.requested_by)
FROM crm.consent_requests r
"""
_DECISIONS = {
    "APPROVED": ConsentAct.APPROVE_CONSENT,
    "REJECTED": ConsentAct.REJECT_CONSENT,
    "WITHDRAWN": ConsentAct.WITHDRAW_CONSENT_REQUEST,
}
_MANAGERS = "SELECT r.customer_id, r.rm_user_id FROM iam.customer_reach r WHERE r.customer_id = ANY (%s)"


def workflow_entries() -> list[object]:
    """Requests, what can be done with them, and their shipped workflow for the engine."""
    return [
        WorkflowSubject(
            REQUEST,
            Text(id="Pengajuan persetujuan", en="Request about consent"),
            resource="consent",
            places=_places,
            load=_load,
            entered=deciding.requests_entered,
            fields=FIELDS,
            inputs=(DECISION_NOTE,),
            told=_move_in_trail,
        ),
        Check("consent.not_by_requester", Text(id="Bukan oleh pengaju sendiri", en="Not by the requester"), holds=_not_by_requester, subjects=(REQUEST,)),
        Action("consent.apply", Text(id="Catat persetujuan", en="Record the consent"), run=deciding.request_apply, subjects=(REQUEST,)),
        Shipped(
            definition_file(__file__, CONSENT_WORKFLOW),
            needs=Needs(
                states={"SUBMITTED": "task", "APPROVED": "end", "REJECTED": "end", "WITHDRAWN": "end"},
                transitions=("approve", "reject", "withdraw"),
                ends=True,
            ),
            adopt=_ADOPT,
        ),
    ]


def _places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    rows = list(visible_requests(actor).filter(pk__in=ids).values_list("pk", "customer_id", "branch_code", "requested_by"))
    managers = {row["customer_id"]: row["rm_user_id"] for row in query(_MANAGERS, ([customer for _, customer, _, _ in rows],))} if rows else {}
    return {str(key): Place(customer, branch, managers.get(customer), (asked_by,)) for key, customer, branch, asked_by in rows}


def _load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return {
        str(request.id): {
            "purpose": request.consent_type,
            "channel": request.channel,
            "method": request.verification.method,
            "requested_at": request.requested_at,
            "requested_by": request.requested_by,
        }
        for request in ConsentRequest.objects.select_related("verification").filter(pk__in=ids)
    }


def _not_by_requester(actor: Actor, move: MoveFacts) -> Verdict:
    return deny(OWN_REQUEST) if actor.id in move.place.owner_ids else ALLOW


def _move_in_trail(actor: Actor, move: MoveFacts) -> Told | None:
    """A request and a decision are told under their own names; other steps as any move."""
    if move.kind != "START" and move.to_state not in _DECISIONS:
        return None
    request = ConsentRequest.objects.get(pk=move.subject_id)
    meta = {"consent_type": request.consent_type, "channel": request.channel}
    if move.kind == "START":
        return Told(ConsentAct.REQUEST_CONSENT, REQUEST, meta, ConsentRequested(request.id, request.customer_id, requested_by=actor.id))
    note = {"note": redacted(request.decision_note)} if request.decision_note else {}
    event = None
    if move.to_state != "WITHDRAWN":
        event = ConsentRequestDecided(request.id, request.customer_id, requested_by=request.requested_by, status=move.to_state)
    return Told(_DECISIONS[move.to_state], REQUEST, {**meta, **note}, event)
