"""Ties between two customers."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from simpul.customers.codes import codes_in_use
from simpul.customers.importing.listed import refuse_unlisted
from simpul.customers.importing.reference import Reference, reference_fields, reference_keys
from simpul.customers.vocabulary import CodeList
from simpul.imports.public import Field, Merged, Problems, Setting, TableLoader, Target, fields
from simpul.platform import clock
from simpul.platform.db import execute, query
from simpul.platform.text import Text

_ITSELF = Text(id="Nasabah tidak berhubungan dengan dirinya sendiri.", en="A customer is not related to itself.")


def _day(value: Any) -> Any:
    return fields.past_day(clock.today(), future_days=36_600)(value)


FIELDS = {
    **reference_fields("customer_"),
    **reference_fields("related_"),
    "kind": Field(fields.text(30), required=True, few=True, listed=lambda: codes_in_use(CodeList.RELATIONSHIP)),
    "role": Field(fields.text(60), few=True),
    "valid_from": Field(_day, few=True, clearable=True),
    "valid_to": Field(_day, few=True, clearable=True),
}


class RelationshipLoader(TableLoader):
    """A tie is known by its two ends, kind and role."""

    name = "import_relationships"

    def __init__(self, setting: Setting) -> None:
        self.customer = Reference(setting, "customer_", "customer_id")
        self.related = Reference(setting, "related_", "related_id")
        self.columns = {**self.customer.columns, **self.related.columns, "kind": "text", "role": "text", "valid_from": "date", "valid_to": "date"}
        super().__init__(setting)
        self.kinds = codes_in_use(CodeList.RELATIONSHIP)

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        refuse_unlisted(rows, columns["kind"], self.kinds, "kind", problems)
        return {**columns, **self.customer.prepare(columns), **self.related.prepare(columns)}

    def settle(self, result: Merged) -> None:
        self.customer.resolve(self, result)
        self.related.resolve(self, result)
        self.refuse(result, "s.customer_id = s.related_id", self.related.by, _ITSELF)
        self._keep_days()
        self.refuse(result, "s.valid_to < s.valid_from", "valid_to", Text(id="Berakhir sebelum mulai.", en="It ends before it begins."))
        staged = query(f"SELECT count(*) AS n FROM {self.name}")[0]["n"]
        written = query(
            f"INSERT INTO crm.customer_relationships AS r (relationship_id, customer_id, related_customer_id, kind, role, valid_from, valid_to) "
            f"SELECT DISTINCT ON (customer_id, related_id, kind, coalesce(role, '')) uuidv7(), customer_id, related_id, kind, coalesce(role, ''), valid_from, valid_to "
            f"FROM {self.name} ORDER BY customer_id, related_id, kind, coalesce(role, ''), place "
            f"ON CONFLICT (customer_id, related_customer_id, kind, role) DO UPDATE SET valid_from = excluded.valid_from, valid_to = excluded.valid_to "
            f"WHERE (r.valid_from, r.valid_to) IS DISTINCT FROM (excluded.valid_from, excluded.valid_to) RETURNING (old.relationship_id IS NULL) AS is_new"
        )
        result.added = sum(row["is_new"] for row in written)
        result.changed = len(written) - result.added
        result.unchanged = staged - len(written)

    def _keep_days(self) -> None:
        """A blank day keeps the stored one, unless the profile says that it clears."""
        for column in {"valid_from", "valid_to"} - self.setting.cleared:
            execute(
                f"UPDATE {self.name} s SET {column} = r.{column} FROM crm.customer_relationships r WHERE s.{column} IS NULL AND r.{column} IS NOT NULL "
                f"AND r.customer_id = s.customer_id AND r.related_customer_id = s.related_id AND r.kind = s.kind AND r.role = coalesce(s.role, '')"
            )


TARGET = Target(
    "relationships", FIELDS, RelationshipLoader, keys=tuple((one[0], other[0]) for one in reference_keys("customer_") for other in reference_keys("related_"))
)
