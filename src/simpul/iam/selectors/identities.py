"""As whom users come from the organisation's identity providers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.iam.models import ExternalIdentity
from simpul.iam.selectors.users import user_get
from simpul.platform.actor import Actor


def identity_list(*, actor: Actor, user_id: UUID) -> list[dict[str, Any]]:
    """The ties of one user, by provider.

    Raises: UserNotFound, also for who may not read the organisation.
    """
    user = user_get(actor=actor, user_id=user_id)
    ties = ExternalIdentity.objects.filter(user_id=user.id).order_by("provider").values("id", "provider", "subject", "linked_at")
    return [dict(tie) for tie in ties]
