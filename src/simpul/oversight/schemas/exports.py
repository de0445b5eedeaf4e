"""The shapes of exports in the API."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Field, Schema

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
    format: Literal["csv", "ndjson"]


class ExportPreviewOut(Schema):
    """How many rows the file would have; `capped` says that they are more than one export may have."""

    rows: int
    capped: bool
    rows_max: int
