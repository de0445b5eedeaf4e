"""Work on advice that is done aside."""

from __future__ import annotations

from simpul.advice.services.deciding import advice_count_standing
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("advice.count_standing", title=Text(id="Menghitung saran yang berlaku", en="Count the advice that stands"), cron="52 2 * * *")
def count_standing(timestamp: int = 0) -> None:
    """Count every night for how many customers each rule advises something, once their segments were computed."""
    advice_count_standing()
