"""Writing crm.customer_facts for the domains above, in the transaction of the change that made the fact true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Sequence
from uuid import UUID

from simpul.platform.clock import now
from simpul.platform.db import execute, query
from simpul.platform.registry import Registry

FACTS = frozenset(
    {
        "rfm_segment", "has_open_case", "has_open_sensitive_case", "lead_status", "lifecycle_stage", "has_arrears", "last_contact_at", "last_contact_channel",
        "last_contact_by", "contacts_90d", "open_tasks",
    }
)  # fmt: skip

CONTACT = ("last_contact_at", "last_contact_channel", "last_contact_by", "contacts_90d")
COUNTED_FOR = timedelta(days=90)
# The last contact stands until a later one; the count grows with each and is counted again every night.
_LATER = "excluded.last_contact_at >= coalesce(f.last_contact_at, '-infinity')"
_CONTACTED = (
    "last_contact_at = greatest(f.last_contact_at, excluded.last_contact_at)",
    *(f"{name} = CASE WHEN {_LATER} THEN excluded.{name} ELSE f.{name} END" for name in ("last_contact_channel", "last_contact_by")),
    "contacts_90d = f.contacts_90d + excluded.contacts_90d",
)


@dataclass(frozen=True)
class ContactSource:
    """Where contacts are counted: SQL of a higher domain that gives `customer_id` and `contacted_at` of each that it knows."""

    name: str
    select: str


_contact_sources: Registry[ContactSource] = Registry(ContactSource, lambda source: source.name)


class UnknownFact(ValueError):
    """A fact that the table does not hold."""


def facts_write(customer_id: UUID, **facts: Any) -> None:
    """Set these facts of one customer; the others stay.

    Raises: UnknownFact.
    """
    names = _known(facts)
    marks = ", ".join(["%s"] * len(names))
    facts_write_from(f"SELECT %s::uuid, {marks}", [customer_id, *(facts[name] for name in names)], names)


def facts_write_from(select: str, params: Sequence[Any] | dict[str, object], names: Sequence[str], *, contacts: bool = False) -> int:
    """Set these facts of many customers in one statement and say how many rows changed.

    `select` gives the customer's id, then one column for each name, in order; it is SQL of the calling domain, never
    of a request. With `contacts` it gives four more, as in CONTACT: when, how and by whom the customer was last in contact,
    NULL without one, and how many contacts there were, which are added to those that are counted.

    Raises: UnknownFact.
    """
    known = _known(names)
    columns = ", ".join([*known, *(CONTACT if contacts else ())])
    changed = ", ".join([*(f"{name} = excluded.{name}" for name in known), *(_CONTACTED if contacts else ())])
    differs = " OR ".join([*(f"f.{name} IS DISTINCT FROM excluded.{name}" for name in known), *(["excluded.last_contact_at IS NOT NULL"] if contacts else [])])
    return execute(
        f"""INSERT INTO crm.customer_facts AS f (customer_id, {columns}) {select}
            ON CONFLICT (customer_id) DO UPDATE SET {changed}, updated_at = statement_timestamp() WHERE {differs}""",
        params,
    )


def _known(names: Any) -> list[str]:
    if not names or (unknown := set(names) - FACTS):
        raise UnknownFact(f"Not facts of a customer: {sorted(unknown if names else [])}.")
    return list(names)


@dataclass(frozen=True)
class ContactsFound:
    """When a customer was last in contact, and how many contacts the last 90 days had."""

    last_at: datetime | None
    count: int


def contacts_of_customer(customer_id: UUID) -> ContactsFound:
    """The contacts of one customer over all sources: for a domain that takes one of its own back."""
    found = " UNION ALL ".join(source.select for source in _contact_sources.values())
    row = query(
        f"""SELECT max(contacted_at) AS last_at,
                   count(*) FILTER (WHERE contacted_at > %s)::integer AS counted
            FROM ({found}) s WHERE customer_id = %s""",
        (now() - COUNTED_FOR, customer_id),
    )[0]
    return ContactsFound(row["last_at"], row["counted"])


def contacts_recount() -> int:
    """Count the contacts of the last 90 days again, of every customer whose number is not right any more; how many those were."""
    if not _contact_sources:
        return 0
    found = " UNION ALL ".join(source.select for source in _contact_sources.values())
    return execute(
        f"""UPDATE crm.customer_facts f SET contacts_90d = d.contacts, updated_at = statement_timestamp()
            FROM (SELECT p.customer_id, coalesce(n.contacts, 0) AS contacts FROM crm.customer_facts p
                  LEFT JOIN (SELECT customer_id, count(*)::integer AS contacts FROM ({found}) s WHERE contacted_at > %s GROUP BY customer_id) n USING (customer_id)
                  WHERE p.contacts_90d <> coalesce(n.contacts, 0)) d
            WHERE f.customer_id = d.customer_id""",
        (now() - COUNTED_FOR,),
    )
