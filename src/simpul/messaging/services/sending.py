"""One pass over what is due: claim a batch and commit, then gate it, hand it over and write down what came of it."""

from __future__ import annotations

import logging
import time as clock_time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.iam.public import branches
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.messaging.selectors.gates import Claimed, ask_gates, caps_now, hold_customers, suppressed_among
from simpul.messaging.selectors.hours import window_opening
from simpul.messaging.services.adapters import adapter_of
from simpul.messaging.services.adapters.base import Handed, Outcome, Outgoing
from simpul.messaging.services.providers import Turn, next_turn, note_answers, pace_provider
from simpul.messaging.services.writing import Ready, Unwritable, write_messages
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
_LONGEST_SLEEP = 60.0
# What is chosen is chosen once: as a part of FROM it could be asked again for each row, and a batch grow beyond its size. What was withdrawn is claimed
# and ended by its gate.
_CLAIM = """
WITH due AS MATERIALIZED (
    SELECT w.message_id FROM crm.outbound_messages w
    WHERE w.handover = 'WAITING' AND w.channel = %(channel)s AND w.not_before <= %(now)s
      AND NOT EXISTS (SELECT FROM crm.message_holds h WHERE h.subject_type = w.subject_type AND h.subject_id = w.subject_id AND NOT h.is_final)
    ORDER BY w.not_before, w.message_id LIMIT %(limit)s FOR UPDATE OF w SKIP LOCKED)
UPDATE crm.outbound_messages m SET handover = 'CLAIMED', provider_key = %(key)s, claimed_at = %(now)s, attempts = m.attempts + 1
FROM due WHERE m.message_id = due.message_id RETURNING m.message_id
"""
_APPLY = """
UPDATE crm.outbound_messages m SET
    handover = o.handover, status = coalesce(o.status, m.status), sent_at = CASE WHEN o.status = 'SENT' THEN least(m.sent_at, %(now)s) ELSE m.sent_at END,
    provider_reference = coalesce(nullif(o.reference, ''), m.provider_reference), not_before = o.not_before,
    sealed = coalesce(m.sealed, o.sealed), address_hash = coalesce(m.address_hash, o.address_hash),
    failed_at = CASE WHEN o.status IN ('FAILED', 'BOUNCED') THEN %(now)s ELSE m.failed_at END,
    failed_reason = CASE WHEN o.status IN ('FAILED', 'BOUNCED') THEN o.reason ELSE m.failed_reason END
FROM unnest(%(ids)s::uuid[], %(handovers)s::text[], %(statuses)s::text[], %(references)s::text[], %(reasons)s::text[], %(waits)s::timestamptz[],
            %(seals)s::text[], %(hashes)s::bytea[])
     AS o (message_id, handover, status, reference, reason, not_before, sealed, address_hash)
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
    sealed: str | None = None
    address_hash: bytes | None = None


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
            # A slow account does not hold the others up: what it leaves is taken up within a minute.
            if batch > _LONGEST_SLEEP:
                break
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
        pace_provider(turn.account.key, len(found), at)
        return Batch(turn, tuple(sorted(row["message_id"] for row in found)), at)


def hand_over(batch: Batch) -> int:
    """Gate a claimed batch, hand over what is left, and write down what came of each; how many were dealt with."""
    with scope(system_actor()):
        hold_customers(batch.ids)
        # Read after the wait for the locks: what was said meanwhile counts.
        at = now()
        claimed = ask_gates(batch.ids, batch.claimed_at, at, caps_now())
        changes, ready = sort_out(claimed, at)
        handed = call_provider(batch.turn, [each.outgoing for each in ready])
        changes += [_after(each, outcome, at) for each, outcome in zip(ready, handed, strict=True)]
        apply_changes(changes, at)
        if stopped := note_answers(batch.turn.account.key, handed, at):
            logger.error("A provider refuses our account and is stopped.", extra={"provider": batch.turn.account.key, "reason": stopped})
        return len(claimed)


def sort_out(claimed: Sequence[Claimed], at: datetime) -> tuple[list[Change], list[Ready]]:
    """What a gate ends or puts off, and what is ready to go."""
    openings: dict[tuple[str, str], datetime] = {}
    zones = {code: branch.time_zone for code, branch in branches().items()}
    changes: list[Change] = []
    timely: list[Claimed] = []
    offered: set[tuple[UUID, str]] = set()
    for each in claimed:
        zone = zones.get(each.branch_code or "", "Asia/Jakarta")
        if (each.purpose, zone) not in openings:
            openings[each.purpose, zone] = window_opening(Purpose(each.purpose), at, zone)
        if each.is_held:
            changes.append(Change(each.message_id, Handover.WAITING, not_before=at))
        elif each.reason:
            changes.append(_ended(each, each.reason))
        elif openings[each.purpose, zone] > at:
            changes.append(Change(each.message_id, Handover.WAITING, not_before=openings[each.purpose, zone]))
        elif each.purpose == Purpose.MARKETING and (each.customer_id, each.channel) in offered:
            # The first of two offers to one customer is counted before the second is judged.
            changes.append(Change(each.message_id, Handover.WAITING, not_before=at))
        else:
            offered.add((each.customer_id, each.channel))
            timely.append(each)
    outcomes = write_messages(timely)
    changes += [_ended(each.claimed, each.reason) for each in outcomes if isinstance(each, Unwritable)]
    written = [each for each in outcomes if isinstance(each, Ready)]
    by_channel = {
        channel: suppressed_among(channel, [one.outgoing.recipient for one in written if one.claimed.channel == channel])
        for channel in {one.channel for one in timely}
    }
    ready: list[Ready] = []
    for one in written:
        whole = by_channel[one.claimed.channel].get(one.outgoing.recipient)
        if whole or (whole is not None and one.claimed.purpose == Purpose.MARKETING):
            changes.append(_ended(one.claimed, NotSent.SUPPRESSED))
        else:
            ready.append(one)
    return changes, ready


def _ended(claimed: Claimed, reason: str) -> Change:
    return Change(claimed.message_id, Handover.DONE, MessageStatus.FAILED, reason=reason)


def _after(ready: Ready, handed: Handed, at: datetime) -> Change:
    """What one outcome makes of a message; its content stays with it from the first attempt on."""
    return replace(change_after(ready.claimed.message_id, ready.claimed.attempts, handed, at), sealed=ready.sealed, address_hash=ready.address_hash)


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
    # A provider that asks for a second each time does not use up every attempt in a moment.
    wait = max(timedelta(seconds=handed.wait_seconds or 0), timedelta(seconds=15 * 4 ** (attempts - 1)))
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
            "seals": [change.sealed for change in changes],
            "hashes": [change.address_hash for change in changes],
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


def call_provider(turn: Turn, outgoing: list[Outgoing]) -> list[Handed]:
    """The provider's answers; a fault of ours after the call began leaves its outcome unknown."""
    if not outgoing:
        return []
    try:
        return adapter_of(turn.adapter).send_messages(turn.account, outgoing)
    except Exception:
        logger.exception("An adapter failed while it handed messages over.", extra={"provider": turn.account.key})
        return [Handed(Outcome.UNKNOWN, reason="ADAPTER_FAILED") for _ in outgoing]


def _tell(rows: Sequence[Mapping[str, Any]], at: datetime) -> None:
    for row in rows:
        if row["status"] == MessageStatus.SENT:
            emit(MessageSent(row["message_id"], row["subject_type"], row["subject_id"], row["customer_id"], at))
        elif row["status"] in (MessageStatus.FAILED, MessageStatus.BOUNCED):
            emit(MessageFailed(row["message_id"], row["subject_type"], row["subject_id"], row["customer_id"], at, row["failed_reason"]))
