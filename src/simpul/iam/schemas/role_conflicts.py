"""What the operations on incompatible roles take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from simpul.iam.schemas.users import NamedOut, Reason, RoleKey
from simpul.platform.schemas import Strict

ExceptionState = Literal["OPEN", "ENDED"]
ExceptionSort = Literal["until_on", "-until_on", "created_at", "-created_at"]


class RoleConflictIn(Strict):
    """Two roles, in whatever order, and why one person must not hold both."""

    first: RoleKey
    second: RoleKey
    reason: Reason


class RoleConflictRemoveIn(Strict):
    reason: Reason


class ConflictPersonOut(Schema):
    id: UUID
    full_name: str


class RoleConflictCanOut(Schema):
    remove: bool
    give_exception: bool


class RoleConflictOut(Schema):
    """A pair in force; `excepted` and `violating` count the people who hold both roles with an exception and without. A shipped pair was made by nobody here."""

    id: UUID
    first: NamedOut
    second: NamedOut
    reason: str
    shipped: bool
    created_at: datetime
    created_by: ConflictPersonOut | None
    excepted: int
    violating: int
    can: RoleConflictCanOut


class RoleConflictsOut(Schema):
    """`longest_days` is how far ahead an exception may end."""

    items: list[RoleConflictOut]
    longest_days: int


class ConflictHolderOut(ConflictPersonOut):
    username: str
    kind: Literal["USER", "SERVICE", "SYSTEM", "ANONYMOUS"]
    status: Literal["ACTIVE", "SUSPENDED"]


class HeldRoleOut(NamedOut):
    assigned_at: datetime


class HolderCanOut(Schema):
    give_exception: bool


class RoleConflictHolderOut(Schema):
    """Somebody who holds both roles of a pair, or roles made after them; without an exception this is a violation."""

    person: ConflictHolderOut
    conflict_id: UUID
    first: HeldRoleOut
    second: HeldRoleOut
    exception_id: UUID | None
    until_on: date | None
    can: HolderCanOut


class RoleConflictHoldersOut(Schema):
    items: list[RoleConflictHolderOut]


class RoleExceptionIn(Strict):
    """Who may hold both roles of which pair, up to and including which day, and why."""

    user_id: UUID
    conflict_id: UUID
    until_on: date
    reason: Reason


class RoleExceptionEndIn(Strict):
    reason: Reason


class RoleExceptionCanOut(Schema):
    end: bool


class RoleExceptionOut(Schema):
    """An exception, open or ended. `outcome` says what the night after its end did: a role was taken away, or nothing was left to take.

    `approved_by` is null where sealed codes agreed.
    """

    id: UUID
    person: ConflictPersonOut
    conflict_id: UUID
    first: NamedOut
    second: NamedOut
    reason: str
    state: ExceptionState
    until_on: date
    created_at: datetime
    created_by: ConflictPersonOut
    approved_by: ConflictPersonOut | None
    ended_at: datetime | None
    ended_by: ConflictPersonOut | None
    outcome: Literal["ROLE_ENDED", "NOTHING_LEFT"] | None
    can: RoleExceptionCanOut


class RoleExceptionsOut(Schema):
    items: list[RoleExceptionOut]
    next_cursor: str | None
