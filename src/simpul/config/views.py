"""Addresses outside the API: health, the front end, unknown paths."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from simpul.platform.db.availability import database_is_away
from simpul.platform.errors import CsrfRejected, Invalid, NotFound, TooLarge
from simpul.platform.refusing import as_refusal, fault, render
from simpul.platform.text import Text

_MALFORMED = Text(id="Permintaan tidak dapat dibaca.", en="The request cannot be read.")

_MISSING = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Simpul</title>
<h1>Antarmuka belum dibangun</h1><p>Server dan API berjalan, tetapi berkas antarmuka tidak ada.
Hubungkan mesin ini ke registri npm lalu jalankan kembali <code>./simpul demo</code>.</p>
<p lang="en">The server and its API are running, but the front end has not been built.
Connect this machine to the npm registry and run <code>./simpul demo</code> again.</p></html>"""


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can do work: the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:
        return JsonResponse({"status": "unavailable", "database": "unreachable"}, status=503)
    return JsonResponse({"status": "ready"})


def unknown(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such operation."""
    return render(request, NotFound())


def malformed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that Django itself refuses: a forged host, a body too large."""
    return render(request, TooLarge() if isinstance(exception, RequestDataTooBig) else Invalid({"request": _MALFORMED}))


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault outside any operation, such as an unreachable database while a session is looked up."""
    error = sys.exc_info()[1]
    refusal = as_refusal(error) if isinstance(error, Exception) and database_is_away(error) else None
    return fault(request) if refusal is None else render(request, refusal)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The request did not prove that it comes from our page."""
    return render(request, CsrfRejected())


@lru_cache(maxsize=1)
def _page(path: Path, changed_at: float) -> str:
    return path.read_text()


@require_safe
@ensure_csrf_cookie
def front_end(request: HttpRequest) -> HttpResponse:
    """The single page, whatever its address; its script reads the address itself."""
    index = settings.WEB_DIST / "index.html"
    response = HttpResponse(_page(index, index.stat().st_mtime) if index.exists() else _MISSING, status=200 if index.exists() else 503)
    response["Cache-Control"] = "no-cache"
    return response
