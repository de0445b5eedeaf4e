"""What the customer's page states about itself: the tabs of the engines, which know no customers."""

from __future__ import annotations

from simpul.customer360.acts import PageAct
from simpul.platform.domain import Domain, Parts


def _parts() -> Parts:
    from simpul.customer360 import api, datasets
    from simpul.customers.public import Part, Tab

    return Parts(
        routers=[("customer360", api.router)],
        entries=[
            Tab("timeline", Part.BUSINESS, 10),
            Tab("services", Part.BUSINESS, 30),
            Tab("documents", Part.DOCUMENTS, 40),
            datasets.data_set(),
        ],
    )


DOMAIN = Domain("customer360", acts=PageAct, parts=_parts)
