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

from simpul.iam.errors import TOO_FAST
from simpul.iam.limits import session_limits
from simpul.platform.errors import RateLimited
from simpul.platform.refusing import render
from simpul.platform.text import Text

STARTED = "simpul_started"
SEEN = "simpul_seen"
BACKGROUND_HEADER = "X-Simpul-Background"
# What a browser sends with an event stream, which no person asked for and which comes back by itself.
EVENT_STREAM = "text/event-stream"
_WRITE_EVERY_SECONDS = 30

Next = Callable[[HttpRequest], HttpResponseBase]

STEP_CLOSED = Text(
    id="Terlalu banyak kode yang salah. Tunggu sampai waktunya habis, lalu pakai kode yang terbaru; kode pemulihan juga berlaku. "
    "Bila perangkat Anda hilang, mintalah administrator Simpul di kantor Anda.",
    en="Too many wrong codes. Wait until the time is over and use the newest code; a recovery code works as well. "
    "If you have lost your device, ask a Simpul administrator of your office.",
)
_STEP_SECONDS = 300
_CLOSED = {"too_many_login_attempts", "rate_limited"}


def is_over(started: int, seen: int, moment: int, limits: tuple[int, int]) -> bool:
    """Whether a session that began and was last used at these seconds has idled or lasted too long; the limits are seconds."""
    idle, absolute = limits
    return moment - seen > idle or moment - started > absolute


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


class BrowserCookie:
    """Give a browser that somebody signed in from the cookie by which it is known again."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        token = getattr(request, "browser_token", None)
        if token is not None:
            response.set_cookie(
                settings.BROWSER_COOKIE_NAME,
                token,
                max_age=settings.BROWSER_COOKIE_AGE,
                httponly=True,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite="Lax",
            )
        return response


class SignInRefusals:
    """allauth answers a lock-out with 400; callers are told 429, for how long, why, and what to do."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not request.path.startswith("/_allauth/"):
            return response
        if response.status_code == 429 and not response.headers.get("Retry-After"):
            return render(request, RateLimited(60, TOO_FAST))
        if response.status_code == 400 and isinstance(response, HttpResponse):
            return self._refusal(request, response)
        return response

    @staticmethod
    def _refusal(request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            body = json.loads(response.content)
        except ValueError:
            return response
        if not isinstance(body, dict):
            return response
        if any(error.get("code") in _CLOSED for error in body.get("errors", [])):
            lock = getattr(request, "sign_in_lock", None)
            if lock is not None:
                return render(request, RateLimited(lock.seconds, lock.detail, closed=lock.kind))
            return render(request, RateLimited(_STEP_SECONDS, STEP_CLOSED, closed="STEP"))
        left = getattr(request, "sign_in_tries_left", None)
        if left is not None:
            response.content = json.dumps({**body, "tries_left": left}).encode()
            response["Content-Length"] = str(len(response.content))
        return response
