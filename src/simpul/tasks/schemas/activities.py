"""The shapes of activities in the API."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Moment, Strict
from simpul.tasks.models import ActivityType
from simpul.tasks.schemas.references import WorkSubjectIn, WorkSubjectOut
from simpul.tasks.schemas.tasks import (
    TaskBranchOut,
    TaskCustomerOut,
    TaskDay,
    TaskPersonOut,
    TaskStatusName,
)
from simpul.tasks.selectors.activities import ActivityFilter
from simpul.tasks.services.activities import NewActivity

ActivityTypeName = Literal["CALL", "MEETING", "NOTE", "VISIT", "EMAIL", "WHATSAPP"]
ActivityOutcomeName = Literal["", "REACHED", "NO_ANSWER", "CALL_BACK", "INTERESTED", "NOT_INTERESTED", "DONE"]
ActivityNote = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000, pattern=r"^[^\x00]*$"),
]
# A next step becomes a task's title.
ActivityNextStep = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^$|^[^\x00-\x1f\x7f]{3,}$"),
]


class RmActivityIn(Strict):
    """What is logged; the next step and its day come together, and make a task of one's own."""

    customer_id: UUID
    activity_type: ActivityTypeName
    note: ActivityNote
    outcome: ActivityOutcomeName = ""
    next_step: ActivityNextStep = ""
    next_on: TaskDay | None = None
    subject: WorkSubjectIn | None = None
    happened_at: Moment | None = None

    def as_activity(self) -> NewActivity:
        """What is logged, as services take it."""
        return NewActivity(
            self.customer_id,
            ActivityType(self.activity_type),
            self.note,
            self.outcome,
            self.next_step,
            self.next_on,
            self.subject.as_reference() if self.subject else None,
            self.happened_at,
        )


class RmActivityUpdateIn(Strict):
    """What an activity becomes, from the version that the change was made on."""

    version: int = Field(ge=1, le=2_147_483_647)
    activity_type: ActivityTypeName
    note: ActivityNote
    outcome: ActivityOutcomeName = ""
    happened_at: Moment


class RmActivityListIn(Strict):
    """What narrows the list; `until` is exclusive."""

    customer_id: UUID | None = None
    subject_id: UUID | None = None
    activity_type: ActivityTypeName | None = None
    author_id: UUID | None = None
    branch: Annotated[str, StringConstraints(max_length=40)] | None = None
    outcome: ActivityOutcomeName | None = None
    by_managers: bool = Field(False, description="of relationship managers alone")
    mine: bool = False
    since: Moment | None = None
    until: Moment | None = None
    cursor: str | None = None
    limit: int = Field(50, ge=1, le=MAX_PAGE)

    def as_filter(self) -> ActivityFilter:
        """The question as the list is asked."""
        return ActivityFilter(
            self.customer_id,
            self.subject_id,
            ActivityType(self.activity_type) if self.activity_type else None,
            self.author_id,
            self.mine,
            self.since,
            self.until,
            self.branch,
            self.outcome,
            self.by_managers,
        )


class RmActivityCodeOut(Schema):
    code: str
    name: str


class RmActivityTaskOut(Schema):
    """The task that came of a next step; without a status for who does not see it."""

    id: UUID
    status: TaskStatusName | None


class RmActivityCanOut(Schema):
    update: bool
    withdraw: bool = Field(description="take it back, with its task where that is open")


class RmActivityOut(Schema):
    """One activity, with what I may do with it."""

    id: UUID
    type: ActivityTypeName
    type_label: str
    customer: TaskCustomerOut
    branch: TaskBranchOut
    author: TaskPersonOut | None
    note: str
    outcome: RmActivityCodeOut | None
    next_step: str
    next_on: date | None
    next_task: RmActivityTaskOut | None
    subject: WorkSubjectOut | None
    happened_at: datetime
    created_at: datetime
    version: int
    can: RmActivityCanOut


class RmActivityPageOut(Schema):
    items: list[RmActivityOut]
    next_cursor: str | None
