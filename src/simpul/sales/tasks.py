"""Work on sales that is done aside."""

from __future__ import annotations

from simpul.cases.events import CaseClosed, CaseOpened
from simpul.consent.events import ConsentChanged
from simpul.platform import events
from simpul.platform.jobs import job
from simpul.platform.text import Text
from simpul.sales.services.after_case import after_case_decide
from simpul.sales.services.lifecycle import lifecycle_compute
from simpul.sales.services.scoring import leads_score, leads_score_answered


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


@job("sales.score_leads", title=Text(id="Menilai prospek", en="Score leads"), cron="43 2 * * *")
def score_leads(timestamp: int = 0) -> None:
    """Score every open lead, once segments were computed at night, and when the rules of scoring changed."""
    leads_score()


@job("sales.score_answers", title=Text(id="Menilai prospek yang menjawab pesan", en="Score leads who answered a message"), cron="*/15 * * * *")
def score_answers(timestamp: int = 0) -> None:
    """Score the leads of customers who opened or answered a message lately."""
    leads_score_answered()


@job("sales.score_consent", title=Text(id="Menilai prospek sesudah persetujuan berubah", en="Score leads after a consent changed"))
def score_consent(event: events.EncodedEvent) -> None:
    """Score the leads of a customer whose consent changed."""
    news: ConsentChanged = events.decode(ConsentChanged, event)
    leads_score([news.customer_id])


@job("sales.score_visit", title=Text(id="Menilai prospek sesudah kasus dibuka", en="Score leads after a case was opened"))
def score_visit(event: events.EncodedEvent) -> None:
    """Score the leads of a customer who opened a case, which may be a visit to a branch."""
    news: CaseOpened = events.decode(CaseOpened, event)
    leads_score([news.customer_id])
