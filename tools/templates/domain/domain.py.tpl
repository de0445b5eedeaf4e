"""What $plural state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.$domain.acts import ${Entity}Act
from simpul.platform.domain import Domain, Parts$imports
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router
$resources

def _parts() -> Parts:
    from simpul.$domain.selectors import ${entity}_labels
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[SubjectType("$ENTITY", Text(id="$Title", en="$Title"), ${entity}_labels)],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.$domain import api

    return [("$domain", api.router)]


DOMAIN = Domain("$domain"$states, acts=${Entity}Act, parts=_parts, routers=_routers)
