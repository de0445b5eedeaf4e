"""What $plural state about themselves."""

from __future__ import annotations

from simpul.$domain.acts import ${Entity}Act
from simpul.platform.domain import Domain, Parts$imports
from simpul.platform.text import Text
$resources

def _parts() -> Parts:
    from simpul.$domain import api
    from simpul.$domain.selectors import ${entity}_labels
    from simpul.platform.subjects import SubjectType

    return Parts(
        routers=[("$domain", api.router)],
        entries=[SubjectType("$ENTITY", Text(id="$Title", en="$Title"), ${entity}_labels)],
    )


DOMAIN = Domain("$domain"$states, acts=${Entity}Act, parts=_parts)
