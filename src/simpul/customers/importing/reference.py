"""Rows that name a customer by key or by identifier."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from simpul.customers.identifiers import hash_of
from simpul.customers.importing import values
from simpul.imports.public import Field, Merged, Setting, TableLoader
from simpul.platform.db import execute
from simpul.platform.text import Text

_UNKNOWN = Text(id="Nasabah tidak ditemukan.", en="There is no such customer.")
_NOT_YOURS = Text(id="Nasabah di luar cabang Anda.", en="The customer is outside your branches.")

TYPES = {"cif": "CIF", "nik": "NIK", "account_no": "ACCOUNT_NO"}


def reference_fields(prefix: str) -> dict[str, Field]:
    """`<prefix>key`, `<prefix>cif`, `<prefix>nik`, `<prefix>account_no`: a profile fills one of them."""
    return {
        f"{prefix}key": Field(values.source_key),
        f"{prefix}cif": Field(values.code),
        f"{prefix}nik": Field(values.nik_number),
        f"{prefix}account_no": Field(values.code),
    }


def reference_keys(prefix: str) -> tuple[tuple[str, ...], ...]:
    """The groups of which a profile fills one."""
    return tuple((name,) for name in reference_fields(prefix))


class Reference:
    """One customer that each row names; fills the staged column `<into>`."""

    def __init__(self, setting: Setting, prefix: str, into: str) -> None:
        self.setting, self.prefix, self.into = setting, prefix, into
        self.by = next(name for name in reference_fields(prefix) if name in setting.columns)
        self.id_type = TYPES.get(self.by.removeprefix(prefix))
        self.columns = {f"{into}_ref": "bytea" if self.id_type else "text", into: "uuid"}

    def prepare(self, columns: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
        """The staged columns of this reference."""
        given = columns[self.by]
        if self.id_type is None:
            return {f"{self.into}_ref": given}
        return {f"{self.into}_ref": [hash_of(self.id_type, value) if value is not None else None for value in given]}

    def resolve(self, loader: TableLoader, result: Merged) -> None:
        """Find the customers, and refuse rows whose customer is unknown or out of the actor's branches."""
        table, ref = loader.name, f"s.{self.into}_ref"
        # A sub-select for each row probes an index; a join could be planned as a scan of everybody.
        if self.id_type:
            found = f"SELECT i.customer_id FROM crm.customer_identifiers i WHERE i.id_type = '{self.id_type}' AND i.id_hash = {ref} LIMIT 1"
            execute(f"UPDATE {table} s SET {self.into} = ({found})")
        else:
            found = f"SELECT c.customer_id FROM crm.customers c WHERE c.source_system = %s AND c.source_key = {ref} LIMIT 1"
            execute(f"UPDATE {table} s SET {self.into} = ({found})", (self.setting.source_system,))
        loader.refuse(result, f"s.{self.into} IS NULL", self.by, _UNKNOWN)
        if self.setting.branches is not None:
            outside = f"NOT EXISTS (SELECT FROM crm.customers c WHERE c.customer_id = s.{self.into} AND c.home_branch_code = ANY (%s))"
            loader.refuse(result, outside, self.by, _NOT_YOURS, [list(self.setting.branches)])
