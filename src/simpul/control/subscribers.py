"""Proposals as a subject of workflows: where one lies, who may take which step, and how its steps are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.control.acts import ControlAct
from simpul.control.models import Proposal
from simpul.control.policies import can_decide, can_use_codes, visible_proposals
from simpul.control.selectors.proposals import valid_ids
from simpul.control.services.following import proposals_entered
from simpul.control.vocabulary import MOST_NOTE, RESOURCE, SUBJECT, WORKFLOW
from simpul.platform.actor import Actor, Verdict
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.workflow.public import Check, Field, FieldSet, FieldType, MoveFacts, Needs, Parameter, Place, Shipped, Told, WorkflowSubject, definition_file

FIELDS = FieldSet.of(
    Field("kind", FieldType.TEXT, Text(id="Jenis perubahan", en="Kind of change"), sql="p.kind"),
    Field("proposed_by", FieldType.UUID, Text(id="Pengusul", en="Proposed by"), sql="p.proposed_by"),
    Field("proposed_at", FieldType.TIMESTAMP, Text(id="Diusulkan pada", en="Proposed at"), sql="p.proposed_at"),
    Field("expires_at", FieldType.TIMESTAMP, Text(id="Menunggu sampai", en="Waits until"), sql="p.expires_at"),
)
NOTE = Parameter("note", "text", Text(id="Catatan", en="Note"), required=False, max_length=MOST_NOTE)
BY_CODES = Parameter("by_codes", "boolean", Text(id="Dengan kode tersegel", en="By sealed codes"), required=False)
_ACTIONS = {
    "PROPOSED": ControlAct.PROPOSE_CHANGE,
    "APPLIED": ControlAct.APPROVE_CHANGE,
    "DECLINED": ControlAct.DECLINE_CHANGE,
    "WITHDRAWN": ControlAct.WITHDRAW_CHANGE,
    "EXPIRED": ControlAct.EXPIRE_CHANGE,
    "STALE": ControlAct.FAIL_CHANGE,
}


def workflow_entries() -> list[object]:
    """Proposals, their checks and their shipped workflow for the engine."""
    ends = ("APPLIED", "DECLINED", "WITHDRAWN", "EXPIRED", "STALE")
    return [
        WorkflowSubject(
            SUBJECT,
            Text(id="Perubahan berdua", en="Change by two people"),
            resource=RESOURCE,
            places=_places,
            load=_load,
            entered=proposals_entered,
            fields=FIELDS,
            inputs=(NOTE, BY_CODES),
            told=_recorded_step,
        ),
        Check("control.by_decider", Text(id="Oleh orang kedua", en="By a second person"), holds=_by_decider, subjects=(SUBJECT,)),
        Check("control.by_proposer", Text(id="Oleh pengusul", en="By who proposed it"), holds=_by_proposer, subjects=(SUBJECT,)),
        Shipped(
            definition_file(__file__, WORKFLOW),
            needs=Needs(
                states={"PROPOSED": "task", **dict.fromkeys(ends, "end")},
                transitions=("approve", "use_codes", "decline", "withdraw", "expire", "fail"),
                ends=True,
            ),
        ),
    ]


def _places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    rows = visible_proposals(actor).filter(pk__in=valid_ids(ids)).values_list("pk", "proposed_by")
    return {str(key): Place(owner_ids=(proposed_by,)) for key, proposed_by in rows}


def _load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    names = ("kind", "proposed_by", "proposed_at", "expires_at")
    return {str(row["pk"]): {name: row[name] for name in names} for row in Proposal.objects.filter(pk__in=valid_ids(ids)).values("pk", *names)}


def _by_decider(actor: Actor, move: MoveFacts) -> Verdict:
    return can_decide(actor, Proposal.objects.get(pk=move.subject_id))


def _by_proposer(actor: Actor, move: MoveFacts) -> Verdict:
    return can_use_codes(actor, Proposal.objects.get(pk=move.subject_id))


def _recorded_step(actor: Actor, move: MoveFacts) -> Told | None:
    """Each step by its own name in the trail; a state that the organisation added is told as any step."""
    if move.to_state not in _ACTIONS:
        return None
    proposal = Proposal.objects.get(pk=move.subject_id)
    note = str(move.given.get("note") or "")
    meta = {"kind": proposal.kind, "reason": redacted(proposal.reason), **({"note": redacted(note)} if note else {})}
    if proposal.by_codes:
        return Told(ControlAct.USE_CODES if move.to_state == "APPLIED" else ControlAct.FAIL_CHANGE, SUBJECT, {**meta, "by": "CODES"})
    return Told(_ACTIONS[move.to_state], SUBJECT, meta)
