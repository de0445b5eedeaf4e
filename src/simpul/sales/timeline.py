"""Leads and opportunities in a customer's timeline: every step and every change of a lead at once, read from these themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from simpul.cases.public import product_names
from simpul.iam.public import names
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.sales.models import Lead, Opportunity
from simpul.sales.policies import visible_leads, visible_opportunities
from simpul.sales.selectors.history import field_title, field_words, step_title
from simpul.sales.vocabulary import LEAD, LEAD_STATUS_NAMES, OPPORTUNITY, SHIPPED_LEAD, SHIPPED_OPPORTUNITY, STAGE_NAMES
from simpul.timeline.public import Event, Kind, Wanted

_EVENTS = """
WITH subjects AS (SELECT * FROM unnest(%(types)s::text[], %(ids)s::text[]) AS s (subject_type, subject_id)),
events AS (
    SELECT m.move_id AS event_id, m.moved_at AS occurred_at, m.actor_user_id AS actor, i.subject_type, i.subject_id, m.kind, m.transition, m.to_state,
           NULL::uuid AS assigned_from, NULL::uuid AS assigned_to, NULL AS field, NULL AS before, NULL AS after
    FROM subjects JOIN crm.workflow_items i USING (subject_type, subject_id) JOIN crm.workflow_moves m ON m.item_id = i.item_id
    UNION ALL
    SELECT r.reassignment_id, r.assigned_at, r.assigned_by, s.subject_type, s.subject_id, 'REASSIGNED', NULL, NULL, r.assigned_from, r.assigned_to, NULL, NULL, NULL
    FROM subjects s JOIN crm.lead_reassignments r ON s.subject_type = 'LEAD' AND r.lead_id = s.subject_id::uuid
    UNION ALL
    SELECT c.lead_change_id, c.changed_at, c.changed_by, s.subject_type, s.subject_id, 'CHANGED', NULL, NULL, NULL, NULL, c.field, c.before, c.after
    FROM subjects s JOIN crm.lead_changes c ON s.subject_type = 'LEAD' AND c.lead_id = s.subject_id::uuid
)
SELECT * FROM events
WHERE (%(since)s::timestamptz IS NULL OR occurred_at >= %(since)s) AND (%(until)s::timestamptz IS NULL OR occurred_at < %(until)s)
  AND (%(at)s::timestamptz IS NULL OR (occurred_at, event_id) < (%(at)s, %(id)s::uuid))
ORDER BY occurred_at DESC, event_id DESC LIMIT %(limit)s
"""
_NEW_LEAD = Text(id="Prospek baru", en="New lead")
_NEW_OPPORTUNITY = Text(id="Peluang baru", en="New opportunity")
_LEAD = Text(id="Prospek: {status}", en="Lead: {status}")
_OPPORTUNITY = Text(id="Peluang: {status}", en="Opportunity: {status}")
_REASSIGNED = Text(id="Prospek berpindah dari {before} ke {after}", en="Lead passed from {before} to {after}")
_CHANGED = Text(id="Prospek: {title}, {before} → {after}", en="Lead: {title}, {before} → {after}")
_QUEUE = Text(id="antrean cabang", en="the queue of the branch")


def lead_events(wanted: Wanted) -> list[Event]:
    """Steps of the leads and opportunities about a customer that the reader sees, and changes of a lead's owner and fields."""
    if "Lead" not in wanted.kinds:
        return []
    leads = {str(row.id): row for row in visible_leads(wanted.actor).filter(customer_id=wanted.customer_id)}
    pursued = {str(row.id): row for row in visible_opportunities(wanted.actor).filter(customer_id=wanted.customer_id)}
    if not leads and not pursued:
        return []
    at, event_id = wanted.before or (None, None)
    asked = {
        "types": [LEAD] * len(leads) + [OPPORTUNITY] * len(pursued),
        "ids": [*leads, *pursued],
        "since": wanted.since,
        "until": wanted.until,
        "at": at,
        "id": event_id,
        "limit": wanted.limit,
    }
    found = query(_EVENTS, asked)
    owners = {who for row in found for who in (row["assigned_from"], row["assigned_to"]) if who}
    called = names(people=owners).people if owners else {}
    products = product_names() if any(row["field"] == "product_code" for row in found) else {}
    return [_event(row, {**leads, **pursued}, called, products) for row in found]


def _event(row: Mapping[str, Any], rows: Mapping[str, Lead | Opportunity], called: Mapping[UUID, str], products: Mapping[str, str]) -> Event:
    about = rows[row["subject_id"]]
    is_lead = row["subject_type"] == LEAD
    states, definition = (LEAD_STATUS_NAMES, SHIPPED_LEAD) if is_lead else (STAGE_NAMES, SHIPPED_OPPORTUNITY)
    if row["kind"] == "REASSIGNED":
        before, after = (called.get(who, "") if who else _QUEUE for who in (row["assigned_from"], row["assigned_to"]))
        title = str(_REASSIGNED.format(before=before, after=after))
    elif row["kind"] == "CHANGED":
        before, after = (field_words(row["field"], products, value) for value in (row["before"], row["after"]))
        title = str(_CHANGED.format(title=field_title(row["field"]), before=before, after=after))
    elif row["kind"] == "START":
        title = str(_NEW_LEAD if is_lead else _NEW_OPPORTUNITY)
    elif row["to_state"] in states:
        title = str((_LEAD if is_lead else _OPPORTUNITY).format(status=states[row["to_state"]]))
    else:
        title = step_title(definition, row)
    return Event(
        event_id=row["event_id"],
        kind="Lead",
        occurred_at=row["occurred_at"],
        title=title,
        detail=(about.interest if isinstance(about, Lead) else about.product_interest) or None,
        actor_user_id=row["actor"],
        subject_type=row["subject_type"],
        subject_id=row["subject_id"],
    )


KIND = Kind("Lead", Text(id="Prospek dan peluang", en="Leads and opportunities"), source=lead_events)
