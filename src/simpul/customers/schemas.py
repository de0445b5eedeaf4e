"""What the customers' operations take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.platform.schemas import Strict

RequestStatusName = Literal["PENDING", "APPROVED", "REJECTED", "WITHDRAWN"]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=300)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class BranchRefOut(Schema):
    code: str
    name: str


class PersonRefOut(Schema):
    id: UUID
    full_name: str


class OpenOut(Schema):
    open: bool


class CustomerRowOut(Schema):
    """A customer in a list."""

    customer_id: UUID
    name: str
    is_vip: bool
    segment_code: str
    status: str
    rfm_segment: str | None
    cif_masked: str | None
    phone_masked: str | None
    branch: BranchRefOut
    can: OpenOut


class RecentOut(Schema):
    items: list[CustomerRowOut]


class ReasonOut(Schema):
    code: str
    text: str


class HitOut(CustomerRowOut):
    """A search result: where the query matched (`marks` are start and end in `name`), how well and why; `wider` ones fill free places. Filters alone match nothing."""

    marks: list[tuple[int, int]]
    match: Literal["EXACT", "PARTIAL", "POSSIBLE_DUPLICATE"] | None
    reason: ReasonOut | None
    wider: bool


class SearchQueryIn(Schema):
    """The text of the search box and what narrows its hits; without a text, what narrows lists whom it names."""

    q: str
    branch: Annotated[str, Field(max_length=40)] | None = None
    segment: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")] | None = None
    status: Literal["ACTIVE", "DORMANT", "CLOSED"] | None = None
    vip: bool | None = None
    rfm: Annotated[str, Field(max_length=40)] | None = None
    cursor: Annotated[str, Field(max_length=400)] | None = None
    limit: Annotated[int, Field(ge=1, le=20)] = 20


class SearchIn(SearchQueryIn, Strict):
    """The same in a body."""

    q: Annotated[str, Field(max_length=200)]


class RateOut(Schema):
    remaining: int
    limit: int
    resets_in: int


class SearchOut(Schema):
    """A page of hits. `count` stops at a ceiling, which `count_capped` tells."""

    items: list[HitOut]
    next_cursor: str | None
    count: int
    count_capped: bool
    narrow_hint: bool
    rate: RateOut


class IdentifierOut(Schema):
    identifier_id: UUID
    id_type: str
    masked: str
    is_primary: bool
    verified_at: datetime | None


class AddressOut(Schema):
    kind: str
    lines: list[str]
    city: str
    postcode: str
    latitude: float | None
    longitude: float | None
    coordinate_source: str | None


class CustomerOut(Schema):
    """The header and basics of a customer, masked; what the caller's role does not show is null or empty."""

    customer_id: UUID
    version: int
    kind: str
    full_name: str
    initials: str
    gender: str | None
    age: int | None
    birth_date_masked: str | None
    phone_masked: str | None
    email_masked: str | None
    segment_code: str
    status: str
    is_vip: bool
    branch: BranchRefOut
    rm: PersonRefOut | None
    preferred_language: str | None
    preferred_channel: str | None
    tags: list[str]
    source_system: str | None
    synced_at: datetime | None
    identifiers: list[IdentifierOut]
    addresses: list[AddressOut]


class RevealIn(Strict):
    field: str = Field(max_length=40, description="phone_e164, email, birth_date, or the id of an identifier")
    reason: Reason


class RevealOut(Schema):
    field: str
    value: str
    hides_in_seconds: int


class CustomerUpdateIn(Strict):
    version: int = Field(ge=1)
    reason: Reason
    changes: dict[str, Any] = Field(description="field -> new value; home_address takes an object of its parts")


class ChangeRequestIn(Strict):
    changes: dict[str, Any] = Field(description="field -> new value; home_address takes an object of its parts")
    note: Note = ""


class DecisionIn(Strict):
    note: Note = ""


class RequestedFieldOut(Schema):
    """One field of a request: what stands now and what is asked for, both masked.

    `concealed` says that they differ in what the mask hides, and so read the same.
    """

    field: str
    before: str | None
    after: str | None
    concealed: bool


class RequestCanOut(Schema):
    approve: bool
    reject: bool
    withdraw: bool


class ChangeRequestOut(Schema):
    request_id: UUID
    customer_id: UUID
    customer_name: str
    branch_code: str
    status: RequestStatusName
    changes: list[RequestedFieldOut]
    note: str
    requested_by: PersonRefOut
    requested_at: datetime
    askers: list[PersonRefOut] = Field(description="who asked for the same later, and is told of the outcome as well")
    decided_by: PersonRefOut | None
    decided_at: datetime | None
    decision_note: str
    can: RequestCanOut


class ChangeRequestsOut(Schema):
    items: list[ChangeRequestOut]
    next_cursor: str | None


class ImportChangeOut(Schema):
    """One field that an import changed, masked; of a birth date the age. `concealed`: they differ in what the mask hides."""

    change_id: UUID
    run_id: UUID
    field: str
    before: str | None
    after: str | None
    concealed: bool
    changed_at: datetime


class ImportChangesOut(Schema):
    items: list[ImportChangeOut]
    next_cursor: str | None


class RelatedCustomerOut(Schema):
    """The other end of a tie; outside the caller's reach only `masked` says something."""

    customer_id: UUID | None
    name: str | None
    is_visible: bool
    masked: str | None


class RelationshipOut(Schema):
    relationship_id: UUID
    kind: str
    role: str
    direction: Literal["OUT", "IN"]
    customer: RelatedCustomerOut
    valid_from: date | None
    valid_to: date | None


class ProductOut(Schema):
    product: str
    held: bool
    as_of: date


class InteractionsOut(Schema):
    last_contact_at: datetime | None
    last_channel: str | None
    last_by: str | None
    contacts_90d: int
    open_tasks: int


class CustomerCanOut(Schema):
    reveal: bool
    edit: bool
    request_change: bool
