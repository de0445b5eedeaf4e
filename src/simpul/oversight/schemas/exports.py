"""The shapes of exports in the API."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.schemas import Strict


class ExportColumnOut(Schema):
    key: str
    label: str


class DataSetOut(Schema):
    """Something that I may take out as a file, with its columns."""

    key: str
    title: str
    columns: list[ExportColumnOut]


class DataSetsOut(Schema):
    items: list[DataSetOut]
    formats: list[str]


class ExportPreviewIn(Strict):
    """A data set and its filter, as the list of the data set takes it."""

    data_set: str = Field(max_length=60)
    filter: dict[str, Any] = Field(default_factory=dict, max_length=20)


class ExportIn(ExportPreviewIn):
    """Which rows leave in which form; `columns` are those of the file in their order, all without any.

    `csv_excel` is CSV as a spreadsheet in Indonesian opens it: semicolons, decimal commas, the time of the reader's branches.
    """

    format: Literal["csv", "csv_excel", "ndjson", "xlsx"]
    columns: list[Annotated[str, StringConstraints(max_length=60)]] = Field(default_factory=list, max_length=100)


class ExportPreviewOut(Schema):
    """How many rows the file would have; `capped` says that they are more than one export may have.

    `time_zone` is the one that the forms for spreadsheets tell instants in.
    """

    rows: int
    capped: bool
    rows_max: int
    time_zone: str
