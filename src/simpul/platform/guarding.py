"""Changes that take a second person: what guards access is proposed by one and applied when another agrees.

A domain states its guarded changes in its manifest, each under the id of the operation that it belongs to; whoever keeps proposals
fills `ports.propose`. A change that need not wait is applied at once, as if it were not guarded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from ninja.responses import Status
from pydantic import Field

from simpul.platform import ports
from simpul.platform.actor import Actor, Reach
from simpul.platform.registry import Registry
from simpul.platform.text import Text

Receiver = Literal["NONE", "PROPOSER", "APPROVER"]
ProposalStatus = Literal["PROPOSED", "APPLIED", "DECLINED", "WITHDRAWN", "EXPIRED", "STALE"]


def always_waits(actor: Actor, body: Any, **path: Any) -> bool:
    """Every such change waits for a second person."""
    return True


def concerns_nobody(actor: Actor, body: Any, **path: Any) -> UUID | None:
    """The change is about nobody in particular."""
    return None


def concerns_user(actor: Actor, body: Any, **path: Any) -> UUID | None:
    """The change is about the user whom the operation names."""
    user_id: UUID = path["user_id"]
    return user_id


@dataclass(frozen=True)
class GuardedChange:
    """A change that waits for a second person; `key` is the id of its operation.

    `apply(actor, body, **path)` makes the change as the proposer; what it gives is the answer's, or where `result` names somebody the
    one-time result as texts by name. `waits` says whether this very call needs a second person, `concerns` whose rights or ways in
    change. `resource` and `act` are what a decider holds everywhere. Names of the path that end in `_id` hold ids.
    """

    key: str
    title: Text
    body: type[Schema] | None
    apply: Callable[..., Any]
    waits: Callable[..., bool] = always_waits
    concerns: Callable[..., UUID | None] = concerns_nobody
    result: Receiver = "NONE"
    resource: str = "configuration"
    act: str = "M"

    def may_decide(self, actor: Actor) -> bool:
        """Whether the actor holds what a decider must."""
        return actor.reach(self.resource, self.act) is Reach.ALL


changes: Registry[GuardedChange] = Registry(GuardedChange, lambda change: change.key)


class ProposalPersonOut(Schema):
    user_id: UUID
    full_name: str


class ProposalSubjectOut(Schema):
    """What the proposal is about; `path` is its page, where it has one."""

    type: str
    id: str
    label: str | None
    path: str | None


class ProposedChangeOut(Schema):
    """One thing that would change, as the trail would tell it: fields before and after; `before` is null for what is new."""

    act: str
    act_name: str
    object_type: str
    object_name: str
    object_id: str
    object_label: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class ProposalCanOut(Schema):
    approve: bool
    decline: bool
    withdraw: bool
    use_codes: bool
    take_result: bool


class ProposalOut(Schema):
    """A change that waits for a second person, or did."""

    id: UUID
    kind: str
    kind_name: str
    status: ProposalStatus
    proposed_by: ProposalPersonOut
    proposed_at: datetime
    expires_at: datetime
    reason: str
    subject: ProposalSubjectOut | None
    concerns: ProposalPersonOut | None
    changes: list[ProposedChangeOut]
    decided_by: ProposalPersonOut | None
    decided_at: datetime | None
    note: str = Field(description="what the decider wrote; of a stale proposal, why it could not be applied")
    by_codes: bool
    version: int
    can: ProposalCanOut
    result_until: datetime | None


def propose_change(actor: Actor, key: str, body: Schema | None, answer: Callable[[Any], Any] = lambda given: given, /, **path: Any) -> Any:
    """Let a guarded change wait, answered by 202 and the proposal; where it need not, or would change nothing, apply it at once, answered by `answer`.

    Raises: whatever the change itself refuses; then nothing waits.
    """
    change = changes[key]
    if change.waits(actor, body, **path):
        waiting = ports.propose(actor, change, body, path)
        if waiting is not None:
            return Status(202, waiting)
    return answer(change.apply(actor, body, **path))
