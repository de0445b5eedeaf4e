"""The shapes of scores, of figures of segments and of thresholds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.platform.schemas import Strict
from simpul.value.selectors.definition import Bounds
from simpul.value.selectors.moved import MovedFilter

MonthName = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
RfmSegmentName = Literal["CHAMPION", "LOYAL", "POTENTIAL", "AT_RISK", "HIBERNATING", "LOST"]
_Branch = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2,10}$")]
_Days = Annotated[int, Field(ge=0, le=3_650)]
_Count = Annotated[int, Field(ge=1, le=1_000_000)]
_Money = Annotated[Decimal, Field(gt=0, max_digits=15, decimal_places=2)]


class RfmScoreOut(Schema):
    """A customer's scores in words; without consent to profiling there is no advice, and `action_withheld` says why."""

    customer_id: UUID
    recency_score: int
    recency_days: int
    recency_words: str
    frequency_score: int
    frequency_count: int
    frequency_words: str
    monetary_score: int
    monetary_value: Decimal
    monetary_words: str
    total_score: int
    segment: str
    segment_name: str
    clv_proxy: str
    clv_name: str
    rule: int
    rule_words: str
    method: str
    method_name: str
    thresholds_version: int
    recency_bounds: list[int]
    frequency_bounds: list[int]
    monetary_bounds: list[Decimal]
    reason: str
    action: str | None
    action_withheld: str | None
    legal_basis: str
    calculated_at: datetime


class RfmCardOut(Schema):
    """The score, or why none shows."""

    score: RfmScoreOut | None
    missing: str | None


class FiguresIn(Strict):
    """The figures of one branch, or of all that the caller sees."""

    branch: _Branch | None = None


class MigrationsIn(FiguresIn):
    """Two months of the history; without them, the last two that there are."""

    since: MonthName | None = None
    until: MonthName | None = None


class SegmentCountOut(Schema):
    """How many customers a segment has; null stands for fewer than five, where the caller does not reach them."""

    segment: str
    segment_name: str
    clv_name: str
    customers: int | None


class BranchCountsOut(Schema):
    branch_code: str
    branch_name: str
    segments: list[SegmentCountOut]


class RfmDistributionOut(Schema):
    """The customers by segment, in all and by branch. What is not shown is not in the sums."""

    segments: list[SegmentCountOut]
    branches: list[BranchCountsOut]
    customers: int
    hidden: bool
    calculated_at: datetime | None
    assessed: bool


class RfmMoveOut(Schema):
    from_segment: str
    from_name: str
    to_segment: str
    to_name: str
    customers: int | None


class RfmMigrationsOut(Schema):
    """How the customers who had a segment in both months moved."""

    months: list[str]
    since: str | None
    until: str | None
    moves: list[RfmMoveOut]
    customers: int
    hidden: bool


class MovedIn(FiguresIn):
    """Which moves: into months that begin from `since` to `until`, from one segment to another."""

    since: date | None = None
    until: date | None = None
    before: RfmSegmentName | None = None
    after: RfmSegmentName | None = None

    def moved_filter(self) -> MovedFilter:
        """As the list takes it."""
        return MovedFilter(self.since or date(2000, 1, 1), self.until or date(2199, 12, 31), self.before, self.after, self.branch)


class MovedCustomerOut(Schema):
    customer_id: UUID
    name: str
    cif_masked: str | None
    is_vip: bool


class MovedOut(Schema):
    """A customer whose segment in a month differs from that of the month before."""

    month: str
    from_segment: str
    from_name: str
    to_segment: str
    to_name: str
    customer: MovedCustomerOut


class MovedPageOut(Schema):
    items: list[MovedOut]
    next_cursor: str | None


class ThresholdsOut(Schema):
    """The bounds of the scores 5, 4, 3 and 2, in order; who made them, and when."""

    version: int
    recency_days: list[int]
    frequency_count: list[int]
    monetary_value: list[Decimal]
    note: str
    created_at: datetime
    created_by: str
    in_force: bool


class ThresholdsCanOut(Schema):
    update: bool


class ThresholdsInForceOut(Schema):
    thresholds: ThresholdsOut
    months: int
    method: str
    method_name: str
    measure: str
    measure_name: str
    can: ThresholdsCanOut


class ThresholdVersionsOut(Schema):
    items: list[ThresholdsOut]
    next_cursor: str | None


class ThresholdsPreviewIn(Strict):
    """The bounds of the scores 5, 4, 3 and 2, in order: days at most, transactions and rupiah at least."""

    recency_days: list[_Days] = Field(min_length=4, max_length=4)
    frequency_count: list[_Count] = Field(min_length=4, max_length=4)
    monetary_value: list[_Money] = Field(min_length=4, max_length=4)

    def as_bounds(self, version: int = 1) -> Bounds:
        """The bounds as the definition takes them."""
        days, counts, money = self.recency_days, self.frequency_count, self.monetary_value
        four: Any = tuple
        return Bounds(version, four(days), four(counts), four(money))


class ThresholdsIn(ThresholdsPreviewIn):
    """New bounds, from the version that they were made of, and why."""

    version: int = Field(ge=1, le=1_000_000)
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")] = ""


class PreviewCountOut(Schema):
    segment: str
    segment_name: str
    before: int | None
    after: int | None


class ThresholdsPreviewOut(Schema):
    """How many customers each segment has and would have, and how many would move."""

    segments: list[PreviewCountOut]
    moved: int | None
    customers: int


def month_of(name: str | None) -> date | None:
    """The first day of a month that somebody names."""
    return datetime.strptime(name, "%Y-%m").replace(tzinfo=UTC).date() if name else None
