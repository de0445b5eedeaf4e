"""Mail to colleagues: written in the caller's transaction, and handed over once by the providers of e-mail.

Claimed and committed before the provider is called, as messages to customers are: what was begun and never answered is
UNKNOWN and never sent again by itself.
"""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.iam.public import mail_addresses
from simpul.messaging.models import StaffMail
from simpul.messaging.services.adapters.base import Attachment, Handed, Outcome, Outgoing
from simpul.messaging.services.outbox import SEND_JOB
from simpul.messaging.services.providers import Turn, next_turn, note_answers, pace_provider
from simpul.messaging.services.sending import call_provider
from simpul.messaging.vocabulary import Channel, Handover, Purpose
from simpul.platform.clock import now
from simpul.platform.crypto import decrypt, encrypt
from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from simpul.platform.jobs import defer
from simpul.platform.ports import system_actor

logger = logging.getLogger("simpul.messaging")

_MOST_ATTEMPTS = 8
_LEASE = timedelta(minutes=2)
_LONGEST_WAIT = timedelta(hours=1)
_CLAIM = """
WITH due AS MATERIALIZED (
    SELECT m.mail_id FROM crm.staff_mails m
    WHERE m.handover = 'WAITING' AND m.not_before <= %(now)s
    ORDER BY m.not_before, m.mail_id LIMIT %(limit)s FOR UPDATE SKIP LOCKED)
UPDATE crm.staff_mails m
SET handover = 'CLAIMED', provider_key = %(key)s, claimed_at = %(now)s, attempts = m.attempts + 1
FROM due WHERE m.mail_id = due.mail_id RETURNING m.mail_id
"""
_STALE = "UPDATE crm.staff_mails SET handover = 'UNKNOWN' WHERE handover = 'CLAIMED' AND claimed_at < %s"


def staff_mail_queue(
    *,
    user_id: UUID,
    title: str,
    body: str,
    subject_type: str,
    subject_id: str,
    attachment: Attachment | None = None,
    address: str | None = None,
) -> bool:
    """Write a mail to a colleague; False where the colleague has no address or works no more.

    `address` is another one than theirs, such as the one that they had before.
    """
    fixed = address is not None
    address = address or mail_addresses([user_id]).get(user_id)
    if address is None:
        return False
    mail_id, at = uuid7(), now()
    file = attachment and [attachment.name, attachment.media_type, base64.b64encode(attachment.content).decode()]
    StaffMail(
        id=mail_id,
        user_id=user_id,
        subject_type=subject_type,
        subject_id=subject_id,
        sealed=encrypt(json.dumps([title, body, address, file, fixed], ensure_ascii=False), _context(mail_id)),
        not_before=at,
        queued_at=at,
    ).save(force_insert=True)
    defer(SEND_JOB, channel=Channel.EMAIL.value)
    return True


def staff_mail_as_system(**mail: Any) -> bool:
    """The same for domains below, whoever acts in the caller's transaction."""
    with scope(system_actor()):
        return staff_mail_queue(**mail)


def staff_mails_send(*, most: int = 1_000) -> int:
    """Hand over what is due until nothing is or no provider of e-mail works; how many were dealt with."""
    with scope(system_actor()):
        execute(_STALE, (now() - _LEASE,))
    done = 0
    while done < most:
        with scope(system_actor()):
            at = now()
            turn = next_turn(Channel.EMAIL, at)
            if turn is None or turn.not_before is not None:
                return done
            found = query(_CLAIM, {"key": turn.account.key, "now": at, "limit": turn.batch_size})
            if found:
                pace_provider(turn.account.key, len(found), at)
        if not found:
            return done
        done += _hand_over(turn, [row["mail_id"] for row in found], at)
    return done


def staff_mails_forget(*, days: int) -> int:
    """Remove mails that were queued so many days ago."""
    return execute("DELETE FROM crm.staff_mails WHERE queued_at < %s", (now() - timedelta(days=days),))


def _hand_over(turn: Turn, ids: Sequence[UUID], claimed_at: datetime) -> int:
    with scope(system_actor()):
        mails = list(StaffMail.objects.select_for_update().filter(pk__in=ids, handover=Handover.CLAIMED, claimed_at=claimed_at).order_by("id"))
        # Who was suspended meanwhile, or has another address, is not written to at the old one.
        addresses = mail_addresses([mail.user_id for mail in mails])
        going = [(mail, made) for mail in mails for made, fixed in (_outgoing(mail),) if fixed or made.recipient == addresses.get(mail.user_id)]
        handed = call_provider(turn, [made for _, made in going])
        at = now()
        outcomes = dict(zip((mail.id for mail, _ in going), handed, strict=True))
        for mail in mails:
            _settle(mail, outcomes.get(mail.id) or Handed(Outcome.REFUSED, reason="NO_ADDRESS"), at)
        if handed and (stopped := note_answers(turn.account.key, handed, at)):
            logger.error(
                "A provider refuses our account and is stopped.",
                extra={"provider": turn.account.key, "reason": stopped},
            )
    return len(mails)


def _settle(mail: StaffMail, handed: Handed, at: datetime) -> None:
    if handed.outcome is Outcome.ACCEPTED:
        mail.handover, mail.sent_at = Handover.DONE.value, at
    elif handed.outcome is Outcome.UNKNOWN:
        mail.handover = Handover.UNKNOWN.value
    elif handed.outcome is Outcome.REFUSED or mail.attempts >= _MOST_ATTEMPTS:
        mail.handover, mail.failed_reason = Handover.DONE.value, handed.reason or handed.outcome.value
    else:
        mail.handover = Handover.WAITING.value
        mail.not_before = at + min(_LONGEST_WAIT, timedelta(minutes=2**mail.attempts))
    mail.save(update_fields=["handover", "sent_at", "failed_reason", "not_before"])


def _outgoing(mail: StaffMail) -> tuple[Outgoing, bool]:
    """The mail as it is handed over, and whether it goes to its address whoever has it."""
    parts: list[Any] = json.loads(decrypt(mail.sealed, _context(mail.id)))
    title, body, address, file, *more = parts
    files = (Attachment(file[0], file[1], base64.b64decode(file[2])),) if file else ()
    return Outgoing(mail.id, address, title, body, Purpose.SERVICE.value, attachments=files), bool(more and more[0])


def _context(mail_id: UUID) -> str:
    return f"staff_mail:{mail_id}"
