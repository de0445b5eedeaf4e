"""Stopping the messages about one subject: held until they are released, or withdrawn for good.

What a provider was given stays given, and so does the batch that is being handed over in that moment; everything after it asks for the hold.
"""

from __future__ import annotations

from simpul.messaging.services.outbox import SEND_JOB, WITHDRAWN
from simpul.platform.clock import now
from simpul.platform.db import atomic, execute, query, scope
from simpul.platform.jobs import defer
from simpul.platform.ports import system_actor

_HOLD = "INSERT INTO crm.message_holds (subject_type, subject_id, is_final, held_at) VALUES (%s, %s, false, %s) ON CONFLICT DO NOTHING"
_WITHDRAW_LATER = """
INSERT INTO crm.message_holds (subject_type, subject_id, is_final, held_at) VALUES (%s, %s, true, %s)
ON CONFLICT (subject_type, subject_id) DO UPDATE SET is_final = true
"""
_RELEASE = "DELETE FROM crm.message_holds WHERE subject_type = %s AND subject_id = %s AND NOT is_final"
_WAITING_CHANNELS = "SELECT DISTINCT channel FROM crm.outbound_messages WHERE subject_type = %s AND subject_id = %s AND handover = 'WAITING'"
_WITHDRAW = """
WITH waiting AS MATERIALIZED (
    SELECT message_id FROM crm.outbound_messages WHERE subject_type = %(type)s AND subject_id = %(id)s AND handover = 'WAITING' ORDER BY message_id FOR UPDATE)
UPDATE crm.outbound_messages m SET handover = 'DONE', status = 'FAILED', failed_at = %(now)s, failed_reason = %(reason)s
FROM waiting WHERE m.message_id = waiting.message_id
"""


@atomic
def messages_hold(subject_type: str, subject_id: str) -> None:
    """Hand over nothing more about a subject until it is released. The caller has asked who may."""
    with scope(system_actor()):
        execute(_HOLD, (subject_type, subject_id, now()))


@atomic
def messages_release(subject_type: str, subject_id: str) -> None:
    """Hand over again what was held, at once; what was withdrawn stays so. The caller has asked who may."""
    with scope(system_actor()):
        if execute(_RELEASE, (subject_type, subject_id)):
            for row in query(_WAITING_CHANNELS, (subject_type, subject_id)):
                defer(SEND_JOB, channel=row["channel"])


@atomic
def messages_withdraw(subject_type: str, subject_id: str) -> int:
    """Take back for good what still waits about a subject, in one statement; how many there were. The caller has asked who may.

    One that comes back from a claim afterwards is ended when it is next taken up. Nobody is told of each: who withdraws a set knows it.
    """
    with scope(system_actor()):
        execute(_WITHDRAW_LATER, (subject_type, subject_id, now()))
        return execute(_WITHDRAW, {"type": subject_type, "id": subject_id, "now": now(), "reason": WITHDRAWN})
