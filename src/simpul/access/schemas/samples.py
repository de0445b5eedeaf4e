"""What the operations on samples take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.access.schemas.grants import AccessBranchOut, AccessCustomerOut, AccessPersonOut, AccessRequestOut, FindingName
from simpul.platform.schemas import Moment, Strict


class SampleDrawIn(Strict):
    """Without a seed one is made. `since` is inclusive, `until` exclusive."""

    source: Annotated[str, StringConstraints(max_length=40)] = "PROFILE_VIEWS"
    since: Moment
    until: Moment
    size: int
    seed: Annotated[str, StringConstraints(max_length=64)] | None = None
    branch_code: Annotated[str, StringConstraints(max_length=20)] | None = None


class SampleOut(Schema):
    """A sample: `size` drawn of a `population`, of which so many were noted."""

    id: UUID
    source: str
    source_name: str
    since: datetime
    until: datetime
    branch: AccessBranchOut | None
    seed: str
    size: int
    population: int
    drawn_by: AccessPersonOut
    drawn_at: datetime
    noted: int
    concerns: int


class SamplesOut(Schema):
    items: list[SampleOut]
    next_cursor: str | None


class SampleItemOut(Schema):
    """A drawn item: `by` opened the profile then."""

    id: UUID
    position: int
    ref: UUID
    occurred_at: datetime
    by: AccessPersonOut | None
    customer: AccessCustomerOut
    branch: AccessBranchOut | None
    finding: FindingName | None
    note: str
    noted_at: datetime | None


class SampleDetailOut(SampleOut):
    items: list[SampleItemOut]
    requests: list[AccessRequestOut]
    can: dict[str, bool] = Field(description="request, note")


class FindingIn(Strict):
    finding: FindingName
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000)] = ""
