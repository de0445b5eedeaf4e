"""Leads and opportunities as subjects of workflows: what guards may ask, and how their moves are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.events import LeadMoved, OpportunityMoved
from simpul.sales.models import Lead, Opportunity
from simpul.sales.policies import visible_leads, visible_opportunities
from simpul.sales.selectors.leads import lead_place, lead_values
from simpul.sales.selectors.opportunities import opportunity_place, opportunity_values
from simpul.sales.services.entering import leads_entered, opportunities_entered
from simpul.sales.vocabulary import (
    CLOSED,
    LEAD,
    LEAD_FOLLOWS,
    LEAD_SOURCE_NAMES,
    LEAD_STATUS_NAMES,
    LEAD_WORKFLOW,
    OPPORTUNITY,
    OPPORTUNITY_WORKFLOW,
    RESOURCE,
    SHIPPED_LEAD,
    SHIPPED_OPPORTUNITY,
    STAGE_FOLLOWS,
    STAGE_NAMES,
)
from simpul.workflow.public import (
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


def _choices(words: Mapping[str, Text]) -> tuple[Choice, ...]:
    return tuple(Choice(str(key), text) for key, text in words.items())


LEAD_FIELDS = FieldSet.of(
    Field("status", FieldType.CHOICE, Text(id="Status", en="Status"), choices=_choices(LEAD_STATUS_NAMES), sql="l.status"),
    Field("source", FieldType.CHOICE, Text(id="Sumber", en="Source"), choices=_choices(LEAD_SOURCE_NAMES), sql="l.source_type"),
    Field("product", FieldType.TEXT, Text(id="Kode produk", en="Product code"), sql="l.product_code"),
    Field("branch", FieldType.TEXT, Text(id="Kode cabang", en="Branch code"), sql="l.branch_code"),
    Field("estimated_value", FieldType.MONEY, Text(id="Perkiraan nilai", en="Estimated value"), sql="l.estimated_value"),
    Field("assignee", FieldType.UUID, Text(id="Penanggung jawab", en="Assignee"), sql="l.assigned_to"),
    Field("created_at", FieldType.TIMESTAMP, Text(id="Dibuat pada", en="Created at"), sql="l.created_at"),
    Field("status_since", FieldType.TIMESTAMP, Text(id="Dalam status sejak", en="In the status since"), sql="l.status_since"),
    Field(
        "has_open_opportunity",
        FieldType.BOOLEAN,
        Text(id="Memiliki peluang terbuka", en="Has an open opportunity"),
        sql="EXISTS (SELECT FROM crm.opportunities o WHERE o.lead_id = l.lead_id AND o.closed_at IS NULL)",
    ),
    Field(
        "has_other_open_lead",
        FieldType.BOOLEAN,
        Text(id="Prospek lain dari kampanye yang sama terbuka", en="Another lead of the same campaign is open"),
        sql="false",
    ),
)
OPPORTUNITY_FIELDS = FieldSet.of(
    Field("stage", FieldType.CHOICE, Text(id="Tahap", en="Stage"), choices=_choices(STAGE_NAMES), sql="o.stage"),
    Field("product", FieldType.TEXT, Text(id="Kode produk", en="Product code"), sql="o.product_code"),
    Field("branch", FieldType.TEXT, Text(id="Kode cabang", en="Branch code"), sql="o.branch_code"),
    Field("estimated_value", FieldType.MONEY, Text(id="Perkiraan nilai", en="Estimated value"), sql="o.estimated_value"),
    Field("assignee", FieldType.UUID, Text(id="Penanggung jawab", en="Assignee"), sql="o.assigned_to"),
    Field("created_at", FieldType.TIMESTAMP, Text(id="Dibuat pada", en="Created at"), sql="o.created_at"),
    Field("stage_since", FieldType.TIMESTAMP, Text(id="Dalam tahap sejak", en="In the stage since"), sql="o.stage_since"),
    Field("expected_close_on", FieldType.DATE, Text(id="Perkiraan tutup", en="Expected to close on"), sql="o.expected_close_on"),
    Field("lead_can_reopen", FieldType.BOOLEAN, Text(id="Prospeknya dapat dibuka kembali", en="Its lead can be reopened"), sql="true"),
)
_NOTE = Parameter("note", "text", Text(id="Catatan", en="Note"), required=False, max_length=500)
LEAD_INPUTS = (
    _NOTE,
    Parameter("closed_reason", "text", Text(id="Alasan penutupan", en="Closing reason"), required=False, max_length=30),
)
OPPORTUNITY_INPUTS = (
    _NOTE,
    Parameter("lost_reason", "text", Text(id="Alasan gagal", en="Reason of losing"), required=False, max_length=30),
    Parameter("won_product_code", "text", Text(id="Produk yang diambil", en="Product taken"), required=False, max_length=30),
)
_ADOPT_LEADS = """
SELECT l.lead_id::text, l.customer_id, l.branch_code, CASE WHEN l.assigned_to IS NULL THEN '{}'::uuid[] ELSE ARRAY[l.assigned_to] END,
       coalesce(l.own_state, l.status), l.status_since, l.created_by FROM crm.leads l
"""
_ADOPT_OPPORTUNITIES = """
SELECT o.opportunity_id::text, o.customer_id, o.branch_code, ARRAY[o.assigned_to], coalesce(o.own_state, o.stage), o.stage_since, o.created_by
FROM crm.opportunities o
"""


def workflow_entries() -> list[object]:
    """Leads and opportunities with their shipped workflows for the engine."""
    return [
        WorkflowSubject(
            LEAD,
            Text(id="Prospek", en="Lead"),
            resource=RESOURCE,
            places=_lead_places,
            load=_lead_load,
            entered=leads_entered,
            lock=_lead_lock,
            fields=LEAD_FIELDS,
            inputs=LEAD_INPUTS,
            told=_lead_words,
            statuses=Statuses(LEAD_STATUS_NAMES, LEAD_FOLLOWS, {"CLOSED_WON": ("closed_reason",), "CLOSED_LOST": ("closed_reason",)}),
        ),
        Shipped(definition_file(__file__, LEAD_WORKFLOW), needs=Needs.whole(SHIPPED_LEAD), adopt=_ADOPT_LEADS),
        WorkflowSubject(
            OPPORTUNITY,
            Text(id="Peluang", en="Opportunity"),
            resource=RESOURCE,
            places=_opportunity_places,
            load=_opportunity_load,
            entered=opportunities_entered,
            lock=_opportunity_lock,
            fields=OPPORTUNITY_FIELDS,
            inputs=OPPORTUNITY_INPUTS,
            told=_opportunity_words,
            statuses=Statuses(STAGE_NAMES, STAGE_FOLLOWS, {"CLOSED_WON": ("won_product_code",), "CLOSED_LOST": ("lost_reason",)}),
        ),
        Shipped(
            definition_file(__file__, OPPORTUNITY_WORKFLOW),
            needs=Needs.whole(SHIPPED_OPPORTUNITY),
            adopt=_ADOPT_OPPORTUNITIES,
        ),
    ]


def _lead_lock(ids: Sequence[str]) -> None:
    list(Lead.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))


def _opportunity_lock(ids: Sequence[str]) -> None:
    """Their leads first, as everybody who locks both does."""
    leads = Opportunity.objects.filter(pk__in=ids, lead_id__isnull=False).values_list("lead_id", flat=True)
    _lead_lock([str(each) for each in leads])
    list(Opportunity.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))


def _lead_places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    rows = visible_leads(actor).filter(pk__in=ids).only("customer_id", "branch_code", "assigned_to")
    return {str(lead.id): lead_place(lead) for lead in rows}


def _lead_load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return {str(key): values for key, values in lead_values(list(Lead.objects.filter(pk__in=ids))).items()}


def _opportunity_places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    rows = visible_opportunities(actor).filter(pk__in=ids).only("customer_id", "branch_code", "assigned_to")
    return {str(each.id): opportunity_place(each) for each in rows}


def _opportunity_load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    found = list(Opportunity.objects.filter(pk__in=ids))
    return {str(key): values for key, values in opportunity_values(found).items()}


def _lead_words(actor: Actor, move: MoveFacts) -> Told:
    """Each step by its own name in the trail; what people wrote stays in the lead."""
    act = _act(move, SalesAct.CREATE_LEAD, SalesAct.MOVE_LEAD, SalesAct.CLOSE_LEAD, SalesAct.REOPEN_LEAD, SalesAct.UNDO_LEAD)
    event = LeadMoved(UUID(move.subject_id), _customer(move), move.from_state or "", move.to_state)
    return Told(act, LEAD, _meta(move, "closed_reason"), event)


def _opportunity_words(actor: Actor, move: MoveFacts) -> Told:
    act = _act(
        move,
        SalesAct.CREATE_OPPORTUNITY,
        SalesAct.MOVE_OPPORTUNITY,
        SalesAct.CLOSE_OPPORTUNITY,
        SalesAct.REOPEN_OPPORTUNITY,
        SalesAct.UNDO_OPPORTUNITY,
    )
    event = OpportunityMoved(UUID(move.subject_id), _customer(move), move.from_state or "", move.to_state)
    return Told(act, OPPORTUNITY, _meta(move, "lost_reason", "won_product_code"), event)


def _act(move: MoveFacts, created: SalesAct, moved: SalesAct, closed: SalesAct, reopened: SalesAct, undone: SalesAct) -> SalesAct:
    if move.kind == "START":
        return created
    if move.kind == "ROLLBACK":
        return undone
    if move.to_state in CLOSED:
        return closed
    return reopened if move.from_state in CLOSED else moved


def _meta(move: MoveFacts, *codes: str) -> Mapping[str, Any]:
    if move.kind == "START":
        return {"status": move.to_state}
    coded = {code: move.given[code] for code in codes if move.given.get(code)}
    return {"step": move.transition or move.kind, "from": move.from_state, "to": move.to_state, **coded}


def _customer(move: MoveFacts) -> UUID:
    assert move.place.customer_id is not None  # every lead and opportunity is a customer's
    return move.place.customer_id
