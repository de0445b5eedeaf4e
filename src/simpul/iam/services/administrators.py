"""The administrator whom nobody can make from inside: the first one, and the one who opens the house again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.errors import AdministratorExists
from simpul.iam.models import User
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.directory import holders
from simpul.iam.selectors.users import ADMIN, active_administrators
from simpul.iam.services.password_links import link_create
from simpul.iam.services.users import user_create
from simpul.platform.actor import Actor
from simpul.platform.db import execute
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.platform.words import says_enough

MADE = "iam.administrator_made"
SHORTEST_REASON = 10
MADE_NOTICE = NoticeKind(
    MADE,
    Text(id="Administrator dibuat dari server", en="An administrator was made on the server"),
    Text(id="Dibuat dengan perintah di server, bukan oleh administrator lain. Jejak audit memuat alasannya.", en="Made by a command on the server, not by another administrator. The audit trail has the reason."),
)  # fmt: skip

_EXISTS = Text(
    id="Sudah ada administrator aktif ({count}). Administrator itu menambah yang lain; bila tidak ada yang dapat masuk, katakan jelas dengan alasan.",
    en="There is an active administrator already ({count}). That one adds others; if none of them can sign in, say so explicitly, with a reason.",
)
_NO_REASON = Text(id=f"Tulis alasan, paling sedikit {SHORTEST_REASON} huruf.", en=f"Give a reason of at least {SHORTEST_REASON} letters.")


@transaction.atomic
def administrator_create(
    *, actor: Actor, username: str, full_name: str, email: str | None, language: str = "id", although_there_is_one: bool = False, reason: str = ""
) -> tuple[UUID, str, datetime]:
    """Make the first administrator and a one-time password link; gives the id, the token and when the link ends.

    An administrator who never set a password gets a new link when asked for by the same name. A further one takes a
    reason. Whoever reads the whole trail, and every other administrator, is told.

    Raises: Forbidden, AdministratorExists, UsernameTaken, Invalid.
    """
    facts = {"action": IamAct.CHANGE_RBAC, "object_type": "USER", "meta": {"act": "CREATE_ADMIN"}}
    verdict = can_manage_organisation(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**facts)
    # The lock of the guard that keeps the last administrator: two first ones at once take turns.
    execute("SELECT pg_advisory_xact_lock(hashtextextended('iam.administrators', 0))")
    present = active_administrators()
    waiting = User.objects.filter(pk__in=present, username=username, last_login__isnull=True).first()
    if waiting is not None and not waiting.has_usable_password():
        return waiting.id, *link_create(actor=actor, user_id=waiting.id)
    if present and not although_there_is_one:
        raise AdministratorExists(_EXISTS.format(count=len(present))).recorded_as(**facts)
    if present and not says_enough(reason, SHORTEST_REASON):
        raise Invalid({"reason": _NO_REASON}).recorded_as(**facts)
    user = user_create(actor=actor, username=username, full_name=full_name, email=email, language=language, roles=[ADMIN], scopes=[])
    meta = {"act": "CREATE_ADMIN", "first": not present, "reason": redacted(reason.strip())}
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta=meta)
    told = {*holders("audit", "R"), *present} - {user.id}
    notify(MADE, sorted(told), subject_type="USER", subject_id=user.id)
    return user.id, *link_create(actor=actor, user_id=user.id)
