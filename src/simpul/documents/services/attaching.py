"""A document is stored: judged by its content, scanned, sealed to disk, and only then named by a row."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import unicodedata
from datetime import date
from typing import BinaryIO
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import record
from simpul.documents import scanning, storage
from simpul.documents.acts import DocumentAct
from simpul.documents.errors import DocumentIsThere, DocumentTooLarge, FileInfected, FileRefused
from simpul.documents.events import DocumentAttached
from simpul.documents.facts import DocumentFacts
from simpul.documents.filetypes import FileType, judge
from simpul.documents.filetypes.pdf_apart import code_check
from simpul.documents.models import Document, DocumentVersion
from simpul.documents.registry import Attached, DocumentSubject, Place
from simpul.documents.rendering import rendered
from simpul.documents.selectors.documents import facts_of, place_of, whose
from simpul.documents.settings import MEGABYTE, largest
from simpul.documents.vocabulary import KINDS, YEARS, ScanState
from simpul.documents.watermarks import can_be_marked
from simpul.platform import ratelimit
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.crypto import blind_index, encrypt
from simpul.platform.errors import DomainError, Forbidden, Invalid, RateLimited
from simpul.platform.events import emit
from simpul.platform.ids import uuid7
from simpul.platform.ratelimit import Bucket
from simpul.platform.text import Text

FILES_PER_HOUR = 300
_PIECE = 1024 * 1024
_AWKWARD = re.compile(r'[<>:"|?*]')
_UNKNOWN_KIND = Text(id="Pilih jenis dokumen yang tersedia.", en="Choose one of the kinds of documents.")
_BLANK = Text(id="Isi judul dengan 1 sampai 200 karakter.", en="Give a title of 1 to 200 characters.")
_CONTROL = Text(id="Judul memuat karakter yang tidak dapat disimpan.", en="The title holds characters that cannot be stored.")
_TIER = Text(id="Tingkat kepekaan adalah 1, 2, atau 3.", en="The sensitivity tier is 1, 2 or 3.")
_MOST = Text(id="Paling besar {most} MB.", en="At most {most} MB.")
_INFECTED = Text(id="Pemindai menemukan malware: {finding}.", en="The scanner found malware: {finding}.")
_LOCKED_PDF = Text(
    id="PDF peka harus dapat dibuka tanpa kata sandi, paling banyak 200 halaman, dan tidak terlalu rumit, agar setiap salinan memuat nama pembacanya.",
    en="A sensitive PDF must open without a password, have at most 200 pages and not be too complex, so that each copy carries its reader's name.",
)


def upload_bucket(actor: Actor) -> Bucket:
    """How many files one person attaches in an hour."""
    return Bucket(f"documents:{actor.id}", FILES_PER_HOUR, 3600)


@transaction.atomic
def document_attach(
    *, actor: Actor, subject_type: str, subject_id: str, kind: str, title: str, content: BinaryIO, file_name: str, tier: int | None = None
) -> DocumentFacts:
    """Store a file with a record.

    The content decides what the file is; the tier is at least that of the record and of the kind. The same content from
    the same person on the same record is stored once.

    Raises: DocumentSubjectNotFound, Forbidden, Invalid, DocumentTooLarge, FileRefused, FileInfected, DocumentIsThere, RateLimited.
    """
    subject, place = place_of(actor, subject_type, subject_id, action=DocumentAct.ATTACH_DOCUMENT)
    told = {"action": DocumentAct.ATTACH_DOCUMENT, "object_type": subject_type, "object_id": subject_id, **whose(place)}
    try:
        verdict = subject.may_attach(actor, place)
        if not verdict:
            raise Forbidden(verdict.reason)
        _throttle(actor)
        if kind not in KINDS or not KINDS[kind].by_hand:
            raise Invalid({"kind": _UNKNOWN_KIND})
        if tier not in (None, 1, 2, 3):
            raise Invalid({"tier": _TIER})
        size, digest = measure(content)
        if size > largest(actor):
            raise DocumentTooLarge(_MOST.format(most=largest(actor) // MEGABYTE))
        file_type = judge(content, size, file_name)
        name = plain_name(file_name, file_type)
        tier = max(KINDS[kind].tier, place.tier, tier or 1)
        if file_type.extension == "pdf":
            code_check(content)
        if tier == 3 and file_type.extension == "pdf" and not can_be_marked(content):
            raise FileRefused({"file": _LOCKED_PDF}, _LOCKED_PDF)
        state = _scanned(content)
        document = document_new(actor, subject, place, subject_id, kind, _titled(title, name), tier)
        return _stored(actor, subject, place, document, content, size, digest, name, file_type, state)
    except DomainError as refusal:
        raise refusal.recorded_as(**told, meta={"kind": kind[:40]}) from None


@transaction.atomic
def document_render(*, actor: Actor, template: str, data: object, subject_type: str, subject_id: str, title: str) -> DocumentFacts:
    """Make a PDF from a template and data, and store it with a record, in the transaction of the change that wants it.

    Raises: DocumentSubjectNotFound, Forbidden, TemplateUnknown, DocumentIsThere.
    """
    subject, place = place_of(actor, subject_type, subject_id, action=DocumentAct.RENDER_DOCUMENT)
    made = rendered(template, data)
    document = document_new(actor, subject, place, subject_id, made.kind, _titled(title, made.file_name), max(KINDS[made.kind].tier, place.tier))
    document.template = template
    size, digest = measure(made.file)
    return _stored(actor, subject, place, document, made.file, size, digest, made.file_name, FileType("application/pdf", "pdf"), ScanState.NOT_SCANNED)


def measure(content: BinaryIO) -> tuple[int, str]:
    """Size in bytes and SHA-256 of a content, read once from its beginning."""
    content.seek(0)
    size, digest = 0, hashlib.sha256()
    while piece := content.read(_PIECE):
        size += len(piece)
        digest.update(piece)
    content.seek(0)
    return size, digest.hexdigest()


def plain_name(given: str, file_type: FileType) -> str:
    """A file name without path, control characters or tricks of direction, with the extension that the content has."""
    last = re.split(r"[/\\]", given)[-1]
    clean = "".join(sign for sign in unicodedata.normalize("NFC", last) if unicodedata.category(sign)[0] != "C").strip(" .")
    stem, dot, extension = clean.rpartition(".")
    if not dot or len(extension) > 5:
        stem = clean
    plain = _AWKWARD.sub("_", stem).strip(" .")[:120]
    return f"{plain or 'dokumen'}.{file_type.extension}"


def _throttle(actor: Actor) -> None:
    bucket = upload_bucket(actor)
    taken = ratelimit.take(bucket.key, capacity=bucket.capacity, seconds=bucket.seconds)
    if not taken.allowed:
        raise RateLimited(taken.retry_after)


def _titled(title: str, name: str) -> str:
    title = title.strip() or name.rpartition(".")[0]
    if not title.isprintable():
        raise Invalid({"title": _CONTROL})
    if not 1 <= len(title) <= 200:
        raise Invalid({"title": _BLANK})
    return title


def _scanned(content: BinaryIO) -> ScanState:
    """Raises: FileInfected. A scanner that does not answer lets the file in, locked until it has been scanned."""
    if not scanning.configured():
        return ScanState.NOT_SCANNED
    try:
        finding = scanning.scan(content)
    except scanning.ScannerUnavailable:
        return ScanState.PENDING
    if finding is not None:
        raise FileInfected({"file": _INFECTED.format(finding=finding)}, _INFECTED.format(finding=finding))
    return ScanState.CLEAN


def document_new(actor: Actor, subject: DocumentSubject, place: Place, subject_id: str, kind: str, title: str, tier: int) -> Document:
    """A document of a record that is not stored yet."""
    retention = KINDS[kind].retention
    return Document(
        id=uuid7(),
        subject_type=subject.key,
        subject_id=subject_id,
        resource=subject.resource,
        customer_id=place.customer_id,
        branch_code=place.branch_code,
        owner_ids=list(place.owner_ids),
        kind=kind,
        title=title,
        tier=tier,
        retention=retention,
        version=1,
        uploaded_by=actor.id,
        uploaded_at=now(),
        keep_until=_years_on(YEARS[retention]),
    )


def _years_on(years: int) -> date:
    day = today()
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _stored(
    actor: Actor,
    subject: DocumentSubject,
    place: Place,
    document: Document,
    content: BinaryIO,
    size: int,
    digest: str,
    name: str,
    file_type: FileType,
    state: ScanState,
) -> DocumentFacts:
    """Write the sealed file, then its rows, then the record of it."""
    document.content_hash = blind_index(f"document:{document.subject_type}:{document.subject_id}", digest)
    there = Document.objects.filter(
        subject_type=document.subject_type, subject_id=document.subject_id, uploaded_by=actor.id, content_hash=document.content_hash, hidden_at__isnull=True
    ).first()
    if there is not None:
        raise DocumentIsThere(current={"id": str(there.id)})
    address, key = blind_index("document-address", f"{document.id}:1:{digest}").hex(), os.urandom(32)
    storage.store().put(address, storage.seal(content, key, address))
    try:
        with transaction.atomic():
            document.save(force_insert=True)
    except IntegrityError as error:
        if "documents_once" in str(error):
            raise DocumentIsThere() from None  # the same file came twice at the same moment
        raise
    DocumentVersion.objects.create(
        document=document,
        number=1,
        file_name=name,
        media_type=file_type.media_type,
        size=size,
        address=address,
        sealed_key=encrypt(base64.b64encode(key).decode(), key_context(document.id, 1)),
        scan_state=state,
        scanned_at=now() if state == ScanState.CLEAN else None,
        stored_by=actor.id,
        stored_at=document.uploaded_at,
    )
    meta = {
        "subject_type": document.subject_type,
        "subject": document.subject_id,
        "kind": document.kind,
        "tier": document.tier,
        "media_type": file_type.media_type,
    }
    action = DocumentAct.ATTACH_DOCUMENT if document.template is None else DocumentAct.RENDER_DOCUMENT
    record(actor, action, object_type="DOCUMENT", object_id=document.id, **whose(place), meta={**meta, "size": size, "scan": str(state)})  # type: ignore[arg-type]
    emit(
        DocumentAttached(
            document.id, document.subject_type, document.subject_id, document.customer_id, document.kind, actor.id, rendered=document.template is not None
        )
    )
    if subject.attached is not None:
        subject.attached(actor, place, Attached(document.id, document.kind, document.uploaded_at, document.template is not None))
    return facts_of(actor, subject, place, [document])[0]


def key_context(document_id: UUID, number: int) -> str:
    """What a content's key is bound to when it is sealed."""
    return f"document:{document_id}:{number}"
