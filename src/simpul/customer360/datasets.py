"""A customer's profile as a data set for export: what its page shows under an approved access, as masked there, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.customer360.policies import RESOURCE, is_opened
from simpul.customer360.services import contents, timeline_before
from simpul.customers.public import CustomerNotFound, customer_get
from simpul.platform.actor import Actor, Verdict
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text

KEY = "customer_profile"

_NO_CUSTOMER = Text(id="Sebutkan nasabahnya.", en="Name the customer.")
_UNKNOWN_FILTER = Text(id="Filter ini tidak dikenal.", en="There is no such filter.")
_COLUMNS = (
    Column("part", Text(id="Bagian", en="Part")),
    Column("item", Text(id="Nomor", en="Number")),
    Column("field", Text(id="Isian", en="Field")),
    Column("value", Text(id="Nilai", en="Value")),
)
# Keys of rows and versions: they name nothing outside this installation.
_INTERNAL = frozenset({"identifier_id", "relationship_id", "event_id", "version"})


@dataclass(frozen=True)
class Wanted:
    """One customer, and the timeline until this instant."""

    customer_id: UUID
    until: datetime


@dataclass(frozen=True)
class _Position:
    """In the timeline, below this event; from its newest when it is None."""

    before: tuple[datetime, UUID] | None = None


def data_set() -> DataSet:
    """The profile."""
    return DataSet(
        key=KEY,
        title=Text(id="Profil nasabah", en="Customer profile"),
        resource=RESOURCE,
        columns=_COLUMNS,
        accept=accept,
        described=lambda wanted: {"customer_id": str(wanted.customer_id)},
        count=count,
        page=page,
        may=may,
        about=about,
    )


def accept(given: Mapping[str, Any]) -> Wanted:
    """The one customer that the filter names.

    Raises: Invalid, naming `filter.<field>`.
    """
    if strange := [name for name in given if name != "customer_id"]:
        raise Invalid({f"filter.{name[:40]}": _UNKNOWN_FILTER for name in strange})
    try:
        return Wanted(UUID(str(given["customer_id"])), now())
    except (KeyError, ValueError):
        raise Invalid({"filter.customer_id": _NO_CUSTOMER}) from None


def may(actor: Actor, wanted: Wanted | None) -> Verdict:
    """Only while approved access to this customer lasts."""
    return is_opened(actor, wanted.customer_id if wanted else None)


def about(actor: Actor, wanted: Wanted) -> dict[str, Any]:
    """The customer, with the branch where the actor reaches the customer at all."""
    try:
        branch = customer_get(actor=actor, customer_id=wanted.customer_id).home_branch_code
    except CustomerNotFound:
        branch = None
    return {"customer_id": wanted.customer_id, "branch_code": branch}


def count(actor: Actor, wanted: Wanted, most: int) -> int:
    """How many rows the file would have, at most `most`."""
    found, position = 0, None
    while found < most:
        rows = page(actor, wanted, position, most)
        found, position = found + len(rows.rows), rows.position
        if position is None:
            break
    return min(found, most)


def page(actor: Actor, wanted: Wanted, position: _Position | None, limit: int) -> Rows:
    """First all that the page shows, then the timeline, newest first.

    Raises: CustomerNotFound.
    """
    customer = customer_get(actor=actor, customer_id=wanted.customer_id)
    if position is None:
        return Rows(list(_profile(contents(actor, customer))), _Position())
    events = timeline_before(actor, customer, until=wanted.until, before=position.before, limit=limit // 10 or 1)
    rows = [row for event in events for row in _flat("timeline", str(event["event_id"]), event)]
    last = _Position((events[-1]["occurred_at"], events[-1]["event_id"])) if len(events) == (limit // 10 or 1) else None
    return Rows(rows, last)


def _profile(shown: Mapping[str, Any]) -> Iterator[list[Any]]:
    customer = dict(shown["customer"])
    lists = {name: customer.pop(name) for name in ("identifiers", "addresses")}
    for part, value in {"customer": customer, **lists, **{name: value for name, value in shown.items() if name != "customer"}}.items():
        for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
            yield from _flat(part, number, item)


def _flat(part: str, item: Any, fields: Mapping[str, Any], prefix: str = "") -> Iterator[list[Any]]:
    """A record as rows, one for each field that holds something; what lies deeper is named with dots."""
    for name, value in fields.items():
        if name in _INTERNAL or value in (None, "", [], {}):
            continue
        if isinstance(value, Mapping):
            yield from _flat(part, item, value, f"{prefix}{name}.")
        elif isinstance(value, list) and isinstance(value[0], Mapping):
            for number, each in enumerate(value, start=1):
                yield from _flat(part, item, each, f"{prefix}{name}.{number}.")
        else:
            yield [part, item, f"{prefix}{name}", value]
