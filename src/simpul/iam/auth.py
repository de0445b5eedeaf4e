"""Who calls an operation: the session's user, proven by the CSRF token on anything that changes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest
from ninja.security import APIKeyCookie

from simpul.iam.actors import actor_for
from simpul.platform.actor import Actor


class SessionAuth(APIKeyCookie):
    """The session cookie; ninja checks the CSRF token because this is a cookie."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The actor of the session, or None when it has ended, is unknown or the user may not act."""
        raw: Any = request.session.get(SESSION_KEY) if key else None
        if raw is None:
            return None
        actor = actor_for(UUID(str(raw)), request)
        return actor if actor is not None and actor.kind == "USER" else None
