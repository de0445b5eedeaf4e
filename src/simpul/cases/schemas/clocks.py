"""What the operations on the clocks of a case take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.cases.schemas.cases import KindName, PriorityName
from simpul.cases.schemas.catalogue import Code
from simpul.platform.schemas import Strict

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]


class CaseTermsIn(Strict):
    """What changes of a case's category, priority and kind; what is left out stays."""

    category_code: Code | None = None
    priority: PriorityName | None = None
    kind: KindName | None = None
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=2000)]
    version: int = Field(ge=1)


class CaseExtensionIn(Strict):
    """Why the law's limit does not suffice, and the document that shows that the customer was told."""

    reason_code: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z_]{1,29}$")]
    note: Words
    proof_document_id: UUID
    version: int = Field(ge=1)


class CaseExtensionDecisionIn(Strict):
    decision: Literal["APPROVE", "REFUSE"]
    note: Words = ""
    version: int = Field(ge=1)


class CaseClockCalendarOut(Schema):
    key: str
    name: str


class CaseClockLineOut(Schema):
    """One line of why a clock is due when it is, in the unit of its clock and in words."""

    kind: str
    at: datetime
    until: datetime | None
    counted: int
    total: int
    target: int
    text: str


class CaseClockOut(Schema):
    """One clock now. Amounts are working seconds, or working days of the LEGAL clock; days are read in `zone`.

    `resumed_due_at` is when it would be due if the customer answered now.
    """

    clock: Literal["FIRST_RESPONSE", "RESOLUTION", "LEGAL"]
    state: Literal["RUNNING", "WAITING", "STOPPED"]
    unit: Literal["SECONDS", "DAYS"]
    target: int
    consumed: int
    remaining: int
    waited: int
    due_at: datetime
    resumed_due_at: datetime | None
    stopped_at: datetime | None
    first_stopped_at: datetime | None
    breached_at: datetime | None
    calendar: CaseClockCalendarOut
    policy: str
    zone: str
    lines: list[CaseClockLineOut]


class CaseClocksOut(Schema):
    items: list[CaseClockOut]
