"""What transactions and the value of customers state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text
from simpul.value.acts import ValueAct

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "customer_value": Resource(
        Text(id="Nilai nasabah", en="Customer value"),
        "sales",
        "RM",
        grants={
            "DIRECTOR": "R ALL (aggregates)",
            "SUPERVISOR": "R BRANCH",
            "MARKETING": "R ALL (aggregates)",
            "COMPLIANCE": "R ALL (aggregates)",
            "ADMIN": "R ALL (aggregates); M ALL",
            "SYSTEM": "R ALL",
        },
    ),
}
OBJECTS = {
    "RFM_THRESHOLDS": Text(id="Ambang RFM", en="RFM thresholds"),
    "RFM_SCORES": Text(id="Skor RFM", en="RFM scores"),
}


def _parts() -> Parts:
    from simpul.timeline.public import Kind
    from simpul.value import importing, settings
    from simpul.value.alerts import AT_RISK_SEGMENT
    from simpul.value.demonstration import DEMONSTRATION, VALUE
    from simpul.value.selectors.fields import RFM_SOURCE
    from simpul.value.selectors.transactions import SEGMENT_SOURCES, transaction_events

    return Parts(
        entries=[
            importing.TARGET,
            DEMONSTRATION,
            VALUE,
            *SEGMENT_SOURCES,
            RFM_SOURCE,
            AT_RISK_SEGMENT,
            Kind("TransactionEvent", Text(id="Transaksi", en="Transactions"), source=transaction_events, area="VALUE"),
            settings.GROUP,
            *settings.SETTINGS,
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.value.api import rfm

    return [("value", rfm.router)]


DOMAIN = Domain("value", resources=RESOURCES, acts=ValueAct, objects=OBJECTS, parts=_parts, routers=_routers)
