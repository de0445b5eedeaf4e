"""What is asked of a batch at the moment of sending, under the lock of its customers' consents: one statement for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.messaging.settings import MARKETING_DAY, MARKETING_WEEK
from simpul.messaging.vocabulary import Channel
from simpul.platform import configuration, crypto
from simpul.platform.db import execute, query

# In the order in which reasons are told. A general word about consent and a later one about this channel both count; without a word it is no.
_GATES = """
SELECT m.message_id, m.customer_id, m.branch_code, m.channel, m.purpose, m.sealed, m.template_version_id, m.document_id, m.subject_type, m.subject_id, m.attempts,
       CASE
           WHEN m.expires_at <= %(now)s THEN 'EXPIRED'
           WHEN m.purpose = 'MARKETING' AND crm.consent_at(m.customer_id, 'MARKETING', m.channel, %(now)s) IS DISTINCT FROM 'GRANTED' THEN 'CONSENT'
           WHEN m.purpose = 'MARKETING' AND f.has_open_sensitive_case THEN 'CASE_ACTIVE'
           WHEN m.purpose = 'MARKETING' AND p.is_wanted = false THEN 'PREFERENCE'
           WHEN m.purpose = 'MARKETING' AND (SELECT count(*) FROM crm.outbound_messages o
                    WHERE o.customer_id = m.customer_id AND o.purpose = 'MARKETING' AND o.channel = m.channel AND o.sent_at > %(now)s - interval '1 day') >= %(day)s THEN 'FREQUENCY_CAP'
           WHEN m.purpose = 'MARKETING' AND (SELECT count(*) FROM crm.outbound_messages o
                    WHERE o.customer_id = m.customer_id AND o.purpose = 'MARKETING' AND o.sent_at > %(now)s - interval '7 days') >= %(week)s THEN 'FREQUENCY_CAP'
       END AS reason
FROM crm.outbound_messages m
LEFT JOIN crm.customer_facts f ON f.customer_id = m.customer_id
LEFT JOIN crm.contact_preferences p ON p.customer_id = m.customer_id AND p.channel = m.channel
WHERE m.message_id = ANY (%(ids)s::uuid[]) AND m.handover = 'CLAIMED' AND m.claimed_at = %(claim)s
ORDER BY m.message_id
FOR UPDATE OF m
"""


@dataclass(frozen=True)
class Caps:
    """How many messages of marketing a customer gets at most: a day on one channel, a week on all."""

    day: int
    week: int


def caps_now() -> Caps:
    """The caps that hold."""
    return Caps(configuration.number(MARKETING_DAY), configuration.number(MARKETING_WEEK))


def hold_customers(customer_ids: Iterable[UUID]) -> None:
    """Keep what these customers agreed to as it is until the transaction ends; a change of it waits."""
    execute("SELECT crm.hold_consents(%s::uuid[])", (sorted(set(customer_ids)),))


def ask_gates(ids: Sequence[UUID], claim: datetime, now: datetime, caps: Caps) -> list[dict[str, Any]]:
    """The claimed messages that are still ours, each with the first reason against sending it, or none."""
    return query(_GATES, {"ids": list(ids), "claim": claim, "now": now, "day": caps.day, "week": caps.week})


def address_hash(channel: Channel | str, address: str) -> bytes:
    """The keyed hash that suppressed addresses are kept by; an e-mail address counts in small letters."""
    return crypto.blind_index(f"address:{channel}", address.strip().lower())


def suppressed_among(channel: Channel | str, addresses: Iterable[str]) -> frozenset[str]:
    """Those of the addresses that nothing is written to on this channel."""
    hashes = {address_hash(channel, address): address for address in addresses}
    rows = query(
        "SELECT address_hash FROM crm.suppressed_addresses WHERE channel = %s AND address_hash = ANY (%s) AND lifted_at IS NULL", (str(channel), list(hashes))
    )
    return frozenset(hashes[bytes(row["address_hash"])] for row in rows)
