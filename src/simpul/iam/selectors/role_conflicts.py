"""Incompatible roles, who holds both of a pair, and the exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from simpul.iam.catalogue import INCOMPATIBLE
from simpul.iam.errors import RoleConflictNotFound, RoleExceptionNotFound
from simpul.iam.models import RoleConflict, RoleException
from simpul.iam.policies import can_change_access, can_end_exception, can_manage_organisation, visible_conflicts, visible_exceptions, visible_users
from simpul.iam.selectors.directory import people, role_names
from simpul.platform.actor import Actor
from simpul.platform.clock import today
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text

# A row of an answer, by field.
Shown = Mapping[str, Any]

LONGEST_DAYS = 180
MOST_HOLDERS = 500
ORDERS = {
    "until_on": Keyset(("until_on", date), ("id", UUID), name="role_exceptions"),
    "-until_on": Keyset(("-until_on", date), ("-id", UUID), name="role_exceptions"),
    "created_at": Keyset(("created_at", datetime), ("id", UUID), name="role_exceptions"),
    "-created_at": Keyset(("-created_at", datetime), ("-id", UUID), name="role_exceptions"),
}
# Each pair of two roles with incompatible families: a role made after another counts as it.
_PAIRS = """iam.role_conflicts c JOIN iam.roles a ON c.first_role IN (a.role_key, a.based_on)
  JOIN iam.roles b ON c.second_role IN (b.role_key, b.based_on) AND b.role_id <> a.role_id"""
_EXCEPTED = """EXISTS (SELECT FROM iam.role_exceptions e WHERE e.user_id = {user} AND e.role_conflict_id = c.role_conflict_id
  AND e.ended_at IS NULL AND e.until_on >= %(day)s)"""

_WANTED = f"""
SELECT c.role_conflict_id AS conflict_id, c.first_role, c.second_role, c.reason, c.is_shipped, a.role_key AS first_key, b.role_key AS second_key
FROM {_PAIRS}
WHERE c.removed_at IS NULL AND a.role_key = ANY(%(wanted)s) AND b.role_key = ANY(%(wanted)s) AND (a.role_key = ANY(%(given)s) OR b.role_key = ANY(%(given)s))
  AND NOT {_EXCEPTED.format(user="%(user)s")}
ORDER BY c.first_role, c.second_role, a.role_key, b.role_key
"""
_HELD = f"""
SELECT u.user_id, u.full_name, u.username::text AS username, u.kind, u.status, c.role_conflict_id AS conflict_id, a.role_key AS first_key, b.role_key AS second_key,
       x.assigned_at AS first_at, y.assigned_at AS second_at, x.user_role_id AS first_id, y.user_role_id AS second_id,
       (SELECT e.role_exception_id FROM iam.role_exceptions e WHERE e.user_id = u.user_id AND e.role_conflict_id = c.role_conflict_id
           AND e.ended_at IS NULL AND e.until_on >= %(day)s ORDER BY e.until_on DESC, e.role_exception_id LIMIT 1) AS exception_id
FROM {_PAIRS} JOIN iam.user_roles x ON x.role_id = a.role_id JOIN iam.user_roles y ON y.role_id = b.role_id AND y.user_id = x.user_id
  JOIN iam.users u ON u.user_id = x.user_id
WHERE c.removed_at IS NULL AND (%(user)s::uuid IS NULL OR u.user_id = %(user)s) AND (%(conflict)s::uuid IS NULL OR c.role_conflict_id = %(conflict)s)
ORDER BY u.full_name, u.user_id, c.first_role, c.second_role, a.role_key, b.role_key
"""


@dataclass(frozen=True)
class IncompatiblePair:
    """Two roles by key that belong to an incompatible pair, and why."""

    conflict_id: UUID
    first_key: str
    second_key: str
    reason: Text


@dataclass(frozen=True)
class HeldRole:
    """A role by key, and where it stands in the order in which a person was given theirs."""

    key: str
    order: tuple[datetime, UUID]


def incompatible_pairs(*, user_id: UUID | None, wanted: Iterable[str], given: Iterable[str]) -> Sequence[IncompatiblePair]:
    """The incompatible pairs among roles that somebody would hold, of which at least one is given now and no exception stands."""
    values = {"user": user_id, "wanted": list(set(wanted)), "given": list(set(given)), "day": today()}
    return [IncompatiblePair(row["conflict_id"], row["first_key"], row["second_key"], _reason(row)) for row in query(_WANTED, values)]


def unexcepted_roles(user_id: UUID, conflict_id: UUID) -> Sequence[HeldRole]:
    """The roles by which a person holds both sides of a pair without an open exception, the latest given last; nothing where they do not."""
    found: dict[str, HeldRole] = {}
    for row in query(_HELD, {"user": user_id, "conflict": conflict_id, "day": today()}):
        if row["exception_id"] is None:
            for side in ("first", "second"):
                found[row[f"{side}_key"]] = HeldRole(row[f"{side}_key"], (row[f"{side}_at"], row[f"{side}_id"]))
    return sorted(found.values(), key=lambda held: held.order)


def conflict_get(*, actor: Actor, conflict_id: UUID, lock: bool = False) -> RoleConflict:
    """One pair of incompatible roles that is in force.

    Raises: RoleConflictNotFound.
    """
    found = visible_conflicts(actor)
    conflict = (found.select_for_update() if lock else found).filter(pk=conflict_id).first()
    if conflict is None:
        raise RoleConflictNotFound()
    return conflict


def exception_get(*, actor: Actor, exception_id: UUID) -> RoleException:
    """One exception, open or ended.

    Raises: RoleExceptionNotFound.
    """
    exception = visible_exceptions(actor).filter(pk=exception_id).first()
    if exception is None:
        raise RoleExceptionNotFound()
    return exception


def is_open(exception: RoleException) -> bool:
    """Whether it holds today."""
    return exception.ended_at is None and exception.until_on >= today()


def conflict_rows(actor: Actor) -> Sequence[Shown]:
    """Every pair in force with how many people hold both roles, with an exception and without: three queries."""
    held: dict[UUID, dict[UUID, bool]] = {}
    for row in query(_HELD, {"user": None, "conflict": None, "day": today()}):
        held.setdefault(row["conflict_id"], {})[row["user_id"]] = row["exception_id"] is not None
    names, may = role_names(), bool(can_manage_organisation(actor))
    rows = list(visible_conflicts(actor).order_by("first_role_id", "second_role_id"))
    who = people(row.created_by_id for row in rows)
    return [
        {
            "id": row.id,
            "first": _role(names, row.first_role_id),
            "second": _role(names, row.second_role_id),
            "reason": reason_of(row),
            "shipped": row.is_shipped,
            "created_at": row.created_at,
            "created_by": None if row.is_shipped else {"id": row.created_by_id, "full_name": who[row.created_by_id].full_name},
            "excepted": sum(held.get(row.id, {}).values()),
            "violating": sum(not excepted for excepted in held.get(row.id, {}).values()),
            "can": {"remove": may, "give_exception": may},
        }
        for row in rows
    ]


def holder_rows(actor: Actor, *, user_id: UUID | None, conflict_id: UUID | None, excepted: bool | None) -> Sequence[Shown]:
    """Who holds both roles of a pair now, at most 500, by name; `excepted` of None means both."""
    names, day = role_names(), today()
    rows = [
        row for row in query(_HELD, {"user": user_id, "conflict": conflict_id, "day": day}) if excepted is None or excepted == (row["exception_id"] is not None)
    ][:MOST_HOLDERS]
    until = dict(visible_exceptions(actor).filter(pk__in=[row["exception_id"] for row in rows if row["exception_id"]]).values_list("id", "until_on"))
    users = visible_users(actor).in_bulk([row["user_id"] for row in rows])
    return [
        {
            "person": {"id": row["user_id"], "full_name": row["full_name"], "username": row["username"], "kind": row["kind"], "status": row["status"]},
            "conflict_id": row["conflict_id"],
            "first": {**_role(names, row["first_key"]), "assigned_at": row["first_at"]},
            "second": {**_role(names, row["second_key"]), "assigned_at": row["second_at"]},
            "exception_id": row["exception_id"],
            "until_on": until.get(row["exception_id"]),
            "can": {"give_exception": bool(can_change_access(actor, users[row["user_id"]]))},
        }
        for row in rows
        if row["user_id"] in users
    ]


def exception_page(*, actor: Actor, user_id: UUID | None, conflict_id: UUID | None, state: str | None, sort: str, cursor: str | None, limit: int) -> Page:
    """One page of exceptions in the asked order.

    Raises: Invalid for a cursor that we did not write for this order.
    """
    found = visible_exceptions(actor)
    standing = Q(ended_at__isnull=True, until_on__gte=today())
    if state is not None:
        found = found.filter(standing if state == "OPEN" else ~standing)
    if user_id is not None:
        found = found.filter(user_id=user_id)
    if conflict_id is not None:
        found = found.filter(conflict_id=conflict_id)
    return ORDERS[sort].page(found.select_related("conflict"), cursor, limit, lambda page: exception_rows(actor, page))


def exception_rows(actor: Actor, exceptions: Sequence[RoleException]) -> Sequence[Shown]:
    """Exceptions as the API gives them; a fixed number of queries."""
    names = role_names()
    who = people(each for row in exceptions for each in (row.user_id, row.created_by_id, row.approved_by_id, row.ended_by_id) if each)

    def person_shown(user_id: UUID | None) -> Shown | None:
        return None if user_id is None else {"id": user_id, "full_name": who[user_id].full_name}

    return [
        {
            "id": row.id,
            "person": person_shown(row.user_id),
            "conflict_id": row.conflict_id,
            "first": _role(names, row.conflict.first_role_id),
            "second": _role(names, row.conflict.second_role_id),
            "reason": row.reason,
            "state": "OPEN" if is_open(row) else "ENDED",
            "until_on": row.until_on,
            "created_at": row.created_at,
            "created_by": person_shown(row.created_by_id),
            "approved_by": person_shown(row.approved_by_id),
            "ended_at": row.ended_at,
            "ended_by": person_shown(row.ended_by_id),
            "outcome": row.outcome,
            "can": {"end": bool(can_end_exception(actor, row, is_open=is_open(row)))},
        }
        for row in exceptions
    ]


def reason_of(conflict: RoleConflict) -> str:
    """Why the two are incompatible; of a shipped pair in the reader's language."""
    return str(
        _reason({"first_role": conflict.first_role_id, "second_role": conflict.second_role_id, "reason": conflict.reason, "is_shipped": conflict.is_shipped})
    )


def _reason(row: Mapping[str, Any]) -> Text:
    written = Text(id=row["reason"], en=row["reason"])
    return INCOMPATIBLE.get((row["first_role"], row["second_role"]), written) if row["is_shipped"] else written


def _role(names: Mapping[str, Text], key: str) -> Shown:
    return {"key": key, "name": str(names.get(key, key))}
