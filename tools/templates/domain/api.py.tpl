"""The operations on $plural."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Query

from simpul.$domain import selectors, services
from simpul.$domain.errors import ${Entity}CustomerNotFound, ${Entity}NotFound
from simpul.$domain.models import $Entity
from simpul.$domain.policies import RESOURCE
from simpul.$domain.schemas import ${Entity}In, ${Entity}Out, ${Entity}PageOut
from simpul.platform.actor import Act
from simpul.platform.http import MAX_PAGE, ActorRequest, Router, needs, problems

router = Router()


@router.get("/$path", permission=needs(RESOURCE, Act.READ), response={200: ${Entity}PageOut, **problems()}, operation_id="${plural}_list")
def list_$plural(
    request: ActorRequest, customer_id: UUID | None = None, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 50
) -> dict[str, Any]:
    """The $plural that I may see, newest first."""
    return selectors.${entity}_list(actor=request.auth, customer_id=customer_id, cursor=cursor, limit=limit)


@router.post("/$path", permission=needs(RESOURCE, Act.CREATE), response={201: ${Entity}Out, **problems(${Entity}CustomerNotFound)}, operation_id="${plural}_create")
def create_$entity(request: ActorRequest, body: ${Entity}In) -> $Entity:
    """Make one about a customer."""
    return services.${entity}_create(actor=request.auth, customer_id=body.customer_id, title=body.title)


@router.get("/$path/{uuid:${entity}_id}", permission=needs(RESOURCE, Act.READ), response={200: ${Entity}Out, **problems(${Entity}NotFound)}, operation_id="${plural}_get")
def get_$entity(request: ActorRequest, ${entity}_id: UUID) -> $Entity:
    """One in full."""
    return selectors.${entity}_get(actor=request.auth, ${entity}_id=${entity}_id)
