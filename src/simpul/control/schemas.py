"""What the operations on changes by two people take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.platform.guarding import ProposalOut, ProposalStatus
from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Strict

Kind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{2,79}$")]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
WrittenNote = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=60)]
Sort = Literal["-proposed_at", "proposed_at", "expires_at", "-expires_at"]


class ProposalsIn(Schema):
    """`status` may be repeated; `mine` are those that I proposed, `decidable` those that I may decide about now."""

    status: list[ProposalStatus] = []
    kind: Kind | None = None
    proposed_by: UUID | None = None
    concerns: UUID | None = None
    mine: bool = False
    decidable: bool = False
    sort: Sort = "-proposed_at"
    cursor: str | None = None
    limit: Annotated[int, Field(ge=1, le=MAX_PAGE)] = 50


class ProposalsOut(Schema):
    items: list[ProposalOut]
    next_cursor: str | None


class ProposalKindOut(Schema):
    key: str
    name: str


class ProposalKindsOut(Schema):
    """Every kind of change that takes a second person."""

    items: list[ProposalKindOut]


class ProposalApproveIn(Strict):
    version: int = Field(ge=1)
    note: Note = ""


class ProposalDeclineIn(Strict):
    version: int = Field(ge=1)
    note: WrittenNote


class ProposalWithdrawIn(Strict):
    version: int = Field(ge=1)


class ProposalCodesIn(Strict):
    version: int = Field(ge=1)
    first_code: Code
    second_code: Code


class ProposalResultOut(Schema):
    """What an applied change gave, by name, such as `key`, or `token`, `path` and `expires_at` of a link; shown this once and erased."""

    kind: str
    values: dict[str, str]
    taken_at: datetime
