"""What a working day states about itself: a page over other domains, with no tables of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.platform.domain import Domain, Parts

if TYPE_CHECKING:
    from ninja import Router


def _parts() -> Parts:
    from simpul.cockpit import settings

    return Parts(entries=[settings.GROUP, *settings.SETTINGS])


def _routers() -> list[tuple[str, Router]]:
    from simpul.cockpit import api

    return [("cockpit", api.router)]


DOMAIN = Domain("cockpit", parts=_parts, routers=_routers)
