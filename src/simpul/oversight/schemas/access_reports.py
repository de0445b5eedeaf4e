"""What a report of access asks and shows."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema

from simpul.oversight.selectors.access_reports import ViewersFilter
from simpul.oversight.vocabulary import Way

# No installation is older, and the calendar of no time zone ends before.
ReportDay = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2199, 12, 31))]


class ViewersFilterIn(Schema):
    """Whom a report shows; `at` is a time of the day in the zone of the customer's branch, `place` the code of a branch or unit."""

    day: ReportDay
    at: time | None = None
    way: list[Way] = Field(default_factory=list, max_length=5)
    role: str | None = Field(None, max_length=30)
    place: str | None = Field(None, max_length=20)
    did: bool = False
    sort: Literal["name", "did"] = "name"

    def viewers_filter(self, customer_id: UUID) -> ViewersFilter:
        """The filter as the report is asked."""
        at = self.at.replace(tzinfo=None) if self.at else None
        ways = tuple(way.value for way in self.way)
        return ViewersFilter(customer_id, self.day, at, ways, self.role, self.place, self.did, self.sort)


class ViewersQuery(ViewersFilterIn):
    """A page of a report."""

    cursor: str | None = Field(None, max_length=1_000)
    limit: int = Field(50, ge=1, le=100)


class ViewerPersonOut(Schema):
    id: UUID
    username: str
    full_name: str


class ViewerWayOut(Schema):
    """A way by which somebody could open the customer, from when to when within the day; `named` is a grant switched on for this person by name."""

    way: Way
    way_label: str
    role: str | None
    role_label: str | None
    named: bool
    place: str | None
    place_label: str | None
    elevation_id: UUID | None
    opened_at: datetime
    closed_at: datetime
    all_day: bool
    still: bool


class ViewerDeedOut(Schema):
    action: str
    at: datetime


class ViewerDeedsOut(Schema):
    """What somebody did with the customer that day; `latest` are at most the last ten moments."""

    opened: int
    revealed: int
    taken_out: int
    elevated: int
    first_at: datetime
    last_at: datetime
    latest: list[ViewerDeedOut]


class ViewerOut(Schema):
    """A person who could open the customer; without a way, somebody who did though no right is known."""

    person: ViewerPersonOut
    ways: list[ViewerWayOut]
    deeds: ViewerDeedsOut | None


class ViewerFacetOut(Schema):
    key: str
    label: str
    count: int


class ViewerFacetsOut(Schema):
    """What the people of a report can be filtered by, each with how many people it names."""

    ways: list[ViewerFacetOut]
    roles: list[ViewerFacetOut]
    places: list[ViewerFacetOut]


class CustomerViewersOut(Schema):
    """Who could open a customer on a day [`since`, `until`) and who did; before `whole_since` rights may be missing that were taken away."""

    customer_id: UUID
    customer_label: str | None
    branch_code: str
    branch_name: str
    time_zone: str
    since: datetime
    until: datetime
    is_over: bool
    whole_since: datetime
    is_whole: bool
    could: int
    did: int
    found: int
    facets: ViewerFacetsOut
    items: list[ViewerOut]
    next_cursor: str | None
