"""The trail as a data set for export: what its readers see, record by record, within their reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from simpul.oversight.schemas.audit import AuditQuery
from simpul.oversight.selectors import audit as selectors
from simpul.oversight.selectors.audit import EXPORTED, AuditFilter
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from simpul.platform.validation import field_messages


def data_set() -> DataSet:
    """The trail."""
    return DataSet(
        key="audit",
        title=Text(id="Jejak audit", en="Audit trail"),
        resource="audit",
        columns=tuple(Column(key, label) for key, label in EXPORTED.items()),
        accept=accept,
        described=described,
        count=lambda actor, wanted, most: selectors.audit_count(actor=actor, wanted=wanted, most=most),
        page=page,
        action="EXPORT_AUDIT",
    )


def accept(given: Mapping[str, Any]) -> AuditFilter:
    """The explorer's filter, ending now at the latest: an export does not run after its own records.

    Raises: Invalid, naming `filter.<field>`.
    """
    known = {field.alias or name for name, field in AuditQuery.model_fields.items()} - {"cursor", "limit"}
    if strange := [name for name in given if name not in known]:
        raise Invalid({f"filter.{name[:40]}": Text(id="Filter ini tidak dikenal.", en="There is no such filter.") for name in strange})
    actions = given.get("action", [])
    try:
        filters = AuditQuery.model_validate({**given, "action": [actions] if isinstance(actions, str) else actions})
    except ValidationError as error:
        told = field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])
        raise Invalid(told) from None
    wanted, moment = filters.wanted(), now()
    return replace(wanted, until=min(wanted.until, moment) if wanted.until else moment)


def described(wanted: AuditFilter) -> dict[str, Any]:
    """The filter for the trail: codes, ids and instants, never a person's data."""
    told = {name: getattr(wanted, name) for name in wanted.__dataclass_fields__}
    return {name: [*value] if isinstance(value, tuple) else str(value) for name, value in told.items() if value}


def page(actor: Actor, wanted: AuditFilter, position: tuple[datetime, UUID] | None, limit: int) -> Rows:
    """Some records, newest first."""
    rows = selectors.audit_rows(actor=actor, wanted=wanted, after=position, limit=limit)
    last = (rows[-1]["created_at"], rows[-1]["audit_id"]) if len(rows) == limit else None
    return Rows([[row[key] for key in EXPORTED] for row in rows], last)
