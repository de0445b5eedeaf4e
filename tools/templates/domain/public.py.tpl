"""The door to $plural."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from simpul.$domain.policies import visible_$plural
from simpul.platform.actor import Actor


@dataclass(frozen=True)
class ${Entity}Facts:
    """A $entity as other domains see it."""

    id: UUID
    customer_id: UUID
    branch_code: str
    title: str


def ${entity}_facts(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, ${Entity}Facts]:
    """Those of these ids that the actor may see, in one query."""
    rows = visible_$plural(actor).filter(pk__in=list(ids)).values_list("id", "customer_id", "branch_code", "title")
    return {row[0]: ${Entity}Facts(*row) for row in rows}
