"""What the operations by which cases are received take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints

from simpul.cases.receiving import LEAST_DESCRIPTION, MOST_DESCRIPTION, Complaint
from simpul.cases.schemas.cases import CaseBranchOut, CaseCategoryRefOut, CasePersonOut, CaseUnitOut, ChannelName, KindName, PriorityName, StatusName
from simpul.cases.schemas.catalogue import Code
from simpul.cases.vocabulary import Channel, Kind, Priority
from simpul.platform.schemas import Amount, Strict

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120, pattern=r"^[^\x00-\x1f\x7f]*$")]
Authority = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]
# Tabs and line breaks are part of a text, other control characters are not.
Description = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=LEAST_DESCRIPTION, max_length=MOST_DESCRIPTION, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$")
]
Wording = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MOST_DESCRIPTION, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$")]
Preference = Literal["", "PHONE", "WHATSAPP", "EMAIL", "BRANCH", "LETTER"]


class CasePreviewIn(Strict):
    """`kind` is asked for only where the channel does not say it (see `cases_options`)."""

    customer_id: UUID
    channel: ChannelName
    kind: KindName | None = None
    category_code: Code
    priority: PriorityName
    description: Wording = ""

    def complaint(self) -> Complaint:
        """The same in the words of the domain."""
        return Complaint(
            self.customer_id, Channel(self.channel), self.category_code, Priority(self.priority), self.description, Kind(self.kind) if self.kind else None
        )


class CaseCreateIn(CasePreviewIn):
    """A complaint. Who complains for the customer names the authority for it; `amount` is in rupiah."""

    description: Description
    contact_preference: Preference = ""
    product: Line = ""
    transaction_ref: Line = ""
    amount: Amount | None = None
    complainant: Line = ""
    complainant_authority: Authority = ""

    def complaint(self) -> Complaint:
        """The same in the words of the domain."""
        return Complaint(
            self.customer_id,
            Channel(self.channel),
            self.category_code,
            Priority(self.priority),
            self.description,
            Kind(self.kind) if self.kind else None,
            self.contact_preference,
            self.product,
            self.transaction_ref,
            self.amount,
            self.complainant,
            self.complainant_authority,
        )


class CaseDuplicateOut(Schema):
    """An open case of the customer that tells of the same thing; `likeness` goes from 0 to 1."""

    id: UUID
    case_no: str
    status: StatusName
    created_at: datetime
    category: CaseCategoryRefOut
    excerpt: str
    likeness: float


class CasePreviewOut(Schema):
    """What a case would be, were it opened now. Where none can be, `covered` is false and `reason` says why.

    `kind` is absent where it has to be asked first, and so is the law's due time, which follows from it.
    """

    branch: CaseBranchOut
    kind: KindName | None
    covered: bool
    reason: str | None
    sla_due_at: datetime | None
    first_response_due_at: datetime | None
    legal_due_at: datetime | None
    policy: str | None
    unit: CaseUnitOut | None
    assignee: CasePersonOut | None
    assignee_reason: str | None
    receipt_channel: Literal["WHATSAPP", "SMS", "EMAIL"] | None
    duplicates: list[CaseDuplicateOut]


class CaseChoiceOut(Schema):
    key: str
    name: str


class CaseCategoryChoiceOut(CaseCategoryRefOut):
    """A category in use; one without `covered` has no service level in force today, so no case can be opened in it."""

    covered: bool


class CaseCodeOut(Schema):
    code: str
    name: str


class CaseOptionsOut(Schema):
    """What can be chosen when cases are received, listed and handled. `branches` are mine; `kind_of_channel` is null where the kind is asked."""

    channels: list[CaseChoiceOut]
    kinds: list[CaseChoiceOut]
    priorities: list[CaseChoiceOut]
    statuses: list[CaseChoiceOut]
    categories: list[CaseCategoryChoiceOut]
    products: list[CaseCodeOut]
    resolutions: list[CaseCodeOut]
    units: list[CaseUnitOut]
    branches: list[CaseBranchOut]
    contact_preferences: list[CaseChoiceOut]
    pause_reasons: list[CaseChoiceOut]
    extension_reasons: list[CaseChoiceOut]
    kind_of_channel: dict[ChannelName, KindName | None]
