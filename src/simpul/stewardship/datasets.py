"""The register of rights requests, and the persons affected by a breach, as data sets for export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from simpul.platform.validation import field_messages
from simpul.stewardship.schemas.protection import BreachCustomers
from simpul.stewardship.schemas.rights import RightsFilters
from simpul.stewardship.selectors.protection import affected_count, affected_customers, breach_get
from simpul.stewardship.selectors.requests import filter_requests, rights_request_page
from simpul.stewardship.vocabulary import PROTECTION, RESOURCE

_COLUMNS = (
    Column("received_at", Text(id="Diterima", en="Received")),
    Column("due_at", Text(id="Batas", en="Due")),
    Column("kind_name", Text(id="Hak", en="Right")),
    Column("customer", Text(id="Nasabah", en="Customer")),
    Column("branch", Text(id="Cabang", en="Branch")),
    Column("received_by_name", Text(id="Lewat", en="By")),
    Column("verification_method", Text(id="Verifikasi", en="Verification")),
    Column("status", Text(id="Status", en="Status")),
    Column("refusal_code", Text(id="Kode penolakan", en="Code of the refusal")),
    Column("owner", Text(id="Penanggung jawab", en="Owner")),
    Column("approved_by", Text(id="Disetujui oleh", en="Approved by")),
    Column("closed_at", Text(id="Selesai pada", en="Ended at")),
)
_NAMED = {"customer": "name", "branch": "name", "owner": "full_name", "approved_by": "full_name"}


def accept_filter(given: Mapping[str, Any]) -> RightsFilters:
    """The register's filters.

    Raises: Invalid, naming `filter.<field>`.
    """
    try:
        return RightsFilters.model_validate(dict(given))
    except ValidationError as error:
        raise Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])) from None


def export_page(actor: Actor, wanted: RightsFilters, position: str | None, limit: int) -> Rows:
    """Some rows in the register's order."""
    found = rights_request_page(actor=actor, wanted=wanted.as_filter(), cursor=position, limit=limit)
    return Rows([_flat(row) for row in found["items"]], found["next_cursor"])


def _flat(row: Mapping[str, Any]) -> list[Any]:
    return [row[column.key][_NAMED[column.key]] if column.key in _NAMED and row[column.key] else row[column.key] for column in _COLUMNS]


RIGHTS_REQUESTS = DataSet(
    key="rights_requests",
    title=Text(id="Register hak pribadi", en="Register of rights requests"),
    resource=RESOURCE,
    columns=_COLUMNS,
    accept=accept_filter,
    described=lambda wanted: wanted.describe_given(),
    count=lambda actor, wanted, most: filter_requests(actor, wanted.as_filter())[:most].count(),
    page=export_page,
)


def accept_breach(given: Mapping[str, Any]) -> BreachCustomers:
    """The one breach that the filter names.

    Raises: Invalid, naming `filter.<field>`.
    """
    try:
        return BreachCustomers.model_validate(dict(given))
    except ValidationError as error:
        raise Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])) from None


def export_affected(actor: Actor, wanted: BreachCustomers, position: str | None, limit: int) -> Rows:
    """Some of the persons affected, in the order of their keys."""
    breach = breach_get(actor=actor, breach_id=wanted.breach_id)
    found = affected_customers(actor, breach, after=UUID(position) if position else None, limit=min(limit, 200))
    last = str(found[-1]["id"]) if len(found) == min(limit, 200) else None
    return Rows([[str(row["id"]), row["name"]] for row in found], last)


BREACH_CUSTOMERS = DataSet(
    key="breach_customers",
    title=Text(id="Nasabah terdampak kebocoran", en="Persons affected by a breach"),
    resource=PROTECTION,
    columns=(Column("customer_id", Text(id="Nomor nasabah", en="Customer number")), Column("name", Text(id="Nama tersamar", en="Masked name"))),
    accept=accept_breach,
    described=lambda wanted: wanted.describe_given(),
    count=lambda actor, wanted, most: min(most, affected_count(breach_get(actor=actor, breach_id=wanted.breach_id))),
    page=export_affected,
)
