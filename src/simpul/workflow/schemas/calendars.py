"""What the operations on calendars take and give. Times of the day are HH:MM on the wall of the calendar's zone."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints, model_validator

from simpul.platform.schemas import Moment, Strict

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,38}[a-z0-9]$")]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Kind = Literal["HOLIDAY", "JOINT_LEAVE", "SPECIAL"]
Decision = Literal["APPROVED", "REJECTED"]
_TEN_YEARS = 315_576_000


class CalendarTitleIn(Strict):
    """A title; one language may be left empty and is then the other's."""

    id: str = Field("", max_length=80)
    en: str = Field("", max_length=80)


class CalendarDayNameIn(Strict):
    id: str = Field("", max_length=160)
    en: str = Field("", max_length=160)


class CalendarIntervalIn(Strict):
    """From `opens` up to `closes`; 24:00 is the end of the day."""

    opens: Clock
    closes: Clock


class CalendarDayIn(Strict):
    """A day that differs from the week. `works` is of joint leave; null follows the calendar's flag."""

    day: date
    kind: Kind
    decision: Decision = "APPROVED"
    name: CalendarDayNameIn
    works: bool | None = None
    intervals: list[CalendarIntervalIn] | None = None
    proposed: bool = False
    estimated: bool = False


class CalendarContentIn(Strict):
    title: CalendarTitleIn
    zone: str = Field(max_length=60)
    region: Literal["ID"] | None = None
    weekly: list[list[CalendarIntervalIn]] = Field(description="Monday to Sunday")
    joint_leave_works: bool = True
    days: list[CalendarDayIn] = []


class CalendarCreateIn(Strict):
    key: Key
    title: CalendarTitleIn
    copy_of: Key


class CalendarDraftIn(Strict):
    """The draft, whole, and the version that it was made from."""

    content: CalendarContentIn
    version: int = Field(ge=1)


class CalendarApproveIn(Strict):
    version: int = Field(ge=1)
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""


class CalendarRestoreIn(Strict):
    number: int = Field(ge=1)
    version: int = Field(ge=1)


class CalendarCheckIn(Strict):
    """Working seconds or working days from `start`, in the version in force, in the draft, or in a content not yet saved."""

    start: Moment
    working_seconds: int | None = Field(None, ge=0, le=_TEN_YEARS)
    working_days: int | None = Field(None, ge=0, le=3660)
    version: Literal["published", "draft"] = "published"
    content: CalendarContentIn | None = None

    @model_validator(mode="after")
    def one_question(self) -> CalendarCheckIn:
        if (self.working_seconds is None) == (self.working_days is None):
            raise ValueError("Ask for working seconds or for working days.")
        return self


class CalendarTextOut(Schema):
    id: str
    en: str


class CalendarPersonOut(Schema):
    id: UUID
    full_name: str


class CalendarIntervalOut(Schema):
    opens: str
    closes: str


class CalendarDayOut(Schema):
    day: date
    kind: Kind
    decision: Decision
    name: CalendarTextOut
    works: bool | None
    intervals: list[CalendarIntervalOut] | None
    proposed: bool
    estimated: bool


class CalendarContentOut(Schema):
    title: CalendarTextOut
    zone: str
    region: Literal["ID"] | None
    weekly: list[list[CalendarIntervalOut]]
    joint_leave_works: bool
    days: list[CalendarDayOut]


class CalendarDraftOut(Schema):
    """What an editor starts from: the draft, or the version in force when there is none. `changed` says which."""

    content: CalendarContentOut
    version: int
    changed: bool
    updated_at: datetime | None
    updated_by: CalendarPersonOut | None


class CalendarVersionOut(Schema):
    number: int
    content: CalendarContentOut
    at: datetime
    by: CalendarPersonOut
    note: str


class CalendarHolidayOut(Schema):
    """A day that the library proposes. An estimated one may still move by a day."""

    day: date
    kind: Literal["HOLIDAY", "JOINT_LEAVE"]
    name: CalendarTextOut
    estimated: bool


class CalendarPendingOut(Schema):
    """How many proposals of a year nobody decided about."""

    year: int
    count: int


class CalendarUseOut(Schema):
    kind: str
    name: str


class CalendarCanOut(Schema):
    edit: bool
    approve: bool
    archive: bool


class CalendarOut(Schema):
    """A calendar with its draft, the version in force, and what the library knows of the asked year."""

    key: str
    title: CalendarTextOut
    shipped: bool
    archived_at: datetime | None
    draft: CalendarDraftOut
    published: CalendarVersionOut | None
    year: int
    holidays: list[CalendarHolidayOut]
    pending: list[CalendarPendingOut]
    uses: list[CalendarUseOut]
    can: CalendarCanOut


class CalendarInForceOut(Schema):
    number: int
    at: datetime
    by: CalendarPersonOut


class CalendarRowOut(Schema):
    """A calendar in the list; week and zone are those in force, or of the draft when none is."""

    key: str
    title: CalendarTextOut
    zone: str
    shipped: bool
    archived_at: datetime | None
    published: CalendarInForceOut | None
    has_draft: bool
    weekly: list[list[CalendarIntervalOut]]
    week_seconds: int
    pending: list[CalendarPendingOut]
    can: CalendarCanOut


class CalendarsOut(Schema):
    items: list[CalendarRowOut]
    next_cursor: str | None


class CalendarVersionRowOut(Schema):
    """An approved version; `changes` counts the places in which it differs from the one before."""

    number: int
    at: datetime
    by: CalendarPersonOut
    note: str
    changes: int


class CalendarVersionsOut(Schema):
    items: list[CalendarVersionRowOut]
    next_cursor: str | None


class CalendarChangeOut(Schema):
    path: str
    kind: Literal["added", "removed", "changed"]
    before: Any
    after: Any
    sentence: str


class CalendarDiffOut(Schema):
    items: list[CalendarChangeOut]


class CalendarStretchOut(Schema):
    opens_at: datetime
    closes_at: datetime


class CalendarStepOut(Schema):
    """One day, a run of days off, or a month. `counted` and `total` are seconds, or days when days were asked for."""

    first_on: date
    last_on: date
    reason: Literal["WORKED", "SPECIAL", "DAY_OFF", "HOLIDAY", "JOINT_LEAVE", "MONTH"]
    names: list[str]
    stretches: list[CalendarStretchOut]
    working_days: int
    counted: int
    total: int


class CalendarCheckOut(Schema):
    due_at: datetime
    zone: str
    steps: list[CalendarStepOut]
