"""Work on segments that is done aside."""

from __future__ import annotations

from uuid import UUID

from simpul.iam.public import system_actor
from simpul.marketing.errors import SelectingIsNotAllowed
from simpul.marketing.selectors.membership import selecting_allowed
from simpul.marketing.services.refreshing import segment_refresh, segments_refresh_due
from simpul.marketing.vocabulary import Refresh
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("marketing.refresh_segment", title=Text(id="Menyegarkan segmen", en="Refresh a segment"))
def refresh_segment(segment_id: str) -> None:
    """Look for the customers of a segment again."""
    segment_refresh(actor=system_actor(), segment_id=UUID(segment_id))


@job("marketing.refresh_hourly", title=Text(id="Menyegarkan segmen setiap jam", en="Refresh segments every hour"), cron="23 * * * *")
def refresh_hourly(timestamp: int = 0) -> None:
    """Look again for the customers of the segments that are refreshed every hour."""
    _refresh_due(Refresh.HOURLY)


@job("marketing.refresh_daily", title=Text(id="Menyegarkan segmen setiap hari", en="Refresh segments every day"), cron="41 2 * * *")
def refresh_daily(timestamp: int = 0) -> None:
    """The same for those of every day, after transactions were counted."""
    _refresh_due(Refresh.DAILY)


def _refresh_due(every: Refresh) -> None:
    try:
        selecting_allowed()
    except SelectingIsNotAllowed:
        return  # a segment stays as it was found last until an assessment is in force again
    segments_refresh_due(every)
