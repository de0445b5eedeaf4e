"""Figures of segments as the page shows them: in all, by branch, between two months, before and after a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypedDict

from simpul.iam.public import branches, system_identity
from simpul.platform import ports
from simpul.platform.actor import Actor
from simpul.platform.db import query, scope
from simpul.value.policies import sees_small_groups
from simpul.value.selectors.figures import rfm_migrations, rfm_months, rfm_segment_counts
from simpul.value.selectors.thresholds import PreviewMove
from simpul.value.vocabulary import CLV_NAMES, RFM_SEGMENTS, RULES, SCORING, SEGMENT_NAMES

LEAST = 5  # smaller groups show only to who reaches the customers anyway (product chapter 7.5)
_CLV_OF = {rule.segment.value: rule.clv_proxy.value for rule in RULES}
_LAST = "SELECT max(calculated_at) AS at FROM crm.segment_rfm"


class CountRow(TypedDict):
    """The customers of one segment; None stands for a small group."""

    segment: str
    segment_name: str
    clv_name: str
    customers: int | None


class BranchRow(TypedDict):
    """The segments of one branch."""

    branch_code: str
    branch_name: str
    segments: list[CountRow]


class DistributionRow(TypedDict):
    """The customers by segment, in all and by branch."""

    segments: list[CountRow]
    branches: list[BranchRow]
    customers: int
    hidden: bool
    calculated_at: datetime | None
    assessed: bool


class MoveRow(TypedDict):
    """How many customers moved from one segment to another."""

    from_segment: str
    from_name: str
    to_segment: str
    to_name: str
    customers: int | None


class MigrationsRow(TypedDict):
    """How customers moved between two months."""

    months: list[str]
    since: str | None
    until: str | None
    moves: list[MoveRow]
    customers: int
    hidden: bool


class PreviewRow(TypedDict):
    """The customers of one segment before and after a change."""

    segment: str
    segment_name: str
    before: int | None
    after: int | None


class PreviewsRow(TypedDict):
    """What a change of the thresholds would move."""

    segments: list[PreviewRow]
    moved: int | None
    customers: int


def rfm_distribution(*, actor: Actor, branch: str | None) -> DistributionRow:
    """The customers by segment within the actor's reach on customer value, with small groups left out where they would show persons."""
    counts = rfm_segment_counts(actor, [branch] if branch else None)
    called = {code: found.name for code, found in branches().items()}
    least = _least(actor)
    found: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    for count in counts:
        of_branch = found.setdefault(count.branch_code, Counter())
        if count.customers >= least:
            total[count.segment] += count.customers
            of_branch[count.segment] = count.customers
        else:
            of_branch[count.segment] = -1
    with scope(system_identity()):
        calculated_at = query(_LAST)[0]["at"]
    return {
        "segments": [_counted(segment, total[segment]) for segment in RFM_SEGMENTS],
        "branches": [
            {"branch_code": code, "branch_name": called.get(code, code), "segments": [_counted(segment, of[segment]) for segment in RFM_SEGMENTS]}
            for code, of in sorted(found.items())
        ],
        "customers": total.total(),
        "hidden": any(count.customers < least for count in counts),
        "calculated_at": calculated_at,
        "assessed": bool(ports.assessment_in_force(SCORING)),
    }


def rfm_flows(*, actor: Actor, branch: str | None, since: date | None, until: date | None) -> MigrationsRow:
    """How customers moved between two months of the history; without months, between the last two."""
    months = rfm_months()
    until = until or (months[-1] if months else None)
    earlier = [month for month in months if until and month < until]
    since = since or (earlier[-1] if earlier else None)
    moves = rfm_migrations(actor, since, until, [branch] if branch else None) if since and until else []
    summed: Counter[tuple[str, str]] = Counter()
    for move in moves:
        summed[move.from_segment, move.to_segment] += move.customers
    least = _least(actor)
    place = {segment: number for number, segment in enumerate(RFM_SEGMENTS)}
    return {
        "months": [f"{month:%Y-%m}" for month in months],
        "since": f"{since:%Y-%m}" if since else None,
        "until": f"{until:%Y-%m}" if until else None,
        "moves": [
            {
                "from_segment": before,
                "from_name": str(SEGMENT_NAMES[before]),
                "to_segment": after,
                "to_name": str(SEGMENT_NAMES[after]),
                "customers": customers if customers >= least else None,
            }
            for (before, after), customers in sorted(summed.items(), key=lambda each: (place[each[0][0]], place[each[0][1]]))
        ],
        "customers": sum(customers for customers in summed.values() if customers >= least),
        "hidden": any(customers < least for customers in summed.values()),
    }


def preview_rows(actor: Actor, moves: Sequence[PreviewMove]) -> PreviewsRow:
    """The customers of each segment before and after a change, and how many would move."""
    before, after = Counter[str](), Counter[str]()
    for move in moves:
        before[move.before] += move.customers
        after[move.after] += move.customers
    moved = sum(move.customers for move in moves if move.before != move.after)
    least = _least(actor)
    return {
        "segments": [
            {
                "segment": segment,
                "segment_name": str(SEGMENT_NAMES[segment]),
                "before": _shown(before[segment], least),
                "after": _shown(after[segment], least),
            }
            for segment in RFM_SEGMENTS
        ],
        "moved": _shown(moved, least),
        "customers": before.total(),
    }


def _least(actor: Actor) -> int:
    return 1 if sees_small_groups(actor) else LEAST


def _shown(customers: int, least: int) -> int | None:
    return customers if customers == 0 or customers >= least else None


def _counted(segment: str, customers: int) -> CountRow:
    names: Mapping[str, str] = {"segment_name": str(SEGMENT_NAMES[segment]), "clv_name": str(CLV_NAMES[_CLV_OF[segment]])}
    return {
        "segment": segment,
        "segment_name": names["segment_name"],
        "clv_name": names["clv_name"],
        "customers": None if customers < 0 else customers,
    }
