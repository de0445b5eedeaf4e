"""Work on transactions and the value of customers that is done at night, after an import and after contacts."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from uuid import UUID

from simpul.platform.jobs import job
from simpul.platform.text import Text
from simpul.value.errors import ScoringIsNotAssessed
from simpul.value.services.scoring import contacted_score, customers_score, rfm_compute
from simpul.value.services.transactions import transactions_recount

_LOG = logging.getLogger(__name__)


@job("value.recount_transactions", title=Text(id="Menghitung transaksi nasabah", en="Count customers' transactions"), cron="7 2 * * *")
def recount_transactions(timestamp: int = 0) -> None:
    """Count what each customer moved in the last 30, 90 and 365 days, every night and after an import."""
    transactions_recount()


@job("value.compute_rfm", title=Text(id="Menghitung skor RFM", en="Compute RFM scores"), cron="27 2 * * *", own_transactions=True)
def compute_rfm(timestamp: int = 0) -> None:
    """Score all customers, every night after their transactions were counted and after a large import."""
    try:
        run = rfm_compute()
    except ScoringIsNotAssessed:
        _LOG.warning("No impact assessment of scoring is in force: nobody was scored.")
        return
    _LOG.info("Scored %d customers on %s; %d rows changed.", run.customers, run.engine, run.changed)


@job("value.score_customers", title=Text(id="Menghitung skor RFM nasabah", en="Compute RFM scores of customers"))
def score_customers(customer_ids: Sequence[str]) -> None:
    """Score customers whose transactions were imported."""
    customers_score([UUID(each) for each in customer_ids])


@job("value.score_contacted", title=Text(id="Menghitung skor RFM sesudah kontak", en="Compute RFM scores after contacts"), cron="*/5 * * * *")
def score_contacted(timestamp: int = 0) -> None:
    """Score those anew who were in contact, every five minutes."""
    contacted_score()
