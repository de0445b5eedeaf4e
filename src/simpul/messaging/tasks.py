"""Keeping the inbox small, and handing over what waits to be sent."""

from __future__ import annotations

from simpul.messaging.events import MessageFailed
from simpul.messaging.services.customer_app import gone_follow
from simpul.messaging.services.inbox import notices_forget
from simpul.messaging.services.notice_mails import notices_write_mails
from simpul.messaging.services.outbox import SEND_JOB
from simpul.messaging.services.receiving import APPLY_JOB, receipts_apply, receipts_forget
from simpul.messaging.services.sending import send_due, settle_stale
from simpul.messaging.services.staff_mail import staff_mails_forget, staff_mails_send
from simpul.messaging.vocabulary import Channel
from simpul.platform import events
from simpul.platform.jobs import job
from simpul.platform.text import Text

KEPT_DAYS = 400


@job("messaging.forget_notices", title=Text(id="Menghapus pemberitahuan lama", en="Remove old notices"), cron="23 2 * * *")
def forget_notices(timestamp: int = 0) -> None:
    """Remove notices that are older than a year and a month, every night."""
    notices_forget(days=KEPT_DAYS)


@job(SEND_JOB, title=Text(id="Mengirim pesan kepada nasabah", en="Send messages to customers"), own_transactions=True)
def send_messages(channel: str) -> None:
    """Hand over what is due on one channel. What fails is put off by its own row, never by running this again."""
    send_due(Channel(channel))
    if Channel(channel) is Channel.EMAIL:
        staff_mails_send()


@job("messaging.send_due", title=Text(id="Mengirim pesan yang tertunda", en="Send messages that were put off"), cron="* * * * *", own_transactions=True)
def send_what_is_due(timestamp: int = 0) -> None:
    """Every minute: work off reports that named no message yet, settle what was claimed and never answered, then hand over what was put off until now, and mails about notices."""
    receipts_apply()
    settle_stale()
    for channel in Channel:
        send_due(channel)
    notices_write_mails()
    staff_mails_send()


@job(APPLY_JOB, title=Text(id="Mencatat laporan penyedia", en="Work off reports of providers"), own_transactions=True)
def apply_receipts() -> None:
    """Work off what providers reported."""
    receipts_apply()


@job("messaging.forget_receipts", title=Text(id="Menghapus laporan penyedia lama", en="Remove old reports of providers"), cron="41 2 * * *")
def forget_receipts(timestamp: int = 0) -> None:
    """Remove reports that were worked off, and mails to colleagues, after three months."""
    receipts_forget(days=92)
    staff_mails_forget(days=92)


@job("messaging.end_device", title=Text(id="Menghapus perangkat yang tidak terjangkau lagi", en="End devices that are out of reach"))
def end_device(event: dict[str, object]) -> None:
    """End the device of a push message when its push service says that it is gone."""
    failed: MessageFailed = events.decode(MessageFailed, event)
    gone_follow(failed.message_id, failed.reason)
