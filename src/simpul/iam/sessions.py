"""Sessions are kept under a digest of what the browser shows: who reads the tables or a backup takes over nobody's session.

The key of a session is the digest everywhere behind the middleware: in both tables, in lists of sessions and in streams. Only the
middleware knows the token, from the cookie of the request or from the session that it has just begun.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest

_DIGEST = re.compile(r"[0-9a-f]{40}")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def digest(token: str) -> str:
    """What a token is kept under: 160 bits of SHA-256, as long as the column; the token itself has 256 bits of chance."""
    return hashlib.sha256(f"session:{token}".encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    """A session by its key, the digest; `token` is what its browser shows, where that is known."""

    def __init__(self, session_key: str | None = None) -> None:
        self.token: str | None = None
        if session_key is not None and not _DIGEST.fullmatch(session_key):
            self.token, session_key = session_key, digest(session_key)
        super().__init__(session_key)

    @classmethod
    def of_cookie(cls, token: str | None) -> SessionStore:
        """The session of a browser; whatever it shows is a token, also what looks like a digest."""
        known = token is not None and _TOKEN.fullmatch(token) is not None
        store = cls(digest(token) if known and token else None)
        store.token = token if known else None
        return store

    def _get_new_session_key(self) -> str:
        self.token = secrets.token_urlsafe(32)
        return digest(self.token)

    async def _aget_new_session_key(self) -> str:
        return self._get_new_session_key()


class Sessions(SessionMiddleware):
    """Finds the session of a request by its cookie, and hands the token of a session out in the cookie alone."""

    def process_request(self, request: HttpRequest) -> None:
        """The session of the cookie, read when it is first asked for."""
        request.session = SessionStore.of_cookie(request.COOKIES.get(settings.SESSION_COOKIE_NAME))

    def process_response(self, request: HttpRequest, response: Any) -> Any:
        """Save the session, and set its token where Django sets its key."""
        answer: Any = super().process_response(request, response)
        cookie = answer.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie is not None and cookie.value:
            token = getattr(request.session, "token", None)
            if not token or cookie.value != digest(token):
                raise RuntimeError("A session without its token cannot be handed out.")
            cookie.set(settings.SESSION_COOKIE_NAME, token, token)
        return answer
