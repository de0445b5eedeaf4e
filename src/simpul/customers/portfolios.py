"""Which manager serves which customers: shown, assigned one by one or many at once, and moved as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.customers.acts import CustomerAct
from simpul.customers.errors import CustomerNotFound
from simpul.customers.events import PortfolioAssigned
from simpul.customers.policies import can_assign_many, can_assign_portfolio
from simpul.customers.selectors import result_rows
from simpul.iam.public import branches, people
from simpul.platform.actor import Actor, Reach, Verdict
from simpul.platform.db import execute, query
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.events import emit
from simpul.platform.paging import Keyset, Page
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

MOST = 500
_NO_MANAGER = Text(id="Pilih RM yang aktif.", en="Choose an active relationship manager.")
_SAME = Text(id="Pilih RM yang lain.", en="Choose another relationship manager.")
_NOT_FOUND = Text(id="Nasabah tidak ditemukan.", en="Customer not found.")
_NOT_YOURS = Text(id="Portofolio nasabah ini bukan wewenang Anda.", en="This customer's portfolio is not yours to assign.")
_OTHER_BRANCH = Text(id="RM ini tidak bertugas di cabang nasabah.", en="This manager does not work for the customer's branch.")

_MANAGERS = """
SELECT u.user_id AS id, u.username::text AS username, u.full_name,
       coalesce(array_agg(DISTINCT coalesce(s.branch_code, ub.branch_code)) FILTER (WHERE coalesce(s.branch_code, ub.branch_code) IS NOT NULL), '{}') AS branches
  FROM iam.users u
  LEFT JOIN iam.user_branch_scopes s ON s.user_id = u.user_id AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
       AND (s.active_from IS NULL OR s.active_from <= statement_timestamp())
  LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
 WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND EXISTS (
       SELECT FROM iam.user_roles ur JOIN iam.roles r USING (role_id) WHERE ur.user_id = u.user_id AND coalesce(r.based_on, r.role_key) = 'RM')
 GROUP BY u.user_id ORDER BY u.full_name, u.user_id
"""
_BY_ID = Keyset(("customer_id", UUID))
_QUIETEST = Keyset(("quiet_since", datetime), ("customer_id", UUID))
_MINE = """
SELECT a.customer_id, f.last_contact_at, f.last_contact_channel, coalesce(f.last_contact_at, a.assigned_at) AS quiet_since
FROM crm.customer_assignments a JOIN crm.customers c USING (customer_id) LEFT JOIN crm.customer_facts f USING (customer_id)
WHERE a.active AND a.rm_user_id = %(actor)s AND c.status = 'ACTIVE'
  AND (%(since)s::timestamptz IS NULL OR (coalesce(f.last_contact_at, a.assigned_at), a.customer_id) > (%(since)s, %(after)s::uuid))
ORDER BY quiet_since, a.customer_id LIMIT %(limit)s
"""
_STANDING = """
SELECT a.customer_id, f.last_contact_at, f.last_contact_channel,
       coalesce(f.last_contact_at, a.assigned_at) AS quiet_since,
       coalesce(f.open_tasks, 0) AS open_tasks, f.lead_status
FROM crm.customer_assignments a
JOIN crm.customers c USING (customer_id)
LEFT JOIN crm.customer_facts f USING (customer_id)
WHERE a.active AND a.rm_user_id = %s AND c.status = 'ACTIVE'
"""
_ROWS = "SELECT * FROM crm.portfolio_rows(%s, %s, %s, %s, %s, %s)"


@dataclass(frozen=True)
class Outcome:
    """What became of one customer of an assignment; `reason` says why it was refused."""

    customer_id: UUID
    outcome: str
    reason: Text | None = None


@dataclass(frozen=True)
class PortfolioFacts:
    """How a customer of one's own portfolio stands; quiet since the last contact, or since the
    assignment where there has been none.
    """

    customer_id: UUID
    last_contact_at: datetime | None
    last_contact_channel: str | None
    quiet_since: datetime
    open_tasks: int
    lead_status: str | None


def portfolio_facts(actor: Actor) -> list[PortfolioFacts]:
    """The active customers that the actor serves, in one statement."""
    return [PortfolioFacts(**row) for row in query(_STANDING, (actor.id,))]


def managers(actor: Actor, *, q: str = "", branch: str | None = None) -> list[dict[str, Any]]:
    """Relationship managers within the actor's reach on portfolios, with how many customers each serves there."""
    widest = max(actor.reach("portfolio", act) for act in "RAM")
    sizes = {row["rm_user_id"]: row["customers"] for row in query("SELECT * FROM crm.portfolio_sizes()")}
    wanted = q.strip().lower()
    return [
        {**row, "customers": sizes.get(row["id"], 0)}
        for row in query(_MANAGERS)
        if widest is Reach.ALL or row["id"] == actor.id or (widest is Reach.BRANCH and actor.branch_codes & set(row["branches"]))
        if wanted in row["full_name"].lower() or wanted in row["username"].lower()
        if branch is None or branch in row["branches"]
    ]


def customer_page(actor: Actor, *, branch: str | None, rm_user_id: UUID | None, unassigned: bool, cursor: str | None, limit: int) -> Page:
    """One page of customers with their manager, by id; clear names only for who reads the customer.

    Raises: Invalid for a cursor that we did not write.
    """
    (after,) = _BY_ID.position(cursor) or (None,)
    found = query(_ROWS, (branch, rm_user_id, unassigned, None, after, limit + 1))
    return _BY_ID.cut(found, limit, lambda page: _told(actor, page))


def quietest_page(actor: Actor, *, cursor: str | None, limit: int) -> Page:
    """One page of the actor's own active customers, who waited longest for a contact first; without one, since the assignment.

    Raises: Invalid for a cursor that we did not write.
    """
    since, after = _QUIETEST.position(cursor) or (None, None)
    found = query(_MINE, {"actor": actor.id, "since": since, "after": after, "limit": limit + 1})
    read = result_rows(actor, [row["customer_id"] for row in found])
    return _QUIETEST.cut(found, limit, lambda page: [{**row, **read[row["customer_id"]]} for row in page if row["customer_id"] in read])


def _told(actor: Actor, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    ids = [row["customer_id"] for row in rows]
    read = result_rows(actor, ids)
    since = {
        row["customer_id"]: row["assigned_at"]
        for row in query("SELECT customer_id, assigned_at FROM crm.customer_assignments WHERE active AND customer_id = ANY(%s)", (ids,))
    }
    named = branches()
    known = people(row["rm_user_id"] for row in rows if row["rm_user_id"])
    return [
        {
            "customer_id": row["customer_id"],
            "name": read[row["customer_id"]]["name"] if row["customer_id"] in read else row["label"],
            "cif_masked": read[row["customer_id"]]["cif_masked"] if row["customer_id"] in read else None,
            "branch": {"code": row["branch_code"], "name": named[row["branch_code"]].name},
            "rm": known.get(row["rm_user_id"]) if row["rm_user_id"] else None,
            "since": since.get(row["customer_id"]),
            "can": {"assign": bool(row["may_assign"])},
        }
        for row in rows
    ]


def history(actor: Actor, customer_id: UUID) -> list[dict[str, Any]]:
    """Who served a customer, newest first.

    Raises: CustomerNotFound, also for a customer beyond the actor's reach on portfolios.
    """
    if not query(_ROWS, (None, None, False, [customer_id], None, 1)):
        raise CustomerNotFound()
    rows = query(
        "SELECT rm_user_id, assigned_at, assigned_by, ended_at FROM crm.customer_assignments WHERE customer_id = %s ORDER BY assigned_at DESC, assignment_id DESC LIMIT 200",
        (customer_id,),
    )
    known = people(person for row in rows for person in (row["rm_user_id"], row["assigned_by"]) if person)
    return [{**row, "rm": known.get(row["rm_user_id"]), "assigned_by": known.get(row["assigned_by"])} for row in rows]


@transaction.atomic
def portfolio_assign(*, actor: Actor, customer_ids: Sequence[UUID], rm_user_id: UUID | None, reason: str) -> list[Outcome]:
    """Give customers to a manager, or to nobody; each is told what became of it, and what can be done is done.

    Raises: Forbidden, also for several customers without the grant for many, Invalid.
    """
    wanted = list(dict.fromkeys(customer_ids))
    _require(can_assign_portfolio(actor) if len(wanted) == 1 else can_assign_many(actor))
    works_for = _manager(rm_user_id, "rm_user_id") if rm_user_id else set()
    execute("SELECT FROM crm.customer_assignments WHERE active AND customer_id = ANY(%s) ORDER BY customer_id FOR UPDATE", (wanted,))
    found = {row["customer_id"]: row for row in query(_ROWS, (None, None, False, wanted, None, len(wanted)))}
    outcomes = [_outcome(customer_id, found.get(customer_id), rm_user_id, works_for) for customer_id in wanted]
    _assign(actor, [found[one.customer_id] for one in outcomes if one.outcome == "ASSIGNED"], rm_user_id, reason)
    return outcomes


@transaction.atomic
def portfolio_move(*, actor: Actor, from_rm_user_id: UUID, to_rm_user_id: UUID, branch: str | None, reason: str) -> tuple[int, int]:
    """Give all customers of a manager, or those of one branch, to another; says how many moved and how many could not.

    Raises: Forbidden, Invalid.
    """
    _require(can_assign_many(actor))
    if from_rm_user_id == to_rm_user_id:
        raise Invalid({"to_rm_user_id": _SAME})
    works_for = _manager(to_rm_user_id, "to_rm_user_id")
    execute("SELECT FROM crm.customer_assignments WHERE active AND rm_user_id = %s ORDER BY customer_id FOR UPDATE", (from_rm_user_id,))
    found = query(_ROWS, (branch, from_rm_user_id, False, None, None, None))
    moving = [row for row in found if _outcome(row["customer_id"], row, to_rm_user_id, works_for).outcome == "ASSIGNED"]
    _assign(actor, moving, to_rm_user_id, reason)
    return len(moving), len(found) - len(moving)


def _outcome(customer_id: UUID, row: dict[str, Any] | None, rm_user_id: UUID | None, works_for: set[str]) -> Outcome:
    if row is None:
        return Outcome(customer_id, "REFUSED", _NOT_FOUND)
    if not row["may_assign"]:
        return Outcome(customer_id, "REFUSED", _NOT_YOURS)
    if row["rm_user_id"] == rm_user_id:
        return Outcome(customer_id, "UNCHANGED")
    if rm_user_id is not None and row["branch_code"] not in works_for:
        return Outcome(customer_id, "REFUSED", _OTHER_BRANCH)
    return Outcome(customer_id, "ASSIGNED")


def _assign(actor: Actor, rows: Sequence[dict[str, Any]], rm_user_id: UUID | None, reason: str) -> None:
    """End what differs, begin the new assignments, and record each customer's."""
    ids = [row["customer_id"] for row in rows]
    if not ids:
        return
    execute(
        "UPDATE crm.customer_assignments SET active = false, ended_at = greatest(now(), assigned_at) WHERE active AND customer_id = ANY(%s)",
        (ids,),
    )
    if rm_user_id is not None:
        execute(
            "INSERT INTO crm.customer_assignments (assignment_id, customer_id, rm_user_id, assigned_by, active)"
            " SELECT uuidv7(), customer_id, %s, %s, true FROM unnest(%s::uuid[]) AS wanted (customer_id)",
            (rm_user_id, actor.id, ids),
        )
    for row in rows:
        record(
            actor,
            CustomerAct.ASSIGN_PORTFOLIO,
            object_type="CUSTOMER",
            object_id=row["customer_id"],
            customer_id=row["customer_id"],
            branch_code=row["branch_code"],
            meta={"before": {"rm_user_id": row["rm_user_id"]}, "after": {"rm_user_id": rm_user_id}, "reason": redacted(reason)},
        )
    emit(PortfolioAssigned(tuple(ids), rm_user_id, assigned_by=actor.id))


def _manager(user_id: UUID, field: str) -> set[str]:
    """The branches of an active manager.

    Raises: Invalid when the user is none.
    """
    found = next((row for row in query(_MANAGERS) if row["id"] == user_id), None)
    if found is None:
        raise Invalid({field: _NO_MANAGER}).recorded_as(action=CustomerAct.ASSIGN_PORTFOLIO, object_type="PORTFOLIO")
    return set(found["branches"])


def _require(verdict: Verdict) -> None:
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(action=CustomerAct.ASSIGN_PORTFOLIO, object_type="PORTFOLIO")
