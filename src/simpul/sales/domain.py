"""What leads and opportunities state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "lead": Resource(
        Text(id="Prospek dan peluang", en="Leads and opportunities"),
        "sales",
        "RCUAXB",
        grants={
            "SUPERVISOR": "RAB BRANCH; X? BRANCH",
            "AGENT": "C BRANCH",
            "RM": "RCU OWN",
            "MARKETING": "C ALL (no contact data)",
            "SYSTEM": "RCUA ALL",
        },
    ),
}


OBJECTS = {
    "OPPORTUNITY_STAGE": Text(id="Tahap peluang", en="Stage of opportunities"),
    "SALES_REASON": Text(id="Alasan penutupan", en="Closing reason"),
    "LEAD_SCORING": Text(id="Penilaian prospek", en="Scoring of leads"),
    "AFTER_CASE_RULE": Text(id="Aturan sesudah kasus", en="Rule of what follows a case"),
}


def _parts() -> Parts:
    from simpul.cases.events import CaseClosed, CaseOpened
    from simpul.consent.events import ConsentChanged
    from simpul.customers.public import Part, Tab
    from simpul.platform.events import Subscription
    from simpul.platform.subjects import SubjectType
    from simpul.sales import settings, subscribers
    from simpul.sales.alerts import LEAD_UNASSIGNED
    from simpul.sales.datasets import DATA_SETS
    from simpul.sales.demonstration import DEMONSTRATION
    from simpul.sales.selectors.leads import lead_labels, lead_work_place
    from simpul.sales.selectors.opportunities import opportunity_labels, opportunity_work_place
    from simpul.sales.selectors.segments import SOURCE
    from simpul.sales.services.importing import TARGETS
    from simpul.sales.services.notices import NOTICES
    from simpul.sales.services.scoring import customer_score
    from simpul.sales.timeline import KIND
    from simpul.sales.vocabulary import LEAD, OPPORTUNITY
    from simpul.tasks.public import ContactFollower, WorkSubject

    return Parts(
        entries=[
            SubjectType(LEAD, Text(id="Prospek", en="Lead"), lead_labels, "/leads/{id}"),
            SubjectType(OPPORTUNITY, Text(id="Peluang", en="Opportunity"), opportunity_labels, "/opportunities/{id}"),
            WorkSubject(LEAD, lead_work_place),
            WorkSubject(OPPORTUNITY, opportunity_work_place),
            settings.GROUP,
            *settings.SETTINGS,
            *subscribers.workflow_entries(),
            *NOTICES,
            LEAD_UNASSIGNED,
            SOURCE,
            KIND,
            Subscription(CaseClosed, "sales.decide_after_case"),
            Subscription(CaseOpened, "sales.score_visit"),
            Subscription(ConsentChanged, "sales.score_consent"),
            ContactFollower("sales.scores", customer_score),
            *DATA_SETS,
            *TARGETS,
            DEMONSTRATION,
            Tab("sales", Part.BUSINESS, 25, may=lambda actor: actor.reach("lead", "R") > 0),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.sales.api import after_case, leads, opportunities, reports, scoring

    return [
        ("leads", leads.router),
        ("opportunities", opportunities.router),
        ("sales", reports.router),
        ("sales", after_case.router),
        ("leads", scoring.router),
    ]


DOMAIN = Domain("sales", resources=RESOURCES, acts=SalesAct, objects=OBJECTS, parts=_parts, routers=_routers)
