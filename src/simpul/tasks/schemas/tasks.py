"""The shapes of tasks in the API."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Moment, Strict
from simpul.tasks.models import TaskStatus
from simpul.tasks.schemas.references import WorkSubjectIn, WorkSubjectOut
from simpul.tasks.selectors.tasks import TaskFilter, TaskSort


def _within(day: date) -> date:
    if not 2000 <= day.year < 2200:
        raise PydanticCustomError("date_out_of_range", "The day lies before 2000 or after 2199.")
    return day


TaskDay = Annotated[date, AfterValidator(_within)]
TaskStatusName = Literal["OPEN", "DONE", "SKIPPED"]
TaskTitle = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
TaskNotes = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=r"^[^\x00]*$")]
TaskReason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=300, pattern=r"^[^\x00]*$")]
TaskText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60, pattern=r"^[^\x00]*$")]


class TaskIn(Strict):
    """What it takes to make one; without an owner it is one's own."""

    customer_id: UUID
    title: TaskTitle
    notes: TaskNotes = ""
    due_on: TaskDay
    owner_id: UUID | None = None
    # scaffold: leave out
    remind_at: Moment | None = None
    subject: WorkSubjectIn | None = None
    # scaffold: end


class TaskUpdateIn(Strict):
    """What a task becomes, from the version that the change was made on."""

    version: int = Field(ge=1, le=2_147_483_647)
    title: TaskTitle
    notes: TaskNotes = ""
    due_on: TaskDay
    owner_id: UUID
    # scaffold: leave out
    remind_at: Moment | None = None
    # scaffold: end


class TaskSkipIn(Strict):
    reason: TaskReason


class TaskFilters(Strict):
    """What narrows the list; `overdue` and `due_before` go by the day where the organisation works."""

    status: TaskStatusName | None = None
    mine: bool = False
    overdue: bool = False
    due_before: TaskDay | None = None
    customer_id: UUID | None = None
    sort: Literal["due", "-created"] = "due"
    # scaffold: leave out
    subject_id: UUID | None = None
    # scaffold: end

    def as_filter(self, text: str = "") -> TaskFilter:
        """The question as the list is asked."""
        status = TaskStatus(self.status) if self.status else None
        return TaskFilter(
            status,
            self.mine,
            self.overdue,
            self.due_before,
            self.customer_id,
            text,
            TaskSort(self.sort),
            # scaffold: leave out
            self.subject_id,
            # scaffold: end
        )


class TaskSearch(TaskFilters):
    """The same with words of the title or the notes, which stand in no address."""

    q: TaskText = ""

    def as_filter(self, text: str = "") -> TaskFilter:
        """The question as the list is asked."""
        return super().as_filter(self.q)

    def describe_given(self) -> Mapping[str, Any]:
        """What of it was given, for the trail: of the words that were searched only that there were some."""
        given = self.model_dump(mode="json", exclude_defaults=True)
        return {**given, "q": True} if "q" in given else given


class TaskListIn(TaskFilters):
    cursor: str | None = None
    limit: int = Field(50, ge=1, le=MAX_PAGE)


class TaskSearchIn(TaskSearch):
    cursor: str | None = Field(None, max_length=4_000)
    limit: int = Field(50, ge=1, le=MAX_PAGE)


class TaskPersonOut(Schema):
    id: UUID
    full_name: str


class TaskBranchOut(Schema):
    code: str
    name: str


class TaskCustomerOut(Schema):
    """A customer by the name that the caller reads; one out of reach has no page to open."""

    id: UUID
    name: str
    reached: bool


class TaskCanOut(Schema):
    finish: bool = Field(description="change it, say that it is done, or skip it")
    reopen: bool
    assign: bool = Field(description="give it to a colleague")


class TaskOut(Schema):
    """One task, with what I may do with it."""

    id: UUID
    customer: TaskCustomerOut
    branch: TaskBranchOut
    title: str
    notes: str
    due_on: date
    overdue: bool
    owner: TaskPersonOut
    status: TaskStatusName
    skip_reason: str
    finished_at: datetime | None
    finished_by: TaskPersonOut | None
    version: int
    created_by: TaskPersonOut
    created_at: datetime
    # scaffold: leave out
    subject: WorkSubjectOut | None
    remind_at: datetime | None
    # scaffold: end
    can: TaskCanOut


class TaskPageOut(Schema):
    items: list[TaskOut]
    next_cursor: str | None


class TaskOwnersOut(Schema):
    """Whom I can give a task to, myself first."""

    items: list[TaskPersonOut]
