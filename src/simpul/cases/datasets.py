"""Cases as data sets for export: the rows that the queue shows to who exports, masked as there, and the quarterly complaint report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from simpul.cases.policies import can_report
from simpul.cases.schemas.queue import CaseFilters, Number
from simpul.cases.schemas.report import ComplaintReportQuery
from simpul.cases.selectors.queue import Wanted, queue_keys, queue_total
from simpul.cases.selectors.rows import case_rows
from simpul.cases.services.report import BRANCH, CHANNEL, FIGURES, ISSUE, PRODUCT, report_count
from simpul.cases.vocabulary import AGGREGATES, REPORT, RESOURCE
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from simpul.platform.validation import field_messages

_COLUMNS = (
    Column("case_no", Text(id="Nomor kasus", en="Case number")),
    Column("customer", Text(id="Nasabah", en="Customer")),
    Column("branch", Text(id="Cabang", en="Branch")),
    Column("channel", Text(id="Kanal", en="Channel")),
    Column("kind", Text(id="Jenis", en="Kind")),
    Column("category", Text(id="Kategori", en="Category")),
    Column("priority", Text(id="Prioritas", en="Priority")),
    Column("status", Text(id="Status", en="Status")),
    Column("created_at", Text(id="Diterima", en="Received")),
    Column("sla_due_at", Text(id="Tenggat SLA", en="SLA due")),
    Column("legal_due_at", Text(id="Tenggat peraturan", en="Legal due")),
    Column("first_responded_at", Text(id="Tanggapan pertama", en="First response")),
    Column("resolved_at", Text(id="Dijawab", en="Answered")),
    Column("closed_at", Text(id="Ditutup", en="Closed")),
    Column("breached", Text(id="Lewat tenggat", en="Breached")),
    Column("assignee", Text(id="Penanggung jawab", en="Assignee")),
    Column("unit", Text(id="Unit", en="Unit")),
    Column("escalation_level", Text(id="Tingkat eskalasi", en="Level of escalation")),
    Column("reopened", Text(id="Kali dibuka kembali", en="Times reopened")),
    Column("due_at", Text(id="Tenggat terdekat", en="Next due")),
)

_REPORTED = (
    Column("part", Text(id="Bagian", en="Part")),
    Column("product", PRODUCT),
    Column("issue", ISSUE),
    Column("branch", BRANCH),
    Column("channel", CHANNEL),
    *(Column(key, label) for key, label in FIGURES.items()),
)
_UNKNOWN = Text(id="Filter ini tidak dikenal.", en="There is no such filter.")


class CaseExportFilters(CaseFilters):
    """What the list takes, but for where a page begins and ends."""

    customer_id: UUID | None = None
    q: Number | None = None


@dataclass(frozen=True)
class Asked:
    """The list's question, at one moment for the whole file."""

    filters: CaseExportFilters
    moment: datetime

    def of(self, actor: Actor) -> Wanted:
        """As the list is asked by who exports."""
        asked = self.filters.wanted(actor, customer_id=self.filters.customer_id, number=self.filters.q)
        return replace(asked, moment=self.moment)


def data_sets() -> tuple[DataSet, ...]:
    """The list and the report."""
    return (
        DataSet(
            key="cases",
            title=Text(id="Daftar kasus", en="Case list"),
            resource=RESOURCE,
            columns=_COLUMNS,
            accept=accept_filters,
            described=lambda asked: asked.filters.kept(),
            count=lambda actor, asked, most: queue_total(asked.of(actor), most),
            page=export_page,
        ),
        DataSet(
            key=REPORT,
            title=Text(id="Laporan pengaduan triwulanan", en="Quarterly complaint report"),
            resource=AGGREGATES,
            columns=_REPORTED,
            accept=accept_quarter,
            described=lambda asked: asdict(asked.query),
            count=lambda actor, asked, most: min(len(asked.lines(actor)), most),
            page=lambda actor, asked, position, limit: Rows(asked.lines(actor)),
            may=lambda actor, asked: can_report(actor, asked.query.branch if asked else None),
        ),
    )


def accept_filters(given: Mapping[str, Any]) -> Asked:
    """The list's filters.

    Raises: Invalid, naming `filter.<field>`.
    """
    lists = ("branch", "status", "priority", "category", "channel")
    try:
        filters = CaseExportFilters.model_validate({name: [value] if name in lists and isinstance(value, str) else value for name, value in given.items()})
    except ValidationError as error:
        raise Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])) from None
    return Asked(filters, now())


@dataclass(frozen=True)
class QuarterAsked:
    """A quarter, of one branch or of all that who exports reports on."""

    year: int
    quarter: int
    branch: str | None


class ReportAsked:
    """The report of a quarter, counted once for the whole file."""

    def __init__(self, query: QuarterAsked) -> None:
        self.query = query
        self._lines: list[list[Any]] | None = None

    def lines(self, actor: Actor) -> list[list[Any]]:
        """Its lines in the order of the columns: by product and issue, by branch, by channel, and the sums."""
        if self._lines is None:
            asked = self.query
            found = report_count(actor=actor, year=asked.year, quarter=asked.quarter, branch=asked.branch)
            self._lines = [
                *(_reported("ISSUE", line, product=line["product"], issue=line["issue"]["code"]) for line in found["rows"]),
                *(_reported("BRANCH", line, branch=line["branch"]["code"]) for line in found["by_branch"]),
                *(_reported("CHANNEL", line, channel=line["channel"]["key"]) for line in found["by_channel"]),
                _reported("TOTAL", found["total"]),
            ]
        return self._lines


def _reported(part: str, figures: Mapping[str, Any], **names: Any) -> list[Any]:
    told = {"part": part, **names}
    return [told.get(column.key, figures.get(column.key) if column.key in FIGURES else None) for column in _REPORTED]


def accept_quarter(given: Mapping[str, Any]) -> ReportAsked:
    """Year and quarter, and a branch where only one is wanted.

    Raises: Invalid, naming `filter.<field>`.
    """
    strange = {f"filter.{name[:40]}": _UNKNOWN for name in given if name not in ComplaintReportQuery.model_fields}
    if strange:
        raise Invalid(strange)
    try:
        asked = ComplaintReportQuery.model_validate(dict(given))
    except ValidationError as error:
        raise Invalid(field_messages([{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()])) from None
    return ReportAsked(QuarterAsked(asked.year, asked.quarter, asked.branch))


def export_page(actor: Actor, asked: Asked, position: tuple[int, datetime, UUID] | None, limit: int) -> Rows:
    """Some rows in the queue's order."""
    keys = queue_keys(asked.of(actor), after=position, keep=limit)
    found = case_rows(actor, [key["case_id"] for key in keys])
    last = (keys[-1]["place"], keys[-1]["at"], keys[-1]["case_id"]) if len(keys) == limit else None
    return Rows([_flat(found[key["case_id"]]) for key in keys if key["case_id"] in found], last)


def _flat(row: Mapping[str, Any]) -> list[Any]:
    """A row in the order of the columns; who and what is named by the code or name that people know it by."""
    named = {"customer": "name", "branch": "code", "category": "code", "assignee": "full_name", "unit": "code"}
    return [row[column.key][named[column.key]] if column.key in named and row[column.key] else row[column.key] for column in _COLUMNS]
