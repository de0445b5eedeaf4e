"""What a data steward does with a customer besides correcting its fields, over HTTP: identifiers, ties, home branch."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.customers import selectors
from simpul.customers.errors import CustomerNotFound, IdentifierIsTaken, IdentifierNotFound, RelationshipExists, RelationshipNotFound
from simpul.customers.schemas import CustomerOut, IdentifierOut, PersonRefOut, Reason
from simpul.customers.stewardship import branches, identifiers, relationships
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.schemas import Strict

router = Router()

EDITS = needs("customer", Act.UPDATE)
BranchCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,20}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]


class CustomerEditIn(Strict):
    """`version` is the one that the steward saw."""

    version: int = Field(ge=1)
    reason: Reason


class CustomerBranchIn(CustomerEditIn):
    branch_code: BranchCode


class RelationshipIn(CustomerEditIn):
    """The customer is, in this role, tied to the related one."""

    related_customer_id: UUID
    kind: Code
    role: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""
    valid_from: date | None = None


class RelationshipEndIn(CustomerEditIn):
    """Without a day the tie goes on."""

    valid_to: date | None


class IdentifierIn(CustomerEditIn):
    id_type: Literal["CIF", "NIK", "ACCOUNT_NO", "METER_NO", "MEMBER_NO"]
    value: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    is_primary: bool = False
    verified: bool = False


class IdentifierVerifyIn(CustomerEditIn):
    verified: bool


class RetiredIdentifierOut(IdentifierOut):
    """A number that is out of use, since when and by whom."""

    retired_at: datetime
    retired_by: PersonRefOut


class RetiredIdentifiersOut(Schema):
    items: list[RetiredIdentifierOut]


@router.post(
    "/customers/{uuid:customer_id}/branch",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion)},
    operation_id="customers_move",
)
def move(request: ActorRequest, customer_id: UUID, body: CustomerBranchIn) -> dict[str, Any]:
    """Move a customer to another home branch; its manager stays."""
    return selectors.profile(request.auth, branches.branch_change(actor=request.auth, customer_id=customer_id, **body.model_dump()))


@router.post(
    "/customers/{uuid:customer_id}/relationships",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion, RelationshipExists)},
    operation_id="relationships_add",
)
def add_relationship(request: ActorRequest, customer_id: UUID, body: RelationshipIn) -> dict[str, Any]:
    """Tie a customer to another one."""
    return selectors.profile(request.auth, relationships.relationship_add(actor=request.auth, customer_id=customer_id, **body.model_dump()))


@router.post(
    "/customers/{uuid:customer_id}/relationships/{uuid:relationship_id}/end",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion, RelationshipNotFound)},
    operation_id="relationships_end",
)
def end_relationship(request: ActorRequest, customer_id: UUID, relationship_id: UUID, body: RelationshipEndIn) -> dict[str, Any]:
    """Let a tie end on a day, or go on again."""
    given = {"customer_id": customer_id, "relationship_id": relationship_id, **body.model_dump()}
    return selectors.profile(request.auth, relationships.relationship_end(actor=request.auth, **given))


@router.post(
    "/customers/{uuid:customer_id}/relationships/{uuid:relationship_id}/remove",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion, RelationshipNotFound)},
    operation_id="relationships_remove",
)
def remove_relationship(request: ActorRequest, customer_id: UUID, relationship_id: UUID, body: CustomerEditIn) -> dict[str, Any]:
    """Take out a tie that was recorded by mistake; this cannot be undone, but it can be recorded again."""
    given = {"customer_id": customer_id, "relationship_id": relationship_id, **body.model_dump()}
    return selectors.profile(request.auth, relationships.relationship_remove(actor=request.auth, **given))


@router.get(
    "/customers/{uuid:customer_id}/identifiers/retired",
    permission=EDITS,
    response={200: RetiredIdentifiersOut, **problems(CustomerNotFound, Forbidden)},
    operation_id="identifiers_retired",
)
def list_retired(request: ActorRequest, customer_id: UUID) -> dict[str, Any]:
    """The numbers of a customer that are out of use, masked."""
    return {"items": identifiers.retired_identifiers(actor=request.auth, customer_id=customer_id)}


@router.post(
    "/customers/{uuid:customer_id}/identifiers",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion, IdentifierIsTaken)},
    operation_id="identifiers_add",
)
def add_identifier(request: ActorRequest, customer_id: UUID, body: IdentifierIn) -> dict[str, Any]:
    """Give a customer a further number."""
    return selectors.profile(request.auth, identifiers.identifier_add(actor=request.auth, customer_id=customer_id, **body.model_dump()))


@router.post(
    "/customers/{uuid:customer_id}/identifiers/{uuid:identifier_id}/verify",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion, IdentifierNotFound)},
    operation_id="identifiers_verify",
)
def verify_identifier(request: ActorRequest, customer_id: UUID, identifier_id: UUID, body: IdentifierVerifyIn) -> dict[str, Any]:
    """Say that a number was compared with its original, or take that back."""
    given = {"customer_id": customer_id, "identifier_id": identifier_id, **body.model_dump()}
    return selectors.profile(request.auth, identifiers.identifier_verify(actor=request.auth, **given))


@router.post(
    "/customers/{uuid:customer_id}/identifiers/{uuid:identifier_id}/primary",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion, IdentifierNotFound)},
    operation_id="identifiers_set_primary",
)
def set_primary_identifier(request: ActorRequest, customer_id: UUID, identifier_id: UUID, body: CustomerEditIn) -> dict[str, Any]:
    """Let this number be the one that stands for its kind."""
    given = {"customer_id": customer_id, "identifier_id": identifier_id, **body.model_dump()}
    return selectors.profile(request.auth, identifiers.identifier_set_primary(actor=request.auth, **given))


@router.post(
    "/customers/{uuid:customer_id}/identifiers/{uuid:identifier_id}/retire",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion, IdentifierNotFound)},
    operation_id="identifiers_retire",
)
def retire_identifier(request: ActorRequest, customer_id: UUID, identifier_id: UUID, body: CustomerEditIn) -> dict[str, Any]:
    """Take a number out of use."""
    given = {"customer_id": customer_id, "identifier_id": identifier_id, **body.model_dump()}
    return selectors.profile(request.auth, identifiers.identifier_retire(actor=request.auth, **given))


@router.post(
    "/customers/{uuid:customer_id}/identifiers/{uuid:identifier_id}/restore",
    permission=EDITS,
    response={200: CustomerOut, **problems(CustomerNotFound, Forbidden, StaleVersion, IdentifierNotFound, IdentifierIsTaken)},
    operation_id="identifiers_restore",
)
def restore_identifier(request: ActorRequest, customer_id: UUID, identifier_id: UUID, body: CustomerEditIn) -> dict[str, Any]:
    """Bring a retired number back into use."""
    given = {"customer_id": customer_id, "identifier_id": identifier_id, **body.model_dump()}
    return selectors.profile(request.auth, identifiers.identifier_restore(actor=request.auth, **given))
