"""Who can be given leads."""

from __future__ import annotations

from uuid import UUID

from simpul.iam.public import people
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.clock import today
from simpul.platform.db import query
from simpul.sales.vocabulary import RESOURCE


def assignees_at(actor: Actor, branch_code: str) -> dict[UUID, str]:
    """Who follows leads of a branch up, by name, for who assigns there."""
    reach = actor.reach(RESOURCE, Act.ASSIGN)
    if reach is not Reach.ALL and not (reach is Reach.BRANCH and branch_code in actor.branch_codes):
        return {}
    rows = query("SELECT m.user_id FROM crm.lead_managers(%s) m", ([branch_code],))
    found = people(row["user_id"] for row in rows)
    return dict(sorted(((key, each.full_name) for key, each in found.items()), key=lambda pair: pair[1]))


def assignee_fits(user_id: UUID, customer_id: UUID, branch_code: str) -> bool:
    """Whether a colleague follows leads of this branch, or of this customer, up."""
    row = query("SELECT crm.lead_assignee_fits(%s, %s, %s) AS fits", (user_id, customer_id, branch_code))[0]
    return bool(row["fits"])


def assignee_by_rule(customer_id: UUID) -> UUID | None:
    """Whose a new lead becomes: the customer's manager, else whoever of the branch has the fewest; else nobody's."""
    rows = query("SELECT assigned_to FROM crm.lead_assignments(%s, %s)", ([customer_id], today()))
    return rows[0]["assigned_to"] if rows else None
