"""Who stands on a static list: uploaded by CIF, taken off by hand."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.customers.public import hash_of
from simpul.iam.public import system_identity
from simpul.marketing.acts import MarketingAct
from simpul.marketing.errors import SegmentIsArchived, SegmentIsARule
from simpul.marketing.models import Segment
from simpul.marketing.policies import can_change_segments
from simpul.marketing.selectors.segments import segment_get
from simpul.marketing.vocabulary import SEGMENT, SegmentKind
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

MOST_LINES = 200_000
MOST_NAMED = 1_000
_LONGEST = 50
_MANY = Text(id="Paling banyak {most} baris.", en="At most {most} lines.")
_NO_COLUMN = Text(id="Baris judul tidak memiliki kolom cif.", en="The heading has no column cif.")
_NOTHING = Text(id="Tidak ada CIF yang dapat dipakai.", en="There is no CIF that can be used.")
_NOBODY = Text(id="Tidak satu pun ada di daftar ini.", en="None of them is on this list.")
_FOUND = """
SELECT i.id_hash, i.customer_id, c.customer_id IS NOT NULL AS is_active
FROM crm.customer_identifiers i LEFT JOIN crm.segment_customers c ON c.customer_id = i.customer_id
WHERE i.id_type = 'CIF' AND i.id_hash = ANY (%s::bytea[])
"""
_ADD = """
INSERT INTO crm.segment_members (segment_id, customer_id, entered_at, added_by)
SELECT %s, each, %s, %s FROM unnest(%s::uuid[]) AS each ON CONFLICT DO NOTHING
"""
_REMOVE = "DELETE FROM crm.segment_members WHERE segment_id = %s AND customer_id = ANY (%s::uuid[])"


@dataclass(frozen=True)
class Uploaded:
    """What became of the lines of an upload; `unknown` are the first lines whose CIF nobody has."""

    segment: Segment
    added: int
    already: int
    not_active: int
    unknown: list[int]
    unknown_count: int


@transaction.atomic
def segment_upload(*, actor: Actor, segment_id: UUID, version: int, text: str) -> Uploaded:
    """Put customers on a list by their CIF. Those who are there already stay, and those who are not ACTIVE are left out.

    Raises: Forbidden, SegmentNotFound, SegmentIsArchived, SegmentIsARule, StaleVersion, Invalid.
    """
    segment = segment_get(actor=actor, segment_id=segment_id, lock=True)
    with audited_change(actor, MarketingAct.UPLOAD_SEGMENT_LIST, SEGMENT, segment.id) as change:
        change.require(can_change_segments(actor))
        _judge_list(segment)
        change.require_version(version, segment.version)
        lines = cif_lines(text)
        if not lines:
            raise Invalid({"text": _NOTHING})
        at = now()
        # Who uploads reaches no customer: the product looks them up, and says how many there were.
        with scope(system_identity()):
            hashes = {line: hash_of("CIF", cif) for line, cif in lines.items()}
            found = {bytes(row["id_hash"]): row for row in query(_FOUND, (list(set(hashes.values())),))}
            active = {row["customer_id"] for row in found.values() if row["is_active"]}
            added = execute(_ADD, (segment.id, at, actor.id, sorted(active)))
        unknown = sorted(line for line, hashed in hashes.items() if hashed not in found)
        if not found:
            raise change.refused(Invalid({"text": _NOTHING}), lines=len(lines))
        already, not_active = len(active) - added, len({row["customer_id"] for row in found.values() if not row["is_active"]})
        if added:
            _counted(actor, segment, added)
        change.describe(lines=len(lines), added=added, already=already, not_active=not_active, unknown=len(unknown))
    return Uploaded(segment, added, already, not_active, unknown[:MOST_NAMED], len(unknown))


@transaction.atomic
def segment_members_remove(*, actor: Actor, segment_id: UUID, version: int, customer_ids: Sequence[UUID]) -> Segment:
    """Take customers off a list.

    Raises: Forbidden, SegmentNotFound, SegmentIsArchived, SegmentIsARule, StaleVersion, Invalid where none of them is on it.
    """
    segment = segment_get(actor=actor, segment_id=segment_id, lock=True)
    with audited_change(actor, MarketingAct.REMOVE_SEGMENT_MEMBERS, SEGMENT, segment.id) as change:
        change.require(can_change_segments(actor))
        _judge_list(segment)
        change.require_version(version, segment.version)
        with scope(system_identity()):
            removed = execute(_REMOVE, (segment.id, list(customer_ids)))
        if not removed:
            raise Invalid({"customer_ids": _NOBODY})
        _counted(actor, segment, -removed)
        change.describe(removed=removed)
    return segment


def cif_lines(text: str) -> dict[int, str]:
    """The CIFs of an upload by the number of their line: one a line, or the column `cif` of a CSV, whose first line names the columns.

    Raises: Invalid.
    """
    lines = text.lstrip("\ufeff").splitlines()
    if len(lines) > MOST_LINES:
        raise Invalid({"text": _MANY.format(most=MOST_LINES)})
    heading = next((number for number, line in enumerate(lines) if line.strip()), None)
    if heading is None:
        return {}
    sign = next((sign for sign in ";\t," if sign in lines[heading]), None)
    place, start = 0, heading
    names = [name.strip().strip('"').lower() for name in (lines[heading].split(sign) if sign else [lines[heading]])]
    if "cif" in names:
        place, start = names.index("cif"), heading + 1
    elif sign:
        raise Invalid({"text": _NO_COLUMN})
    found: dict[int, str] = {}
    for number, line in enumerate(lines[start:], start + 1):
        cells = next(csv.reader([line], delimiter=sign), []) if sign else [line.strip().strip('"')]
        cif = cells[place].strip() if place < len(cells) else ""
        if cif:
            found[number] = cif[:_LONGEST]
    return found


def _judge_list(segment: Segment) -> None:
    """Raises: SegmentIsArchived, SegmentIsARule."""
    if segment.archived_at is not None:
        raise SegmentIsArchived()
    if segment.kind != SegmentKind.STATIC:
        raise SegmentIsARule()


def _counted(actor: Actor, segment: Segment, more: int) -> None:
    segment.member_count = (segment.member_count or 0) + more
    segment.version, segment.updated_by, segment.updated_at = segment.version + 1, actor.id, now()
    segment.save(update_fields=["member_count", "version", "updated_by", "updated_at"])
