"""Ties between persons at the organisation's identity providers and users here, and networks that are shut out of signing in."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any
from uuid import UUID

from simpul.iam.errors import IdentityNotFound, IdentityTaken, UserIsTied, UserNotFound
from simpul.iam.schemas.identities import AddressIn, IdentitiesOut, IdentityIn, OpenedOut
from simpul.iam.selectors.identities import identity_list
from simpul.iam.services import identities as services
from simpul.iam.services import lockout
from simpul.iam.single_sign_on.providers import providers
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.text import Text

router = Router()
_READ = needs("configuration", Act.READ, Act.MANAGE)
_MANAGE = needs("configuration", Act.MANAGE)
_UNKNOWN = Text(id="Penyedia identitas ini tidak dikenal.", en="This identity provider is not known.")
_NO_ADDRESS = Text(id="Tulis alamat IP, misalnya 10.20.1.15.", en="Enter an IP address, 10.20.1.15 say.")


@router.get("/users/{uuid:user_id}/identities", permission=_READ, response={200: IdentitiesOut, **problems(UserNotFound)}, operation_id="users_identities")
def list_identities(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    """As whom a user comes from the organisation's identity providers, and which providers there are."""
    return _told(request, user_id)


@router.post(
    "/users/{uuid:user_id}/identities",
    permission=_MANAGE,
    response={202: ProposalOut, **problems(UserNotFound, Forbidden, IdentityTaken, UserIsTied)},
    operation_id="users_tie_identity",
)
def tie_identity(request: ActorRequest, user_id: UUID, body: IdentityIn) -> Any:
    """Let a person at an identity provider sign in as this user, when a second person agrees."""
    if body.provider not in providers():
        raise Invalid({"provider": _UNKNOWN})
    return propose_change(request.auth, "users_tie_identity", body, user_id=user_id)


@router.delete(
    "/users/{uuid:user_id}/identities/{uuid:identity_id}",
    permission=_MANAGE,
    response={200: IdentitiesOut, **problems(UserNotFound, Forbidden, IdentityNotFound)},
    operation_id="users_untie_identity",
)
def untie_identity(request: ActorRequest, user_id: UUID, identity_id: UUID) -> dict[str, Any]:
    """Part a user from a person at an identity provider, and end the user's sessions."""
    services.user_untie_identity(actor=request.auth, user_id=user_id, identity_id=identity_id)
    return _told(request, user_id)


@router.post("/sign-in-locks/open", permission=_MANAGE, response={200: OpenedOut, **problems(Forbidden)}, operation_id="sign_in_unlock_address")
def unlock_address(request: ActorRequest, body: AddressIn) -> dict[str, Any]:
    """Open signing in again for a network from which too many attempts failed."""
    try:
        address = str(ip_address(body.address))
    except ValueError:
        raise Invalid({"address": _NO_ADDRESS}) from None
    return {"counted": lockout.unlock_address(actor=request.auth, address=address)}


def _told(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    known = {key: provider.name for key, provider in providers().items()}
    items = [{**row, "provider_name": known.get(row["provider"], row["provider"])} for row in identity_list(actor=request.auth, user_id=user_id)]
    return {"items": items, "providers": [{"key": key, "name": name} for key, name in known.items()]}
