"""Who sees and who makes $plural. Row-level security says the same in sql/0001_policies.sql."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from simpul.$domain.models import $Entity
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

RESOURCE = "$resource"
_NOT_HERE = Text(id="Peran Anda tidak dapat membuat ini untuk nasabah tersebut.", en="Your role cannot create this for that customer.")


@dataclass(frozen=True)
class Place:
    """Where a customer belongs, which is what the grants ask."""

    customer_id: UUID
    branch_code: str
    rm_user_id: UUID | None


def visible_$plural(actor: Actor) -> QuerySet[$Entity]:
    """The $plural within the actor's reach."""
    reach = actor.reach(RESOURCE, Act.READ)
    if reach is Reach.ALL:
        return $Entity.objects.all()
    if reach is Reach.NONE:
        return $Entity.objects.none()
    condition = Q(created_by=actor.id)
    if reach >= Reach.BRANCH:
        condition |= Q(branch_code__in=sorted(actor.branch_codes))
    return $Entity.objects.filter(condition)


def can_create(actor: Actor, place: Place) -> Verdict:
    """Whoever holds the action within reach of the customer."""
    return ALLOW if actor.may(RESOURCE, Act.CREATE, place) else deny(_NOT_HERE)
