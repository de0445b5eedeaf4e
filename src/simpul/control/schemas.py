"""What the operations on changes by two people take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.platform.guarding import ProposalOut, ProposalPersonOut, ProposalStatus
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


class RecertificationCountsOut(Schema):
    """How many rights stand where; `kept` could not end, for nobody would administer or watch any more."""

    open: int
    confirmed: int
    removed: int
    lapsed: int
    kept: int


class RecertificationOut(Schema):
    id: UUID
    opened_at: datetime
    opened_by: ProposalPersonOut | None
    due_at: datetime
    closed_at: datetime | None
    counts: RecertificationCountsOut


class RecertificationCanOut(Schema):
    open: bool


class RecertificationsOut(Schema):
    items: list[RecertificationOut]
    next_cursor: str | None
    can: RecertificationCanOut


class RecertificationItemsIn(Schema):
    """`mine` are those that wait for my decision; `is_open` of true those that nobody has decided about."""

    recertification_id: UUID | None = None
    is_open: bool | None = None
    mine: bool = False
    cursor: str | None = None
    limit: Annotated[int, Field(ge=1, le=MAX_PAGE)] = 100


class RecertificationItemCanOut(Schema):
    """`remove` is false where the person guards access: two people end such a right, from the person's page."""

    decide: bool
    remove: bool


class RecertificationItemOut(Schema):
    """A role or a place of one person under review."""

    id: UUID
    recertification_id: UUID
    due_at: datetime
    person: ProposalPersonOut
    kind: Literal["ROLE", "SCOPE"]
    name: str
    reviewer: ProposalPersonOut | None
    decision: Literal["CONFIRMED", "REMOVED", "LAPSED", "KEPT"] | None
    decided_by: ProposalPersonOut | None
    decided_at: datetime | None
    note: str
    can: RecertificationItemCanOut


class RecertificationItemsOut(Schema):
    items: list[RecertificationItemOut]
    next_cursor: str | None


class RecertificationDecisionIn(Strict):
    id: UUID
    decision: Literal["CONFIRMED", "REMOVED"]


class RecertificationDecideIn(Strict):
    items: list[RecertificationDecisionIn] = Field(min_length=1, max_length=200)
    note: Note = ""


class RecertificationResultOut(Schema):
    id: UUID
    ok: bool
    reason: str | None


class RecertificationResultsOut(Schema):
    """What became of each, in the order of their ids."""

    items: list[RecertificationResultOut]
