"""The fields that segments select customers by, stated by the domains whose data they are."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.platform.registry import Registry
from simpul.platform.text import Text
from simpul.workflow.public import Field

PERSON = "person"  # the source that every selection starts from: one row for each ACTIVE customer


@dataclass(frozen=True)
class SegmentField:
    """A field of segments; its SQL names columns of its source by the source's name, as in `activity.last_at`.

    `profiling` says that selecting by it takes the customer's consent to profiling. `present` is SQL of a condition that holds from the day
    the field has data; it is offered from then on.
    """

    field: Field
    profiling: bool = False
    present: str = ""


@dataclass(frozen=True)
class FieldSource:
    """Where fields of segments come from: SQL that gives `customer_id`, once for each customer, and the columns that the fields name.

    The SQL may name the parameters `%(at)s`, the instant, and `%(today)s`, the day of the selection. It reads views that answer the product's own
    jobs alone, past row policies. A customer without a row has NULL in every column. `present` is asked as that of a field.
    """

    name: str
    label: Text
    sql: str
    fields: tuple[SegmentField, ...]
    present: str = ""


field_sources: Registry[FieldSource] = Registry(FieldSource, lambda source: source.name)
