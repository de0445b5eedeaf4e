"""Reading a dashboard, and handing it out as a document."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from hashlib import sha256

from django.db import transaction

from simpul.audit.public import Action, record
from simpul.documents.public import ComplaintReport, ReportTable, day_words, rendered
from simpul.iam.public import branches, organisation_name
from simpul.insight.policies import can_export_dashboard, can_read_dashboard
from simpul.insight.selectors.answers import dashboard_answer
from simpul.insight.selectors.periods import period_of
from simpul.insight.selectors.schedules import dashboard_find
from simpul.insight.selectors.shapes import ChartAnswer, DashboardAnswer, Value
from simpul.insight.selectors.wording import NONE, figure_words, value_words
from simpul.insight.vocabulary import DATA_SET
from simpul.platform import configuration, ratelimit
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden, Invalid, RateLimited
from simpul.platform.text import Text, speaking

_OFF = Text(
    id="Ekspor sedang dinonaktifkan oleh administrator.",
    en="Exports are switched off by the administrator.",
)
_HEADS = (
    Text(id="Angka", en="Figure"),
    Text(id="Nilai", en="Value"),
    Text(id="Target", en="Target"),
    Text(id="Periode sebelumnya", en="Period before"),
)
_FIGURES = Text(id="Angka utama", en="Main figures")
_BRANCH, _AS_OF = Text(id="Cabang", en="Branch"), Text(id="Per", en="As of")
_ALL = Text(id="Semua cabang dalam jangkauan", en="All branches within reach")
_NOTE = Text(
    id="Kelompok dengan kurang dari 5 nasabah ditulis <5.",
    en="Groups of fewer than 5 customers are written as <5.",
)
_NO_BRANCH = Text(id="Pilih cabang yang ada.", en="Choose a branch that exists.")
_LINE = Text(id="Rincian", en="Line")


def dashboard_get(
    *,
    actor: Actor,
    key: str,
    branch: str | None = None,
    preset: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> DashboardAnswer:
    """A dashboard of the actor's roles, as they may see it.

    Raises: DashboardNotFound, Forbidden, Invalid.
    """
    board = dashboard_find(actor, key)
    require(can_read_dashboard(actor, board.roles, branch))
    if branch is not None and branch not in branches():
        raise Invalid({"branch": _NO_BRANCH})
    period = period_of(preset, since, until)
    answer = dashboard_answer(actor, board, period, branch)
    return replace(answer, can={"export": bool(can_export_dashboard(actor))})


@transaction.atomic
def dashboard_file(
    *,
    actor: Actor,
    key: str,
    branch: str | None = None,
    preset: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> bytes:
    """The dashboard as a PDF; handing it out is recorded with its filter and hash.

    Raises: DashboardNotFound, Forbidden, Invalid, RateLimited.
    """
    facts = {
        "action": Action.EXPORT_DATA,
        "object_type": "EXPORT",
        "object_id": DATA_SET,
        "branch_code": branch,
    }
    verdict = can_export_dashboard(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**facts)
    if not configuration.value("export.allowed", actor):
        raise Forbidden(_OFF).recorded_as(**facts)
    capacity = configuration.number("export.per_hour", actor)
    taken = ratelimit.take(f"export:{actor.id}", capacity=capacity, seconds=3600)
    if not taken.allowed:
        raise RateLimited(taken.retry_after).recorded_as(**facts)
    with speaking("id") if actor.language == "id" else nullcontext():
        answer = dashboard_get(actor=actor, key=key, branch=branch, preset=preset, since=since, until=until)
        content = dashboard_pdf(answer, actor)
    wanted = {"dashboard": key, "since": str(answer.since), "until": str(answer.until)}
    meta = {
        "format": "pdf",
        "filter": {**wanted, "branch": branch},
        "rows": len(answer.tiles) + sum(len(chart.lines) for chart in answer.charts),
        "sha256": sha256(content).hexdigest(),
    }
    record(
        actor,
        Action.EXPORT_DATA,
        object_type="EXPORT",
        object_id=DATA_SET,
        branch_code=branch,
        meta=meta,
    )
    return content


def dashboard_pdf(answer: DashboardAnswer, actor: Actor) -> bytes:
    """The dashboard as a PDF, in the language that is spoken."""
    place = branches()[answer.branch].name if answer.branch else str(_ALL)
    as_of = day_words(answer.as_of.date()) if answer.as_of else NONE
    data = ComplaintReport(
        organisation=organisation_name(),
        title=answer.title,
        period=f"{day_words(answer.since)} – {day_words(answer.until)}",
        facts=[(str(_BRANCH), place), (str(_AS_OF), as_of)],
        tables=[
            _tiles_table(answer),
            *(_chart_table(chart) for chart in answer.charts if chart.lines),
        ],
        notes=[str(_NOTE)],
        made_by=actor.full_name,
        made_at=now(),
    )
    return rendered("complaint_report", data).file.read()


def _tiles_table(answer: DashboardAnswer) -> ReportTable:
    rows = [
        [
            tile.title,
            figure_words(tile),
            value_words(Value(tile.target), tile.unit),
            value_words(Value(tile.previous), tile.unit),
        ]
        for tile in answer.tiles
    ]
    return ReportTable(str(_FIGURES), [str(head) for head in _HEADS], 1, rows, [])


def _chart_table(chart: ChartAnswer) -> ReportTable:
    """A chart as a table; of many columns the last that fit on paper."""
    most = 6
    heads = [str(_LINE), *(head.label for head in chart.columns[-most:])]
    rows = [[line.label, *(value_words(value, chart.unit) for value in line.values[-most:])] for line in chart.lines]
    return ReportTable(chart.title, heads, 1, rows, [])
