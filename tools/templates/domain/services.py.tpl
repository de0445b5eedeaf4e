"""Changing $plural: each change with its audit row and its news, in one transaction."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.$domain.acts import ${Entity}Act
from simpul.$domain.events import ${Entity}Created
from simpul.$domain.models import $Entity
from simpul.$domain.policies import can_create
from simpul.$domain.selectors import place_of
from simpul.audit.public import record
from simpul.platform.actor import Actor, require
from simpul.platform.events import emit


@transaction.atomic
def ${entity}_create(*, actor: Actor, customer_id: UUID, title: str) -> $Entity:
    """Make a $entity about a customer.

    Raises: ${Entity}CustomerNotFound, Forbidden.
    """
    place = place_of(customer_id)
    require(can_create(actor, place))
    made = $Entity.objects.create(customer_id=customer_id, branch_code=place.branch_code, title=title, created_by=actor.id)
    made.refresh_from_db()
    record(actor, ${Entity}Act.CREATE_$ENTITY, object_type="$ENTITY", object_id=made.id, customer_id=customer_id, branch_code=made.branch_code)
    emit(${Entity}Created(made.id, customer_id, made.branch_code, actor.id))
    return made
