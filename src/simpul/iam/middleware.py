"""Sessions that end by themselves, and sign-in refusals that say when to come back."""

from __future__ import annotations

import json
import time
from typing import Callable
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from simpul.iam.limits import session_limits
from simpul.platform.errors import RateLimited
from simpul.platform.http import render
from simpul.platform.text import Text

STARTED = "simpul_started"
SEEN = "simpul_seen"
BACKGROUND_HEADER = "X-Simpul-Background"
# What a browser sends with an event stream, which no person asked for and which comes back by itself.
EVENT_STREAM = "text/event-stream"
_WRITE_EVERY_SECONDS = 30

Next = Callable[[HttpRequest], HttpResponseBase]


def is_over(started: int, seen: int, moment: int, limits: tuple[int, int]) -> bool:
    """Whether a session that began and was last used at these seconds has idled or lasted too long; the limits are seconds."""
    idle, absolute = limits
    return moment - seen > idle or moment - started > absolute


LOCKED_OUT = Text(
    id="Terlalu banyak percobaan masuk yang gagal. Tunggu sebentar, lalu coba lagi; kata sandi Anda tidak berubah.",
    en="Too many failed sign-ins. Wait a little and try again; your password has not changed.",
)


class SessionTimeouts:
    """End a session after its idle time or its whole time; polling and event streams do not keep it alive."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.get(SESSION_KEY):
            limits = session_limits(UUID(str(request.session[SESSION_KEY])))
            moment = int(time.time())
            started = request.session.get(STARTED, moment)
            seen = request.session.get(SEEN, moment)
            background = BACKGROUND_HEADER in request.headers or request.headers.get("Accept") == EVENT_STREAM
            if is_over(started, seen, moment, limits):
                request.session.flush()
            elif not background and (STARTED not in request.session or moment - seen >= _WRITE_EVERY_SECONDS):
                request.session[STARTED] = started
                request.session[SEEN] = moment
        return self.get_response(request)


class SignInRefusals:
    """allauth answers a lock-out with 400; callers are told 429 and when to try again."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not request.path.startswith("/_allauth/"):
            return response
        if response.status_code == 429:
            return render(request, RateLimited(60, LOCKED_OUT))
        if response.status_code == 400 and isinstance(response, HttpResponse) and self._locked(response):
            return render(request, RateLimited(getattr(request, "locked_for", 300), LOCKED_OUT))
        return response

    @staticmethod
    def _locked(response: HttpResponse) -> bool:
        try:
            errors = json.loads(response.content).get("errors", [])
        except ValueError:
            return False
        return any(error.get("code") == "too_many_login_attempts" for error in errors)
