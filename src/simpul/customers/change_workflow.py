"""Requests for change as a subject of workflows: what guards may ask, where a request lies, and how its moves are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from simpul.customers import services
from simpul.customers.acts import CustomerAct
from simpul.customers.codes import CodeChoices
from simpul.customers.events import ChangeRequestDecided, ChangeRequested
from simpul.customers.fields import REQUESTABLE
from simpul.customers.models import ChangeRequest, ChangeRequestAsker
from simpul.customers.policies import OWN_REQUEST, visible_change_requests
from simpul.customers.vocabulary import CHANGE_WORKFLOW, CodeList
from simpul.customers.wording import FIELD_NAMES
from simpul.platform.actor import ALLOW, Actor, Verdict, deny
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

SUBJECT = "CHANGE_REQUEST"

FIELDS = FieldSet.of(
    Field(
        "asked",
        FieldType.TEXT_SET,
        Text(id="Data yang diminta berubah", en="Data asked to change"),
        choices=tuple(Choice(name, FIELD_NAMES[name]) for name in sorted(REQUESTABLE)),
        sql="ARRAY(SELECT jsonb_object_keys(r.changes))",
    ),
    Field(
        "segment",
        FieldType.CHOICE,
        Text(id="Segmen nasabah", en="Customer segment"),
        choices=cast("tuple[Choice, ...]", CodeChoices(CodeList.SEGMENT)),
        sql="c.segment_code",
    ),
    Field("is_vip", FieldType.BOOLEAN, Text(id="Nasabah VIP", en="VIP customer"), sql="c.is_vip"),
    Field("branch", FieldType.TEXT, Text(id="Kode cabang", en="Branch code"), sql="c.home_branch_code"),
    Field("requested_at", FieldType.TIMESTAMP, Text(id="Diajukan pada", en="Requested at"), sql="r.requested_at"),
    Field("requested_by", FieldType.UUID, Text(id="Pengaju", en="Requested by"), sql="r.requested_by"),
)
DECISION_NOTE = Parameter("decision_note", "text", Text(id="Catatan keputusan", en="Decision note"), required=False, max_length=500)

# Requests from before the workflow: each comes in where its status says, as of its last change.
_ADOPT = """
SELECT r.change_request_id::text, r.customer_id, c.home_branch_code, ARRAY[r.requested_by],
       CASE r.status WHEN 'PENDING' THEN 'SUBMITTED' ELSE r.status END, coalesce(r.decided_at, r.requested_at), coalesce(r.decided_by, r.requested_by)
FROM crm.customer_change_requests r JOIN crm.customers c USING (customer_id)
"""
_DECISIONS = {
    "APPROVED": CustomerAct.APPROVE_CUSTOMER_CHANGE,
    "REJECTED": CustomerAct.REJECT_CUSTOMER_CHANGE,
    "WITHDRAWN": CustomerAct.WITHDRAW_CUSTOMER_CHANGE,
}


def entries() -> list[object]:
    """Requests, what can be done with them, and their shipped workflow for the engine."""
    return [
        WorkflowSubject(
            SUBJECT,
            Text(id="Pengajuan perubahan", en="Change request"),
            resource="change_request",
            places=_places,
            load=_load,
            entered=services.change_requests_entered,
            fields=FIELDS,
            inputs=(DECISION_NOTE,),
            told=_told,
        ),
        Check("customers.not_by_requester", Text(id="Bukan oleh pengaju sendiri", en="Not by the requester"), holds=_not_by_requester, subjects=(SUBJECT,)),
        Action("customers.apply_change", Text(id="Ubah data nasabah", en="Change the customer"), run=services.change_request_apply, subjects=(SUBJECT,)),
        Shipped(
            definition_file(__file__, CHANGE_WORKFLOW),
            needs=Needs(
                states={"SUBMITTED": "task", "APPROVED": "end", "REJECTED": "end", "WITHDRAWN": "end"},
                transitions=("approve", "reject", "withdraw"),
                ends=True,
            ),
            adopt=_ADOPT,
        ),
    ]


def _places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    rows = (
        visible_change_requests(actor).filter(pk__in=ids).values_list("pk", "customer_id", "customer__home_branch_code", "customer__rm_user_id", "requested_by")
    )
    also = dict[Any, tuple[Any, ...]]()
    for key, user in ChangeRequestAsker.objects.filter(request_id__in=ids).values_list("request_id", "user_id"):
        also[key] = (*also.get(key, ()), user)
    return {str(key): Place(customer_id, branch, rm, (asked_by, *also.get(key, ()))) for key, customer_id, branch, rm, asked_by in rows}


def _load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return {
        str(request.id): {
            "asked": sorted(request.changes),
            "segment": request.customer.segment_code,
            "is_vip": request.customer.is_vip,
            "branch": request.customer.home_branch_code,
            "requested_at": request.requested_at,
            "requested_by": request.requested_by,
        }
        for request in ChangeRequest.objects.select_related("customer").filter(pk__in=ids)
    }


def _not_by_requester(actor: Actor, move: MoveFacts) -> Verdict:
    return deny(OWN_REQUEST) if actor.id in move.place.owner_ids else ALLOW


def _told(actor: Actor, move: MoveFacts) -> Told | None:
    """A submission and a decision are told as the trail has always told them; other steps as any move."""
    if move.kind != "START" and move.to_state not in _DECISIONS:
        return None
    request = ChangeRequest.objects.get(pk=move.subject_id)
    customer_id = request.customer_id
    if move.kind == "START":
        meta = {"fields": sorted(request.changes), "changes": services.masked(request.changes)}
        return Told(CustomerAct.REQUEST_CUSTOMER_CHANGE, SUBJECT, meta, ChangeRequested(request.id, customer_id, requested_by=actor.id))
    note = {"note": redacted(request.decision_note)} if move.to_state == "REJECTED" else {}
    event = ChangeRequestDecided(request.id, customer_id, requested_by=request.requested_by, status=move.to_state) if move.to_state != "WITHDRAWN" else None
    return Told(_DECISIONS[move.to_state], SUBJECT, {"fields": sorted(request.changes), **note}, event)
