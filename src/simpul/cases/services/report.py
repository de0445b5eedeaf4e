"""Counting the complaint report for somebody, and handing it out as a file."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction

from simpul.audit.public import Action, record
from simpul.cases.policies import can_hand_out_report, can_report, reported_branches
from simpul.cases.selectors.catalogue import category_list
from simpul.cases.selectors.numbers import Numbered, count_numbers
from simpul.cases.selectors.report import Quarter, counted, told
from simpul.cases.tables import Sheet, as_csv, as_xlsx
from simpul.cases.vocabulary import CHANNELS, REPORT, Channel
from simpul.documents.public import ComplaintReport, ReportTable, day_words, rendered
from simpul.iam.public import branches, organisation_name, system_actor
from simpul.platform import configuration, ratelimit
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.errors import Forbidden, Invalid, RateLimited
from simpul.platform.text import Text, speaking

_NOT_BEGUN = Text(id="Triwulan ini belum mulai.", en="This quarter has not begun.")
_NO_BRANCH = Text(id="Pilih cabang yang ada.", en="Choose a branch that exists.")
_OFF = Text(id="Ekspor sedang dinonaktifkan oleh administrator.", en="Exports are switched off by the administrator.")
FIGURES = {
    "brought_forward": Text(id="Sisa triwulan lalu", en="Brought forward"),
    "received": Text(id="Diterima", en="Received"),
    "reopened": Text(id="Dibuka kembali", en="Reopened"),
    "solved_in_time": Text(id="Selesai tepat waktu", en="Solved in time"),
    "solved_late": Text(id="Selesai terlambat", en="Solved late"),
    "in_process": Text(id="Dalam proses", en="In process"),
    "average_days": Text(id="Rata-rata hari", en="Average days"),
}
PRODUCT, ISSUE = Text(id="Produk", en="Product"), Text(id="Permasalahan", en="Issue")
BRANCH, CHANNEL = Text(id="Cabang", en="Branch"), Text(id="Kanal", en="Channel")
_PARTS = {
    "by_branch": Text(id="Cabang", en="Branches"),
    "by_channel": Text(id="Kanal", en="Channels"),
    "total": Text(id="Jumlah", en="Total"),
}
_BY_ISSUE = Text(id="Produk dan permasalahan", en="Products and issues")
_NO_PRODUCT = Text(id="Tidak disebutkan", en="Not named")
_TITLE = Text(id="Laporan Pengaduan Nasabah", en="Customer Complaint Report")
_DRAFT = Text(id="SEMENTARA: triwulan belum berakhir", en="PROVISIONAL: the quarter is not over")
_ALL = Text(id="Semua cabang ({count})", en="All branches ({count})")
_ROMAN = ("I", "II", "III", "IV")
_NOTES = (
    "Sisa triwulan lalu, diterima, dan dibuka kembali sama dengan selesai tepat waktu, selesai terlambat, dan dalam proses.",
    "Tepat waktu: tanggapan akhir diberikan dalam batas hari kerja menurut peraturan; bila peraturan tidak menetapkan batas, dalam tingkat layanan.",
    "Rata-rata hari: dari penerimaan sampai tanggapan akhir, dalam hari 24 jam, atas pengaduan yang selesai.",
    "Dihitung dari catatan waktu setiap kasus; laporan triwulan yang sama dapat dibuat ulang kapan saja.",
)


def report_count(*, actor: Actor, year: int, quarter: int, branch: str | None) -> dict[str, Any]:
    """The report of a quarter over the branches that the actor reports on: numbers only, nobody's name.

    Raises: Forbidden, Invalid for a quarter that has not begun, or a branch that there is not.
    """
    require(can_report(actor, branch))
    asked, moment = Quarter(year, quarter), now()
    if asked.since > moment:
        raise Invalid({"quarter": _NOT_BEGUN})
    places = branches()
    if branch is not None and branch not in places:
        raise Invalid({"branch": _NO_BRANCH})
    choices = reported_branches(actor, sorted(places))
    codes = [branch] if branch else choices
    # Every case counts, whatever its reader may know of it: so the system counts, and only the numbers leave.
    with scope(system_actor()):
        found = counted(asked, codes)
    names = {category.code: str(Text(id=category.category_name, en=category.name_en)) for category in category_list()}
    return {
        "year": year,
        "quarter": quarter,
        "since": asked.since,
        "until": asked.until,
        "due_on": asked.due_on,
        "complete": asked.until <= moment,
        "counted_at": moment,
        "branches": codes,
        "choices": [{"code": code, "name": places[code].name} for code in choices],
        "can": {"export": bool(can_hand_out_report(actor, branch))},
        **told(found, names, lambda key: str(CHANNELS[Channel(key)])),
    }


def numbers_audit(*, actor: Actor, year: int, branch: str | None) -> list[Numbered]:
    """Whether the cases of a year are numbered without a gap, in each branch that the actor reports on.

    Raises: Forbidden, Invalid for a branch that there is not.
    """
    require(can_report(actor, branch))
    places = branches()
    if branch is not None and branch not in places:
        raise Invalid({"branch": _NO_BRANCH})
    codes = [branch] if branch else reported_branches(actor, sorted(places))
    with scope(system_actor()):
        return [each for each in count_numbers(year) if each.branch_code in codes]


@transaction.atomic
def report_file(*, actor: Actor, year: int, quarter: int, branch: str | None, form: str) -> bytes:
    """The same report as a file: CSV, a workbook, or a PDF to be filed; handing it out is recorded with its filter, rows and hash.

    Raises: Forbidden, Invalid, RateLimited.
    """
    facts = {"action": Action.EXPORT_DATA, "object_type": "EXPORT", "object_id": REPORT, "branch_code": branch}
    verdict = can_hand_out_report(actor, branch)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**facts)
    if not configuration.value("export.allowed", actor):
        raise Forbidden(_OFF).recorded_as(**facts)
    taken = ratelimit.take(f"export:{actor.id}", capacity=configuration.number("export.per_hour", actor), seconds=3600)
    if not taken.allowed:
        raise RateLimited(taken.retry_after).recorded_as(**facts)
    # What is filed is in the language of the regulator.
    with speaking("id") if form == "pdf" else nullcontext():
        report = report_count(actor=actor, year=year, quarter=quarter, branch=branch)
        content = _FORMS[form](report, actor)
    meta = {
        "format": form,
        "filter": {"year": year, "quarter": quarter, "branch": branch},
        "rows": sum(len(report[part]) for part in ("rows", "by_branch", "by_channel")) + 1,
        "sha256": sha256(content).hexdigest(),
    }
    record(actor, Action.EXPORT_DATA, object_type="EXPORT", object_id=REPORT, branch_code=branch, meta=meta)
    return content


def _csv(report: dict[str, Any], actor: Actor) -> bytes:
    """All parts of the report under one head; the first two columns say which line it is."""
    rows: list[list[Any]] = [[str(PRODUCT), str(ISSUE), *map(str, FIGURES.values())]]
    rows += [[line["product"], line["issue"]["name"], *_figures(line)] for line in report["rows"]]
    rows += [[str(_PARTS["by_branch"]), line["branch"]["name"], *_figures(line)] for line in report["by_branch"]]
    rows += [[str(_PARTS["by_channel"]), line["channel"]["name"], *_figures(line)] for line in report["by_channel"]]
    return as_csv([*rows, [str(_PARTS["total"]), "", *_figures(report["total"])]])


def _xlsx(report: dict[str, Any], actor: Actor) -> bytes:
    """A sheet for each part, each with its sums."""
    sheets = [
        Sheet(title, [heads, *lines, total], decimals=frozenset({len(heads) - 1}), totals=1)
        for title, heads, lines, total in ((table.title, table.heads, table.rows, table.total) for table in _tables(report))
    ]
    return as_xlsx(sheets, title=f"{_TITLE} {report['year']}-{report['quarter']}", author=organisation_name())


def _pdf(report: dict[str, Any], actor: Actor) -> bytes:
    """What is filed: the organisation's name, the quarter, who made it when, the tables with their sums, and where it is signed."""
    last = (report["until"] - timedelta(days=1)).date()
    names = branches()
    only = report["branches"][0] if len(report["branches"]) == 1 else None
    facts = [
        ("Masa laporan", f"{day_words(report['since'].date())} – {day_words(last)}"),
        ("Cabang", f"{names[only].name} ({only})" if only else str(_ALL.format(count=len(report["branches"])))),
        ("Batas penyampaian", day_words(report["due_on"])),
        ("Dibuat oleh", actor.full_name),
    ]
    data = ComplaintReport(
        organisation=organisation_name(), title=str(_TITLE), period=f"Triwulan {_ROMAN[report['quarter'] - 1]} {report['year']}", facts=facts,
        tables=[ReportTable(table.title, table.heads, table.names, table.rows, table.total) for table in _tables(report)], notes=_NOTES,
        made_by=actor.full_name, made_at=report["counted_at"], draft="" if report["complete"] else str(_DRAFT),
    )  # fmt: skip
    return rendered("complaint_report", data).file.read()


_FORMS = {"csv": _csv, "xlsx": _xlsx, "pdf": _pdf}


def _tables(report: dict[str, Any]) -> list[ReportTable]:
    """The parts of the report, each with the sums of all."""
    figures, total, sums = [str(head) for head in FIGURES.values()], str(_PARTS["total"]), _figures(report["total"])
    return [
        ReportTable(
            str(_BY_ISSUE), [str(PRODUCT), str(ISSUE), *figures], 2,
            [[line["product"] or str(_NO_PRODUCT), line["issue"]["name"], *_figures(line)] for line in report["rows"]], [total, "", *sums],
        ),
        ReportTable(str(_PARTS["by_branch"]), [str(BRANCH), *figures], 1, [[line["branch"]["name"], *_figures(line)] for line in report["by_branch"]], [total, *sums]),
        ReportTable(str(_PARTS["by_channel"]), [str(CHANNEL), *figures], 1, [[line["channel"]["name"], *_figures(line)] for line in report["by_channel"]], [total, *sums]),
    ]  # fmt: skip


def _figures(line: dict[str, Any]) -> list[Any]:
    return [line[name] for name in FIGURES]
