"""Requests that customers enter the programme or leave it; the next run deals with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.customers.public import hash_of, normalise
from simpul.followup.acts import FollowupAct
from simpul.followup.policies import can_manage
from simpul.followup.vocabulary import ENTRIES
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.db import execute, query, scope

# Judged as the product itself: who enters members reaches no customer.
_FOUND = """
SELECT n.place::integer AS place, c.customer_id,
       CASE WHEN c.customer_id IS NULL THEN 'UNKNOWN'
            WHEN c.status = 'CLOSED' THEN 'CLOSED'
            WHEN EXISTS (SELECT FROM crm.followup_members m
                         WHERE m.customer_id = c.customer_id AND m.left_at IS NULL) THEN 'MEMBER'
            WHEN EXISTS (SELECT FROM crm.followup_entries e
                         WHERE e.customer_id = c.customer_id AND e.handled_at IS NULL) THEN 'WAITING'
            ELSE 'QUEUED' END AS outcome
FROM unnest(%s::bytea[]) WITH ORDINALITY AS n (hash, place)
LEFT JOIN LATERAL (SELECT i.customer_id FROM crm.customer_identifiers i
                   WHERE i.id_type = 'CIF' AND i.id_hash = n.hash LIMIT 1) i ON true
LEFT JOIN crm.customers c ON c.customer_id = i.customer_id
ORDER BY n.place
"""
_ENTER = """
INSERT INTO crm.followup_entries (entry_id, customer_id, kind, source, requested_by, created_at)
SELECT uuidv7(), n.customer_id, 'ENTER', %(source)s, iam.uid(), clock_timestamp()
FROM unnest(%(ids)s::uuid[]) WITH ORDINALITY AS n (customer_id, place) ORDER BY n.place
ON CONFLICT (customer_id) WHERE handled_at IS NULL DO NOTHING
"""
# As the product itself: of those named, who is not there yet enters, who came by the segment leaves.
_ENTERING = """
INSERT INTO crm.followup_entries (entry_id, customer_id, kind, source, requested_by, created_at)
SELECT uuidv7(), c.customer_id, 'ENTER', %(source)s, iam.uid(), clock_timestamp()
FROM crm.customers c
WHERE c.customer_id = ANY (%(ids)s) AND c.status <> 'CLOSED'
  AND NOT EXISTS (SELECT FROM crm.followup_members m
                  WHERE m.customer_id = c.customer_id AND m.left_at IS NULL)
ORDER BY c.customer_id
ON CONFLICT (customer_id) WHERE handled_at IS NULL DO NOTHING
"""
_LEAVING = """
INSERT INTO crm.followup_entries (entry_id, customer_id, kind, source, requested_by, created_at)
SELECT uuidv7(), m.customer_id, 'LEAVE', 'SEGMENT', iam.uid(), clock_timestamp()
FROM crm.followup_members m
WHERE m.customer_id = ANY (%(ids)s) AND m.left_at IS NULL AND m.source = 'SEGMENT'
ORDER BY m.customer_id
ON CONFLICT (customer_id) WHERE handled_at IS NULL DO NOTHING
"""
AT_ONCE = 50_000


class EntryRow(TypedDict):
    """What became of one number, by its place in the request."""

    place: int
    outcome: str


class EntriesRow(TypedDict):
    """What became of a request."""

    accepted: int
    refused: int
    rows: list[EntryRow]


@transaction.atomic
def entries_create(*, actor: Actor, cifs: Sequence[str]) -> EntriesRow:
    """Let customers enter with the next run, by their numbers; says for each what became of it.

    Raises: Forbidden.
    """
    with audited_change(actor, FollowupAct.ADD_FOLLOWUP_ENTRIES, ENTRIES) as change:
        change.require(can_manage(actor))
        hashes = [hash_of("CIF", normalise("CIF", cif)) for cif in cifs]
        with scope(system_identity()):
            found = query(_FOUND, (hashes,))
        rows: list[EntryRow] = []
        entering: list[UUID] = []
        there: set[UUID] = set()
        for row in found:
            outcome = row["outcome"]
            if outcome == "QUEUED" and row["customer_id"] in there:
                outcome = "TWICE"
            elif outcome == "QUEUED":
                there.add(row["customer_id"])
                entering.append(row["customer_id"])
            rows.append({"place": row["place"], "outcome": outcome})
        if entering:
            execute(_ENTER, {"ids": entering, "source": "API"})
        change.describe(accepted=len(entering), refused=len(rows) - len(entering))
    return {"accepted": len(entering), "refused": len(rows) - len(entering), "rows": rows}


@transaction.atomic
def entries_add(customer_ids: Iterable[UUID], *, source: str) -> int:
    """Let customers enter with the next run, as the product itself; how many requests there are of them."""
    ids = list(customer_ids)
    with scope(system_identity()):
        return sum(execute(_ENTERING, {"ids": ids[place : place + AT_ONCE], "source": source}) for place in range(0, len(ids), AT_ONCE))


@transaction.atomic
def entries_leave(customer_ids: Iterable[UUID]) -> int:
    """Let members who came by the segment leave with the next run, as the product itself; how many there are."""
    ids = list(customer_ids)
    with scope(system_identity()):
        return sum(execute(_LEAVING, {"ids": ids[place : place + AT_ONCE]}) for place in range(0, len(ids), AT_ONCE))
