"""One pass over what is due: claim a batch and commit, then gate it, hand it over and write down what came of it."""

from __future__ import annotations

import logging
import time as clock_time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.iam.public import branches
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.messaging.facts import MessageContent
from simpul.messaging.selectors.gates import ask_gates, caps_now, hold_customers, suppressed_among
from simpul.messaging.selectors.hours import Window, holidays_of, next_opening, window_of
from simpul.messaging.services.adapters import adapter_of
from simpul.messaging.services.adapters.base import Handed, Outcome, Outgoing
from simpul.messaging.services.outbox import open_content
from simpul.messaging.services.providers import Turn, next_turn, note_answers, pace
from simpul.messaging.vocabulary import Channel, Handover, MessageStatus, NotSent, Purpose
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.events import emit
from simpul.platform.ports import system_actor

logger = logging.getLogger("simpul.messaging")

MOST_ATTEMPTS = 8
LEASE = timedelta(minutes=2)
CONFIRMED_WITHIN = timedelta(days=3)
_LONGEST_WAIT = timedelta(hours=1)
_CLAIM = """
UPDATE crm.outbound_messages m SET handover = 'CLAIMED', provider_key = %(key)s, claimed_at = %(now)s, attempts = m.attempts + 1
FROM (SELECT message_id FROM crm.outbound_messages
      WHERE handover = 'WAITING' AND channel = %(channel)s AND (not_before IS NULL OR not_before <= %(now)s)
      ORDER BY message_id LIMIT %(limit)s FOR UPDATE SKIP LOCKED) d
WHERE m.message_id = d.message_id RETURNING m.message_id
"""
_APPLY = """
UPDATE crm.outbound_messages m SET
    handover = o.handover, status = coalesce(o.status, m.status), sent_at = CASE WHEN o.status = 'SENT' THEN least(m.sent_at, %(now)s) ELSE m.sent_at END,
    provider_reference = coalesce(nullif(o.reference, ''), m.provider_reference), not_before = o.not_before,
    failed_at = CASE WHEN o.status IN ('FAILED', 'BOUNCED') THEN %(now)s ELSE m.failed_at END,
    failed_reason = CASE WHEN o.status IN ('FAILED', 'BOUNCED') THEN o.reason ELSE m.failed_reason END
FROM unnest(%(ids)s::uuid[], %(handovers)s::text[], %(statuses)s::text[], %(references)s::text[], %(reasons)s::text[], %(waits)s::timestamptz[])
     AS o (message_id, handover, status, reference, reason, not_before)
WHERE m.message_id = o.message_id AND m.status = 'QUEUED'
RETURNING m.message_id, m.subject_type, m.subject_id, m.customer_id, m.status, m.failed_reason
"""
_STALE = """
UPDATE crm.outbound_messages m SET handover = 'UNKNOWN'
FROM (SELECT message_id FROM crm.outbound_messages WHERE handover = 'CLAIMED' AND claimed_at < %s ORDER BY message_id LIMIT 5000 FOR UPDATE SKIP LOCKED) s
WHERE m.message_id = s.message_id RETURNING m.message_id
"""
_UNCONFIRMED = """
UPDATE crm.outbound_messages m SET handover = 'DONE', status = 'FAILED', failed_at = %(now)s, failed_reason = 'NOT_CONFIRMED'
FROM (SELECT message_id FROM crm.outbound_messages WHERE handover = 'UNKNOWN' AND status = 'QUEUED' AND claimed_at < %(until)s
      ORDER BY message_id LIMIT 5000 FOR UPDATE SKIP LOCKED) s
WHERE m.message_id = s.message_id RETURNING m.message_id, m.subject_type, m.subject_id, m.customer_id, m.status, m.failed_reason
"""


@dataclass(frozen=True)
class Change:
    """What is written of one message after a pass."""

    message_id: UUID
    handover: Handover
    status: MessageStatus | None = None
    reference: str = ""
    reason: str | None = None
    not_before: datetime | None = None


@dataclass(frozen=True)
class Batch:
    """Messages that one provider was chosen for, claimed at one instant."""

    turn: Turn
    ids: tuple[UUID, ...]
    claimed_at: datetime


def send_due(channel: Channel, *, most: int = 100_000, ending: Callable[[], bool] = lambda: False, wait: Callable[[float], None] = clock_time.sleep) -> int:
    """Hand over what is due on a channel until nothing is, no provider works, or `most` were; how many were handed over or ended."""
    done = 0
    while done < most and not ending():
        batch = claim_batch(channel)
        if batch is None:
            break
        if isinstance(batch, float):
            wait(batch)
            continue
        done += hand_over(batch)
    return done


def claim_batch(channel: Channel) -> Batch | float | None:
    """Claim the next messages for the provider whose turn it is, and commit; seconds to wait while it is paced, None when there is nothing to do."""
    with scope(system_actor()):
        at = now()
        turn = next_turn(channel, at)
        if turn is None:
            return None
        if turn.not_before is not None:
            return (turn.not_before - at).total_seconds()
        found = query(_CLAIM, {"key": turn.account.key, "now": at, "channel": channel.value, "limit": turn.batch_size})
        if not found:
            return None
        pace(turn.account.key, len(found), at)
        return Batch(turn, tuple(sorted(row["message_id"] for row in found)), at)


def hand_over(batch: Batch) -> int:
    """Gate a claimed batch, hand over what is left, and write down what came of each; how many were dealt with."""
    with scope(system_actor()):
        at = now()
        customers = query("SELECT DISTINCT customer_id FROM crm.outbound_messages WHERE message_id = ANY (%s::uuid[])", (list(batch.ids),))
        hold_customers(row["customer_id"] for row in customers)
        claimed = ask_gates(batch.ids, batch.claimed_at, at, caps_now())
        changes, ready = sort_out(claimed, at)
        handed = _call(batch, [outgoing for _, outgoing in ready])
        changes += [change_after(row["message_id"], row["attempts"], outcome, at) for (row, _), outcome in zip(ready, handed, strict=True)]
        apply_changes(changes, at)
        if stopped := note_answers(batch.turn.account.key, handed, at):
            logger.error("A provider refuses our account and is stopped.", extra={"provider": batch.turn.account.key, "reason": stopped})
        return len(claimed)


def sort_out(claimed: Sequence[dict[str, Any]], at: datetime) -> tuple[list[Change], list[tuple[dict[str, Any], Outgoing]]]:
    """What a gate ends or puts off, and what is ready to go, with its content opened."""
    zones = {code: branch.time_zone for code, branch in branches().items()}
    windows: dict[str, Window | None] = {purpose.value: window_of(purpose) for purpose in Purpose}
    changes: list[Change] = []
    opened: list[tuple[dict[str, Any], MessageContent]] = []
    for row in claimed:
        zone = zones.get(row["branch_code"] or "", "Asia/Jakarta")
        opens = next_opening(windows[row["purpose"]], at, zone, holidays_of(zone) if windows[row["purpose"]] else None)
        if row["reason"]:
            changes.append(Change(row["message_id"], Handover.DONE, MessageStatus.FAILED, reason=row["reason"]))
        elif opens > at:
            changes.append(Change(row["message_id"], Handover.WAITING, not_before=opens))
        else:
            opened.append((row, open_content(row["message_id"], row["sealed"], row["subject_type"], row["subject_id"])))
    ready: list[tuple[dict[str, Any], Outgoing]] = []
    stopped = {
        channel: suppressed_among(channel, [content.recipient for row, content in opened if row["channel"] == channel])
        for channel in {row["channel"] for row, _ in opened}
    }
    for row, content in opened:
        if not content.recipient:
            changes.append(Change(row["message_id"], Handover.DONE, MessageStatus.FAILED, reason=NotSent.NO_ADDRESS))
        elif content.recipient in stopped[row["channel"]]:
            changes.append(Change(row["message_id"], Handover.DONE, MessageStatus.FAILED, reason=NotSent.SUPPRESSED))
        else:
            ready.append((row, Outgoing(row["message_id"], content.recipient, content.title, content.body, row["purpose"])))
    return changes, ready


def change_after(message_id: UUID, attempts: int, handed: Handed, at: datetime) -> Change:
    """What one outcome makes of a message."""
    match handed.outcome:
        case Outcome.ACCEPTED:
            return Change(message_id, Handover.DONE, MessageStatus.SENT, handed.reference)
        case Outcome.REFUSED:
            return Change(message_id, Handover.DONE, MessageStatus.FAILED, reason=handed.reason or NotSent.REFUSED)
        case Outcome.UNKNOWN:
            return Change(message_id, Handover.UNKNOWN)
        case Outcome.STOPPED:
            return Change(message_id, Handover.WAITING, not_before=at + timedelta(minutes=1))
    if attempts >= MOST_ATTEMPTS:
        return Change(message_id, Handover.DONE, MessageStatus.FAILED, reason=NotSent.UNREACHABLE)
    wait = timedelta(seconds=handed.wait_seconds) if handed.wait_seconds is not None else timedelta(seconds=15 * 4 ** (attempts - 1))
    return Change(message_id, Handover.WAITING, not_before=at + min(wait, _LONGEST_WAIT))


def apply_changes(changes: Sequence[Change], at: datetime) -> None:
    """Write what is known now, in one statement, and tell it."""
    if not changes:
        return
    told = query(
        _APPLY,
        {
            "now": at,
            "ids": [change.message_id for change in changes],
            "handovers": [change.handover.value for change in changes],
            "statuses": [change.status.value if change.status else None for change in changes],
            "references": [change.reference for change in changes],
            "reasons": [str(change.reason) if change.reason else None for change in changes],
            "waits": [change.not_before for change in changes],
        },
    )
    _tell(told, at)


def settle_stale() -> int:
    """Mark what was claimed and never answered as unknown, once its lease is over and nobody is handing it over; end what no receipt confirmed in time."""
    with scope(system_actor()):
        at = now()
        stale = query(_STALE, (at - LEASE,))
        ended = query(_UNCONFIRMED, {"now": at, "until": at - CONFIRMED_WITHIN})
        _tell(ended, at)
        return len(stale) + len(ended)


def _call(batch: Batch, outgoing: list[Outgoing]) -> list[Handed]:
    """The provider's answers; a fault of ours after the call began leaves its outcome unknown."""
    if not outgoing:
        return []
    try:
        return adapter_of(batch.turn.adapter).send_messages(batch.turn.account, outgoing)
    except Exception:
        logger.exception("An adapter failed while it handed messages over.", extra={"provider": batch.turn.account.key})
        return [Handed(Outcome.UNKNOWN, reason="ADAPTER_FAILED") for _ in outgoing]


def _tell(rows: Sequence[dict[str, Any]], at: datetime) -> None:
    for row in rows:
        if row["status"] == MessageStatus.SENT:
            emit(MessageSent(row["message_id"], row["subject_type"], row["subject_id"], row["customer_id"], at))
        elif row["status"] in (MessageStatus.FAILED, MessageStatus.BOUNCED):
            emit(MessageFailed(row["message_id"], row["subject_type"], row["subject_id"], row["customer_id"], at, row["failed_reason"]))
