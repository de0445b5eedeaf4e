"""Creating leads: one by a person, many by the product itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import AuditedChange, audited_change, record
from simpul.cases.public import product_choices
from simpul.customers.public import visible_customers
from simpul.iam.public import holders_by_place, names, system_identity
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.clock import now, today
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.notifier import Notice, notify_many
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.errors import LeadCustomerNotFound, LeadExists
from simpul.sales.models import Lead
from simpul.sales.policies import LeadPlace, can_assign, can_create
from simpul.sales.selectors.assignees import assignee_by_rule, assignee_fits
from simpul.sales.selectors.leads import known_lead
from simpul.sales.services.lifecycle import customers_follow
from simpul.sales.services.notices import MANY_ASSIGNED, MANY_WAIT, owner_notify
from simpul.sales.vocabulary import LEAD, LEAD_WORKFLOW, RESOURCE, LeadSource, lead_origins
from simpul.workflow import public as workflow

_BY_RULE = Text(id="Aturan menentukan penanggung jawab prospek.", en="The rule decides whose a lead becomes.")
_NOT_THEIRS = Text(id="Orang ini tidak menindaklanjuti prospek di cabang ini.", en="This person does not follow leads of this branch up.")
_NO_PRODUCT = Text(id="Produk ini tidak dapat dipilih.", en="This product cannot be chosen.")
_NO_SOURCE = Text(id="Sebutkan kampanyenya.", en="Name the campaign.")
_NOT_IN_SOURCE = Text(id="Nasabah ini tidak ada dalam sumber itu.", en="The customer is not in that source.")
# Each of so few is told to the trail by itself; more are recorded as a set.
ONE_BY_ONE = 200
_INSERT = """
INSERT INTO crm.leads (lead_id, customer_id, branch_code, source_type, source_id, product_code, interest, note, estimated_value, assigned_to,
                       status, status_since, created_by, created_at, updated_at, version)
VALUES (%(id)s, %(customer_id)s, %(branch_code)s, %(source_type)s, %(source_id)s, %(product_code)s, %(interest)s, %(note)s,
        %(estimated_value)s, %(assigned_to)s, 'NEW', %(at)s, %(by)s, %(at)s, %(at)s, 1)
"""
_INSERT_MANY = """
INSERT INTO crm.leads (lead_id, customer_id, branch_code, source_type, source_id, product_code, interest, note, estimated_value, assigned_to,
                       status, status_since, created_by, created_at, updated_at, version)
SELECT uuidv7(), a.customer_id, a.branch_code, %(source_type)s, %(source_id)s, %(product_code)s, %(interest)s, '', %(estimated_value)s,
       a.assigned_to, 'NEW', %(at)s, %(by)s, %(at)s, %(at)s, 1
FROM crm.lead_assignments((
    SELECT array_agg(DISTINCT w.customer_id) FROM unnest(%(customers)s::uuid[]) AS w (customer_id)
    WHERE NOT EXISTS (SELECT FROM crm.leads l WHERE l.customer_id = w.customer_id AND l.source_type = %(source_type)s
                      AND l.source_id IS NOT DISTINCT FROM %(source_id)s AND l.status IN ('NEW', 'CONTACTED', 'QUALIFIED'))), %(day)s) a
ON CONFLICT DO NOTHING
RETURNING lead_id, customer_id, branch_code, assigned_to
"""


@dataclass(frozen=True)
class LeadsAdded:
    """What became of a set of customers: leads that were added, by whether somebody has them, and those who had one already."""

    added: int
    assigned: int
    waiting: int
    skipped: int
    lead_ids: tuple[UUID, ...] = ()


@transaction.atomic
def lead_create(*, actor: Actor, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Create a lead about a customer; the rule decides whose it becomes, and nothing else is told to who created it.

    Raises: LeadCustomerNotFound, Forbidden, LeadExists, Invalid.
    """
    source_type, source_id = values.get("source_type") or LeadSource.MANUAL, values.get("source_id")
    place = _place(actor, values["customer_id"], source_type, source_id)
    with audited_change(actor, SalesAct.CREATE_LEAD, LEAD, customer_id=place.customer_id, branch_code=place.branch_code) as change:
        change.require(can_create(actor, place, source_type))
        _judge(values, source_type, source_id, place)
        assigned_to = _assignee(change, actor, place, values.get("assigned_to"))
        at = now()
        lead = Lead(
            customer_id=place.customer_id,
            branch_code=place.branch_code,
            source_type=source_type,
            source_id=source_id,
            product_code=values.get("product_code"),
            interest=values.get("interest") or "",
            note=values.get("note") or "",
            estimated_value=values.get("estimated_value"),
            assigned_to=assigned_to,
            status="NEW",
            own_state=None,
            closed_reason=None,
            closed_note="",
            closed_at=None,
            status_since=at,
            created_by=actor.id,
            created_at=at,
            updated_at=at,
            version=1,
        )
        _insert(lead)
        # Its workflow tells the trail of it.
        change.nothing_changed()
        workflow.start(actor=actor, definition=LEAD_WORKFLOW, subject_id=lead.id, known=known_lead(lead))
        owner_notify(actor, lead)
    return lead_created(lead)


def lead_created(lead: Lead) -> Mapping[str, Any]:
    """What whoever creates a lead learns of it."""
    called = names(people=[lead.assigned_to] if lead.assigned_to else [], branches={lead.branch_code})
    owner = lead.assigned_to
    return {
        "id": lead.id,
        "status": lead.status,
        "assigned_to": {"id": owner, "full_name": called.people.get(owner, "")} if owner else None,
        "branch": {"code": lead.branch_code, "name": called.branches.get(lead.branch_code, lead.branch_code)},
    }


def _place(actor: Actor, customer_id: UUID, source_type: str, source_id: str | None) -> LeadPlace:
    """Where the customer belongs: one whom the actor reaches, or one of a campaign for who creates leads everywhere.

    Raises: LeadCustomerNotFound.
    """
    found = visible_customers(actor).filter(pk=customer_id).values_list("home_branch_code", "rm_user_id").first()
    if found is not None:
        return LeadPlace(customer_id, found[0], found[1])
    origin = lead_origins.get(source_type)
    everywhere = actor.reach(RESOURCE, Act.CREATE) is Reach.ALL
    if everywhere and source_id and origin is not None and origin.holds(source_id, customer_id):
        with scope(system_identity()):
            row = query("SELECT branch_code, rm_user_id FROM iam.customer_reach WHERE customer_id = %s", (customer_id,))
        if row:
            return LeadPlace(customer_id, row[0]["branch_code"], row[0]["rm_user_id"], reached=False)
    raise LeadCustomerNotFound()


def _judge(values: Mapping[str, Any], source_type: str, source_id: str | None, place: LeadPlace) -> None:
    """Raises: Invalid naming the field."""
    wrong: dict[str, Text] = {}
    if source_type in (LeadSource.CAMPAIGN, LeadSource.JOURNEY):
        origin = lead_origins.get(source_type)
        if not source_id:
            wrong["source_id"] = _NO_SOURCE
        elif origin is None or not origin.holds(source_id, place.customer_id):
            wrong["source_id"] = _NOT_IN_SOURCE
    if (product := values.get("product_code")) and product not in product_choices():
        wrong["product_code"] = _NO_PRODUCT
    if wrong:
        raise Invalid(wrong)


def judge_product(code: str | None, standing: str | None = None) -> None:
    """Raises: Invalid for a product that cannot be chosen; what stands already may stay."""
    if code and code != standing and code not in product_choices():
        raise Invalid({"product_code": _NO_PRODUCT})


def _assignee(change: AuditedChange, actor: Actor, place: LeadPlace, asked: UUID | None) -> UUID | None:
    """Whose it becomes. Raises: Forbidden, Invalid naming the assignee."""
    by_rule = assignee_by_rule(place.customer_id)
    if asked is None or asked == by_rule:
        return by_rule
    if not can_assign(actor, place):
        raise change.refused(Forbidden(_BY_RULE))
    if not assignee_fits(asked, place.customer_id, place.branch_code):
        raise Invalid({"assigned_to": _NOT_THEIRS})
    return asked


def _insert(lead: Lead) -> None:
    """Raises: LeadExists. Whoever may only create could not read the row back."""
    names_of = ("id", "customer_id", "branch_code", "source_type", "source_id", "product_code", "interest", "note", "estimated_value")
    given = {name: getattr(lead, name) for name in (*names_of, "assigned_to")}
    try:
        with transaction.atomic():
            execute(_INSERT, {**given, "at": lead.created_at, "by": lead.created_by})
    except IntegrityError as error:
        if "leads_one_open_of_a_campaign" in str(error):
            raise LeadExists() from None
        raise


@transaction.atomic
def leads_add(
    *,
    actor: Actor,
    source_type: str,
    source_id: str | None,
    customer_ids: Sequence[UUID],
    product_code: str | None = None,
    interest: str = "",
    estimated_value: Decimal | None = None,
) -> LeadsAdded:
    """Add leads about many customers in one statement; who has an open one of this source is left out. For the product itself."""
    wanted = sorted(set(customer_ids))
    if not wanted:
        return LeadsAdded(0, 0, 0, 0)
    values = {
        "source_type": source_type,
        "source_id": source_id,
        "product_code": product_code,
        "interest": interest[:200],
        "estimated_value": estimated_value,
        "customers": wanted,
        "day": today(),
        "at": now(),
        "by": actor.id,
    }
    rows = query(_INSERT_MANY, values)
    ids = [row["lead_id"] for row in rows]
    if len(ids) > ONE_BY_ONE:
        workflow.adopt_some(actor=actor, definition=LEAD_WORKFLOW, subject_ids=ids)
        customers_follow([row["customer_id"] for row in rows])
        record(
            actor,
            SalesAct.CREATE_LEADS,
            object_type=source_type,
            object_id=source_id or "",
            meta={"leads": len(ids), "skipped": len(wanted) - len(ids)},
        )
    elif ids:
        workflow.start_many(actor=actor, definition=LEAD_WORKFLOW, subject_ids=ids)
    _notify_set(rows, source_type, source_id)
    assigned = sum(row["assigned_to"] is not None for row in rows)
    return LeadsAdded(len(ids), assigned, len(ids) - assigned, len(wanted) - len(ids), tuple(ids))


def _notify_set(rows: Sequence[Mapping[str, Any]], source_type: str, source_id: str | None) -> None:
    """One notice for each new owner, and one for each branch with leads that wait."""
    owned: dict[UUID, list[UUID]] = {}
    waiting: dict[str, list[UUID]] = {}
    for row in rows:
        if row["assigned_to"] is None:
            waiting.setdefault(row["branch_code"], []).append(row["lead_id"])
        else:
            owned.setdefault(row["assigned_to"], []).append(row["lead_id"])
    notices = [Notice(MANY_ASSIGNED.key, (owner,), LEAD, str(ids[0]), {"count": str(len(ids))}) for owner, ids in sorted(owned.items())]
    if waiting:
        holders = holders_by_place(RESOURCE, Act.ASSIGN)
        for code, ids in sorted(waiting.items()):
            to = (*holders.branches.get(code, ()), *holders.served.get(code, ()))
            notices.append(Notice(MANY_WAIT.key, to, LEAD, str(ids[0]), {"count": str(len(ids))}))
    notify_many(notices)
