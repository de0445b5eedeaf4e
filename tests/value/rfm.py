"""Customers, bookings and an assessment for tests of RFM."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from simpul.platform.clock import today
from simpul.platform.db import execute, query
from simpul.value.models import RfmThresholds
from simpul.value.selectors.definition import RESULT, Question
from simpul.value.selectors.questions import bounds_of
from simpul.value.services.engines.running import result_fill
from tests.support import customers as make
from tests.support.database import rows
from tests.support.people import user_id

_RESULT = f"SELECT {', '.join(RESULT)} FROM pg_temp.rfm_result ORDER BY customer_id"


def assess(kind: str = "SCORING") -> None:
    """An approved impact assessment of scoring is in force."""
    with rows():
        execute(
            """INSERT INTO crm.impact_assessments (assessment_id, kind, title, purpose, data_used, risk, measures, review_on,
                   status, decided_by, decided_at, decision_note, version, created_by)
               VALUES (gen_random_uuid(), %s, 'Skor nasabah', 'Pelayanan', 'Transaksi', 'Salah nilai', 'Ditinjau', %s,
                   'APPROVED', %s, now(), '', 1, %s)""",
            (kind, today() + timedelta(days=90), user_id("compliance"), user_id("agent_mdn")),
        )


def asks(at: datetime, **fields: Any) -> Question:
    """What is asked by the shipped thresholds at an instant."""
    with rows():
        return Question(at, fields.pop("months", 12), bounds_of(RfmThresholds.objects.get(pk=1)), **fields)


def answer(engine: str, question: Question) -> list[tuple[Any, ...]]:
    """What an engine says of every customer, in the order of their ids."""
    result_fill(engine, question)
    return [tuple(row.values()) for row in query(_RESULT)]


def customer_since(created_at: datetime, contacted_at: datetime | None = None, **fields: Any) -> UUID:
    """A customer recorded at an instant, with or without a contact."""
    made = make.customer(**fields)
    with rows():
        execute("UPDATE crm.customers SET created_at = %s WHERE customer_id = %s", (created_at, made.id))
    if contacted_at:
        make.facts(made.id, last_contact_at=contacted_at)
    return made.id


def bookings(customer_id: UUID, found: list[tuple[datetime, Decimal, str, str]]) -> None:
    """Bookings of a customer: instant, amount, kind and currency, each with a balance of as much."""
    for at, amount, kind, currency in found:
        make.transaction(customer_id, str(amount), at=at, kind=kind, currency=currency, balance_after=amount)
