"""What a step of a request's workflow means: the request's own row, and who is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import DatabaseError

from simpul.access.errors import AccessStepNotForeseen
from simpul.access.models import AccessRequest
from simpul.access.vocabulary import RESOURCE, SUBJECT, Status
from simpul.iam.public import holders, holders_at
from simpul.platform.actor import Actor
from simpul.platform.db.refusals import refusal_of
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.workflow.public import MoveFacts

NOTICES = (
    NoticeKind(
        "break_glass.requested",
        title=Text(id="Akses darurat menunggu persetujuan", en="Emergency access waits for approval"),
        body=Text(
            id="{person} meminta akses selama {minutes} menit. Permintaan gugur bila tidak diputuskan dalam 24 jam.",
            en="{person} asks for access for {minutes} minutes. The request lapses when nobody decides within 24 hours.",
        ),
    ),
    NoticeKind(
        "break_glass.approved",
        title=Text(id="Akses darurat Anda terbuka", en="Your emergency access is open"),
        body=Text(
            id="Akses berlaku {minutes} menit sejak sekarang. Setiap tampilan dicatat.",
            en="It lasts {minutes} minutes from now. Everything you open is recorded.",
        ),
    ),
    NoticeKind(
        "break_glass.rejected",
        title=Text(id="Akses darurat ditolak", en="Emergency access was refused"),
        body=Text(id="Permintaan Anda ditolak; alasannya ada di halaman permintaan.", en="Your request was refused; its page says why."),
    ),
    NoticeKind(
        "break_glass.lapsed",
        title=Text(id="Permintaan akses darurat gugur", en="An emergency access request lapsed"),
        body=Text(
            id="Tidak ada keputusan dalam 24 jam. Ajukan kembali bila masih perlu.", en="Nobody decided within 24 hours. Ask again if you still need it."
        ),
    ),
    NoticeKind(
        "break_glass.revoked",
        title=Text(id="Akses darurat dicabut", en="Emergency access was revoked"),
        body=Text(
            id="Akses Anda dicabut sebelum waktunya; alasannya ada di halaman permintaan.", en="Your access was revoked before its time; its page says why."
        ),
    ),
    NoticeKind(
        "break_glass.self_approved",
        title=Text(id="Akses darurat dibuka tanpa orang kedua", en="Emergency access was opened without a second person"),
        body=Text(
            id="{person} menyetujui permintaannya sendiri untuk {minutes} menit. Periksa sekarang; akses dapat dicabut.",
            en="{person} approved the own request for {minutes} minutes. Look at it now; it can be revoked.",
        ),
    ),
)


# What the database lets a request become; a definition that was edited may ask for something else.
_FORESEEN: dict[str, tuple[Status, ...]] = {
    Status.REQUESTED: (Status.ACTIVE, Status.REJECTED, Status.WITHDRAWN, Status.LAPSED),
    Status.ACTIVE: (Status.ENDED, Status.REVOKED, Status.EXPIRED),
}


def requests_entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    """Write in the requests themselves what their workflow decided, and tell whom it concerns.

    Raises: AccessStepNotForeseen when an edited workflow leads where no request for access goes.
    """
    for move in moves:
        request = AccessRequest.objects.get(pk=move.subject_id)
        if move.to_state not in Status:
            # A state that the organisation added: a request may wait in it, but access that stands open would stay so unseen.
            if request.status != Status.REQUESTED:
                raise AccessStepNotForeseen()
            continue
        if move.to_state == Status.REQUESTED == request.status:
            _tell(actor, request, move)
            continue
        if move.to_state not in _FORESEEN.get(request.status, ()):
            raise AccessStepNotForeseen()
        try:
            _write(actor, request, move)
        except DatabaseError as error:
            if refusal_of(error) is not None:
                raise
            raise AccessStepNotForeseen() from None
        _tell(actor, request, move)


def _write(actor: Actor, request: AccessRequest, move: MoveFacts) -> None:
    note = str(move.given.get("note") or "")
    request.status = Status(move.to_state)
    if request.status in (Status.ACTIVE, Status.REJECTED):
        request.decided_by, request.decided_at, request.decision_note = actor.id, move.at, note
        written = ["status", "decided_by", "decided_at", "decision_note"]
        if request.status == Status.ACTIVE:
            request.starts_at, request.ends_at = move.at, move.at + timedelta(minutes=request.minutes)
            request.self_approved = request.requested_by == actor.id
            written += ["starts_at", "ends_at", "self_approved"]
    else:
        # However late the timer is noticed, the access ended when its time was over.
        at = request.ends_at if request.status == Status.EXPIRED and request.ends_at else move.at
        request.closed_by, request.closed_at, request.close_note = actor.id, at, note
        written = ["status", "closed_by", "closed_at", "close_note"]
    request.save(update_fields=written)


def _tell(actor: Actor, request: AccessRequest, move: MoveFacts) -> None:
    to_state, values = move.to_state, {"minutes": str(request.minutes)}
    if to_state == Status.REQUESTED:
        deciders = set(holders_at(RESOURCE, "A", request.branch_code)) if request.branch_code else set(holders(RESOURCE, "A"))
        _notify("requested", request, deciders - {request.requested_by}, person=actor.full_name, **values)
    elif request.self_approved and to_state == Status.ACTIVE:
        _notify("self_approved", request, set(holders(RESOURCE, "A")) - {request.requested_by}, person=actor.full_name, **values)
    elif to_state in (Status.ACTIVE, Status.REJECTED, Status.LAPSED, Status.REVOKED):
        kind = {"ACTIVE": "approved", "REJECTED": "rejected", "LAPSED": "lapsed", "REVOKED": "revoked"}[to_state]
        _notify(kind, request, {request.requested_by}, **values)


def _notify(kind: str, request: AccessRequest, to: Iterable[UUID], **values: str) -> None:
    notify(f"break_glass.{kind}", sorted(to), subject_type=SUBJECT, subject_id=request.id, **values)
