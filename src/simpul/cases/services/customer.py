"""What higher domains ask of a customer: whether a case is open, and the last contact, kept in `crm.customer_facts` in the transaction of the change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.cases.models import Case
from simpul.customers.public import COUNTED_FOR, facts_write_from
from simpul.iam.public import system_identity
from simpul.platform.clock import now
from simpul.platform.db import scope

# A gate that protects a person holds until the case is closed, so also while it is answered.
_STANDING = """
SELECT w.customer_id, count(c.case_id) > 0, coalesce(bool_or(k.is_sensitive), false), w.contacted_at, w.channel, w.contacted_by, w.contacts
FROM unnest(%s::uuid[], %s::timestamptz[], %s::text[], %s::uuid[], %s::integer[]) AS w (customer_id, contacted_at, channel, contacted_by, contacts)
LEFT JOIN crm.cases c ON c.customer_id = w.customer_id AND c.status <> 'CLOSED' LEFT JOIN crm.case_categories k USING (category_code) GROUP BY 1, 4, 5, 6, 7
"""


@dataclass(frozen=True)
class Contact:
    """The customer and somebody of ours were in contact."""

    customer_id: UUID
    at: datetime
    channel: str
    by: UUID


def case_contact(case: Case, at: datetime, by: UUID, channel: str = "") -> Contact:
    """A contact about a case; without a channel it is taken for the one that the customer asked for, else the one that the case came by."""
    return Contact(case.customer_id, at, channel or case.contact_preference or case.channel, by)


def facts_follow(customer_ids: Iterable[UUID], contacts: Iterable[Contact] = ()) -> None:
    """Say of these customers, and of those in contact, whether a case, and a sensitive one, stands, and when the last contact was.

    As SYSTEM: a case counts whoever reaches it, and a unit works on cases of customers that it does not reach.
    """
    made: dict[UUID, list[Contact]] = {key: [] for key in customer_ids}
    for contact in contacts:
        made.setdefault(contact.customer_id, []).append(contact)
    if not made:
        return
    ids, since = sorted(made), now() - COUNTED_FOR
    last = [max(made[key], key=lambda contact: contact.at, default=None) for key in ids]
    counts = [sum(contact.at > since for contact in made[key]) for key in ids]
    given = [ids, *([getattr(one, name) if one else None for one in last] for name in ("at", "channel", "by")), counts]
    with scope(system_identity()):
        facts_write_from(_STANDING, given, ["has_open_case", "has_open_sensitive_case"], contacts=True)
