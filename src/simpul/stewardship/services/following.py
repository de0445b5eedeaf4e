"""What a step of a request's workflow means: the request's own row, its clocks, and who is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import F

from simpul.iam.public import holders_at
from simpul.platform.actor import Act, Actor
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.stewardship.errors import NothingWasCorrected
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.selectors.corrections import corrected_fields
from simpul.stewardship.services.clocks import clocks_stop
from simpul.stewardship.vocabulary import OPEN, RESOURCE, SUBJECT, RightsKind, RightsStatus
from simpul.workflow.public import MoveFacts

NOTICES = (
    NoticeKind(
        "stewardship.waits",
        title=Text(id="Permintaan hak pribadi menunggu persetujuan Anda", en="A rights request waits for your approval"),
        body=Text(id="Seorang rekan mengerjakannya; orang kedua harus memutuskan.", en="A colleague carried it out; a second person has to decide."),
    ),
    NoticeKind(
        "stewardship.returned",
        title=Text(id="Permintaan hak pribadi dikembalikan", en="A rights request was returned"),
        body=Text(id="Yang kurang tertulis di halamannya.", en="Its page says what is missing."),
    ),
    NoticeKind(
        "stewardship.ended",
        title=Text(id="Permintaan hak pribadi selesai", en="A rights request has ended"),
        body=Text(id="Sampaikan hasilnya kepada nasabah.", en="Tell the customer the outcome."),
    ),
)


def requests_entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    """Write in the requests themselves what their workflow decided, and tell whom it concerns; an added state changes no status.

    Raises: NothingWasCorrected when a correction is completed without one.
    """
    for move in moves:
        if move.to_state not in RightsStatus.values or move.kind == "START":
            continue
        request = RightsRequest.objects.get(pk=move.subject_id)
        RightsRequest.objects.filter(pk=request.pk).update(**_written(actor, request, move), version=F("version") + 1)
        if move.ended:
            clocks_stop(request)
        _tell(actor, request, move)


def _written(actor: Actor, request: RightsRequest, move: MoveFacts) -> Mapping[str, Any]:
    to_state, given = RightsStatus(move.to_state), move.given
    values: dict[str, object] = {"status": to_state}
    if to_state == RightsStatus.WAITING_APPROVAL or (to_state == RightsStatus.DONE and move.from_state == RightsStatus.IN_PROGRESS):
        values |= {"outcome": str(given.get("outcome") or ""), "handled_by": actor.id, "handled_at": move.at}
    if to_state == RightsStatus.IN_PROGRESS and move.from_state == RightsStatus.WAITING_APPROVAL:
        values |= {"handled_by": None, "handled_at": None, "approval_note": str(given.get("note") or "")}
    if to_state == RightsStatus.DONE and move.from_state == RightsStatus.WAITING_APPROVAL:
        values |= {"approved_by": actor.id, "approval_note": str(given.get("note") or "")}
    if to_state == RightsStatus.REFUSED:
        values |= {"refusal_code": given.get("refusal_code"), "refusal_reason": str(given.get("refusal_reason") or "")}
    if to_state == RightsStatus.DONE and request.kind == RightsKind.CORRECTION:
        fields = corrected_fields(request)
        if not fields:
            raise NothingWasCorrected()
        values["corrected_fields"] = fields
    if to_state not in OPEN:
        values |= {"closed_at": move.at, "closed_by": actor.id}
    return values


def _tell(actor: Actor, request: RightsRequest, move: MoveFacts) -> None:
    kind = ""
    told: set[UUID | None] = set()
    if move.to_state == RightsStatus.WAITING_APPROVAL:
        kind, told = "waits", set[UUID | None](holders_at(RESOURCE, Act.ASSIGN, request.branch_code)) - {request.owner_id}
    elif move.to_state == RightsStatus.IN_PROGRESS and move.from_state == RightsStatus.WAITING_APPROVAL:
        kind, told = "returned", {request.owner_id, request.handled_by} - {None}
    elif move.ended:
        kind, told = "ended", {request.owner_id, request.created_by} - {None}
    if kind:
        notify(f"stewardship.{kind}", sorted(user for user in told - {actor.id} if user), subject_type=SUBJECT, subject_id=request.id)
