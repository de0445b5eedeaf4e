"""What follows a change of somebody's second factors: its audit row, and the end of the other sessions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.models import User
from simpul.iam.policies import can_manage_organisation
from simpul.iam.services.account import sessions_end_all, sessions_end_others
from simpul.platform.actor import Actor, deny, require
from simpul.platform.errors import NotFound
from simpul.platform.text import Text

_OWN = deny(
    Text(
        id="Perangkat Anda sendiri dihapus di profil, dengan memastikan siapa Anda.",
        en="Your own devices are removed in your profile, by confirming who you are.",
    )
)
# What makes the sessions elsewhere end: somebody who took a device over must not stay signed in.
_ENDS_OTHERS = {"ADDED", "REMOVED", "REGENERATED"}


def changed(*, actor: Actor, request: HttpRequest, kind: str, change: str) -> None:
    """Record that the person changed the own factors, and end the other sessions where that matters.

    `kind` is `totp`, `webauthn` or `recovery_codes`; `change` ADDED, REMOVED, RENAMED, REGENERATED or VIEWED.
    """
    meta: dict[str, Any] = {"factor": kind, "change": change}
    if change in _ENDS_OTHERS:
        meta["ended_sessions"] = sessions_end_others(actor=actor, request=request)
    record(actor, IamAct.CHANGE_AUTHENTICATOR, object_type="USER", object_id=actor.id, meta=meta)


def refused(*, actor: Actor, kind: str, change: str) -> None:
    """Record that a change of the own factors was refused, such as by a wrong code."""
    record(actor, IamAct.CHANGE_AUTHENTICATOR, object_type="USER", object_id=actor.id, outcome="FAILED", meta={"factor": kind, "change": change})


def authenticators_reset(*, actor: Actor, user_id: UUID) -> int:
    """Take every second factor of a colleague away, who lost the telephone, and end their sessions; says how many there were.

    Raises: Forbidden, NotFound.
    """
    require(can_manage_organisation(actor))
    if user_id == actor.id:
        require(_OWN)
    user = User.objects.filter(pk=user_id, kind=User.Kind.USER).first()
    if user is None:
        raise NotFound()
    taken = Authenticator.objects.filter(user_id=user_id)
    kinds = sorted(taken.values_list("type", flat=True))
    taken.delete()
    ended = sessions_end_all(user_id=user_id)
    record(actor, IamAct.CHANGE_AUTHENTICATOR, object_type="USER", object_id=user_id, meta={"factor": kinds, "change": "RESET", "ended_sessions": ended})
    return len(kinds)
