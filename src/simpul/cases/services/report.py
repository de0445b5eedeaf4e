"""Counting the complaint report for somebody, and handing it out as a file."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from simpul.audit.public import Action, record
from simpul.cases.policies import can_report, reported_branches
from simpul.cases.selectors.catalogue import category_list
from simpul.cases.selectors.report import Quarter, counted, told
from simpul.cases.tables import as_csv, as_xlsx
from simpul.cases.vocabulary import CHANNELS, Channel
from simpul.iam.public import branches, system_actor
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

_NOT_BEGUN = Text(id="Triwulan ini belum mulai.", en="This quarter has not begun.")
_FIGURES = ("brought_forward", "received", "reopened", "solved_in_time", "solved_late", "in_process", "average_days")
_HEADS = {
    "product": Text(id="Produk", en="Product"),
    "issue": Text(id="Permasalahan", en="Issue"),
    "brought_forward": Text(id="Sisa triwulan lalu", en="Brought forward"),
    "received": Text(id="Diterima", en="Received"),
    "reopened": Text(id="Dibuka kembali", en="Reopened"),
    "solved_in_time": Text(id="Selesai tepat waktu", en="Solved in time"),
    "solved_late": Text(id="Selesai terlambat", en="Solved late"),
    "in_process": Text(id="Dalam proses", en="In process"),
    "average_days": Text(id="Rata-rata hari", en="Average days"),
}
_PARTS = {
    "by_branch": Text(id="Cabang", en="Branches"),
    "by_channel": Text(id="Kanal", en="Channels"),
    "total": Text(id="Jumlah", en="Total"),
}


def report_count(*, actor: Actor, year: int, quarter: int, branch: str | None) -> dict[str, Any]:
    """The report of a quarter over the branches that the actor reports on: numbers only, nobody's name.

    Raises: Forbidden, Invalid for a quarter that has not begun.
    """
    require(can_report(actor, branch))
    asked, moment = Quarter(year, quarter), now()
    if asked.since > moment:
        raise Invalid({"quarter": _NOT_BEGUN})
    codes = [branch] if branch else reported_branches(actor, sorted(branches()))
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
        **told(found, names, lambda key: str(CHANNELS[Channel(key)])),
    }


@transaction.atomic
def report_file(*, actor: Actor, year: int, quarter: int, branch: str | None, form: str) -> bytes:
    """The same report as a table to open elsewhere; handing it out is recorded.

    Raises: Forbidden, Invalid.
    """
    report = report_count(actor=actor, year=year, quarter=quarter, branch=branch)
    rows = _table(report)
    meta = {"data_set": "complaint_report", "year": year, "quarter": quarter, "branch": branch, "format": form, "rows": len(rows) - 1}
    record(actor, Action.EXPORT_DATA, object_type="EXPORT", object_id="complaint_report", branch_code=branch, meta=meta)
    return as_csv(rows) if form == "csv" else as_xlsx(rows)


def _table(report: dict[str, Any]) -> list[list[Any]]:
    """All parts of the report under one head; the first two columns say which line it is."""
    rows: list[list[Any]] = [[str(head) for head in _HEADS.values()]]
    rows += [[line["product"], line["issue"]["name"], *(line[name] for name in _FIGURES)] for line in report["rows"]]
    rows += [[str(_PARTS["by_branch"]), line["branch"]["name"], *(line[name] for name in _FIGURES)] for line in report["by_branch"]]
    rows += [[str(_PARTS["by_channel"]), line["channel"]["name"], *(line[name] for name in _FIGURES)] for line in report["by_channel"]]
    return [*rows, [str(_PARTS["total"]), "", *(report["total"][name] for name in _FIGURES)]]
