"""The figures of the demonstration's dashboards, and one that is sent every Monday."""

from __future__ import annotations

from simpul.iam.public import actor_for, people_by_username
from simpul.insight.selectors.schedules import own_schedules
from simpul.insight.services.filling import history_compute
from simpul.insight.services.schedules import schedule_create
from simpul.insight.vocabulary import Frequency, Preset
from simpul.platform.db import scope
from simpul.platform.demonstrating import Demonstration, Stage

_BOARD, _HOUR = "executive", 7


def play_dashboards(stage: Stage) -> int:
    """Compute all figures, and let the director have theirs sent."""
    history_compute()
    director = next(each.username for each in stage.everybody if each.role == "DIRECTOR")
    actor = actor_for(people_by_username([director])[director].id)
    if actor is not None:
        with scope(actor):
            if not own_schedules(actor).exists():
                schedule_create(
                    actor=actor,
                    dashboard=_BOARD,
                    branch=None,
                    preset=Preset.LAST_7.value,
                    frequency=Frequency.WEEKLY.value,
                    hour=_HOUR,
                    recipients=[],
                )
    return 1


DEMONSTRATION = Demonstration("Dashboards", 1, play_dashboards, comes_last=True)
