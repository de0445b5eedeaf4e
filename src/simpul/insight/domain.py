"""What dashboards state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.insight.acts import InsightAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "dashboard": Resource(
        Text(id="Dasbor", en="Dashboards"),
        "control",
        "RX",
        grants={
            "DIRECTOR": "RX ALL",
            "SUPERVISOR": "R BRANCH",
            "AGENT": "R OWN",
            "RM": "R OWN",
            "MARKETING": "R ALL (marketing)",
            "COMPLIANCE": "R ALL",
            "ADMIN": "R ALL (operations)",
            "DATA_STEWARD": "R ALL (quality)",
            "FIELD_OFFICER": "R OWN",
            "FINANCE": "R BRANCH (receivables)",
        },
    ),
}


def _parts() -> Parts:
    from simpul.insight import settings
    from simpul.insight.datasets import DASHBOARD_SET
    from simpul.insight.demonstration import DEMONSTRATION
    from simpul.insight.selectors.labels import dashboard_labels, schedule_labels
    from simpul.insight.services.schedules import READY
    from simpul.insight.vocabulary import DASHBOARD, SCHEDULE
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[
            settings.GROUP,
            *settings.SETTINGS,
            SubjectType(DASHBOARD, Text(id="Dasbor", en="Dashboard"), dashboard_labels, "/dashboards/{id}"),
            SubjectType(
                SCHEDULE,
                Text(id="Jadwal dasbor", en="Schedule of a dashboard"),
                schedule_labels,
                "/dashboards?schedules=yes",
            ),
            DASHBOARD_SET,
            READY,
            DEMONSTRATION,
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.insight import api

    return [("dashboards", api.router)]


DOMAIN = Domain("insight", resources=RESOURCES, acts=InsightAct, parts=_parts, routers=_routers)
