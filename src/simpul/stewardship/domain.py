"""What stewardship states about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text
from simpul.stewardship.acts import StewardshipAct

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "rights_request": Resource(
        Text(id="Permintaan hak pribadi", en="Rights requests"),
        "control",
        "RCUAX",
        grants={
            "SUPERVISOR": "RCUA BRANCH",
            "AGENT": "RU OWN; C BRANCH",
            "COMPLIANCE": "RCUAX ALL",
            "SYSTEM": "RCUA ALL",
        },
    ),
    "data_protection": Resource(
        Text(id="Pelindungan data", en="Data protection"),
        "control",
        "RCUAX",
        grants={
            "COMPLIANCE": "RCUAX ALL",
            "SYSTEM": "RCUA ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.customers.public import Part, Tab
    from simpul.marketing.public import selecting_refusal
    from simpul.platform import ports
    from simpul.platform.ports import Plug
    from simpul.platform.subjects import SubjectType
    from simpul.stewardship import settings, subscribers
    from simpul.stewardship.alerts import RULES
    from simpul.stewardship.datasets import BREACH_CUSTOMERS, RIGHTS_REQUESTS
    from simpul.stewardship.demonstration import DEMONSTRATION
    from simpul.stewardship.selectors.limits import AUDIENCE_LIMITS, scoring_excluded_sql
    from simpul.stewardship.selectors.protection import assessment_in_force, selecting_missing
    from simpul.stewardship.selectors.requests import rights_request_labels
    from simpul.stewardship.services import clocks, following, protecting
    from simpul.stewardship.services.working import ASSIGNED
    from simpul.stewardship.timeline import KIND
    from simpul.stewardship.vocabulary import RESOURCE, SUBJECT

    return Parts(
        entries=[
            SubjectType(SUBJECT, Text(id="Permintaan hak pribadi", en="Rights request"), rights_request_labels, "/rights-requests/{id}"),
            *subscribers.workflow_entries(),
            *clocks.NOTICES,
            *clocks.TIMERS,
            *following.NOTICES,
            ASSIGNED,
            settings.GROUP,
            *settings.SETTINGS,
            *RULES,
            RIGHTS_REQUESTS,
            BREACH_CUSTOMERS,
            *protecting.NOTICES,
            *protecting.TIMERS,
            KIND,
            *AUDIENCE_LIMITS,
            Plug(selecting_refusal, selecting_missing),
            Plug(ports.assessment_in_force, assessment_in_force),
            Plug(ports.scoring_excluded_sql, scoring_excluded_sql),
            DEMONSTRATION,
            Tab("rights", Part.BUSINESS, 38, may=lambda actor: actor.reach(RESOURCE, "R") > 0),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.stewardship.api import limits, protection, requests

    return [("stewardship", requests.router), ("stewardship", limits.router), ("stewardship", protection.router)]


OBJECTS = {
    "LEGAL_HOLD": Text(id="Penahanan data", en="Legal hold"),
    "PROCESSING_LIMIT": Text(id="Pembatasan data", en="Limit on data"),
    "DATA_BREACH": Text(id="Kebocoran data", en="Data breach"),
    "IMPACT_ASSESSMENT": Text(id="Penilaian dampak", en="Impact assessment"),
}
DOMAIN = Domain("stewardship", resources=RESOURCES, acts=StewardshipAct, parts=_parts, routers=_routers, objects=OBJECTS)
