"""The trail and reports of access as data sets for export: what their readers see, within their reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from simpul.oversight.acts import OversightAct
from simpul.oversight.policies import can_report_access
from simpul.oversight.schemas.access_reports import ViewersFilterIn
from simpul.oversight.schemas.audit import AuditQuery
from simpul.oversight.selectors import audit as selectors
from simpul.oversight.selectors.access_reports import Stretch, Viewer, ViewersFilter, Words, viewed_place, viewers_after
from simpul.oversight.selectors.audit import EXPORTED, AuditFilter
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from simpul.platform.validation import field_messages

_NO_FILTER = Text(id="Filter ini tidak dikenal.", en="There is no such filter.")
_NO_CUSTOMER = Text(id="Sebutkan nasabahnya.", en="Name the customer.")
_VIEWER_COLUMNS = (
    Column("username", Text(id="Nama pengguna", en="User name")),
    Column("full_name", Text(id="Nama", en="Name")),
    Column("way", Text(id="Jalan akses", en="Way of access")),
    Column("role", Text(id="Peran", en="Role")),
    Column("place", Text(id="Cabang atau unit", en="Branch or unit")),
    Column("named", Text(id="Hak atas nama", en="Granted by name")),
    Column("elevation_id", Text(id="Akses darurat", en="Break-glass")),
    Column("opened_at", Text(id="Dapat melihat sejak", en="Could see since")),
    Column("closed_at", Text(id="Dapat melihat sampai", en="Could see until")),
    Column("opened", Text(id="Kali dibuka", en="Times opened")),
    Column("revealed", Text(id="Kali ditampilkan", en="Times revealed")),
    Column("taken_out", Text(id="Kali dibawa keluar", en="Times taken out")),
    Column("first_at", Text(id="Pertama pada", en="First at")),
    Column("last_at", Text(id="Terakhir pada", en="Last at")),
)


def data_sets() -> list[DataSet]:
    """The trail and reports of access."""
    return [data_set(), access_report()]


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
        raise Invalid({f"filter.{name[:40]}": _NO_FILTER for name in strange})
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


def access_report() -> DataSet:
    """Who could open one customer on one day, and who did: a row for each way of a person."""
    return DataSet(
        key="access_report",
        title=Text(id="Laporan akses nasabah", en="Report of access to a customer"),
        resource="audit",
        columns=_VIEWER_COLUMNS,
        accept=accept_viewers,
        described=lambda wanted: wanted.filter_facts(),
        count=lambda actor, wanted, most: min(most, len(_viewer_rows(viewers_after(actor=actor, wanted=wanted, position=None)[1]))),
        page=viewer_rows,
        action=OversightAct.EXPORT_ACCESS_REPORT,
        may=lambda actor, wanted: can_report_access(actor),
        about=lambda actor, wanted: {"customer_id": wanted.customer_id, "branch_code": viewed_place(wanted).branch_code},
    )


def accept_viewers(given: Mapping[str, Any]) -> ViewersFilter:
    """The report's filter, with the customer.

    Raises: Invalid, naming `filter.<field>`.
    """
    if strange := [name for name in given if name not in {*ViewersFilterIn.model_fields, "customer_id"}]:
        raise Invalid({f"filter.{name[:40]}": _NO_FILTER for name in strange})
    ways = given.get("way", [])
    try:
        customer_id = UUID(str(given.get("customer_id")))
    except ValueError:
        raise Invalid({"filter.customer_id": _NO_CUSTOMER}) from None
    try:
        filters = ViewersFilterIn.model_validate({**{k: v for k, v in given.items() if k != "customer_id"}, "way": [ways] if isinstance(ways, str) else ways})
    except ValidationError as error:
        raise Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])) from None
    return filters.viewers_filter(customer_id)


def viewer_rows(actor: Actor, wanted: ViewersFilter, position: tuple[str, UUID] | None, limit: int) -> Rows:
    """The ways of some people, in the order of the report."""
    _, viewers = viewers_after(actor=actor, wanted=wanted, position=position)
    page = viewers[:limit]
    return Rows(_viewer_rows(page), (page[-1].key, page[-1].person_id) if len(viewers) > limit else None)


def _viewer_rows(viewers: Sequence[Viewer]) -> list[list[Any]]:
    words, none = Words(), (None,)
    return [
        [viewer.person.username, viewer.person.full_name, *_way_cells(each, words), *_deed_cells(viewer)]
        for viewer in viewers
        for each in viewer.stretches or none
    ]


def _way_cells(stretch: Stretch | None, words: Words) -> list[Any]:
    if stretch is None:
        return [None] * 7
    told = [words.way_label(stretch.way), words.role_label(stretch.role_key), words.place_label(stretch.place)]
    return [*told, stretch.named, stretch.elevation_id, stretch.opened_at, stretch.closed_at]


def _deed_cells(viewer: Viewer) -> list[Any]:
    deeds = viewer.deeds
    return [deeds.opened, deeds.revealed, deeds.taken_out, deeds.first_at, deeds.last_at] if deeds else [0, 0, 0, None, None]
