"""The daily run, requested runs and the advance notice."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from uuid import UUID

from simpul.followup.services.rotating import DAILY, REQUESTED, daily_run_id, run_rotate
from simpul.followup.services.warning import members_warn
from simpul.platform.clock import now
from simpul.platform.jobs import job
from simpul.platform.text import Text

_LOG = logging.getLogger(__name__)


@job("followup.run_daily", title=Text(id="Rotasi tindak lanjut harian", en="Daily follow-up run"), cron="0 5 * * *", own_transactions=True)
def run_daily(timestamp: int = 0) -> None:
    """Rotate and deal, every day at the planned moment, so that a window ends when its day's run begins."""
    planned_at = datetime.fromtimestamp(timestamp, UTC) if timestamp else now()
    if run_rotate(run_id=daily_run_id(planned_at), kind=DAILY, at=planned_at):
        _LOG.info("The daily follow-up run is done.")


@job("followup.run_requested", title=Text(id="Rotasi tindak lanjut yang diminta", en="Requested follow-up run"), own_transactions=True)
def run_requested(run_id: str) -> None:
    """Rotate and deal everything that is due now, as somebody requested."""
    run_rotate(run_id=UUID(run_id), kind=REQUESTED)


@job(
    "followup.warn_members",
    title=Text(id="Pemberitahuan sebelum anggota berpindah", en="Advance notice of follow-up rotations"),
    cron="20 * * * *",
    own_transactions=True,
)
def warn_members(timestamp: int = 0) -> None:
    """Send the advance notices, every hour."""
    members_warn()
