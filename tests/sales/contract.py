"""What the contract tests and the browser tests know of leads and opportunities."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from simpul.customers.models import Customer
from simpul.iam.public import system_actor
from simpul.platform.clock import now, today
from simpul.sales.models import Lead, Opportunity
from simpul.sales.vocabulary import LEAD_WORKFLOW, OPPORTUNITY_WORKFLOW
from simpul.workflow.public import adopt
from tests.contract.declared import Contract
from tests.contract.matrix import Recipe, World, covers
from tests.sales import after_case
from tests.sales.looks import LINKS, PAGES, RECORDS, TABS
from tests.sales.scored import SYSTEM_VIEWS as scored_views
from tests.sales.scored import scored, scoring
from tests.support import people
from tests.support.database import rows

WHY = "Nasabah meminta dihubungi lagi."


def lead_of(customer_id: UUID, status: str = "NEW", **fields: Any) -> Lead:
    """A lead about a customer that nobody follows up yet."""
    ended = {"closed_reason": "PRICE", "closed_at": now()} if status == "CLOSED_LOST" else {}
    with rows():
        branch = Customer.objects.get(pk=customer_id).home_branch_code
        values = {"source_type": "MANUAL", "interest": "KPR rumah pertama", "created_by": people.user_id("supervisor_bnj"), **ended, **fields}
        made = Lead.objects.create(customer_id=customer_id, branch_code=branch, status=status, **values)
        adopt(actor=system_actor(), definition=LEAD_WORKFLOW)
    return made


def opportunity_of(customer_id: UUID, stage: str = "NEW", **fields: Any) -> Opportunity:
    """An opportunity of a customer that a colleague of rm_mdn follows up."""
    ended = {"lost_reason": "PRICE", "closed_at": now()} if stage == "CLOSED_LOST" else {}
    with rows():
        branch = Customer.objects.get(pk=customer_id).home_branch_code
        user = people.user_id("rm_mdn_2")
        values = {
            "product_interest": "KPR rumah pertama",
            "estimated_value": Decimal(350_000_000),
            "probability": 10,
            "expected_close_on": today() + timedelta(days=30),
            "assigned_to": user,
            "created_by": user,
            **ended,
            **fields,
        }
        made = Opportunity.objects.create(customer_id=customer_id, branch_code=branch, stage=stage, **values)
        adopt(actor=system_actor(), definition=OPPORTUNITY_WORKFLOW)
    return made


def _lead(status: str = "NEW") -> Any:
    return lambda world: {"lead_id": lead_of(world.customer_id, status).id}


def _opportunity(stage: str = "NEW") -> Any:
    return lambda world: {"opportunity_id": opportunity_of(world.customer_id, stage).id}


def _sees(role: str | None, subject: str) -> bool:
    """Somebody else follows it up, or nobody: it shows to whoever reads the leads of the branch."""
    return covers(role, "lead", "R", subject) and role != "RM"


def _pursues(role: str | None, subject: str) -> int:
    """Who follows opportunities up creates those of the own portfolio."""
    return 200 if role == "RM" else 403


def _version(world: World) -> dict[str, Any]:
    return {"version": 1}


def _pursued(world: World) -> dict[str, Any]:
    return {
        "product_interest": "KPR rumah pertama",
        "estimated_value": "350000000",
        "expected_close_on": (today() + timedelta(days=30)).isoformat(),
    }


NAMES = {"names": {"id": "Penawaran tertulis", "en": "Written offer"}}

RECIPES: dict[str, Recipe] = {
    "leads_list": Recipe(),
    "leads_search": Recipe(body=lambda world: {"q": "rumah"}),
    "leads_board": Recipe(),
    "leads_create": Recipe(body=lambda world: {"customer_id": str(world.customer_id), "interest": "Deposito"}, subject=True),
    "leads_assignees": Recipe(query="?branch=MDN"),
    "leads_assign_many": Recipe(body=lambda world: {"lead_ids": [str(lead_of(world.customer_id).id)], "assigned_to": None}),
    "leads_get": Recipe(path=_lead(), subject=True, seen=_sees),
    "leads_update": Recipe(path=_lead(), body=_version, subject=True, seen=_sees),
    "leads_move": Recipe(path=_lead("CLOSED_LOST"), body=lambda world: {"version": 1, "transition": "reopen", "reason": WHY}, subject=True, seen=_sees),
    "leads_undo": Recipe(path=_lead(), body=_version, subject=True, seen=_sees),
    "leads_assign": Recipe(path=_lead(), body=lambda world: {"version": 1, "assigned_to": None}, subject=True, seen=_sees),
    "leads_convert": Recipe(path=_lead("QUALIFIED"), body=lambda world: {"version": 1, **_pursued(world)}, subject=True, seen=_sees),
    "leads_history": Recipe(path=_lead(), subject=True, seen=_sees),
    "opportunities_list": Recipe(),
    "opportunities_search": Recipe(body=lambda world: {"q": "rumah"}),
    "opportunities_board": Recipe(),
    "opportunities_create": Recipe(body=lambda world: {"customer_id": str(world.customer_id), **_pursued(world)}, subject=True, rule=_pursues),
    "opportunities_get": Recipe(path=_opportunity(), subject=True, seen=_sees),
    "opportunities_update": Recipe(path=_opportunity(), body=lambda world: {"version": 1, **_pursued(world)}, subject=True, seen=_sees),
    "opportunities_move": Recipe(
        path=_opportunity("CLOSED_LOST"),
        body=lambda world: {"version": 1, "transition": "reopen", "reason": WHY},
        subject=True,
        seen=_sees,
    ),
    "opportunities_undo": Recipe(path=_opportunity(), body=_version, subject=True, seen=_sees),
    "opportunities_history": Recipe(path=_opportunity(), subject=True, seen=_sees),
    "forecasts_get": Recipe(),
    "opportunity_stages_list": Recipe(),
    "opportunity_stages_all": Recipe(),
    "opportunity_stages_update": Recipe(
        path=lambda world: {"stage": "PROPOSAL"}, body=lambda world: {"version": 1, "probability": 60, "position": 30, **NAMES}
    ),
    "sales_reasons_list": Recipe(),
    "sales_reasons_all": Recipe(),
    "sales_reasons_create": Recipe(body=lambda world: {"code": "MOVED_AWAY", "outcome": "LOST", **NAMES}),
    "sales_reasons_update": Recipe(path=lambda world: {"code": "PRICE"}, body=lambda world: {"version": 1, **NAMES}),
    "sales_products_list": Recipe(),
    "customer_sales_get": Recipe(subject=True),
    "lead_scores_get": Recipe(path=lambda world: scored(lead_of(world.customer_id)), subject=True, seen=_sees),
    "lead_scoring_get": Recipe(),
    "lead_scoring_update": Recipe(body=scoring),
}

BORROWED_RIGHTS = {
    "crm.lead_managers(asked_branches text[])": (
        "simpul_search",
        "who follows leads up in a branch; ids alone, as everybody may know who works where",
    ),
    "crm.is_lead_manager(asked_user uuid)": ("simpul_search", "whether a colleague follows leads up; yes or no"),
    "crm.lead_assignee_fits(asked_user uuid, asked_customer uuid, asked_branch text)": (
        "simpul_search",
        "whether a colleague follows leads of a branch or customer up; yes or no",
    ),
    "crm.lead_assignments(asked_customers uuid[], asked_day date)": (
        "simpul_search",
        "whose new leads become: who creates one reads neither the open leads of colleagues nor their absences",
    ),
    "crm.lifecycle_find(asked uuid[], asked_at timestamp with time zone, dormant_after integer)": (
        "simpul_search",
        "where customers are in their lifecycle; answers the product's own jobs alone",
    ),
    "crm.lead_standing(asked uuid[])": ("simpul_search", "the lead that stands for a customer; answers the product's own jobs alone"),
}
SYSTEM_VIEWS = {"crm.segment_sales": "what segments select by of leads and lifecycle"}

CONTRACT = Contract(
    recipes=RECIPES | after_case.RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    system_views=SYSTEM_VIEWS | scored_views,
    pages=PAGES | after_case.PAGES,
    records=RECORDS,
    links=(*LINKS, *after_case.LINKS),
    tabs=TABS,
)
