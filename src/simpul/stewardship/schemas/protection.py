"""The shapes of breaches and impact assessments in the API."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.schemas import Moment, Strict
from simpul.stewardship.schemas.rights import RightsCustomerOut, RightsPersonOut

DataKind = Literal["IDENTITY", "CONTACT", "FINANCIAL", "CREDENTIAL", "OTHER"]
ProcessingName = Literal["SCORING", "MATCHING", "SEGMENTATION", "PROFILING"]
BreachTitle = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4_000, pattern=r"^[^\x00]*$")]
Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=4_000, pattern=r"^[^\x00]*$")]
Version = Annotated[int, Field(ge=1, le=2_147_483_647)]


class BreachIn(Strict):
    """A breach as it was discovered. Who was affected follows from what the user, or the branch, touched in the period."""

    title: BreachTitle
    description: Written
    data_kinds: Annotated[list[DataKind], Field(min_length=1, max_length=5)]
    discovered_at: Moment
    began_at: Moment
    ended_at: Moment
    suspect_user_id: UUID | None = None
    branch_code: Annotated[str, StringConstraints(min_length=1, max_length=20)] | None = None


class BreachUpdateIn(Strict):
    """What became known, from the version that the change was made on."""

    version: Version
    description: Written
    handling: Words = ""
    authority_told_at: Moment | None = None
    persons_told_at: Moment | None = None


class BreachCanOut(Schema):
    update: bool
    close: bool


class BreachOut(Schema):
    """A breach of personal data."""

    breach_id: UUID
    title: str
    description: str
    data_kinds: list[DataKind]
    discovered_at: datetime
    due_at: datetime
    overdue: bool
    began_at: datetime
    ended_at: datetime
    suspect: RightsPersonOut | None
    branch_code: str | None
    affected_count: int | None
    handling: str
    authority_told_at: datetime | None
    persons_told_at: datetime | None
    status: Literal["OPEN", "CLOSED"]
    closed_at: datetime | None
    closed_by: RightsPersonOut | None
    version: int
    created_by: RightsPersonOut | None
    can: BreachCanOut


class BreachPageOut(Schema):
    items: list[BreachOut]
    next_cursor: str | None


class AffectedOut(Schema):
    """How many persons were affected, and the first of them by the names that the caller may know."""

    count: int
    items: list[RightsCustomerOut]


class BreachCustomers(Strict):
    """Which breach an export of affected persons is about."""

    breach_id: UUID

    def describe_given(self) -> Mapping[str, Any]:
        """What was given, for the trail."""
        return self.model_dump(mode="json")


class AssessmentIn(Strict):
    """An assessment as it is written."""

    kind: ProcessingName
    title: BreachTitle
    purpose: Written
    data_used: Written
    risk: Written
    measures: Written
    review_on: date


class AssessmentUpdateIn(AssessmentIn):
    """What an undecided assessment becomes, from the version that the change was made on."""

    version: Version


class AssessmentDecisionIn(Strict):
    approved: bool
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")] = ""


class AssessmentCanOut(Schema):
    update: bool
    decide: bool


class AssessmentOut(Schema):
    """An assessment of the impact of one kind of processing; in force while approved and before its review day."""

    assessment_id: UUID
    kind: ProcessingName
    kind_name: str
    title: str
    purpose: str
    data_used: str
    risk: str
    measures: str
    review_on: date
    status: Literal["DRAFT", "APPROVED", "REJECTED"]
    in_force: bool
    decided_by: RightsPersonOut | None
    decided_at: datetime | None
    decision_note: str
    version: int
    created_by: RightsPersonOut | None
    can: AssessmentCanOut


class AssessmentPageOut(Schema):
    items: list[AssessmentOut]
    next_cursor: str | None
