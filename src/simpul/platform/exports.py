"""What can be taken out of the product as a file: a closed list, stated by the domains that own the data.

Whoever offers a data set says by which resource it is guarded and hands out its rows page by page, each page read
as the caller under row-level security. The service that writes files knows nothing else of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simpul.platform.actor import ALLOW, Actor, Verdict
from simpul.platform.registry import Registry
from simpul.platform.text import Text


@dataclass(frozen=True)
class Column:
    """One column of the file: `key` heads it for programs, in every language, so that a file reads the same tomorrow; `label` for people, in a spreadsheet."""

    key: str
    label: Text


@dataclass(frozen=True)
class Rows:
    """Some rows in the order of the columns; `position` is where the next page begins, None after the last."""

    rows: Sequence[Sequence[Any]]
    position: Any = None


def _always(actor: Actor, wanted: Any) -> Verdict:
    return ALLOW


def _about_nobody(actor: Actor, wanted: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class DataSet:
    """One exportable set of rows, guarded by EXPORT on its resource.

    `accept` turns the caller's filter into one of the data set's own, and raises Invalid naming the field. `described`
    tells the trail the filter without personal data. `count` stops counting at its last argument. `page` reads rows after a
    position. `action` names the export in the trail. `may` is what the data set asks beside the grant: of an accepted filter, or
    of any filter at all when it is None; it is asked again for every page. `about` gives the customer (`customer_id`, `branch_code`) whom the
    export is about, for its records.
    """

    key: str
    title: Text
    resource: str
    columns: tuple[Column, ...]
    accept: Callable[[Mapping[str, Any]], Any]
    described: Callable[[Any], Mapping[str, Any]]
    count: Callable[[Actor, Any, int], int]
    page: Callable[[Actor, Any, Any, int], Rows]
    action: str = "EXPORT_DATA"
    may: Callable[[Actor, Any], Verdict] = _always
    about: Callable[[Actor, Any], Mapping[str, Any]] = _about_nobody


class DataSetUnknown(LookupError):
    """No domain offers this data set."""


data_sets: Registry[DataSet] = Registry(DataSet, lambda data_set: data_set.key)


def offered() -> list[DataSet]:
    """All data sets, by key."""
    return [data_sets[key] for key in sorted(data_sets)]


def find(key: str) -> DataSet:
    """The data set of this key.

    Raises: DataSetUnknown.
    """
    if key not in data_sets:
        raise DataSetUnknown(f"No domain offers the data set {key}.")
    return data_sets[key]
