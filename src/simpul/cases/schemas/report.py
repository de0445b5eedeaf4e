"""The quarterly complaint report as it is asked for and shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.cases.schemas.cases import CaseBranchOut


class ComplaintReportQuery(Schema):
    """A quarter of a year, of one branch or of all that I report on."""

    year: int = Field(ge=2000, le=2199)
    quarter: int = Field(ge=1, le=4)
    branch: Annotated[str, StringConstraints(max_length=20)] | None = None


class CaseNumbersQuery(Schema):
    """The numbers of a year, of one branch or of all that I report on."""

    year: int = Field(ge=2000, le=2199)
    branch: Annotated[str, StringConstraints(max_length=20)] | None = None


class CaseNumbersRowOut(Schema):
    """One branch: its cases, the last number that was given, how many numbers no case has, and the first hundred of these."""

    branch: CaseBranchOut
    cases: int
    last: int
    gaps: int
    missing: list[str]


class CaseNumbersOut(Schema):
    items: list[CaseNumbersRowOut]


class ComplaintFileQuery(ComplaintReportQuery):
    format: Literal["csv", "xlsx", "pdf"] = "csv"


class ComplaintFiguresOut(Schema):
    """What was brought forward, received and reopened is what was solved, in time or late, and is in process."""

    brought_forward: int
    received: int
    reopened: int
    solved_in_time: int
    solved_late: int
    in_process: int
    average_days: float | None


class ComplaintIssueOut(Schema):
    code: str
    name: str


class ComplaintLineOut(ComplaintFiguresOut):
    product: str
    issue: ComplaintIssueOut


class ComplaintBranchOut(ComplaintFiguresOut):
    branch: CaseBranchOut


class ComplaintChannelRefOut(Schema):
    key: str
    name: str


class ComplaintChannelOut(ComplaintFiguresOut):
    channel: ComplaintChannelRefOut


class ComplaintReportCanOut(Schema):
    export: bool


class ComplaintReportOut(Schema):
    """Counted at `counted_at` over `branches`; `choices` are all that I report on. A quarter that is not over is not `complete`."""

    year: int
    quarter: int
    since: datetime
    until: datetime
    due_on: date
    complete: bool
    counted_at: datetime
    branches: list[str]
    choices: list[CaseBranchOut]
    can: ComplaintReportCanOut
    rows: list[ComplaintLineOut]
    by_branch: list[ComplaintBranchOut]
    by_channel: list[ComplaintChannelOut]
    total: ComplaintFiguresOut
