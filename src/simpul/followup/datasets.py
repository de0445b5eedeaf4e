"""Members and rotations as data sets for export: members as their list shows them, rotations as they happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from pydantic import ValidationError

from simpul.followup.models import FollowupAssignment
from simpul.followup.policies import visible_assignments
from simpul.followup.schemas.members import MemberFilters, RotationFilters
from simpul.followup.selectors.cards import Cards
from simpul.followup.selectors.members import MemberRow, filter_members, member_page
from simpul.followup.vocabulary import RESOURCE
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.paging import Keyset
from simpul.platform.text import Text
from simpul.platform.validation import field_messages

_Filters = TypeVar("_Filters", MemberFilters, RotationFilters)
_ORDER = Keyset(("customer_id", UUID), ("step", int))
_CUSTOMER = Column("customer", Text(id="Nasabah", en="Customer"))
_BRANCH = Column("branch", Text(id="Cabang", en="Branch"))
_REASON = Column("reason", Text(id="Alasan", en="Reason"))
_MEMBERS = (
    _CUSTOMER,
    _BRANCH,
    Column("number", Text(id="Nomor petugas", en="Number of the agent")),
    Column("agent", Text(id="Petugas", en="Agent")),
    Column("status", Text(id="Status", en="Status")),
    _REASON,
    Column("started_at", Text(id="Mulai", en="Started")),
    Column("window_ends_at", Text(id="Jendela berakhir", en="Window ends")),
    Column("last_contact_at", Text(id="Kontak terakhir", en="Last contact")),
    Column("followed_up_at", Text(id="Ditindaklanjuti", en="Followed up")),
    Column("deposit_at", Text(id="Setoran", en="Deposit")),
    Column("next_number", Text(id="Nomor berikutnya", en="Next number")),
)
_ROTATIONS = (
    _CUSTOMER,
    _BRANCH,
    Column("from_number", Text(id="Dari nomor", en="From number")),
    Column("to_number", Text(id="Ke nomor", en="To number")),
    _REASON,
    Column("decided_at", Text(id="Diputuskan", en="Decided")),
    Column("window_ends_at", Text(id="Jendela berakhir", en="Window ends")),
    Column("skipped", Text(id="Dilewati", en="Passed over")),
    Column("run_id", Text(id="ID rotasi", en="Run id")),
)


def _refused(error: ValidationError) -> Invalid:
    return Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()]))


def _accepts(filters: type[_Filters]) -> Callable[[Mapping[str, Any]], _Filters]:
    """The filters of a data set. Raises: Invalid, naming `filter.<field>`."""

    def accept_filters(given: Mapping[str, Any]) -> _Filters:
        try:
            return filters.model_validate(dict(given))
        except ValidationError as error:
            raise _refused(error) from None

    return accept_filters


def _described(search: MemberFilters | RotationFilters) -> Mapping[str, Any]:
    return search.model_dump(mode="json", exclude_defaults=True)


def members_exported(actor: Actor, search: MemberFilters, position: str | None, limit: int) -> Rows:
    """Some members in the order of the list."""
    page = member_page(actor=actor, member_filter=search.as_filter(), cursor=position, limit=limit)
    return Rows([_member(row) for row in page["items"]], page["next_cursor"])


def filter_rotations(actor: Actor, search: RotationFilters) -> QuerySet[FollowupAssignment]:
    """The rotations that a filter leaves."""
    rows = visible_assignments(actor).filter(from_number__isnull=False)
    if search.since:
        rows = rows.filter(started_at__gte=datetime.combine(search.since, time(), JAKARTA))
    if search.until:
        until = datetime.combine(search.until + timedelta(days=1), time(), JAKARTA)
        rows = rows.filter(started_at__lt=until)
    return rows.filter(branch_code=search.branch) if search.branch else rows


def rotations_exported(actor: Actor, search: RotationFilters, position: str | None, limit: int) -> Rows:
    """Some rotations, each member's one after the other."""
    page = _ORDER.page(filter_rotations(actor, search), position, limit, lambda found: _rotations(actor, found))
    return Rows(page["items"], page["next_cursor"])


def _member(row: MemberRow) -> list[Any]:
    return [
        row["customer"]["name"],
        row["branch"]["code"],
        row["agent"]["number"],
        row["agent"]["name"],
        row["status"],
        row["reason"],
        row["started_at"],
        row["window_ends_at"],
        row["last_contact_at"],
        row["followed_up_at"],
        row["deposit_at"],
        row["next"]["number"] if row["next"] else None,
    ]


def _rotations(actor: Actor, found: list[FollowupAssignment]) -> list[list[Any]]:
    cards = Cards(actor, [each.customer_id for each in found]) if found else None
    return [
        [
            cards.card_of(each.customer_id).shown_name if cards else "",
            each.branch_code,
            each.from_number,
            each.number,
            each.reason,
            each.started_at,
            each.window_ends_at,
            ", ".join(each.skipped),
            str(each.run_id),
        ]
        for each in found
    ]


DATA_SETS: tuple[DataSet, ...] = (
    DataSet(
        key="followup_members",
        title=Text(id="Anggota tindak lanjut", en="Follow-up members"),
        resource=RESOURCE,
        columns=_MEMBERS,
        accept=_accepts(MemberFilters),
        described=_described,
        count=lambda actor, search, most: filter_members(actor, search.as_filter())[:most].count(),
        page=members_exported,
    ),
    DataSet(
        key="followup_rotations",
        title=Text(id="Rotasi tindak lanjut", en="Follow-up rotations"),
        resource=RESOURCE,
        columns=_ROTATIONS,
        accept=_accepts(RotationFilters),
        described=_described,
        count=lambda actor, search, most: filter_rotations(actor, search)[:most].count(),
        page=rotations_exported,
    ),
)
