"""What is asked of a batch at the moment of sending, under the lock of its customers' consents: one statement for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.messaging.settings import MARKETING_DAY, MARKETING_WEEK
from simpul.messaging.vocabulary import Channel, Purpose
from simpul.platform import configuration, crypto
from simpul.platform.db import execute, query

# In the order in which reasons are told. An offer whose answer was lost may have arrived, so it counts. A general word about consent and a later one about this channel both count; without a word it is no.
_GATES = """
SELECT m.message_id, m.customer_id, m.branch_code, m.channel, m.purpose, m.sealed, m.template_version_id, m.token_values, m.document_id, m.subject_type, m.subject_id,
       m.attempts, coalesce(NOT h.is_final, false) AS is_held,
       CASE
           WHEN h.is_final THEN 'WITHDRAWN'
           WHEN m.expires_at <= %(now)s THEN 'EXPIRED'
           WHEN m.purpose = 'MARKETING' AND crm.consent_at(m.customer_id, 'MARKETING', m.channel, %(now)s) IS DISTINCT FROM 'GRANTED' THEN 'CONSENT'
           WHEN m.purpose = 'MARKETING' AND f.has_open_sensitive_case THEN 'CASE_ACTIVE'
           WHEN m.purpose = 'MARKETING' AND p.is_wanted = false THEN 'PREFERENCE'
           WHEN m.purpose = 'MARKETING' AND (SELECT count(*) FROM crm.outbound_messages o
                    WHERE o.customer_id = m.customer_id AND o.purpose = 'MARKETING' AND o.channel = m.channel
                      AND coalesce(o.sent_at, CASE WHEN o.handover = 'UNKNOWN' THEN o.claimed_at END) > %(now)s - interval '1 day') >= %(day)s THEN 'FREQUENCY_CAP'
           WHEN m.purpose = 'MARKETING' AND (SELECT count(*) FROM crm.outbound_messages o
                    WHERE o.customer_id = m.customer_id AND o.purpose = 'MARKETING'
                      AND coalesce(o.sent_at, CASE WHEN o.handover = 'UNKNOWN' THEN o.claimed_at END) > %(now)s - interval '7 days') >= %(week)s THEN 'FREQUENCY_CAP'
       END AS reason
FROM crm.outbound_messages m
LEFT JOIN crm.customer_facts f ON f.customer_id = m.customer_id
LEFT JOIN crm.contact_preferences p ON p.customer_id = m.customer_id AND p.channel = m.channel
LEFT JOIN crm.message_holds h ON h.subject_type = m.subject_type AND h.subject_id = m.subject_id
WHERE m.message_id = ANY (%(ids)s::uuid[]) AND m.handover = 'CLAIMED' AND m.claimed_at = %(claim)s
ORDER BY m.message_id
FOR UPDATE OF m
"""
_CUSTOMERS = "SELECT DISTINCT customer_id, purpose FROM crm.outbound_messages WHERE message_id = ANY (%s::uuid[])"
_OFFER_LOCKS = 7303
# Who was suppressed because of offers gets none; an address that does not exist gets nothing at all.
_SUPPRESSED = """
SELECT address_hash, bool_or(reason IN ('BOUNCE', 'MANUAL')) AS is_whole FROM crm.suppressed_addresses
WHERE channel = %s AND address_hash = ANY (%s) AND lifted_at IS NULL GROUP BY address_hash
"""


@dataclass(frozen=True)
class Caps:
    """How many messages of marketing a customer gets at most: a day on one channel, a week on all."""

    day: int
    week: int


@dataclass(frozen=True)
class Claimed:
    """A claimed message that is still ours, with whether it is held, and the first reason against sending it, or None."""

    message_id: UUID
    customer_id: UUID
    branch_code: str | None
    channel: str
    purpose: str
    sealed: str | None
    template_version_id: UUID | None
    token_values: Mapping[str, str] | None
    document_id: UUID | None
    subject_type: str
    subject_id: str
    attempts: int
    is_held: bool
    reason: str | None


def caps_now() -> Caps:
    """The caps that hold."""
    return Caps(configuration.number(MARKETING_DAY), configuration.number(MARKETING_WEEK))


def hold_customers(ids: Sequence[UUID]) -> None:
    """Keep what the customers of these messages agreed to as it is until the transaction ends; a change of it waits.

    Of offers to one customer only one transaction at a time counts how many there were.
    """
    found = query(_CUSTOMERS, (list(ids),))
    execute("SELECT crm.hold_consents(%s::uuid[])", (sorted({row["customer_id"] for row in found}),))
    offered = sorted(row["customer_id"] for row in found if row["purpose"] == Purpose.MARKETING)
    if offered:
        query(
            "SELECT count(pg_advisory_xact_lock(%s, k.key)) FROM (SELECT DISTINCT hashtext(id::text) AS key FROM unnest(%s::uuid[]) AS id ORDER BY 1) k",
            (_OFFER_LOCKS, offered),
        )


def ask_gates(ids: Sequence[UUID], claim: datetime, now: datetime, caps: Caps) -> list[Claimed]:
    """The claimed messages that are still ours, each with the first reason against sending it."""
    return [Claimed(**row) for row in query(_GATES, {"ids": list(ids), "claim": claim, "now": now, "day": caps.day, "week": caps.week})]


def address_hash(channel: Channel | str, address: str) -> bytes:
    """The keyed hash that addresses are known by; an e-mail address counts in small letters."""
    return crypto.blind_index(f"address:{channel}", address.strip().lower())


def suppressed_among(channel: Channel | str, addresses: Iterable[str]) -> dict[str, bool]:
    """Those of the addresses that are suppressed on this channel, each with whether nothing at all may go there, or no offers."""
    hashes = {address_hash(channel, address): address for address in addresses}
    return {hashes[bytes(row["address_hash"])]: row["is_whole"] for row in query(_SUPPRESSED, (str(channel), list(hashes)))}
