"""Setting a password by a one-time link, before anybody is signed in. The token travels in the body only."""

from __future__ import annotations

from typing import Any

from simpul.iam.errors import LinkNotValid
from simpul.iam.passwords import SHORTEST
from simpul.iam.schemas.users import PasswordLinkCheckIn, PasswordLinkCheckOut, PasswordLinkRedeemIn
from simpul.iam.services import password_links as services
from simpul.platform import idempotency
from simpul.platform.errors import Invalid, RateLimited
from simpul.platform.http import ActorRequest, Router, problems, public
from simpul.platform.text import Text

router = Router()

_OPEN = public("who sets the first password cannot sign in yet; the one-time token is the proof, and tries are limited by address")
_NOT_KEPT = Text(id="Kata sandi tidak disimpan untuk diulang.", en="A password is not kept for repeating.")


@router.post(
    "/password-links/check",
    permission=_OPEN,
    response={200: PasswordLinkCheckOut, **problems(LinkNotValid, RateLimited)},
    operation_id="password_links_check",
    takes=services.address_token,
)
def check(request: ActorRequest, body: PasswordLinkCheckIn) -> dict[str, Any]:
    """Whose link this is, for the page that asks for the password."""
    _unkept(request)
    user, expires_at = services.link_check(actor=request.auth, request=request, token=body.token)
    return {"username": user.username, "full_name": user.full_name, "expires_at": expires_at, "min_length": SHORTEST}


@router.post(
    "/password-links/redeem",
    permission=_OPEN,
    response={204: None, **problems(LinkNotValid, RateLimited)},
    operation_id="password_links_redeem",
    takes=services.address_token,
)
def redeem(request: ActorRequest, body: PasswordLinkRedeemIn) -> None:
    """Set the password; the link is used up and every session of the person ends."""
    _unkept(request)
    services.link_redeem(actor=request.auth, request=request, token=body.token, new_password=body.new_password)


def _unkept(request: ActorRequest) -> None:
    if idempotency.HEADER in request.headers:
        raise Invalid({idempotency.HEADER: _NOT_KEPT})
