"""Documents over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from itertools import islice
from typing import Annotated, Any, BinaryIO, cast
from urllib.parse import quote
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from ninja import File, Form, Query
from ninja.files import UploadedFile

from simpul.documents.errors import (
    CannotMark,
    DocumentIsGone,
    DocumentIsLocked,
    DocumentIsThere,
    DocumentNotFound,
    DocumentSubjectNotFound,
    DocumentTooLarge,
    FileInfected,
    FileRefused,
)
from simpul.documents.facts import Content, DocumentFacts
from simpul.documents.filetypes import TYPES
from simpul.documents.schemas import DocumentHideIn, DocumentIn, DocumentOut, DocumentsOut, SubjectId, SubjectType
from simpul.documents.selectors import documents as selectors
from simpul.documents.services.attaching import document_attach, upload_bucket
from simpul.documents.services.hiding import document_hide
from simpul.documents.services.opening import document_open
from simpul.documents.settings import largest
from simpul.documents.vocabulary import KINDS
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden, Invalid, RateLimited
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, problems
from simpul.platform.paging import Limit
from simpul.platform.text import Text

router = Router()
_UNDECLARED = Text(id="Isian ini tidak dikenal.", en="This field is not known.")
_PIECES = 16  # chunks handed over at a time: one megabyte


@router.get(
    "/documents",
    permission=SIGNED_IN,
    counts_rows=True,
    lists="DOCUMENT",
    response={200: DocumentsOut, **problems(DocumentSubjectNotFound)},
    operation_id="documents_list",
)
def list_documents(
    request: ActorRequest,
    subject_type: Annotated[SubjectType, Query()],
    subject_id: Annotated[SubjectId, Query()],
    cursor: str | None = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """The documents of one record, newest first, and what may be attached to it."""
    actor = request.auth
    page = selectors.document_page(actor=actor, subject_type=subject_type, subject_id=subject_id, cursor=cursor, limit=limit)
    subject, place = selectors.place_of(actor, subject_type, subject_id)
    verdict = subject.may_attach(actor, place)
    return {
        **page,
        "can_attach": bool(verdict),
        "attach_reason": None if verdict.reason is None else str(verdict.reason),
        "kinds": [{"key": kind.key, "name": str(kind.name), "tier": max(kind.tier, place.tier)} for kind in KINDS.values() if kind.by_hand],
        "max_bytes": largest(actor),
        "accepts": sorted({kind.extension for kind in TYPES.values()} | {"jpeg", "tiff"}),
    }


def _token(actor: Actor, request: HttpRequest) -> Any:
    return upload_bucket(actor)


@router.post(
    "/documents",
    permission=SIGNED_IN,
    takes=_token,
    response={201: DocumentOut, **problems(DocumentSubjectNotFound, Forbidden, DocumentTooLarge, FileRefused, FileInfected, DocumentIsThere, RateLimited)},
    operation_id="documents_attach",
    openapi_extra={"requestBody": {"content": {"multipart/form-data": {"schema": {"additionalProperties": False}}}}},
)
def attach_document(request: ActorRequest, body: Form[DocumentIn], file: File[UploadedFile]) -> DocumentFacts:
    """Attach a file to a record. What it is, its content decides; repeat with the same Idempotency-Key after a lost answer."""
    undeclared = set(request.POST) - set(DocumentIn.model_fields)
    if undeclared or set(request.FILES) != {"file"}:
        raise Invalid({name: _UNDECLARED for name in undeclared} or {"file": _UNDECLARED})
    return document_attach(
        actor=request.auth,
        subject_type=body.subject_type,
        subject_id=body.subject_id,
        kind=body.kind,
        title=body.title,
        content=cast(BinaryIO, file.file),
        file_name=file.name or "",
        tier=body.tier,
    )


@router.get("/documents/{uuid:document_id}", permission=SIGNED_IN, response={200: DocumentOut, **problems(DocumentNotFound)}, operation_id="documents_get")
def get_document(request: ActorRequest, document_id: UUID) -> DocumentFacts:
    """One document."""
    return selectors.document_get(actor=request.auth, document_id=document_id)


@router.get(
    "/documents/{uuid:document_id}/content",
    permission=SIGNED_IN,
    response={200: None, **problems(DocumentNotFound, DocumentIsLocked, DocumentIsGone, CannotMark)},
    operation_id="documents_download",
    openapi_extra={"responses": {200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}}},
)
def download_document(request: ActorRequest, document_id: UUID) -> HttpResponseBase:
    """The file. Opening it is recorded; a sensitive PDF carries my name and the time on each page."""
    opened = document_open(actor=request.auth, document_id=document_id)
    response = StreamingHttpResponse(_streamed(opened), content_type=opened.media_type)
    response["Content-Length"] = str(opened.size)
    response["Content-Disposition"] = disposition(opened.file_name)
    response["X-Content-Type-Options"] = "nosniff"
    # Were a browser to show it all the same, nothing in it could run or ask for anything.
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "no-store"
    return response


@router.post(
    "/documents/{uuid:document_id}/hide",
    permission=SIGNED_IN,
    response={204: None, **problems(DocumentNotFound, Forbidden)},
    operation_id="documents_hide",
)
def hide_document(request: ActorRequest, document_id: UUID, body: DocumentHideIn) -> None:
    """Take a document out of sight, with a reason; its content is kept until its retention ends."""
    document_hide(actor=request.auth, document_id=document_id, reason=body.reason)


def disposition(file_name: str) -> str:
    """Always a download, under a name that no header can be broken with."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in " -_.()") else "_" for sign in file_name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file_name, safe='')}"


async def _streamed(opened: Content) -> AsyncIterator[bytes]:
    """The content piece by piece; no database connection is held while the receiver is slow."""
    await sync_to_async(_release)()
    while piece := await sync_to_async(_next)(opened.chunks):
        yield piece


def _next(chunks: Iterator[bytes]) -> bytes:
    return b"".join(islice(chunks, _PIECES))


def _release() -> None:
    if not connection.in_atomic_block:
        connection.close()
