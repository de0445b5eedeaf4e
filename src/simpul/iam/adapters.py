"""How allauth meets our users: no sign-up, and failures that are remembered."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from simpul.audit.public import Action, record
from simpul.iam.actors import anonymous_actor
from simpul.platform.crypto import keyed_hash
from simpul.platform.db import scope


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up; each failed sign-in leaves its audit row."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Users are made by administrators only."""
        return False

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        actor = anonymous_actor(request)
        with scope(actor):
            name = str(credentials.get("username", "")).strip().lower()
            record(actor, Action.SIGN_IN_FAILED, object_type="USER", object_id="", outcome="DENIED", meta={"username_hash": keyed_hash(f"username:{name}")})
