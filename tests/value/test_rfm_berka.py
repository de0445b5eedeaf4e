"""RFM of a real bank's customers: what plain Python makes of the files is what every engine says, to the last digit."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

import pytest

from simpul.iam.public import system_actor
from simpul.platform.db import execute, scope
from tests.support.database import rows
from tests.support.datasets import dataset
from tests.value import rfm
from tests.value.test_rfm import ENGINES

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
# A crown in rupiah, so that the shipped thresholds tell customers apart.
RUPIAH = 700
_IDS = UUID("00000000-0000-7000-8000-0000000be7ca")
_KINDS = {"UROK": "INTEREST", "SANKC. UROK": "INTEREST_CHARGE", "SLUZBY": "FEE"}
_OPERATIONS = {"VKLAD": "CASH_DEPOSIT", "VYBER KARTOU": "CARD", "PREVOD NA UCET": "TRANSFER", "PREVOD Z UCTU": "TRANSFER", "VYBER": "CASH_WITHDRAWAL"}
_CUSTOMERS = """
INSERT INTO crm.customers (customer_id, full_name, home_branch_code, created_at, source_system, source_key)
SELECT id, 'Nasabah Berka', 'MDN', %s, 'BERKA', id::text FROM unnest(%s::uuid[]) AS id
"""
_BOOKINGS = """
INSERT INTO crm.transactions (transaction_id, customer_id, account_hash, account_hint, occurred_at, booked_on, direction, amount, kind, source_system, source_key)
SELECT uuidv7(), t.id, sha256(t.id::text::bytea), '7890', t.at, (t.at AT TIME ZONE 'Asia/Jakarta')::date, t.direction, t.amount, t.kind, 'BERKA', t.key
FROM unnest(%s::uuid[], %s::timestamptz[], %s::text[], %s::numeric[], %s::text[], %s::text[]) AS t (id, at, direction, amount, kind, key)
"""
Booking = tuple[datetime, Decimal, str, str, str]


def bookings_by_account() -> dict[str, list[Booking]]:
    """The bookings of each account, moved in time so that the last day of the files is yesterday."""
    with gzip.open(dataset("berka") / "trans_1993-01_1994-03_partial.asc.gz", "rt", encoding="latin-1") as lines:
        found = list(csv.DictReader(lines, delimiter=";"))
    days = {row["date"]: datetime.strptime("19" + row["date"], "%Y%m%d").replace(tzinfo=UTC) for row in found}
    later = AT - timedelta(days=1) - max(days.values())
    made: dict[str, list[Booking]] = defaultdict(list)
    for row in found:
        if Decimal(row["amount"]) > 0:
            kind = _KINDS.get(row["k_symbol"].strip()) or _OPERATIONS.get(row["operation"].strip(), "OTHER")
            direction = "IN" if row["type"] == "PRIJEM" else "OUT"
            made[row["account_id"]].append((days[row["date"]] + later, RUPIAH * Decimal(row["amount"]), kind, direction, row["trans_id"]))
    return made


def test_a_real_bank_has_the_same_scores_on_every_engine_and_by_hand(organisation: None) -> None:
    since = AT - timedelta(days=900)
    booked = {uuid5(_IDS, account): found for account, found in bookings_by_account().items()}
    with rows():
        execute(_CUSTOMERS, (since, list(booked)))
        flat = [(key, at, direction, amount, kind, number) for key, found in booked.items() for at, amount, kind, direction, number in found]
        execute(_BOOKINGS, [list(column) for column in zip(*flat, strict=True)])
    question = rfm.asks(AT)
    with scope(system_actor()):
        answers = [rfm.answer(engine, question) for engine in ENGINES]

    assert all(each == answers[0] for each in answers)
    by_hand = {}
    for key, found in booked.items():
        own = [one for one in found if one[2] not in ("INTEREST", "INTEREST_CHARGE", "FEE")]
        inside = [one for one in own if one[0] > question.window_start]
        seen = max((one[0] for one in own), default=since)
        by_hand[key] = ((AT.date() - seen.date()).days, len(inside), sum((one[1] for one in inside), Decimal(0)))
    assert {row[0]: row[1:4] for row in answers[0] if row[0] in booked} == by_hand
    assert {row[8] for row in answers[0]} == {"CHAMPION", "LOYAL", "POTENTIAL"}
