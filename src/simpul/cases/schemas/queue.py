"""What the queue asks and shows, and the views of it that colleagues keep."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints, model_validator

from simpul.cases.schemas.cases import CaseBranchOut, CasePersonOut, CaseRowOut, ChannelName, PriorityName, StatusName
from simpul.cases.selectors.queue import Scope, Sort, Sought, Wanted
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.schemas import Moment, Strict

Code = Annotated[str, StringConstraints(max_length=40)]
Several: Any = Field(default_factory=list, max_length=50)
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]*$")]
# An address is written down on its way, so this takes what can be a case number and no word about somebody.
Number = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=60, pattern=r"^(?:[Cc][Aa][Ss][Ee][- ])?(?:2[01][0-9]{2}[- ])?(?:[A-Za-z0-9_]{1,20}[- ])*[0-9]{1,9}$"),
]


class CaseFilters(Strict):
    """What narrows the queue; lists may be given several times.

    `assignee` is a user, `me` or `none`. Without a scope the open cases are listed; of one customer, or by a number, all.
    """

    branch: list[Code] = Several
    status: list[StatusName] = Several
    priority: list[PriorityName] = Several
    category: list[Code] = Several
    channel: list[ChannelName] = Several
    product: list[Code] = Several
    assignee: UUID | Literal["me", "none"] | None = None
    unit: Code | None = None
    overdue: bool = False
    first_late: bool = Field(False, description="no first response yet, although it is due")
    watched: bool = False
    review: Literal["WAITING", "RETURNED"] | None = None
    scope: Literal["open", "resolved", "closed", "all"] | None = None
    sort: Literal["due", "-created", "priority", "-closed"] | None = None
    closed_since: Moment | None = None
    closed_until: Moment | None = None

    def wanted(self, actor: Actor, *, customer_id: UUID | None = None, number: str | None = None, sought: Sought | None = None) -> Wanted:
        """The question as the queue is asked."""
        keyed = customer_id is not None or number is not None or sought is not None
        scope = Scope(self.scope or ("all" if keyed else "open"))
        usual = {Scope.OPEN: Sort.DUE, Scope.RESOLVED: Sort.DUE, Scope.CLOSED: Sort.CLOSED, Scope.ALL: Sort.CREATED}
        return Wanted(
            scope,
            Sort(self.sort) if self.sort else usual[scope],
            now(),
            branches=tuple(self.branch),
            statuses=tuple(self.status),
            priorities=tuple(self.priority),
            categories=tuple(self.category),
            channels=tuple(self.channel),
            products=tuple(self.product),
            assignee=actor.id if self.assignee == "me" else self.assignee if isinstance(self.assignee, UUID) else None,
            unassigned=self.assignee == "none",
            unit=self.unit,
            overdue=self.overdue,
            first_late=self.first_late,
            customer_id=customer_id,
            number=number,
            sought=sought,
            watched=self.watched,
            review=self.review,
            closed_since=self.closed_since,
            closed_until=self.closed_until,
        )

    def kept(self) -> dict[str, Any]:
        """What a view keeps: only what was chosen."""
        return self.model_dump(mode="json", exclude_defaults=True)


class CaseListQuery(CaseFilters):
    """The queue, the cases of one customer, or a case by its number."""

    customer_id: UUID | None = None
    q: Number | None = Field(None, description="a case number, whole or its last part")
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=100)

    def asked(self, actor: Actor) -> Wanted:
        """The question as the queue is asked."""
        return self.wanted(actor, customer_id=self.customer_id, number=self.q)


class CaseSearchIn(CaseFilters):
    """What somebody looks for, with what narrows it. Without a scope it is looked for among all cases, by number and customer.

    With the scope `open` a case is found by its words as well.
    """

    q: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=100)

    def case_query(self, actor: Actor) -> Wanted:
        """The question as the queue is asked, without what is looked for."""
        return self.wanted(actor, sought=Sought())


class CaseListOut(Schema):
    items: list[CaseRowOut]
    next_cursor: str | None


class CaseCountOut(Schema):
    """How many; a `capped` count is a lower bound."""

    count: int
    capped: bool


class CaseCountsOut(Schema):
    total: CaseCountOut
    overdue: CaseCountOut
    due_soon: CaseCountOut
    first_late: CaseCountOut
    unassigned: CaseCountOut


class CaseLoadOut(Schema):
    """The open cases of somebody, or of nobody; `oldest_due_at` is the nearest due time."""

    open: int
    overdue: int
    due_soon: int
    waiting: int
    oldest_due_at: datetime | None


class CaseWorkerOut(CaseLoadOut):
    person: CasePersonOut
    branches: list[CaseBranchOut]
    present: bool
    absent_until: datetime | None
    me: bool


class CaseBoardOut(Schema):
    """Who has how much, the most burdened first."""

    people: list[CaseWorkerOut]
    unassigned: CaseLoadOut


class CaseViewOut(Schema):
    """A kept view; `pinned` and `is_default` are the reader's own marks."""

    id: UUID
    name: str
    filters: dict[str, Any]
    shared: bool
    branches: list[str]
    mine: bool
    owner: CasePersonOut | None
    pinned: bool
    is_default: bool
    version: int
    can: dict[str, bool]


class CaseViewsOut(Schema):
    items: list[CaseViewOut]
    can_share: bool


class CaseViewIn(Strict):
    """A view: a name, filters of the queue, and whether the colleagues of the own branches see it."""

    name: Title
    filters: CaseFilters
    shared: bool = False
    pinned: bool = False
    is_default: bool = False

    @model_validator(mode="after")
    def _of_the_queue(self) -> CaseViewIn:
        if self.filters.closed_since and self.filters.closed_until and self.filters.closed_since >= self.filters.closed_until:
            raise ValueError("The period ends before it begins.")
        return self


class CaseViewChangeIn(CaseViewIn):
    version: int = Field(ge=1)


class CaseViewMarkIn(Strict):
    """Keep a view at hand, or open the queue with it."""

    pinned: bool
    is_default: bool


class CaseViewRemovedOut(Schema):
    removed: bool
