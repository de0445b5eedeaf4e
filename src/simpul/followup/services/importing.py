"""Members from a file: each row names a customer, who enters with the next run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.customers.public import Reference, reference_fields, reference_keys
from simpul.followup.services.entries import entries_add
from simpul.imports.public import Merged, Problems, Setting, TableLoader, Target
from simpul.platform.db import execute, query
from simpul.platform.text import Text

_TWICE = Text(id="Nasabah ini sudah ada di baris lain.", en="Another row names this customer.")
_CLOSED = Text(id="Nasabah ini sudah ditutup.", en="This customer is closed.")


class MemberLoader(TableLoader):
    """Requests that customers enter; who is in the programme or waits already stays as they are."""

    name = "import_followup_members"

    def __init__(self, setting: Setting) -> None:
        self.customer = Reference(setting, "customer_", "customer_id")
        self.columns = dict(self.customer.columns)
        super().__init__(setting)

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        return {**columns, **self.customer.prepare(columns)}

    def settle(self, result: Merged) -> None:
        self.customer.resolve(self, result)
        first = f"SELECT min(f.place) FROM {self.name} f WHERE f.customer_id = s.customer_id"
        self.refuse(result, f"s.place <> ({first})", self.customer.by, _TWICE)
        closed = "SELECT FROM crm.customers c WHERE c.customer_id = s.customer_id AND c.status = 'CLOSED'"
        self.refuse(result, f"EXISTS ({closed})", self.customer.by, _CLOSED)
        there = "SELECT FROM crm.followup_members m WHERE m.customer_id = s.customer_id AND m.left_at IS NULL"
        result.unchanged = execute(f"DELETE FROM {self.name} s WHERE EXISTS ({there})")
        staged = [row["customer_id"] for row in query(f"SELECT customer_id FROM {self.name}")]
        result.added = entries_add(staged, source="IMPORT")
        result.unchanged += len(staged) - result.added


TARGET = Target("followup_members", reference_fields("customer_"), MemberLoader, keys=reference_keys("customer_"))
