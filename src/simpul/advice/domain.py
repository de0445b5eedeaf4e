"""What advice states about itself; the rules of alerts are stated by the domains that own their data."""

from __future__ import annotations

from simpul.advice.acts import AlertAct
from simpul.platform.domain import Domain, Parts


def _parts() -> Parts:
    from simpul.advice import api

    return Parts(routers=[("advice", api.router)])


DOMAIN = Domain("advice", acts=AlertAct, parts=_parts)
