"""Reading who belongs to a segment: counts, reasons and masked customers, never who they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from simpul.consent.public import customers_masked, name_customers
from simpul.iam.public import system_identity
from simpul.marketing.errors import SelectingIsNotAllowed
from simpul.marketing.models import SegmentMember
from simpul.marketing.selectors.evaluating import BIT, Audience, gates_sql, reasons_of
from simpul.marketing.selectors.limits import selecting_refusal
from simpul.marketing.selectors.segments import segment_get
from simpul.marketing.vocabulary import REASON_NAMES, Reason
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.paging import Keyset, Page

MOST_SAMPLES = 20
_IN_ORDER = Keyset(("customer_id", UUID))
# The last byte of a key is random: one customer of each value and mask makes samples from all over the audience.
COUNTED = """
SELECT mask, get_byte(uuid_send(customer_id), 15) AS place, count(*) AS customers, any_value(customer_id) AS customer_id FROM ({sql}) g GROUP BY 1, 2
UNION ALL SELECT NULL, NULL, count(*), NULL FROM crm.segment_customers
"""
_PLACED = """
SELECT c.customer_id, c.branch_code, coalesce(a.city, '') AS city FROM crm.segment_customers c
LEFT JOIN crm.segment_cities a ON a.customer_id = c.customer_id WHERE c.customer_id = ANY (%s::uuid[])
"""


class ReasonRow(TypedDict):
    """How many customers a reason keeps from an offer: as the first one, and at all."""

    reason: str
    label: str
    first: int
    all: int


class SampleRow(TypedDict):
    """A customer of an audience, masked."""

    name: str
    branch_code: str | None
    city: str
    is_eligible: bool
    reason: str | None
    reason_name: str | None


class Counted(TypedDict):
    """An audience in numbers, with samples of it."""

    count: int
    eligible: int
    total: int
    reasons: list[ReasonRow]
    samples: list[SampleRow]
    as_of: datetime


class MemberRow(TypedDict):
    """A member of a segment, masked."""

    customer_id: UUID
    name: str
    branch_code: str | None
    city: str
    entered_at: datetime


def selecting_allowed() -> None:
    """Ask whether customers may be selected today.

    Raises: SelectingIsNotAllowed.
    """
    refusal = selecting_refusal()
    if refusal is not None:
        raise SelectingIsNotAllowed(refusal)


def large_sets() -> None:
    """Let the statements of this transaction sort and hash millions of rows in memory; the plan is never compiled, which costs more than it saves."""
    execute("SELECT set_config('work_mem', '128MB', true), set_config('jit', 'off', true)")


def sets_in_order() -> None:
    """Let this transaction join sets of customers in the order of their keys, which their indexes hold already: hashing a million rows takes half as long again."""
    execute("SELECT set_config('enable_hashjoin', 'off', true), set_config('max_parallel_workers_per_gather', '1', true)")


def audience_counted(audience: Audience, *, channel: str | None) -> Counted:
    """An audience among all ACTIVE customers, counted in one statement: reasons are those of its own customers, beside how many are outside. Whoever calls has asked what the caller may do."""
    at = now()
    with scope(system_identity()):
        large_sets()
        sets_in_order()
        sql, params = gates_sql(audience, channel=channel, at=at, chosen_only=True)
        found = query(COUNTED.format(sql=sql), params)
    total = sum(row["customers"] for row in found if row["mask"] is None)
    inside = sorted((row for row in found if row["mask"] is not None), key=lambda row: (row["place"], row["mask"]))
    masks: dict[int, int] = {}
    for row in inside:
        masks[row["mask"]] = masks.get(row["mask"], 0) + row["customers"]
    count = sum(masks.values())
    if total > count:
        masks[BIT[Reason.NOT_IN_RULE]] = total - count
    return {
        "count": count,
        "eligible": masks.get(0, 0),
        "total": total,
        "reasons": reason_rows(masks),
        "samples": _sample_rows(inside[:MOST_SAMPLES]),
        "as_of": at,
    }


def reason_rows(masks: dict[int, int]) -> list[ReasonRow]:
    """How many customers each reason keeps out, from how many have each mask."""
    first, every = dict.fromkeys(Reason, 0), dict.fromkeys(Reason, 0)
    for mask, customers in masks.items():
        reasons = reasons_of(mask)
        if reasons:
            first[reasons[0]] += customers
        for reason in reasons:
            every[reason] += customers
    return [{"reason": reason.value, "label": str(REASON_NAMES[reason]), "first": first[reason], "all": every[reason]} for reason in Reason]


def _sample_rows(rows: Sequence[Mapping[str, Any]]) -> list[SampleRow]:
    shown = customers_placed([row["customer_id"] for row in rows])
    samples: list[SampleRow] = []
    for row in rows:
        reasons = reasons_of(row["mask"])
        name, branch_code, city = shown[row["customer_id"]]
        reason = reasons[0].value if reasons else None
        samples.append(
            {
                "name": name,
                "branch_code": branch_code,
                "city": city,
                "is_eligible": not reasons,
                "reason": reason,
                "reason_name": str(REASON_NAMES[reason]) if reason else None,
            }
        )
    return samples


def customers_placed(ids: Sequence[UUID]) -> dict[UUID, tuple[str, str | None, str]]:
    """The masked name of each customer, with branch and city of those who are ACTIVE."""
    if not ids:
        return {}
    masked = customers_masked(ids)
    with scope(system_identity()):
        placed = {row["customer_id"]: row for row in query(_PLACED, (list(ids),))}
    return {
        each: (masked.get(each, "***"), placed[each]["branch_code"] if each in placed else None, placed[each]["city"] if each in placed else "") for each in ids
    }


def customers_named(actor: Actor, ids: Collection[UUID]) -> dict[UUID, dict[str, object]]:
    """Customers by the names that the actor may know: masked for those whom the actor does not reach. The caller reads audiences, or reaches them."""
    named = name_customers(actor, set(ids))
    masked = customers_masked([key for key, row in named.items() if not row["reached"]])
    return {key: {**row} if row["reached"] else {**row, "name": masked.get(key, "***")} for key, row in named.items()}


def member_page(*, actor: Actor, segment_id: UUID, cursor: str | None, limit: int) -> Page:
    """One page of the members of a segment, masked, in the order of their keys.

    Raises: Forbidden, SegmentNotFound; Invalid for a cursor that is not this list's.
    """
    segment = segment_get(actor=actor, segment_id=segment_id)
    return _IN_ORDER.page(SegmentMember.objects.filter(segment=segment), cursor, limit, _member_rows)


def _member_rows(members: Sequence[SegmentMember]) -> list[MemberRow]:
    shown = customers_placed([row.customer_id for row in members])
    return [
        {
            "customer_id": row.customer_id,
            "name": shown[row.customer_id][0],
            "branch_code": shown[row.customer_id][1],
            "city": shown[row.customer_id][2],
            "entered_at": row.entered_at,
        }
        for row in members
    ]
