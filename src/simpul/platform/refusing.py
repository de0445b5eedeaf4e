"""How a request is refused: any exception as a refusal of the product, told as a problem document (RFC 9457)."""

from __future__ import annotations

import logging
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException
from ninja.errors import AuthenticationError, HttpError, ValidationError

from simpul.platform.db.refusals import refusal_of
from simpul.platform.errors import CsrfRejected, DatabaseAway, DomainError, Invalid, NotSignedIn, RateLimited, TooLarge
from simpul.platform.redaction import masked, masked_all
from simpul.platform.text import Text
from simpul.platform.validation import MAX_ERRORS, NAME_LENGTH, field_messages

logger = logging.getLogger("simpul.http")

_LONGEST = 1_000  # characters of one message
_FAULT = Text(
    id="Terjadi kesalahan pada sistem. Tidak ada yang tersimpan. Sebutkan nomor permintaan ini kepada tim TI.",
    en="Something went wrong on our side. Nothing was saved. Give this request number to IT.",
)
_NO_JSON = Text(id="Isi permintaan tidak dapat dibaca sebagai JSON.", en="The request body is not readable JSON.")
_NO_FORM = Text(id="Isi permintaan tidak dapat dibaca sebagai formulir dengan berkas.", en="The request body is not readable as a form with files.")


def as_refusal(error: Exception) -> DomainError | None:
    """The refusal that an exception means, or None when it is a fault of ours."""
    if isinstance(error, DomainError):
        return error
    if isinstance(error, AuthenticationError):
        return NotSignedIn()
    if isinstance(error, ValidationError):
        return Invalid(field_messages(error.errors))
    if isinstance(error, HttpError):
        if error.status_code == 403:
            return CsrfRejected()
        if isinstance(error.__cause__, DomainError):
            return error.__cause__
        return Invalid({"body": _NO_JSON})
    if isinstance(error, RawPostDataException):
        # A form was sent where JSON is taken, and something has read it as one.
        return Invalid({"body": _NO_JSON})
    if isinstance(error, MultiPartParserError):
        return Invalid({"body": _NO_FORM})
    if type(error).__name__ in {"RequestDataTooBig", "TooManyFieldsSent", "TooManyFilesSent"}:
        return TooLarge()
    return refusal_of(error)


def render(request: HttpRequest, error: DomainError) -> HttpResponse:
    """The refusal as a problem document."""
    # `current` is the record as it stands, which the caller may read; all else must not repeat what was sent.
    told = {name: value if name == "current" else masked_all(value) for name, value in error.extra.items()}
    body = _problem(request, error.code(), error.status, str(error.title), masked(str(error.detail))) | told
    if isinstance(error, Invalid):
        body["errors"] = {masked(name[:NAME_LENGTH]): [masked(str(message)[:_LONGEST])] for name, message in islice(error.fields.items(), MAX_ERRORS)}
    if isinstance(error, RateLimited | DatabaseAway):
        body["retry_after"] = error.retry_after
    response = JsonResponse(body, status=error.status, content_type="application/problem+json")
    if isinstance(error, RateLimited | DatabaseAway):
        response["Retry-After"] = str(error.retry_after)
    return response


def fault(request: HttpRequest, error: Exception | None = None) -> HttpResponse:
    """A fault of ours: logged by kind and request id, told without any inner detail."""
    if error is not None:
        logger.error("unhandled %s", type(error).__name__, extra={"request_id": getattr(request, "request_id", "")}, exc_info=error)
    return JsonResponse(_problem(request, "internal_error", 500, str(_FAULT), str(_FAULT)), status=500, content_type="application/problem+json")


def _problem(request: HttpRequest, code: str, status: int, title: str, detail: str) -> dict[str, Any]:
    return {
        "type": f"urn:simpul:error:{code}",
        "title": title,
        "status": status,
        "code": code,
        "detail": detail,
        "request_id": getattr(request, "request_id", ""),
    }
