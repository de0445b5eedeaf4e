"""What the customer's page states about itself: the tabs of the engines, which know no customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.customer360.acts import PageAct
from simpul.platform.domain import Domain, Parts

if TYPE_CHECKING:
    from ninja import Router


def _parts() -> Parts:
    from simpul.customer360 import datasets
    from simpul.customers.public import Part, Tab

    return Parts(
        entries=[
            Tab("timeline", Part.BUSINESS, 10),
            Tab("services", Part.BUSINESS, 30),
            Tab("documents", Part.DOCUMENTS, 40),
            datasets.data_set(),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.customer360 import api

    return [("customer360", api.router)]


DOMAIN = Domain("customer360", acts=PageAct, parts=_parts, routers=_routers)
