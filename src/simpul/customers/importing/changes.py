"""Before and after of what an import changes in customers who are there, masked in the database, kept by the statement that changes them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from simpul.platform.db import query

REGIONS = ("kelurahan", "kecamatan", "city", "province", "postcode")


def kept(run_id: UUID | None, moved: str, fields: Mapping[str, tuple[str, str]], *, always: bool = False, first: str = "") -> tuple[set[int], dict[str, int]]:
    """Run a statement that changes customers; the places of the rows that it changed, and how many customers each field changed in.

    `moved` returns `place`, `customer_id` and the columns that `fields` name: for each field the text before and after. Only what
    differs is kept, or `always` every row. Without a run, as for made data, nothing is kept. `first` are
    queries that `moved` reads, each with a comma behind it.
    """
    if run_id is None:
        rows = query(f"WITH {first}moved AS ({moved}) SELECT array_agg(place) AS places FROM moved")
        return set(rows[0]["places"] or ()), {}
    differs = "true" if always else "v.before IS DISTINCT FROM v.after"
    values = ", ".join(f"('{field}', {before}, {after})" for field, (before, after) in fields.items())
    rows = query(
        f"WITH {first}moved AS ({moved}), kept AS (INSERT INTO crm.customer_import_changes (change_id, customer_id, run_id, field, before, after) "
        f"SELECT uuidv7(), m.customer_id, %s, v.field, crm.masked_change(v.field, v.before), crm.masked_change(v.field, v.after) "
        f"FROM moved m CROSS JOIN LATERAL (VALUES {values}) v (field, before, after) WHERE {differs} RETURNING field) "
        f"SELECT (SELECT array_agg(place) FROM moved) AS places, (SELECT jsonb_object_agg(field, n) FROM (SELECT field, count(*) AS n FROM kept GROUP BY 1) k) AS fields",
        (run_id,),
    )
    return set(rows[0]["places"] or ()), dict(rows[0]["fields"] or {})


def text_of(column: str, kind: str) -> tuple[str, str]:
    """The text of a column before and after."""
    if kind == "text[]":
        return f"array_to_string(m.old_{column}, ', ')", f"array_to_string(m.new_{column}, ', ')"
    return f"m.old_{column}::text", f"m.new_{column}::text"
