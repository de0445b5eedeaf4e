"""What the operations on identities of other systems take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints

from simpul.iam.schemas.users import NamedOut
from simpul.platform.schemas import Strict


class IdentityIn(Strict):
    """A person at a provider: `subject` is the provider's own lasting id of the person (the claim `sub`), not a name."""

    provider: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,29}$")]
    subject: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255, pattern=r"^[^\x00-\x1f\x7f]+$")]


class IdentityOut(Schema):
    """A tie to a person at a provider; one that is configured no more is called by its key."""

    id: UUID
    provider: str
    provider_name: str
    subject: str
    linked_at: datetime


class IdentitiesOut(Schema):
    """The ties of one user, and the providers that a tie can be made to."""

    items: list[IdentityOut]
    providers: list[NamedOut]


class AddressIn(Strict):
    address: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=45)]


class OpenedOut(Schema):
    """Whether failures of the network were counted at all."""

    counted: bool
