"""The lists of segments, products and kinds of relationships as a part of a configuration file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from simpul.customers.code_api import Code, CodeValuesIn, ListName
from simpul.customers.code_lists import code_create, code_update
from simpul.customers.codes import code_list
from simpul.customers.models import CustomerCode
from simpul.platform.actor import Actor
from simpul.platform.portable import Report, Section
from simpul.platform.text import Text

_ADDED = Text(id="Kode nasabah {name} ditambahkan.", en="The customer code {name} is added.")
_CHANGES = Text(id="Kode nasabah {name} diubah.", en="The customer code {name} changes.")


def section() -> Section:
    """The section of all three."""
    title = Text(id="Segmen, produk, dan jenis relasi", en="Segments, products and kinds of relationships")
    return Section("customer_codes", 70, title, TypeAdapter(dict[ListName, dict[Code, CodeValuesIn]]), _written, _bring)


def _values(row: CustomerCode) -> dict[str, Any]:
    return {"names": {"id": row.name_id, "en": row.name_en}, "position": row.position, "is_active": row.is_active}


def _written() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in code_list():
        found.setdefault(row.list_key, {})[row.code] = _values(row)
    return found


def _bring(actor: Actor, content: Mapping[str, Mapping[str, CodeValuesIn]], report: Report) -> None:
    there = {(row.list_key, row.code): row for row in code_list()}
    for list_key in sorted(content):
        for code, given in sorted(content[list_key].items()):
            row = there.get((list_key, code))
            if row is not None and _values(row) == given.model_dump():
                continue
            path = f"/{list_key}/{code}"
            with report.attempt(path):
                report.changed(path, (_ADDED if row is None else _CHANGES).format(name=given.names.id), "added" if row is None else "changed")
                if row is None:
                    code_create(actor=actor, list_key=list_key, code=code, values=given.columns())
                else:
                    code_update(actor=actor, list_key=list_key, code=code, version=row.version, values=given.columns())
