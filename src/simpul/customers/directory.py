"""Customers as emergency access may find them: by an exact number, and never more than their mask."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from simpul.access.public import CustomerCard, Directory
from simpul.customers.identifiers import hash_of, normalise
from simpul.customers.searching import count_search
from simpul.customers.vocabulary import IdType
from simpul.platform.actor import Actor
from simpul.platform.db import query


def find(actor: Actor, written: str) -> list[CustomerCard]:
    """The customers who have this number as an identifier of any kind; it counts as one search of the actor.

    Raises: RateLimited.
    """
    count_search(actor)
    normal = {kind: normalise(kind, written) for kind in IdType.values}
    asked = {kind: hash_of(kind, value) for kind, value in normal.items() if value}
    rows = query("SELECT * FROM crm.customers_numbered(%s, %s) AS customer_id", (list(asked), list(asked.values())))
    return list(cards(row["customer_id"] for row in rows).values())


def cards(customer_ids: Iterable[UUID]) -> dict[UUID, CustomerCard]:
    """The masked customers of these ids."""
    wanted = list(customer_ids)
    rows = query("SELECT * FROM crm.masked_customers(%s::uuid[])", (wanted,)) if wanted else []
    return {
        row["customer_id"]: CustomerCard(
            customer_id=row["customer_id"],
            name=row["name"] or "***",
            cif=f"CIF****{row['cif_hint']}" if row["cif_hint"] is not None else None,
            branch_code=row["branch_code"],
            segment=row["segment"],
            status=row["status"],
        )
        for row in rows
    }


DIRECTORY = Directory(find, cards)
