"""Who acts, and how far that reaches."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Any, Iterable, Literal, Mapping
from uuid import UUID

from simpul.platform.errors import Forbidden
from simpul.platform.text import Text


class Act(StrEnum):
    """What a grant allows on a resource."""

    READ = "R"
    CREATE = "C"
    UPDATE = "U"
    ASSIGN = "A"  # assign, approve, escalate
    EXPORT = "X"
    BULK = "B"
    MANAGE = "M"


class Reach(IntEnum):
    """How far a grant goes; the widest of several roles wins."""

    NONE = 0
    OWN = 1
    PORTFOLIO = 2
    BRANCH = 3
    ALL = 4


ActorKind = Literal["USER", "SYSTEM", "ANONYMOUS", "SERVICE"]
Held = Literal["", "PASSWORD", "SECOND_FACTOR", "HOURS"]


@dataclass(frozen=True)
class Actor:
    """One caller with everything a policy needs to decide.

    `grants` maps resource to action to reach; `whole` has the reach of those actions that some role has for a part of the record
    only, by the grants that are not so limited. `branch_codes` holds the branches of the active branch
    scopes and those served by the active unit scopes, `own_branch_codes` the former alone; an actor whose reach is ALL is not limited by them.
    `role_kinds` names the shipped role that each role is or was made from.
    `settings` holds what the organisation and the actor's units changed, None when it was not looked up. `held` names
    what the person must do before anything else; `operations`, where it is not None, the only ones that the key of a
    service account opens.
    """

    id: UUID
    kind: ActorKind = "USER"
    username: str = ""
    full_name: str = ""
    role_keys: tuple[str, ...] = ()
    role_kinds: tuple[str, ...] = ()
    grants: Mapping[str, Mapping[str, Reach]] = field(default_factory=lambda: MappingProxyType({}))
    whole: Mapping[str, Mapping[str, Reach]] = field(default_factory=lambda: MappingProxyType({}))
    branch_codes: frozenset[str] = frozenset()
    own_branch_codes: frozenset[str] = frozenset()
    unit_codes: frozenset[str] = frozenset()
    tiers: Mapping[int, Reach] = field(default_factory=lambda: MappingProxyType({}))
    elevation_id: UUID | None = None
    request_id: str = ""
    ip: str | None = None
    user_agent: str = ""
    language: str = "id"
    session_key_hash: str = ""
    settings: Mapping[str, Any] | None = None
    held: Held = ""
    operations: frozenset[str] | None = None

    @property
    def main_role(self) -> str | None:
        """The role that the audit names first."""
        return self.role_keys[0] if self.role_keys else None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The shipped roles that this actor's roles are or were made from: what parts of a record they are shown."""
        return self.role_kinds or self.role_keys

    def reach(self, resource: str, act: Act | str) -> Reach:
        """How far this action goes on this resource; NONE without a grant."""
        return self.grants.get(resource, {}).get(str(act), Reach.NONE)

    def reach_whole(self, resource: str, act: Act | str) -> Reach:
        """How far this action goes on whole records of this resource: a grant for a summary, or for what an elevation opens, does not count."""
        return self.whole.get(resource, {}).get(str(act), self.reach(resource, act))

    def may(self, resource: str, act: Act | str, obj: Any = None) -> bool:
        """Whether a grant covers the action, on this object when one is given.

        The object is read by its attributes `branch_code` (or `home_branch_code`), `rm_user_id` and
        `owner_ids` (who created it or has it assigned); a missing attribute narrows, never widens.
        """
        reach = self.reach(resource, act)
        if reach is Reach.NONE or obj is None:
            return reach is not Reach.NONE
        if reach is Reach.ALL:
            return True
        branch = getattr(obj, "branch_code", None) or getattr(obj, "home_branch_code", None)
        if reach >= Reach.BRANCH and branch in self.branch_codes:
            return True
        if reach >= Reach.PORTFOLIO and getattr(obj, "rm_user_id", None) == self.id:
            return True
        return self.id in set(getattr(obj, "owner_ids", None) or ())

    def tier_reach(self, tier: int) -> Reach:
        """How far this actor may see data of the sensitivity tier (1 is open to every grant)."""
        return Reach.ALL if tier <= 1 else self.tiers.get(tier, Reach.NONE)


@dataclass(frozen=True)
class Verdict:
    """A policy's answer: yes, or no with the reason a person reads."""

    allowed: bool
    reason: Text | None = None

    def __bool__(self) -> bool:
        return self.allowed


ALLOW = Verdict(True)


def deny(reason: Text) -> Verdict:
    """No, and why."""
    return Verdict(False, reason)


def require(verdict: Verdict) -> None:
    """Raises: Forbidden with the verdict's reason."""
    if not verdict.allowed:
        raise Forbidden(verdict.reason)


def widest(reaches: Iterable[Reach]) -> Reach:
    """The widest of several reaches; NONE of nothing."""
    return max(reaches, default=Reach.NONE)


_current: ContextVar[Actor | None] = ContextVar("actor", default=None)


def current_actor() -> Actor | None:
    """The actor of the running scope, if there is one."""
    return _current.get()
