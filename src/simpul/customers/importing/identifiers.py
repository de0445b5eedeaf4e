"""Identifiers beside those of the master row: accounts above all."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from simpul.customers.identifiers import seal
from simpul.customers.importing import values
from simpul.customers.importing.reference import Reference, reference_fields, reference_keys
from simpul.customers.vocabulary import IdType
from simpul.imports.public import Field, Merged, Problem, Problems, Setting, TableLoader, Target, fields
from simpul.platform.db import execute, query
from simpul.platform.text import Text

_SHARED = Text(id="Nomor ini milik nasabah lain.", en="This number belongs to another customer.")

FIELDS = {
    **reference_fields("customer_"),
    "id_type": Field(fields.choice(IdType.values), required=True, few=True),
    "value": Field(values.code, required=True),
    "is_primary": Field(fields.yes_or_no, few=True),
}


class IdentifierLoader(TableLoader):
    """Gives customers further identifiers; one that another customer has is refused."""

    name = "import_identifiers"

    def __init__(self, setting: Setting) -> None:
        self.customer = Reference(setting, "customer_", "customer_id")
        self.columns = {**self.customer.columns, "id_type": "text", "id_value": "text", "id_hash": "bytea", "id_hint": "text", "is_primary": "boolean"}
        super().__init__(setting)

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        sealed = []
        for place, id_type, value in zip(rows, columns["id_type"], columns["value"], strict=True):
            if id_type == IdType.NIK:
                try:
                    value = values.nik_number(value)
                except Exception as refusal:
                    problems.setdefault(place, []).append(Problem("value", refusal.detail))  # type: ignore[attr-defined]
            sealed.append(seal(id_type, value))
        return {
            **self.customer.prepare(columns),
            "id_type": columns["id_type"],
            "id_value": [one.value for one in sealed],
            "id_hash": [one.hash for one in sealed],
            "id_hint": [one.hint for one in sealed],
            "is_primary": columns.get("is_primary", [None] * len(rows)),
        }

    def settle(self, result: Merged) -> None:
        self.customer.resolve(self, result)
        owner = "(SELECT i.customer_id FROM crm.customer_identifiers i WHERE i.id_type = s.id_type AND i.id_hash = s.id_hash LIMIT 1)"
        self.refuse(result, f"{owner} <> s.customer_id", "value", _SHARED)
        first = f"SELECT place, first_value(customer_id) OVER (PARTITION BY id_type, id_hash ORDER BY place) <> customer_id AS later FROM {self.name}"
        self.refuse(result, f"s.place IN (SELECT place FROM ({first}) f WHERE later)", "value", _SHARED)
        # What a steward took out of use does not come back with the next file.
        retired = "(SELECT true FROM crm.retired_identifiers r WHERE r.customer_id = s.customer_id AND r.id_type = s.id_type AND r.id_hash = s.id_hash LIMIT 1)"
        # A customer's first identifier of a type is the primary one unless the source says otherwise.
        staged = query(f"SELECT count(*) AS n FROM {self.name}")[0]["n"]
        result.added = execute(
            f"INSERT INTO crm.customer_identifiers (identifier_id, customer_id, id_type, id_value, id_hash, id_hint, is_primary) "
            f"SELECT uuidv7(), customer_id, id_type, id_value, id_hash, id_hint, "
            f"  NOT had AND row_number() OVER (PARTITION BY customer_id, id_type ORDER BY is_primary DESC NULLS LAST, place) = 1 AND is_primary IS DISTINCT FROM false "
            f"FROM (SELECT DISTINCT ON (s.id_type, s.id_hash) s.*, (SELECT true FROM crm.customer_identifiers p WHERE p.customer_id = s.customer_id "
            f"        AND p.id_type = s.id_type AND p.is_primary LIMIT 1) IS NOT NULL AS had FROM {self.name} s WHERE {retired} IS NULL ORDER BY s.id_type, s.id_hash, s.place) s "
            f"ON CONFLICT (id_type, id_hash) DO NOTHING"
        )
        result.unchanged = staged - result.added


TARGET = Target("identifiers", FIELDS, IdentifierLoader, keys=reference_keys("customer_"))
