"""Tying a user to a person at an identity provider, as an administrator decides, and parting them."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.errors import IdentityNotFound, IdentityTaken, UserIsTied
from simpul.iam.models import ExternalIdentity
from simpul.iam.policies import can_change_access
from simpul.iam.services.opening import end_sessions_of, opened
from simpul.iam.services.single_sign_on import identity_tie
from simpul.platform.actor import Actor
from simpul.platform.crypto import keyed_hash

_ONE_EACH = "external_identities_one_each"


def user_tie_identity(*, actor: Actor, user_id: UUID, provider: str, subject: str) -> None:
    """Let a person at the provider sign in as this user.

    Raises: UserNotFound, Forbidden, UserIsTied when the user has a tie to this provider, IdentityTaken when the person has one.
    """
    user = opened(actor, user_id, None, can_change_access)
    try:
        with transaction.atomic():
            identity_tie(actor=actor, provider=provider, subject=subject, user_id=user.id)
    except IntegrityError as error:
        facts = {"action": IamAct.CHANGE_RBAC, "object_type": "USER", "object_id": str(user.id), "meta": {"tied_to": provider}}
        taken = UserIsTied if getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) == _ONE_EACH else IdentityTaken
        raise taken().recorded_as(**facts) from None


def user_untie_identity(*, actor: Actor, user_id: UUID, identity_id: UUID) -> None:
    """Part the user from a person at a provider; whoever came in as that person is out.

    Raises: UserNotFound, Forbidden, IdentityNotFound.
    """
    user = opened(actor, user_id, None, can_change_access)
    tie = ExternalIdentity.objects.filter(pk=identity_id, user_id=user.id).first()
    if tie is None:
        raise IdentityNotFound()
    tie.delete()
    meta = {"untied_from": tie.provider, "subject_hash": keyed_hash(f"sso:{tie.provider}:{tie.subject}"), "ended": end_sessions_of(user.id)}
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta=meta)
