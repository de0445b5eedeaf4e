"""What advice states about itself; the rules of alerts are stated by the domains that own their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.advice.acts import AlertAct
from simpul.platform.domain import Domain
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router


def _routers() -> list[tuple[str, Router]]:
    from simpul.advice import api

    return [("advice", api.router)]


# What the trail names and no page of its own shows.
OBJECTS = {
    "ALERT": Text(id="Peringatan", en="Alert"),
}

DOMAIN = Domain("advice", acts=AlertAct, routers=_routers, objects=OBJECTS)
