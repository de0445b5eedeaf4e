"""Work on cases that nobody waits for."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from simpul.cases.services.noting import message_followed
from simpul.cases.services.recounting import calendar_follow
from simpul.cases.services.warning import cases_warn
from simpul.cases.vocabulary import SUBJECT
from simpul.iam.public import system_actor
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.platform import events
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.jobs import defer, job
from simpul.platform.text import Text
from simpul.workflow.events import CalendarChanged


@job(
    "cases.follow_calendar",
    title=Text(id="Menghitung ulang tenggat kasus setelah kalender berubah", en="Count deadlines of cases again after a change of calendar"),
    own_transactions=True,
)
def follow_calendar(event: events.EncodedEvent, again: bool = True) -> None:
    """Count what is ahead of open cases in a calendar's new version.

    And once more after a minute: a case that was opened while the calendar was approved began in the old version.
    """
    changed: CalendarChanged = events.decode(CalendarChanged, event)
    after: UUID | None = None
    while True:
        with scope(actor := system_actor()):
            _, after = calendar_follow(actor=actor, key=changed.key, number=changed.version, after=after)
        if after is None:
            break
    if again:
        defer("cases.follow_calendar", at=now() + timedelta(minutes=1), event=event, again=False)


@job(
    "cases.follow_message_sent",
    title=Text(id="Mencatat waktu respons pertama saat pesan terkirim", en="Correct the first response to when its message was sent"),
)
def follow_message_sent(event: events.EncodedEvent) -> None:
    """Correct the clock of the first response to when its message was sent."""
    told: MessageSent = events.decode(MessageSent, event)
    if told.subject_type == SUBJECT:
        message_followed(actor=system_actor(), case_id=UUID(told.subject_id), message_id=told.message_id, sent_at=told.sent_at)


@job("cases.follow_message_failed", title=Text(id="Membatalkan respons pertama yang tidak terkirim", en="Take back a first response that was never sent"))
def follow_message_failed(event: events.EncodedEvent) -> None:
    """Take the first response back when its message was never sent."""
    told: MessageFailed = events.decode(MessageFailed, event)
    if told.subject_type == SUBJECT:
        message_followed(actor=system_actor(), case_id=UUID(told.subject_id), message_id=told.message_id, sent_at=None)


@job(
    "cases.warn",
    title=Text(id="Memperingatkan sebelum respons pertama dan batas peraturan", en="Warn before first responses and legal limits"),
    cron="*/5 * * * *",
)
def warn_before(timestamp: int = 0) -> None:
    """Tell colleagues of first responses and legal limits that are near, every five minutes."""
    cases_warn(actor=system_actor(), at=now())
