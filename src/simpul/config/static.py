"""Serving the built front end: compressed once at build time, cached for ever by its hashed names."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware

_FRESH = ("/sw.js", "/manifest.webmanifest")


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]
    """WhiteNoise that answers with whole files: ours are small, and a streamed file would block the event loop's thread."""

    def add_cache_headers(self, headers: Any, path: str, url: str) -> None:
        """Hashed names are kept for ever; the worker and the manifest are asked for anew each time, or nobody would hear of a new release."""
        super().add_cache_headers(headers, path, url)
        if url in _FRESH:
            headers["Cache-Control"] = "no-cache"

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> HttpResponse:
        """The file's best encoding for the caller, or 304."""
        found = static_file.get_response(request.method, request.META)
        content = b""
        if found.file is not None:
            with found.file:
                content = found.file.read()
        response = HttpResponse(content, status=found.status)
        del response["content-type"]
        for name, value in found.headers:
            response[name] = value
        return response
