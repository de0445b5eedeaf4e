"""The shapes of lead scores."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Field, Schema

from simpul.platform.schemas import Strict
from simpul.sales.schemas.shared import SalesVersion
from simpul.sales.services.scoring import FactorChange, ScoringChange

BandName = Literal["HOT", "WARM", "COOL", "COLD"]


class ScorePartOut(Schema):
    factor: str
    label: str
    points: int
    reason: str


class LeadScoreOut(Schema):
    """The score of a lead with what it is made of; without a band `withheld` says why there is none."""

    total: int | None
    band: BandName | None
    band_label: str | None
    band_action: str | None
    withheld: str | None
    breakdown: list[ScorePartOut]
    calculated_at: datetime
    rules_version: int


class FactorOut(Schema):
    """A factor with its points; `days` bounds how long ago it may have been, `missing` says why it cannot be switched on."""

    code: str
    label: str
    points: int
    days: int | None
    is_active: bool
    missing: str | None


class BandOut(Schema):
    band: BandName
    label: str
    action: str
    starts_at: int


class LeadScoringCanOut(Schema):
    update: bool


class LeadScoringOut(Schema):
    """How leads are scored now."""

    version: int
    factors: list[FactorOut]
    bands: list[BandOut]
    can: LeadScoringCanOut


class FactorIn(Strict):
    points: int = Field(ge=0, le=100)
    is_active: bool
    days: int | None = Field(None, ge=1, le=365)


class LeadScoringUpdateIn(Strict):
    """What scoring becomes, from the version that the change was made on."""

    version: SalesVersion
    factors: dict[str, FactorIn] = Field(max_length=30)
    hot_from: int = Field(ge=1, le=1_000)
    warm_from: int = Field(ge=1, le=1_000)
    cool_from: int = Field(ge=1, le=1_000)

    def scoring_change(self) -> ScoringChange:
        """As the service takes it."""
        factors = {code: FactorChange(each.points, each.is_active, each.days) for code, each in self.factors.items()}
        return ScoringChange(factors, self.hot_from, self.warm_from, self.cool_from)
