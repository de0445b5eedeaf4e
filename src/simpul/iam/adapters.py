"""How allauth meets our users: no sign-up, failures that are counted and remembered, secrets that are sealed."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.iam.actors import anonymous_actor
from simpul.iam.acts import IamAct
from simpul.iam.models import User
from simpul.iam.selectors.directory import user_named
from simpul.iam.selectors.duties import has_factor
from simpul.iam.services import lockout
from simpul.platform import crypto
from simpul.platform.crypto import keyed_hash
from simpul.platform.db import scope
from simpul.platform.text import Text

_SEALED_FOR = "iam.authenticator"
_FIRST_KEY = Text(id="Passkey {number}", en="Passkey {number}")


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up; each failed sign-in is counted and leaves its audit row."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Users are made by administrators only."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Turn away who meets a closed door, before any password is looked at: the same for a name that nobody has.

        Raises: ValidationError `too_many_login_attempts`.
        """
        found = lockout.attempt_claim(username=str(credentials.get("username", "")), request=request)
        if found is not None:
            request.sign_in_lock = found  # type: ignore[attr-defined]
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The user of the name and password; success lets the name begin anew."""
        user = super().authenticate(request, **credentials)
        if user is not None:
            lockout.failures_forget(username=str(credentials.get("username", "")), request=request)
        return user

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        actor = anonymous_actor(request)
        name = str(credentials.get("username", "")).strip().lower()
        with scope(actor):
            request.sign_in_tries_left = lockout.failure_note(username=name, request=request)  # type: ignore[attr-defined]
            # The account that was tried, where there is one: compliance sees who is being attacked, whoever attacks learns nothing.
            tried = user_named(name)
            meta = {"username_hash": keyed_hash(f"username:{name}")}
            record(actor, IamAct.SIGN_IN_FAILED, object_type="USER", object_id=tried or "", outcome="DENIED", meta=meta)

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Changing factors asks who you are once more.

        Right after signing in it does not for the very first one, and for the only look at the codes that come with it.
        """
        request = context.request
        records = get_authentication_records(request, request.user)
        fresh = bool(records) and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        only_look = request.method == "GET" and request.path.endswith("/recovery-codes")
        return not (fresh and (only_look or not has_factor(request.user.pk)))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of authenticators are sealed with the field keys, and names show nobody's e-mail address."""

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(text, _SEALED_FOR)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(encrypted_text, _SEALED_FOR)

    def _get_user_identifier(self, user: User) -> str:
        return str(user.username)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Simpul"}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.full_name}

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        from allauth.mfa.models import Authenticator

        return str(_FIRST_KEY.format(number=Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1))
