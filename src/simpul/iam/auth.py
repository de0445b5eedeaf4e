"""Who calls an operation: the session's user, proven by the CSRF token on anything that changes, or a service account's key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest
from ninja.security import APIKeyCookie
from ninja.security.base import AuthBase

from simpul.iam.actors import actor_for
from simpul.iam.selectors.duties import duty
from simpul.iam.services import service_keys
from simpul.platform.actor import Actor
from simpul.platform.errors import NotSignedIn


class SessionAuth(APIKeyCookie):
    """The session cookie; ninja checks the CSRF token because this is a cookie."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The actor of the session, or None when it has ended, is unknown or the user may not act."""
        raw: Any = request.session.get(SESSION_KEY) if key else None
        if raw is None:
            return None
        actor = actor_for(UUID(str(raw)), request)
        return replace(actor, held=duty(actor, request)) if actor is not None and actor.kind == "USER" else None


class KeyAuth(AuthBase):
    """`Authorization: Bearer simpul_...`: a service account. A request that shows a key is judged by it alone, never by a cookie."""

    openapi_type = "http"
    openapi_scheme = "bearer"

    def __call__(self, request: HttpRequest) -> Actor | None:
        """The actor of the key, or None when the request shows none.

        Raises: NotSignedIn for a key that opens nothing, RateLimited.
        """
        header = request.headers.get("Authorization", "")
        if not header:
            return None
        scheme, _, key = header.partition(" ")
        if scheme.lower() != "bearer":
            raise NotSignedIn()
        return service_keys.key_open(key=key.strip(), request=request)
