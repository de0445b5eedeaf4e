"""Writing crm.customer_facts for the domains above, in the transaction of the change that made the fact true."""

from __future__ import annotations

from typing import Any, Sequence
from uuid import UUID

from simpul.platform.db import execute

FACTS = frozenset(
    {
        "rfm_segment", "has_open_case", "has_open_sensitive_case", "lead_status", "has_arrears", "last_contact_at", "last_contact_channel",
        "last_contact_by", "contacts_90d", "open_tasks",
    }
)  # fmt: skip


class UnknownFact(ValueError):
    """A fact that the table does not hold."""


def facts_write(customer_id: UUID, **facts: Any) -> None:
    """Set these facts of one customer; the others stay.

    Raises: UnknownFact.
    """
    names = _known(facts)
    marks = ", ".join(["%s"] * len(names))
    facts_write_from(f"SELECT %s::uuid, {marks}", [customer_id, *(facts[name] for name in names)], names)


def facts_write_from(select: str, params: Sequence[Any], names: Sequence[str]) -> int:
    """Set these facts of many customers in one statement and say how many rows changed.

    `select` gives the customer's id, then one column for each name, in order; it is SQL of the calling domain, never
    of a request.

    Raises: UnknownFact.
    """
    columns = ", ".join(_known(names))
    changed = ", ".join(f"{name} = excluded.{name}" for name in names)
    differs = " OR ".join(f"f.{name} IS DISTINCT FROM excluded.{name}" for name in names)
    return execute(
        f"""INSERT INTO crm.customer_facts AS f (customer_id, {columns}) {select}
            ON CONFLICT (customer_id) DO UPDATE SET {changed}, updated_at = statement_timestamp() WHERE {differs}""",
        params,
    )


def _known(names: Any) -> list[str]:
    if not names or (unknown := set(names) - FACTS):
        raise UnknownFact(f"Not facts of a customer: {sorted(unknown if names else [])}.")
    return list(names)
