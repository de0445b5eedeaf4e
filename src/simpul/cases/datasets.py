"""The case list as a data set for export: the rows that the queue shows to who exports, masked as there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from simpul.cases.schemas.queue import CaseFilters
from simpul.cases.selectors.queue import Wanted, queue_keys, queue_total
from simpul.cases.selectors.rows import case_rows
from simpul.cases.vocabulary import RESOURCE
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows, register
from simpul.platform.text import Text
from simpul.platform.validation import field_messages

_COLUMNS = (
    Column("case_no", Text(id="Nomor kasus", en="Case number")),
    Column("customer", Text(id="Nasabah", en="Customer")),
    Column("branch", Text(id="Cabang", en="Branch")),
    Column("channel", Text(id="Kanal", en="Channel")),
    Column("kind", Text(id="Jenis", en="Kind")),
    Column("category", Text(id="Kategori", en="Category")),
    Column("priority", Text(id="Prioritas", en="Priority")),
    Column("status", Text(id="Status", en="Status")),
    Column("created_at", Text(id="Diterima", en="Received")),
    Column("sla_due_at", Text(id="Tenggat SLA", en="SLA due")),
    Column("legal_due_at", Text(id="Tenggat peraturan", en="Legal due")),
    Column("first_responded_at", Text(id="Tanggapan pertama", en="First response")),
    Column("resolved_at", Text(id="Dijawab", en="Answered")),
    Column("closed_at", Text(id="Ditutup", en="Closed")),
    Column("breached", Text(id="Lewat tenggat", en="Breached")),
    Column("assignee", Text(id="Penanggung jawab", en="Assignee")),
    Column("unit", Text(id="Unit", en="Unit")),
    Column("escalation_level", Text(id="Tingkat eskalasi", en="Level of escalation")),
    Column("reopened", Text(id="Kali dibuka kembali", en="Times reopened")),
)


@dataclass(frozen=True)
class Asked:
    """The queue's filters, at one moment for the whole file."""

    filters: CaseFilters
    moment: datetime

    def of(self, actor: Actor) -> Wanted:
        """As the queue is asked by who exports."""
        return replace(self.filters.wanted(actor), moment=self.moment)


def register_all() -> None:
    """Offer the list."""
    register(
        DataSet(
            key="cases",
            title=Text(id="Daftar kasus", en="Case list"),
            resource=RESOURCE,
            columns=_COLUMNS,
            accept=accept,
            described=lambda asked: asked.filters.kept(),
            count=lambda actor, asked, most: queue_total(asked.of(actor), most),
            page=page,
        )
    )


def accept(given: Mapping[str, Any]) -> Asked:
    """The queue's filters.

    Raises: Invalid, naming `filter.<field>`.
    """
    lists = ("branch", "status", "priority", "category", "channel")
    try:
        filters = CaseFilters.model_validate({name: [value] if name in lists and isinstance(value, str) else value for name, value in given.items()})
    except ValidationError as error:
        raise Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])) from None
    return Asked(filters, now())


def page(actor: Actor, asked: Asked, position: tuple[int, datetime, UUID] | None, limit: int) -> Rows:
    """Some rows in the queue's order."""
    keys = queue_keys(asked.of(actor), after=position, keep=limit)
    found = case_rows(actor, [key["case_id"] for key in keys])
    last = (keys[-1]["place"], keys[-1]["at"], keys[-1]["case_id"]) if len(keys) == limit else None
    return Rows([_flat(found[key["case_id"]]) for key in keys if key["case_id"] in found], last)


def _flat(row: Mapping[str, Any]) -> list[Any]:
    """A row in the order of the columns; who and what is named by the code or name that people know it by."""
    named = {"customer": "name", "branch": "code", "category": "code", "assignee": "full_name", "unit": "code"}
    return [row[column.key][named[column.key]] if column.key in named and row[column.key] else row[column.key] for column in _COLUMNS]
