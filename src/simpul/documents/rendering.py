"""Templates and data to PDF with typst: no network, no fonts of the machine, and data that is never part of the source.

Each template has one class of data. Its values reach typst as JSON, so that mark-up in them is shown as it was written.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import typst

from simpul.documents.printable import FONTS, printable_text
from simpul.platform.clock import zone_name
from simpul.platform.text import Text, speaking

TEMPLATES = Path(__file__).with_name("templates")
_MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember")
# Nothing that the application takes is longer; an account stands whole.
_LONGEST, _LONGEST_ACCOUNT = 2_000, 20_000


class TemplateUnknown(LookupError):
    """There is no such template, or its data is of another class."""


@dataclass(frozen=True)
class ComplaintReceipt:
    """What a receipt of a complaint says. The customer's identity, name and phone come masked; texts are shown as they were written.

    `received_at` and `due_at` are aware and told in `time_zone`; an empty text leaves its line out. `complainant` filed it for the
    customer, entitled by `authority`; `amount` comes in words (`money_words`).
    """

    organisation: str
    branch_name: str
    number: str
    received_at: datetime
    due_at: datetime
    customer_name: str
    identity: str
    phone: str
    channel: str
    kind: str
    product: str
    category: str
    priority: str
    summary: str
    officer: str
    office_phone: str
    time_zone: str = "Asia/Jakarta"
    note: str = ""
    complainant: str = ""
    authority: str = ""
    amount: str = ""
    reference: str = ""


@dataclass(frozen=True)
class ReportTable:
    """One table of a report: what its lines are called, each line's cells, and the sums below them.

    `heads` are of all columns; the first `names` of them are texts, the others figures. A figure of a fraction is told with one
    decimal, None with a dash.
    """

    title: str
    heads: Sequence[str]
    names: int
    rows: Sequence[Sequence[Any]]
    total: Sequence[Any]


@dataclass(frozen=True)
class ComplaintReport:
    """What the quarterly complaint report says. `facts` are told at its head in order, `notes` at its end.

    `made_at` is aware and told in `time_zone`; `draft` says that the period is not over.
    """

    organisation: str
    title: str
    period: str
    facts: Sequence[tuple[str, str]]
    tables: Sequence[ReportTable]
    notes: Sequence[str]
    made_by: str
    made_at: datetime
    draft: str = ""
    time_zone: str = "Asia/Jakarta"


@dataclass(frozen=True)
class Rendered:
    """A finished PDF with the kind of document that it is."""

    file: BinaryIO
    file_name: str
    kind: str


@dataclass(frozen=True)
class _Template:
    file: str
    data: type
    kind: str
    fill: Callable[[Any], Mapping[str, Any]]
    file_name: Callable[[Any], str]


def day_words(day: date) -> str:
    """A day as Indonesian letters write it: 21 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment_words(moment: datetime, zone: str) -> str:
    """An instant as Indonesian letters write it: 21 November 2026 pukul 19.30 WIB."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{day_words(local)} pukul {local:%H.%M} {zone_name(moment, ZoneInfo(zone))}"


def money_words(amount: Decimal) -> str:
    """An amount as Indonesian letters write it: Rp 1.250.000 and Rp 1.250.000,50."""
    return f"Rp {f'{amount:,.2f}'.removesuffix('.00').translate(_SIGNS)}"


def _receipt(data: ComplaintReceipt) -> Mapping[str, Any]:
    lines = [
        ("Nama", data.customer_name),
        ("Identitas", data.identity),
        ("Telepon", data.phone),
        ("Diadukan oleh", data.complainant),
        ("Dasar kuasa", data.authority),
        ("Kanal", f"{data.channel} ({data.kind})" if data.kind else data.channel),
        ("Produk", data.product),
        ("Kategori", data.category),
        ("Nominal", data.amount),
        ("No. referensi", data.reference),
        ("Prioritas", data.priority),
    ]
    return {
        "organisation": _plain(data.organisation),
        "branch": _plain(data.branch_name),
        "number": _plain(data.number),
        "received": moment_words(data.received_at, data.time_zone),
        "due": moment_words(data.due_at, data.time_zone),
        "lines": [[label, _plain(value)] for label, value in lines if value.strip()],
        "summary": _plain(data.summary, lines=True, longest=_LONGEST_ACCOUNT),
        "officer": _plain(data.officer),
        "office_phone": _plain(data.office_phone),
        "note": _plain(data.note, lines=True, longest=_LONGEST_ACCOUNT),
    }


def _report(data: ComplaintReport) -> Mapping[str, Any]:
    return {
        "organisation": _plain(data.organisation),
        "title": _plain(data.title),
        "period": _plain(data.period),
        "draft": _plain(data.draft),
        "facts": [[_plain(label), _plain(value)] for label, value in data.facts],
        "tables": [
            {
                "title": _plain(table.title),
                "heads": [_plain(head) for head in table.heads],
                "names": table.names,
                "rows": [[_figure(cell) for cell in row] for row in table.rows],
                "total": [_figure(cell) for cell in table.total],
            }
            for table in data.tables
        ],
        "notes": [_plain(note) for note in data.notes],
        "made_by": _plain(data.made_by),
        "made": moment_words(data.made_at, data.time_zone),
    }


def _figure(value: Any) -> str:
    """A cell as Indonesian tables write it: 1.234 and 2,5, a dash for nothing."""
    if value is None:
        return "–"
    if isinstance(value, int | float):
        return f"{value:,.1f}".translate(_SIGNS) if isinstance(value, float) else f"{value:,}".translate(_SIGNS)
    return _plain(str(value))


_SIGNS = str.maketrans(",.", ".,")
_REPORT = _Template(
    "complaint_report.typ", ComplaintReport, "COMPLAINT_REPORT", _report, lambda data: f"Laporan pengaduan {_safe(data.period.replace(' ', '-'))}.pdf"
)
_RECEIPT = _Template("complaint_receipt.typ", ComplaintReceipt, "COMPLAINT_RECEIPT", _receipt, lambda data: f"Tanda terima {_safe(data.number)}.pdf")
_REGISTERED: dict[str, _Template] = {"complaint_receipt": _RECEIPT, "complaint_report": _REPORT}
TITLES: dict[str, Text] = {"complaint_receipt": Text(id="Tanda terima pengaduan {number}", en="Complaint receipt {number}")}


def template_of(template: str, data: object = None) -> _Template:
    """The template of this name, which takes this data.

    Raises: TemplateUnknown.
    """
    found = _REGISTERED.get(template)
    if found is None or (data is not None and not isinstance(data, found.data)):
        raise TemplateUnknown(f"There is no template {template} for {type(data).__name__}.")
    return found


def rendered(template: str, data: object) -> Rendered:
    """The PDF of a template, in Indonesian, about 15 ms of work.

    Raises: TemplateUnknown.
    """
    found = template_of(template, data)
    with speaking("id"):
        values = json.dumps(found.fill(data), ensure_ascii=False)
    return Rendered(io.BytesIO(compiled(found.file, values)), found.file_name(data), found.kind)


def compiled(file: str, values: str) -> bytes:
    """A template of ours with its values as JSON; it reads nothing but its own directory and our fonts."""
    made = typst.compile(TEMPLATES / file, font_paths=[FONTS], ignore_system_fonts=True, format="pdf", sys_inputs={"data": values}, root=TEMPLATES)
    if not isinstance(made, bytes):
        raise TypeError("The template gave several files.")
    return made


def _plain(text: str, *, lines: bool = False, longest: int = _LONGEST) -> str:
    """The text as it can be printed, and no longer than its place bears."""
    kept = text.strip()
    return printable_text(kept if len(kept) <= longest else f"{kept[: longest - 1].rstrip()}…", lines=lines).strip()


def _safe(number: str) -> str:
    return "".join(sign for sign in number if sign.isalnum() or sign in "-_.{}")[:60]
