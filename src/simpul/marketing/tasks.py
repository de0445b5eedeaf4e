"""Work on segments and campaigns that is done aside."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from simpul.iam.public import system_actor
from simpul.marketing.errors import SelectingIsNotAllowed
from simpul.marketing.events import SegmentRefreshed
from simpul.marketing.models import Campaign
from simpul.marketing.selectors.membership import selecting_allowed
from simpul.marketing.services.executing import answers_hand_on, campaign_run
from simpul.marketing.services.following import RUN_JOB
from simpul.marketing.services.freezing import campaign_freeze
from simpul.marketing.services.programme import programme_follow
from simpul.marketing.services.refreshing import segment_refresh, segments_refresh_due
from simpul.marketing.vocabulary import CampaignStatus, Refresh
from simpul.platform import events
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.jobs import defer, job
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


@job(
    "marketing.follow_programme",
    title=Text(id="Anggota tindak lanjut mengikuti segmen", en="Follow-up members follow a segment"),
)
def follow_programme(event: events.EncodedEvent) -> None:
    """Customers of the segment of the follow-up programme enter it, and leave it."""
    news: SegmentRefreshed = events.decode(SegmentRefreshed, event)
    programme_follow(news.segment_id)


def _refresh_due(every: Refresh) -> None:
    try:
        selecting_allowed()
    except SelectingIsNotAllowed:
        return  # a segment stays as it was found last until an assessment is in force again
    segments_refresh_due(every)


# Answers come in for so long after a campaign was sent.
_ANSWERS_FOR = timedelta(days=30)
# Until then some of what waits has been handed over.
_SOON = timedelta(seconds=5)


@job(RUN_JOB, title=Text(id="Menjalankan kampanye", en="Run a campaign"), own_transactions=True)
def run_campaign(campaign_id: str) -> None:
    """Judge everybody for a campaign that started, and write to those who are eligible; soon again while that goes forward, else within a minute."""
    campaign_freeze(UUID(campaign_id))
    ran = campaign_run(UUID(campaign_id))
    if ran.is_open and ran.customers:
        with scope(system_actor()):
            defer(RUN_JOB, key=f"campaign:{campaign_id}", at=now() + _SOON, campaign_id=campaign_id)


@job("marketing.run_due", title=Text(id="Melanjutkan kampanye yang berjalan", en="Go on with running campaigns"), cron="* * * * *")
def run_due(timestamp: int = 0) -> None:
    """Go on with what runs, every minute, also where a worker was killed; and give on who answered."""
    for campaign_id in Campaign.objects.filter(status=CampaignStatus.RUNNING).values_list("pk", flat=True):
        defer(RUN_JOB, key=f"campaign:{campaign_id}", campaign_id=str(campaign_id))
    for campaign_id in Campaign.objects.filter(hand_off=True, started_at__gt=now() - _ANSWERS_FOR).values_list("pk", flat=True):
        answers_hand_on(campaign_id)
