"""Work on sales that is done aside."""

from __future__ import annotations

from simpul.cases.events import CaseClosed
from simpul.platform import events
from simpul.platform.jobs import job
from simpul.platform.text import Text
from simpul.sales.services.after_case import after_case_decide
from simpul.sales.services.lifecycle import lifecycle_compute


@job(
    "sales.decide_after_case",
    title=Text(id="Menentukan tindak lanjut kasus yang ditutup", en="Decide what follows a closed case"),
)
def decide_after_case(event: events.EncodedEvent) -> None:
    """Decide whether a task follows a closed case."""
    news: CaseClosed = events.decode(CaseClosed, event)
    after_case_decide(news.case_id)


@job("sales.compute_lifecycle", title=Text(id="Menghitung tahap nasabah", en="Compute lifecycle stages"), cron="17 2 * * *")
def compute_lifecycle(timestamp: int = 0) -> None:
    """Compute the lifecycle stage of every customer, after transactions were counted: products and transactions change at night."""
    lifecycle_compute()
