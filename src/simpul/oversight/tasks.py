"""What oversight does by itself."""

from __future__ import annotations

from simpul.oversight.services import suspicion
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("oversight.watch", title=Text(id="Mencari aktivitas mencurigakan", en="Look for suspicious activity"), cron="*/5 * * * *", own_transactions=True)
def watch(timestamp: int = 0) -> None:
    """Look through the trail for suspicious activity, every five minutes; after a pause all that was missed."""
    suspicion.watch()
