"""Keeping the inbox small."""

from __future__ import annotations

from simpul.messaging.services import notices_forget
from simpul.platform.jobs import job
from simpul.platform.text import Text

KEPT_DAYS = 400


@job("messaging.forget_notices", title=Text(id="Menghapus pemberitahuan lama", en="Remove old notices"), cron="23 2 * * *")
def forget_notices(timestamp: int = 0) -> None:
    """Remove notices that are older than a year and a month, every night."""
    notices_forget(days=KEPT_DAYS)
