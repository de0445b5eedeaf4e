"""Rights requests as a subject of workflows: what guards may ask, where one lies, and how its moves are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.platform.actor import ALLOW, Actor, Verdict, deny
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.stewardship.acts import StewardshipAct
from simpul.stewardship.events import RightsRequestEnded, RightsRequestReceived
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.policies import can_decide, can_work, visible_requests
from simpul.stewardship.services.executing import request_carry_out
from simpul.stewardship.services.following import requests_entered
from simpul.stewardship.vocabulary import KIND_NAMES, NEEDS_APPROVAL, REFUSAL_NAMES, RESOURCE, SUBJECT, WORKFLOW
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
    Field("kind", FieldType.CHOICE, Text(id="Hak", en="Right"), choices=tuple(Choice(key, name) for key, name in KIND_NAMES.items()), sql="r.kind"),
    Field("branch", FieldType.TEXT, Text(id="Kode cabang", en="Branch code"), sql="r.branch_code"),
    Field("received_at", FieldType.TIMESTAMP, Text(id="Diterima pada", en="Received at"), sql="r.received_at"),
    Field("due_at", FieldType.TIMESTAMP, Text(id="Batas 72 jam", en="End of the 72 hours"), sql="r.due_at"),
)
INPUTS = (
    Parameter("outcome", "text", Text(id="Yang dilakukan", en="What was done"), required=False, max_length=2_000),
    Parameter("note", "text", Text(id="Catatan keputusan", en="Note on the decision"), required=False, max_length=500),
    Parameter("refusal_code", "choice", Text(id="Alasan penolakan", en="Reason of the refusal"), required=False, choices=REFUSAL_NAMES),
    Parameter("refusal_reason", "text", Text(id="Penjelasan penolakan", en="The refusal in words"), required=False, max_length=1_000),
)
_ADOPT = """
SELECT r.request_id::text, r.customer_id, r.branch_code, array_remove(ARRAY[r.created_by, r.owner_user_id], NULL), r.status, coalesce(r.closed_at, r.received_at),
       coalesce(r.closed_by, r.created_by)
FROM crm.rights_requests r
"""
_ACTS = {
    "take": StewardshipAct.ASSIGN_RIGHTS_REQUEST,
    "propose": StewardshipAct.PROPOSE_RIGHTS_REQUEST,
    "complete": StewardshipAct.COMPLETE_RIGHTS_REQUEST,
    "approve": StewardshipAct.APPROVE_RIGHTS_REQUEST,
    "return": StewardshipAct.RETURN_RIGHTS_REQUEST,
    "refuse": StewardshipAct.REFUSE_RIGHTS_REQUEST,
    "refuse_proposal": StewardshipAct.REFUSE_RIGHTS_REQUEST,
    "withdraw": StewardshipAct.WITHDRAW_RIGHTS_REQUEST,
}
_TWO_PERSONS = Text(id="Jenis permintaan ini memerlukan persetujuan orang kedua.", en="This kind of request takes the approval of a second person.")


def workflow_entries() -> list[object]:
    """Requests, what can be done with them, and their shipped workflow for the engine."""
    return [
        WorkflowSubject(
            SUBJECT,
            Text(id="Permintaan hak pribadi", en="Rights request"),
            resource=RESOURCE,
            places=_places,
            load=_load,
            entered=requests_entered,
            fields=FIELDS,
            inputs=INPUTS,
            told=_move_in_trail,
        ),
        *(
            Check(key, name, holds=holds, subjects=(SUBJECT,))
            for key, name, holds in (
                ("stewardship.works_on_it", Text(id="Oleh yang mengerjakan permintaan", en="By who works on the request"), _works),
                ("stewardship.approves_it", Text(id="Oleh orang kedua", en="By a second person"), _decides),
                ("stewardship.takes_one_person", Text(id="Hanya jenis tanpa orang kedua", en="Only kinds without a second person"), _one_person),
            )
        ),
        Action("stewardship.carry_out", Text(id="Laksanakan hak nasabah", en="Carry the right out"), run=request_carry_out, subjects=(SUBJECT,)),
        Shipped(
            definition_file(__file__, WORKFLOW),
            needs=Needs(
                states={
                    "RECEIVED": "task", "IN_PROGRESS": "task", "WAITING_APPROVAL": "task", "DONE": "end", "REFUSED": "end", "WITHDRAWN": "end",
                },
                transitions=tuple(_ACTS),
                ends=True,
            ),
            adopt=_ADOPT,
        ),
    ]  # fmt: skip


def _places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    return {
        str(request.id): Place(request.customer_id, request.branch_code, None, tuple(sorted(request.owner_ids)))
        for request in visible_requests(actor).filter(pk__in=ids)
    }


def _load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return {
        str(request.id): {"kind": request.kind, "branch": request.branch_code, "received_at": request.received_at, "due_at": request.due_at}
        for request in RightsRequest.objects.filter(pk__in=ids)
    }


def _request(move: MoveFacts) -> RightsRequest:
    return RightsRequest.objects.get(pk=move.subject_id)


def _works(actor: Actor, move: MoveFacts) -> Verdict:
    return can_work(actor, _request(move))


def _decides(actor: Actor, move: MoveFacts) -> Verdict:
    return can_decide(actor, _request(move))


def _one_person(actor: Actor, move: MoveFacts) -> Verdict:
    return deny(_TWO_PERSONS) if _request(move).kind in NEEDS_APPROVAL else ALLOW


def _move_in_trail(actor: Actor, move: MoveFacts) -> Told | None:
    """Each step by its own name in the trail; a state that the organisation added is told as any step."""
    request = _request(move)
    if move.kind == "START":
        meta = {"kind": request.kind, "received_by": request.received_by, "due_at": request.due_at.isoformat()}
        if request.verification_method:
            meta["verification_method"] = request.verification_method
        return Told(StewardshipAct.RECEIVE_RIGHTS_REQUEST, SUBJECT, meta, RightsRequestReceived(request.id, request.customer_id, request.kind, request.due_at))
    if move.transition not in _ACTS:
        return None
    meta = {"kind": request.kind, "status": move.to_state}
    if move.transition == "take":
        meta["owner"] = str(request.owner_id)
    if code := move.given.get("refusal_code"):
        meta["refusal_code"] = code
    for name in ("outcome", "note", "refusal_reason"):
        if said := move.given.get(name):
            meta[name] = redacted(str(said))
    event = RightsRequestEnded(request.id, request.customer_id, request.kind, move.to_state) if move.ended else None
    return Told(_ACTS[move.transition], SUBJECT, meta, event)
