"""What the operations on messages from outside and on replies take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.cases.schemas.cases import CaseBranchOut, CaseCustomerOut, CasePersonOut, ChannelName, KindName, PriorityName
from simpul.cases.schemas.catalogue import Code
from simpul.cases.schemas.intake import CaseChoiceOut, CaseCodeOut, Line
from simpul.cases.services.incoming import Incoming
from simpul.cases.vocabulary import Channel, Kind, Priority
from simpul.platform.schemas import Strict

IncomingStatusName = Literal["WAITING", "ACCEPTED", "DISCARDED"]
Message = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$")]
Body = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5_000, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$")]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f]*$")]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]
Contact = Annotated[str, StringConstraints(strip_whitespace=True, max_length=254, pattern=r"^[^\x00-\x1f\x7f]*$")]


class IncomingIn(Strict):
    """A message from outside, with whatever is known of it. `sender` is a phone or an e-mail address; a message that comes again
    with the same `external_id` is kept once."""

    channel: ChannelName
    text: Message
    subject: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")] = ""
    sender: Contact = ""
    sender_name: Line = ""
    customer_id: UUID | None = None
    cif: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40, pattern=r"^[A-Za-z0-9 .-]*$")] = ""
    category_code: Code | None = None
    priority: PriorityName | None = None
    kind: KindName | None = None
    external_id: Line = ""

    def incoming(self) -> Incoming:
        """The same in the words of the domain."""
        known = self.dict(exclude={"channel", "priority", "kind"})
        return Incoming(
            channel=Channel(self.channel), priority=Priority(self.priority) if self.priority else None, kind=Kind(self.kind) if self.kind else None, **known
        )


class IncomingReceivedOut(Schema):
    """What became of a message: a case at once, or a place in the intake list with the reasons."""

    id: UUID
    status: IncomingStatusName
    case_id: UUID | None
    reasons: list[CaseChoiceOut]


class IncomingOut(IncomingReceivedOut):
    """A message in the intake list. Without a branch it is nobody's yet; `sender` is masked."""

    channel: ChannelName
    received_at: datetime
    branch: CaseBranchOut | None
    customer: CaseCustomerOut | None
    category: CaseCodeOut | None
    sender: str
    sender_name: str
    subject: str
    text: str
    discard_reason: str | None
    decided_at: datetime | None
    decided_by: CasePersonOut | None
    can: dict[str, bool] = Field(description="accept, discard")


class IncomingListOut(Schema):
    items: list[IncomingOut]
    next_cursor: str | None


class IncomingDiscardIn(Strict):
    reason: Reason


class ReplyIn(Strict):
    """A text with tokens such as {{customer.name}}; a shared one is everybody's who handles cases."""

    title: Title
    body: Body
    category_code: Code | None = None
    shared: bool = False


class ReplyUpdateIn(ReplyIn):
    version: int = Field(ge=1)


class ReplyOut(Schema):
    id: UUID
    title: str
    body: str
    category_code: str | None
    shared: bool
    owner: CasePersonOut
    version: int
    can: dict[str, bool] = Field(description="update, delete")


class RepliesOut(Schema):
    """Shared replies and the own ones, with the tokens that there are."""

    items: list[ReplyOut]
    tokens: list[CaseChoiceOut]


class ReplyFilledOut(Schema):
    text: str
