"""What the acts on cases take, and what lists of colleagues and results give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.cases.schemas.cases import CasePersonOut, CaseUnitOut
from simpul.platform.schemas import Moment, Strict

Version = Annotated[int, Field(ge=1, le=2_000_000_000)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)]
Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
Answer = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, max_length=30)]
Level = Annotated[int, Field(ge=1, le=3)]


class CaseVersionIn(Strict):
    """`version` is the one that was seen."""

    version: Version


class CaseAssignIn(CaseVersionIn):
    """A colleague, a unit, or a colleague of a unit."""

    user_id: UUID | None = None
    unit_code: Code | None = None
    note: Note = ""


class CaseEscalateIn(CaseVersionIn):
    """Level 1 is the assignee, 2 the supervisors, 3 the head of the branch or unit."""

    level: Level
    user_id: UUID | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=2_000)]


class CaseWaitIn(CaseVersionIn):
    reason_code: Code
    note: Note = ""


class CaseResumeIn(CaseVersionIn):
    note: Note = ""


class CaseNoteIn(Strict):
    text: Written
    mentions: list[UUID] = Field([], max_length=20)


class CaseMessageIn(Strict):
    """OUT is written to the customer; IN is what the customer said. `channel` of OUT: WHATSAPP or EMAIL, PHONE or BRANCH when it was told in person."""

    text: Written
    direction: Literal["OUT", "IN"]
    channel: Literal["", "WHATSAPP", "EMAIL", "PHONE", "BRANCH"] = ""


class CaseRespondIn(CaseVersionIn):
    """At least 20 characters."""

    final_response: Answer


class CaseReviewIn(CaseVersionIn):
    decision: Literal["APPROVE", "RETURN"]
    note: Note = ""


class CaseMoveIn(CaseVersionIn):
    """`fields` holds what the step needs beside the reason, and a note where somebody writes one."""

    transition: Annotated[str, StringConstraints(max_length=40)]
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    fields: Mapping[str, Any] = Field(default_factory=dict, max_length=20)


class CaseCloseIn(CaseVersionIn):
    resolution_code: Code


class CaseReopenIn(CaseVersionIn):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class CaseRemindIn(Strict):
    at: Moment
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""


class CaseColleagueOut(Schema):
    """Somebody whom the case can be given to, with the open cases that they have within my reach."""

    id: UUID
    full_name: str
    open: int
    overdue: int
    present: bool
    absent_until: date | None
    me: bool


class CaseAssigneesOut(Schema):
    people: list[CaseColleagueOut]
    units: list[CaseUnitOut]


class CaseColleaguesOut(Schema):
    items: list[CasePersonOut]


class CaseBulkRowIn(Strict):
    id: UUID
    version: Version
    final_response: Answer = ""


class CaseBulkIn(Strict):
    """One act for all rows; an answer is each row's own."""

    act: Literal["assign", "escalate", "wait", "resume", "respond", "close"]
    rows: list[CaseBulkRowIn] = Field(min_length=1, max_length=100)
    user_id: UUID | None = None
    unit_code: Code | None = None
    level: Level = 2
    reason_code: Code = ""
    resolution_code: Code = ""
    note: Note = ""


class CaseBulkResultOut(Schema):
    """What became of one case; `code` and `message` say why it was refused."""

    id: UUID
    ok: bool
    status: str | None
    code: str | None
    message: str | None
    version: int | None


class CaseBulkOut(Schema):
    results: list[CaseBulkResultOut]
