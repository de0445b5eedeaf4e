"""A dashboard for one reader and period: figures with target and change, and charts, suppressed."""

from __future__ import annotations

from simpul.iam.public import branches
from simpul.insight.policies import read_branches
from simpul.insight.selectors.boards import Dashboard
from simpul.insight.selectors.charts import charts_of, is_trend
from simpul.insight.selectors.figures import Reach, figures_read, runs_read
from simpul.insight.selectors.measures import MEASURES
from simpul.insight.selectors.periods import Period
from simpul.insight.selectors.shapes import Choice, DashboardAnswer
from simpul.insight.selectors.tiles import tile_of
from simpul.insight.vocabulary import Combine, Cut
from simpul.platform.actor import Actor


def dashboard_answer(actor: Actor, board: Dashboard, period: Period, branch: str | None) -> DashboardAnswer:
    """The dashboard as this actor may see it."""
    places = {code: facts.name for code, facts in branches().items()}
    readable = read_branches(actor)
    reach = Reach(None, actor.id) if board.own else Reach([branch] if branch else readable)
    charted = {each.measure for each in board.charts}
    shown = {*board.tiles, *charted}
    runs = runs_read(shown)
    over_time = {*board.tiles, *(each.measure for each in board.charts if is_trend(each))}
    moving = figures_read(over_time, (period.before, *period.spans), reach, Cut.PERIOD)
    counted = [code for code in board.tiles if MEASURES[code].combine is Combine.DISTINCT]
    distinct = figures_read(counted, (period.before, period.span), reach, Cut.PERIOD)
    tiles = [tile_of(actor, MEASURES[code], moving, distinct, runs.get(code), period, branch) for code in board.tiles]
    choices = [] if board.own else sorted(places if readable is None else readable)
    computed = [runs[code].computed_at for code in shown if code in runs]
    return DashboardAnswer(
        key=board.key,
        title=str(board.title),
        text=str(board.text),
        since=period.span.first,
        until=period.span.last,
        preset=period.preset,
        branch=branch,
        branches=[Choice(code, places[code]) for code in choices if code in places],
        as_of=min(computed) if len(computed) == len(shown) else None,
        tiles=tiles,
        charts=charts_of(actor, board, period, branch, reach, moving, runs, places),
    )
