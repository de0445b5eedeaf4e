"""What the operations on absences take and give."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from simpul.platform.schemas import Strict

AbsenceKind = Literal["LEAVE", "SICK", "DUTY"]


class AbsenceIn(Strict):
    """Whole days, both ends included; without `user_id` they are the caller's own."""

    user_id: UUID | None = None
    kind: AbsenceKind
    first_day: date
    last_day: date


class AbsenceListIn(Strict):
    """Absences that touch the days from `since` (today where none is given) to `until`."""

    since: date | None = Field(None, alias="from")
    until: date | None = Field(None, alias="to")
    user_id: UUID | None = None


class AbsentPersonOut(Schema):
    id: UUID
    full_name: str


class ColleaguesOut(Schema):
    items: list[AbsentPersonOut]


class AbsenceCanOut(Schema):
    cancel: bool


class AbsenceOut(Schema):
    id: UUID
    person: AbsentPersonOut
    kind: AbsenceKind
    first_day: date
    last_day: date
    entered_by: AbsentPersonOut
    can: AbsenceCanOut


class AbsencesOut(Schema):
    items: list[AbsenceOut]
