"""What every response carries: a request id, the security headers, the caller's language; and what is told of every request."""

from __future__ import annotations

import logging
import re
import time
from typing import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from simpul.platform import logs, telemetry
from simpul.platform.errors import NotAllowed
from simpul.platform.ids import uuid7
from simpul.platform.redaction import redacted
from simpul.platform.refusing import render
from simpul.platform.text import speaking

logger = logging.getLogger("simpul.http")

_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_METHODS = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"}
_FAMILIES = {"/_allauth/": "sign_in", "/api/": "unknown", "/assets/": "assets", "/healthz": "health", "/readyz": "health", "/metrics": "metrics"}

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)


class RequestContext:
    """Give the request an id and answer in the caller's language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-Id", "")
        request.request_id = given if _fit(given) else str(uuid7())  # type: ignore[attr-defined]
        with speaking(request.headers.get("Accept-Language")), logs.about(request_id=request.request_id):  # type: ignore[attr-defined]
            response = self._watched(request)
        response["X-Request-Id"] = request.request_id  # type: ignore[attr-defined]
        return response

    def _watched(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and tell by the operation's name how long it took: an address may hold what was looked for."""
        began, statements = time.perf_counter(), telemetry.Statements()
        parent = request.headers.get("traceparent", "") if request.META.get("REMOTE_ADDR") in settings.TRACING_PARENTS else ""
        with telemetry.span("request", parent=parent, method=_method(request)) as span, connection.execute_wrapper(statements.watch):
            response = _in_our_shape(request, self.get_response(request))
            operation = getattr(request, "operation", "") or _family(request.path)
            seconds = time.perf_counter() - began
            span.set(**{"operation": operation, "http.status": response.status_code, "db.statements": statements.count, "db.seconds": statements.seconds})
        telemetry.observe("simpul_request_seconds", seconds, operation=operation, status=str(response.status_code))
        telemetry.add("simpul_sql_statements_total", statements.count, operation=operation)
        telemetry.add("simpul_sql_seconds_total", statements.seconds, operation=operation)
        told = {"operation": operation, "method": _method(request), "status": response.status_code, "ms": round(seconds * 1000, 1)}
        logger.info("answered", extra={**told, "statements": statements.count})
        return response


def _in_our_shape(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """A refusal of the framework's own, told as every other."""
    if response.status_code != 405 or not request.path.startswith("/api/"):
        return response
    told = render(request, NotAllowed())
    told["Allow"] = response["Allow"]
    return told


def _fit(given: str) -> bool:
    """Whether a caller's own id may stand in logs and trail: a UUID, or a word that holds no number of somebody."""
    return bool(_UUID.fullmatch(given) or (_REQUEST_ID.fullmatch(given) and redacted(given) == given))


def _family(path: str) -> str:
    """What an address that is no operation belongs to; never the address itself."""
    return next((name for start, name in _FAMILIES.items() if path.startswith(start)), "front_end")


def _method(request: HttpRequest) -> str:
    return request.method if request.method in _METHODS else "OTHER"


class SecurityHeaders:
    """Tell the browser to trust nothing but our own origin, and to keep no copy of data."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)")
        if request.path.startswith(("/api/", "/_allauth/")):
            response.headers.setdefault("Cache-Control", "no-store")
        if settings.SESSION_COOKIE_SECURE:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        return response
