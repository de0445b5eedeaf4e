"""What happens around signing in and out."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.headless.account.inputs import LoginInput, ReauthenticateInput
from django.contrib.auth.models import update_last_login
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.iam.actors import actor_for
from simpul.iam.acts import IamAct
from simpul.iam.middleware import SEEN, STARTED
from simpul.iam.models import User
from simpul.iam.services.browsers import browser_note
from simpul.platform.db import execute, scope


def connect() -> None:
    """Listen to Django's sign-in signals; its own last-login update runs outside any scope, so ours replaces it.

    A password counts as it is written, blanks at its ends included.
    """
    user_logged_in.disconnect(update_last_login, dispatch_uid="update_last_login")
    user_logged_in.connect(_signed_in, dispatch_uid="simpul.signed_in")
    user_logged_out.connect(_signed_out, dispatch_uid="simpul.signed_out")
    for form in (LoginInput, ReauthenticateInput):
        form.base_fields["password"].strip = False


def _signed_in(sender: Any, request: HttpRequest, user: User, **_: Any) -> None:
    request.session[STARTED] = request.session[SEEN] = int(time.time())
    actor = actor_for(user.id, request)
    if actor is not None:
        with scope(actor):
            execute("UPDATE iam.users SET last_login = now() WHERE user_id = %s", (user.id,))
            fresh = {"browser": "NEW"} if browser_note(actor=actor, request=request) else {}
            record(actor, IamAct.SIGN_IN, object_type="USER", object_id=user.id, meta={"by": _ways(request, user), **fresh})


def _signed_out(sender: Any, request: HttpRequest, user: User | None, **_: Any) -> None:
    actor = actor_for(user.id, request) if user else None
    if actor is not None:
        with scope(actor):
            record(actor, IamAct.SIGN_OUT, object_type="USER", object_id=actor.id)


def _ways(request: HttpRequest, user: User) -> list[str]:
    """By what the person proved who they are, in order: password, totp, webauthn, recovery_codes, sso."""
    records = get_authentication_records(request, user)
    return [str(step.get("type") or step["method"]) for step in records]
