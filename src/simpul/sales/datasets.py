"""Leads and opportunities as data sets for export: the rows of the lists, named as there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from simpul.platform.validation import field_messages
from simpul.sales.schemas.leads import LeadFilters
from simpul.sales.schemas.opportunities import OpportunityFilters
from simpul.sales.selectors.leads import LeadSort, filter_leads, lead_page
from simpul.sales.selectors.opportunities import OpportunitySort, filter_opportunities, opportunity_page
from simpul.sales.vocabulary import RESOURCE

_Filters = TypeVar("_Filters", LeadFilters, OpportunityFilters)
_CUSTOMER = Column("customer", Text(id="Nasabah", en="Customer"))
_BRANCH = Column("branch", Text(id="Cabang", en="Branch"))
_PRODUCT = Column("product", Text(id="Produk", en="Product"))
_VALUE = Column("estimated_value", Text(id="Perkiraan nilai", en="Estimated value"))
_OWNER = Column("assigned_to", Text(id="Penanggung jawab", en="Assignee"))
_AGE = Column("age_days", Text(id="Hari", en="Days"))
_CREATED = Column("created_at", Text(id="Dibuat", en="Created"))
_CLOSED = Column("closed_at", Text(id="Ditutup", en="Closed"))
_LEADS = (
    _CUSTOMER,
    _BRANCH,
    Column("source", Text(id="Sumber", en="Source")),
    _PRODUCT,
    Column("interest", Text(id="Minat", en="Interest")),
    _VALUE,
    _OWNER,
    Column("status", Text(id="Status", en="Status")),
    _AGE,
    Column("closed_reason", Text(id="Alasan penutupan", en="Closing reason")),
    _CREATED,
    _CLOSED,
)
_OPPORTUNITIES = (
    _CUSTOMER,
    _BRANCH,
    _PRODUCT,
    Column("product_interest", Text(id="Minat", en="Interest")),
    _VALUE,
    Column("weighted_value", Text(id="Nilai tertimbang", en="Weighted value")),
    Column("probability", Text(id="Kemungkinan (%)", en="Probability (%)")),
    Column("stage", Text(id="Tahap", en="Stage")),
    _AGE,
    Column("expected_close_on", Text(id="Perkiraan tutup", en="Expected to close")),
    _OWNER,
    Column("lost_reason", Text(id="Alasan gagal", en="Reason of losing")),
    Column("won_product", Text(id="Produk yang diambil", en="Product taken")),
    _CREATED,
    _CLOSED,
)
_NAMED = {
    "customer": "name",
    "branch": "code",
    "source": "type",
    "product": "code",
    "assigned_to": "full_name",
    "closed_reason": "code",
    "lost_reason": "code",
    "won_product": "code",
}


def _below_filter(error: ValidationError) -> Invalid:
    """What is wrong with a filter, by `filter.<field>`."""
    return Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()]))


def _accepts(filters: type[_Filters]) -> Callable[[Mapping[str, Any]], _Filters]:
    """The list's filters. Raises: Invalid, naming `filter.<field>`."""

    def accept_filters(given: Mapping[str, Any]) -> _Filters:
        try:
            return filters.model_validate(dict(given))
        except ValidationError as error:
            raise _below_filter(error) from None

    return accept_filters


def _described(search: LeadFilters | OpportunityFilters) -> Mapping[str, Any]:
    return search.model_dump(mode="json", exclude_defaults=True)


def leads_exported(actor: Actor, search: LeadFilters, position: str | None, limit: int) -> Rows:
    """Some leads, the newest first."""
    page = lead_page(actor=actor, lead_filter=search.lead_filter(), sort=LeadSort.CREATED, cursor=position, limit=limit)
    return Rows([_flat(row, _LEADS) for row in page["items"]], page["next_cursor"])


def opportunities_exported(actor: Actor, search: OpportunityFilters, position: str | None, limit: int) -> Rows:
    """Some opportunities, the newest first."""
    page = opportunity_page(
        actor=actor,
        opportunity_filter=search.opportunity_filter(),
        sort=OpportunitySort.CREATED,
        cursor=position,
        limit=limit,
    )
    return Rows([_flat(row, _OPPORTUNITIES) for row in page["items"]], page["next_cursor"])


def _flat(row: Mapping[str, Any], columns: tuple[Column, ...]) -> list[Any]:
    return [row[column.key][_NAMED[column.key]] if column.key in _NAMED and row[column.key] else row[column.key] for column in columns]


DATA_SETS = (
    DataSet(
        key="leads",
        title=Text(id="Daftar prospek", en="Lead list"),
        resource=RESOURCE,
        columns=_LEADS,
        accept=_accepts(LeadFilters),
        described=_described,
        count=lambda actor, search, most: filter_leads(actor, search.lead_filter())[:most].count(),
        page=leads_exported,
    ),
    DataSet(
        key="opportunities",
        title=Text(id="Daftar peluang", en="Opportunity list"),
        resource=RESOURCE,
        columns=_OPPORTUNITIES,
        accept=_accepts(OpportunityFilters),
        described=_described,
        count=lambda actor, search, most: filter_opportunities(actor, search.opportunity_filter())[:most].count(),
        page=opportunities_exported,
    ),
)
