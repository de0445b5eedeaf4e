"""The 72 hours of a request: a warning a day before, and what is overdue told to supervisors and compliance."""

from __future__ import annotations

from collections.abc import Sequence

from simpul.iam.public import holders_at
from simpul.platform.actor import Act
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.vocabulary import OPEN, RESOURCE, SUBJECT, WARN_BEFORE
from simpul.workflow.public import NewTimer, Timer, TimerKind, cancel, schedule_many

WARNING, OVERDUE = "stewardship.warning", "stewardship.overdue"
NOTICES = (
    NoticeKind(
        WARNING,
        title=Text(id="Permintaan hak pribadi hampir jatuh tempo", en="A rights request is due soon"),
        body=Text(id="Batas 72 jam berakhir dalam 24 jam.", en="Its 72 hours end within 24 hours."),
    ),
    NoticeKind(
        OVERDUE,
        title=Text(id="Permintaan hak pribadi melewati batas", en="A rights request is overdue"),
        body=Text(id="Batas hukum 72 jam sudah lewat dan permintaan belum dijawab.", en="The 72 hours of the law are over and it is not answered."),
    ),
)


def clocks_start(request: RightsRequest) -> None:
    """Let both moments come; one that lies in the past is told at once."""
    about = {"subject_type": SUBJECT, "subject_id": str(request.id), "customer_id": request.customer_id, "branch_code": request.branch_code}
    schedule_many(
        [
            NewTimer(_key(request, "warning"), WARNING, due_at=request.due_at - WARN_BEFORE, **about),  # type: ignore[arg-type]
            NewTimer(_key(request, "overdue"), OVERDUE, due_at=request.due_at, **about),  # type: ignore[arg-type]
        ]
    )


def clocks_stop(request: RightsRequest) -> None:
    """Let neither come any more."""
    cancel([_key(request, "warning"), _key(request, "overdue")])


def requests_warn(timers: Sequence[Timer]) -> None:
    """Tell who works on a request, or who can give it to somebody, that a day is left."""
    for request in _open_ones(timers):
        told = [request.owner_id] if request.owner_id else holders_at(RESOURCE, Act.ASSIGN, request.branch_code)
        notify(WARNING, sorted({*told, request.created_by}), subject_type=SUBJECT, subject_id=request.id)


def requests_overdue(timers: Sequence[Timer]) -> None:
    """Tell supervisors of the branch, compliance and the owner that the time is over."""
    for request in _open_ones(timers):
        told = {*holders_at(RESOURCE, Act.ASSIGN, request.branch_code), *({request.owner_id} if request.owner_id else ())}
        notify(OVERDUE, sorted(told), subject_type=SUBJECT, subject_id=request.id)


TIMERS = (
    TimerKind(WARNING, requests_warn, Text(id="Peringatan permintaan hak pribadi", en="Warning of a rights request")),
    TimerKind(OVERDUE, requests_overdue, Text(id="Batas 72 jam permintaan hak pribadi", en="72 hours of a rights request")),
)


def _open_ones(timers: Sequence[Timer]) -> list[RightsRequest]:
    return list(RightsRequest.objects.filter(pk__in=[timer.subject_id for timer in timers], status__in=OPEN).order_by("pk"))


def _key(request: RightsRequest, moment: str) -> str:
    return f"rights-request:{request.id}:{moment}"
