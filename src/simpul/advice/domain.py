"""What advice states about itself; the rules of alerts are stated by the domains that own their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.advice.acts import AdviceAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "advice": Resource(
        Text(id="Saran tindakan", en="Next best actions"),
        "sales",
        "RU",
        grants={
            "SUPERVISOR": "RU BRANCH",
            "AGENT": "RU BRANCH",
            "RM": "RU PORTFOLIO",
            "SYSTEM": "RU ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.advice.demonstration import DEMONSTRATION
    from simpul.advice.services.deciding import task_followed
    from simpul.advice.vocabulary import ORIGIN
    from simpul.tasks.public import TaskOrigin

    return Parts(entries=[TaskOrigin(ORIGIN, task_followed), DEMONSTRATION])


def _routers() -> list[tuple[str, Router]]:
    from simpul.advice.api import advice, alerts

    return [("advice", alerts.router), ("advice", advice.router)]


# What the trail names and no page of its own shows.
OBJECTS = {
    "ALERT": Text(id="Peringatan", en="Alert"),
    "ADVICE": Text(id="Saran", en="Advice"),
    "ADVICE_RULE": Text(id="Aturan saran", en="Rule of advice"),
}

DOMAIN = Domain("advice", resources=RESOURCES, acts=AdviceAct, objects=OBJECTS, parts=_parts, routers=_routers)
