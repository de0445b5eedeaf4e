"""RFM is as the product's chapter says, and the same on every engine."""

from __future__ import annotations

import importlib.util
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import product
from random import Random

import duckdb
import pytest

from simpul.iam.public import system_actor
from simpul.platform.db import query, scope
from simpul.value.selectors.definition import DUCKDB, POSTGRES, rfm_statement, scoring_steps
from simpul.value.selectors.questions import postgres_relations
from tests.value import rfm

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
DAYS, COUNTS = (365, 120, 60, 20, 3), (0, 10, 20, 40, 60)
MONEY = tuple(Decimal(each) for each in (0, 10_000_000, 30_000_000, 70_000_000, 200_000_000))
HAS_SPARK = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None
OWN = ("TRANSFER", "QRIS", "SALARY", "CARD")
ENGINES = ("POSTGRES", "DUCKDB", *(("SPARK",) if HAS_SPARK else ()))


def measured(figures):
    """The relation of figures as SQL that PostgreSQL and DuckDB read."""
    listed = ", ".join(f"({number}, {days}, {count}, CAST({money} AS DECIMAL(15, 2)))" for number, (days, count, money) in enumerate(figures))
    return f"WITH given (customer_id, recency_days, frequency_count, monetary_value) AS (VALUES {listed}), measured AS (SELECT * FROM given), "


def scored(figures, question):
    """The scores, rule and segment of figures, which both engines agree on."""
    statement = measured(figures) + scoring_steps(question, POSTGRES) + " ORDER BY 1"
    found = [tuple(row.values())[4:9] for row in query(statement)]
    with duckdb.connect() as engine:
        assert [row[4:9] for row in engine.execute(measured(figures) + scoring_steps(question, DUCKDB) + " ORDER BY 1").fetchall()] == found
    return found


def expected_segment(r, f, m):
    """The six rules of the product's chapter 7.1, in words of Python."""
    if min(r, f, m) >= 4:
        return "CHAMPION"
    if f >= 4:
        return "LOYAL"
    if r >= 4:
        return "POTENTIAL"
    if r + f + m >= 6:
        return "AT_RISK"
    return "LOST" if r == f == 1 else "HIBERNATING"


def test_every_combination_of_scores_has_its_segment(organisation):
    combinations = list(product(range(1, 6), repeat=3))
    found = scored([(DAYS[r - 1], COUNTS[f - 1], MONEY[m - 1]) for r, f, m in combinations], rfm.asks(AT))

    assert [row[:3] for row in found] == combinations
    assert [row[4] for row in found] == [expected_segment(*each) for each in combinations]
    assert Counter(row[4] for row in found) == {"LOYAL": 42, "AT_RISK": 35, "POTENTIAL": 30, "CHAMPION": 8, "HIBERNATING": 7, "LOST": 3}


def test_a_bound_belongs_to_the_higher_score(organisation):
    bounds = ((7, 5), (8, 4), (30, 4), (31, 3), (90, 3), (91, 2), (180, 2), (181, 1))
    counts = ((50, 5), (49, 4), (30, 4), (29, 3), (15, 3), (14, 2), (5, 2), (4, 1))
    money = [
        (Decimal(bound) - less, score) for bound, high in ((100, 5), (50, 4), (20, 3), (5, 2)) for less, score in ((0, high), (Decimal("0.00000001"), high - 1))
    ]
    values = [(days[0], count[0], amount[0] * 1_000_000) for days, count, amount in zip(bounds, counts, money, strict=True)]

    found = scored(values, rfm.asks(AT))

    assert [row[:3] for row in found] == [(days[1], count[1], amount[1]) for days, count, amount in zip(bounds, counts, money, strict=True)]


def test_fifths_give_equal_figures_equal_scores(organisation):
    figures = [(10, count, Decimal(5)) for count in (0, 0, 0, 1, 2, 3, 4, 5, 6, 6)]

    found = scored(figures, rfm.asks(AT, method="PERCENTILES"))

    assert [row[1] for row in found] == [1, 1, 1, 2, 3, 3, 4, 4, 5, 5]
    assert {(row[0], row[2]) for row in found} == {(1, 1)}


def population(chance):
    """Customers of every sort with their bookings: none, at the edges of the window, ahead, taken back, of the bank itself."""
    edge = rfm.asks(AT).window_start
    found = {rfm.customer_since(AT - timedelta(days=200)): [], rfm.customer_since(AT + timedelta(days=2)): []}
    found[rfm.customer_since(AT - timedelta(days=900), AT - timedelta(days=31))] = []
    found[rfm.customer_since(AT - timedelta(days=900), AT + timedelta(days=1))] = []
    edges = [(edge + timedelta(microseconds=shift), Decimal("1.01"), "TRANSFER", "IDR") for shift in (-1, 0, 1)]
    found[rfm.customer_since(edge)] = [*edges, (AT, Decimal(7), "QRIS", "IDR"), (AT + timedelta(microseconds=1), Decimal(9), "QRIS", "IDR")]
    found[rfm.customer_since(edge)] = [(AT - timedelta(days=9), Decimal(10), "CARD", "IDR"), (AT - timedelta(days=8), Decimal("10.01"), "REVERSAL", "IDR")]
    found[rfm.customer_since(edge)] = [(AT - timedelta(days=3), Decimal("9999999999999.99"), "SALARY", "IDR")] * 2
    found[rfm.customer_since(edge)] = [
        (AT - timedelta(days=days), Decimal(99), kind, "IDR") for days, kind in enumerate(("FEE", "INTEREST", "INTEREST_CHARGE"))
    ]
    for amount in (Decimal(5_000_000), Decimal(1_000)):
        found[rfm.customer_since(edge)] = [(AT - timedelta(days=day), amount, "QRIS", "IDR") for day in range(1, 41)]
    for number in range(16):
        kinds = (*OWN, "FEE", "INTEREST", "REVERSAL")
        booked = [
            (
                AT - timedelta(days=chance.uniform(-5, 30 * chance.randint(1, 20))),
                Decimal(chance.randint(1, 10 ** chance.randint(4, 10))) / 100,
                chance.choice(kinds),
                chance.choice(("IDR", "IDR", "IDR", "USD")),
            )
            for _ in range(chance.choice((1, 6, 16, 35)) if number else 60)
        ]
        found[rfm.customer_since(AT - timedelta(days=700))] = booked
    for customer_id, booked in found.items():
        rfm.bookings(customer_id, booked)
    return found


def expected_figures(booked, created_at, contacted_at):
    """Days, count and rupiah by the chapter's words, in plain Python."""
    past = [one for one in booked if one[0] <= AT]
    own = [one for one in past if one[2] in OWN]
    seen = max([one[0] for one in own] + ([contacted_at] if contacted_at and contacted_at <= AT else []), default=created_at)
    window = [one for one in past if one[0] > rfm.asks(AT).window_start]
    money = sum((one[1] for one in window if one[2] in OWN and one[3] == "IDR"), Decimal(0))
    money -= sum((one[1] for one in window if one[2] == "REVERSAL" and one[3] == "IDR"), Decimal(0))
    return (max((AT.date() - seen.date()).days, 0), sum(one[2] in OWN for one in window), min(max(money, Decimal(0)), Decimal("9999999999999.99")))


@pytest.mark.parametrize("seed", [1])
def test_all_engines_say_what_plain_python_says(organisation, seed):
    booked = population(Random(seed))
    questions = [rfm.asks(AT, method=method, measure=measure) for method in ("THRESHOLDS", "PERCENTILES") for measure in ("TURNOVER", "BALANCE")]

    with scope(system_actor()):
        people = {
            row.pop("customer_id"): row
            for row in query("SELECT c.customer_id, c.created_at, f.last_contact_at FROM crm.customers c LEFT JOIN crm.customer_facts f USING (customer_id)")
        }
        answers = {
            question: [rfm.answer(engine, question) for engine in (ENGINES if question is questions[0] or question is questions[-1] else ENGINES[:2])]
            for question in questions
        }
        alone = [
            tuple(query(rfm_statement(question, POSTGRES, postgres_relations(chosen=True)), {"ids": [customer_id]})[0].values())
            for question in questions[:2]
            for customer_id in sorted(booked)
        ]

    assert [row[1:4] for row in answers[questions[0]][0]] == [
        expected_figures(booked[key], people[key]["created_at"], people[key]["last_contact_at"]) for key in sorted(booked)
    ]
    for found in answers.values():
        assert all(each == found[0] for each in found)
    assert alone == answers[questions[0]][0] + answers[questions[1]][0]
    assert len({row[8] for row in answers[questions[0]][0]}) >= 5
