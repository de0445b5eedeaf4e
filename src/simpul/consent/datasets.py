"""Consents as a data set for export: the rows of the register, named as there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from simpul.consent.policies import RESOURCE
from simpul.consent.schemas import ConsentFilters
from simpul.consent.selectors.states import consent_page, filter_consents
from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from simpul.platform.validation import field_messages

_COLUMNS = (
    Column("effective_at", Text(id="Berlaku sejak", en="Effective")),
    Column("customer", Text(id="Nasabah", en="Customer")),
    Column("purpose", Text(id="Tujuan", en="Purpose")),
    Column("channel_name", Text(id="Kanal", en="Channel")),
    Column("status", Text(id="Status", en="Status")),
    Column("old_status", Text(id="Sebelumnya", en="Before")),
    Column("captured_channel_name", Text(id="Disampaikan lewat", en="Told by")),
    Column("verification_method_name", Text(id="Verifikasi", en="Verification")),
    Column("wording_number", Text(id="Versi naskah", en="Version of the text")),
    Column("captured_by", Text(id="Dicatat oleh", en="Recorded by")),
    Column("approved_by", Text(id="Disetujui oleh", en="Approved by")),
    Column("reason", Text(id="Alasan", en="Reason")),
)
_NAMED = {"customer": "name", "captured_by": "full_name", "approved_by": "full_name"}


def accept_filter(given: Mapping[str, Any]) -> ConsentFilters:
    """The register's filters.

    Raises: Invalid, naming `filter.<field>`.
    """
    try:
        return ConsentFilters.model_validate(dict(given))
    except ValidationError as error:
        raise Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])) from None


def export_page(actor: Actor, wanted: ConsentFilters, position: str | None, limit: int) -> Rows:
    """Some rows in the register's order."""
    found = consent_page(actor=actor, wanted=wanted.as_filter(), cursor=position, limit=limit)
    return Rows([_flat(row) for row in found["items"]], found["next_cursor"])


def _flat(row: Mapping[str, Any]) -> list[Any]:
    return [row[column.key][_NAMED[column.key]] if column.key in _NAMED and row[column.key] else row[column.key] for column in _COLUMNS]


CONSENTS = DataSet(
    key="consents",
    title=Text(id="Register persetujuan", en="Register of consents"),
    resource=RESOURCE,
    columns=_COLUMNS,
    accept=accept_filter,
    described=lambda wanted: wanted.describe_given(),
    count=lambda actor, wanted, most: filter_consents(actor, wanted.as_filter())[:most].count(),
    page=export_page,
)
