"""Forecast and win rate against sums in plain Python."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from simpul.platform.clock import JAKARTA, now, today
from simpul.platform.db import scope
from simpul.platform.money import rounded
from simpul.sales.models import Opportunity
from simpul.sales.selectors.forecast import forecast_figures
from tests.sales.contract import opportunity_of
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db
PROBABILITY = {"NEW": 10, "QUALIFIED": 25, "PROPOSAL": 50, "NEGOTIATION": 75, "CLOSED_WON": 100, "CLOSED_LOST": 0}


def month_of(day: date) -> str:
    return f"{day:%Y-%m}"


def months_on(months: int) -> list[str]:
    first = today().replace(day=1)
    found = []
    for _ in range(months):
        found.append(month_of(first))
        first = (first + timedelta(days=32)).replace(day=1)
    return found


def since(months: int) -> datetime:
    first = today().replace(day=1)
    for _ in range(months - 1):
        first = (first - timedelta(days=1)).replace(day=1)
    return datetime(first.year, first.month, 1, tzinfo=JAKARTA)


@pytest.fixture
def pipeline(organisation: None) -> list[Opportunity]:
    """Opportunities of two branches and two managers, open and closed over a year."""
    chance = random.Random(7)
    places = {branch: customers.customer("Budi Hutapea", branch).id for branch in ("MDN", "BNJ")}
    made = []
    for _ in range(60):
        stage = chance.choice(list(PROBABILITY))
        closed_at = now() - timedelta(days=chance.randrange(300))
        fields: dict[str, Any] = {
            "stage": stage,
            "probability": PROBABILITY[stage],
            "estimated_value": Decimal(chance.randrange(1_000_000, 9_000_000_00)) / 100,
            "expected_close_on": today() + timedelta(days=chance.randrange(-40, 300)),
            "assigned_to": people.user_id(chance.choice(["rm_mdn", "rm_mdn_2"])),
            "created_at": now() - timedelta(days=320),
        }
        if stage == "CLOSED_WON":
            fields |= {"won_product_code": "LOAN", "closed_at": closed_at}
        elif stage == "CLOSED_LOST":
            fields |= {"lost_reason": "PRICE", "closed_at": closed_at}
        made.append(opportunity_of(places[chance.choice(["MDN", "MDN", "BNJ"])], **fields))
    with rows():
        return list(Opportunity.objects.all())


def figures(found: list[Opportunity], begins: datetime) -> dict[str, Any]:
    still = [each for each in found if each.closed_at is None]
    won = [each for each in found if each.stage == "CLOSED_WON" and each.closed_at and each.closed_at >= begins]
    lost = [each for each in found if each.stage == "CLOSED_LOST" and each.closed_at and each.closed_at >= begins]
    return {
        "open": len(still),
        "value": sum((each.estimated_value for each in still), Decimal(0)),
        "weighted": sum((each.estimated_value * each.probability / 100 for each in still), Decimal(0)),
        "won": len(won),
        "lost": len(lost),
        "won_value": sum((each.estimated_value for each in won), Decimal(0)),
        "win_rate": round(len(won) / (len(won) + len(lost)), 4) if won or lost else None,
    }


@pytest.mark.parametrize(("who", "months"), [("supervisor_mdn", 6), ("supervisor_mdn", 1), ("rm_mdn", 12), ("supervisor_bnj", 6), ("director", 6)])
def test_the_forecast_is_the_sum_of_what_the_reader_sees(pipeline, who, months):
    actor = people.actor(who)
    mine = [
        each
        for each in pipeline
        if (who == "rm_mdn" and each.assigned_to == actor.id)
        or (who == "supervisor_mdn" and each.branch_code == "MDN")
        or (who == "supervisor_bnj" and each.branch_code == "BNJ")
    ]
    with scope(actor):
        found = forecast_figures(actor=actor, branch=None, assigned_to=None, months=months)

    expected: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
    for each in mine:
        if each.closed_at is None:
            month = max(month_of(each.expected_close_on), month_of(today()))
            count, value, weighted = expected[month]
            expected[month] = [count + 1, value + each.estimated_value, weighted + each.estimated_value * each.probability / 100]
    assert [row["month"] for row in found["months"]] == months_on(months)
    for row in found["months"]:
        count, value, weighted = expected[row["month"]]
        assert (row["count"], row["value"]) == (count, value)
        assert abs(row["weighted"] - rounded(weighted)) <= Decimal("0.01")
        won = [each for each in mine if each.stage == "CLOSED_WON" and month_of(each.closed_at.astimezone(JAKARTA)) == row["month"]]  # type: ignore[union-attr]
        assert row["won"] == sum((each.estimated_value for each in won), Decimal(0))
    for part, key, name in (("by_rm", "assigned_to", "rm"), ("by_branch", "branch_code", "branch")):
        shown = {row[name]["id" if name == "rm" else "code"]: row for row in found[part]}
        begins = since(months)
        wanted = {value: figures([each for each in mine if getattr(each, key) == value], begins) for value in {getattr(each, key) for each in mine}}
        wanted = {value: row for value, row in wanted.items() if row["open"] or row["won"] or row["lost"]}
        assert shown.keys() == wanted.keys()
        for value, row in wanted.items():
            assert abs(shown[value]["weighted"] - row["weighted"]) <= Decimal("0.05")
            assert {k: v for k, v in shown[value].items() if k in row and k != "weighted"} == {k: v for k, v in row.items() if k != "weighted"}


def test_a_branch_narrows_it(pipeline):
    actor = people.actor("supervisor_mdn")
    with scope(actor):
        found = forecast_figures(actor=actor, branch="BNJ", assigned_to=None, months=6)
    assert (found["by_rm"], found["by_branch"]) == ([], [])
    assert all(row["count"] == 0 for row in found["months"])
