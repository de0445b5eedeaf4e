"""Tasks as a data set for export: the rows of the list, named as there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from simpul.platform.validation import field_messages
from simpul.tasks.policies import RESOURCE
from simpul.tasks.schemas.tasks import TaskSearch
from simpul.tasks.selectors.tasks import filter_tasks, task_page

_COLUMNS = (
    Column("title", Text(id="Tugas", en="Task")),
    Column("customer", Text(id="Nasabah", en="Customer")),
    Column("branch", Text(id="Cabang", en="Branch")),
    Column("owner", Text(id="Penanggung jawab", en="Owner")),
    Column("due_on", Text(id="Tenggat", en="Due")),
    Column("overdue", Text(id="Lewat tenggat", en="Overdue")),
    Column("status", Text(id="Status", en="Status")),
    Column("skip_reason", Text(id="Alasan dilewati", en="Why it was skipped")),
    Column("finished_at", Text(id="Diselesaikan", en="Finished")),
    Column("created_by", Text(id="Dibuat oleh", en="Made by")),
    Column("created_at", Text(id="Dibuat", en="Made")),
)
_NAMED = {"customer": "name", "branch": "code", "owner": "full_name", "created_by": "full_name"}


def accept_search(given: Mapping[str, Any]) -> TaskSearch:
    """The list's filters.

    Raises: Invalid, naming `filter.<field>`.
    """
    try:
        return TaskSearch.model_validate(dict(given))
    except ValidationError as error:
        raise Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])) from None


def export_page(actor: Actor, search: TaskSearch, position: str | None, limit: int) -> Rows:
    """Some rows in the list's order."""
    found = task_page(actor=actor, task_filter=search.as_filter(), cursor=position, limit=limit)
    return Rows([_flat(row) for row in found["items"]], found["next_cursor"])


def _flat(row: Mapping[str, Any]) -> list[Any]:
    return [row[column.key][_NAMED[column.key]] if column.key in _NAMED and row[column.key] else row[column.key] for column in _COLUMNS]


TASKS = DataSet(
    key="tasks",
    title=Text(id="Daftar tugas", en="Task list"),
    resource=RESOURCE,
    columns=_COLUMNS,
    accept=accept_search,
    described=lambda search: search.describe_given(),
    count=lambda actor, search, most: filter_tasks(actor, search.as_filter())[:most].count(),
    page=export_page,
)
