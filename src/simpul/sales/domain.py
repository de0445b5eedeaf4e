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
        "RCUAB",
        grants={
            "SUPERVISOR": "RAB BRANCH",
            "AGENT": "C BRANCH",
            "RM": "RCU OWN",
            "MARKETING": "C ALL (no contact data)",
            "SYSTEM": "RCUA ALL",
        },
    ),
}


def _parts() -> Parts:
    return Parts(entries=[])


def _routers() -> list[tuple[str, Router]]:
    from simpul.sales.api import leads, opportunities, reports

    return [("leads", leads.router), ("opportunities", opportunities.router), ("sales", reports.router)]


DOMAIN = Domain("sales", resources=RESOURCES, acts=SalesAct, parts=_parts, routers=_routers)
