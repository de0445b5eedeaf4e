"""Balances and activity add up, in the organisation's time zone, in one query each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError

from simpul.platform import clock
from simpul.platform.db import scope
from simpul.value.public import accounts, activity
from tests.support import customers as make


def at(day, hour=5):
    return datetime(2026, *day, hour, tzinfo=UTC)


@pytest.fixture
def in_july():
    """The clock stands at 15 July 2026, noon in Jakarta."""
    with clock.shifted(datetime(2026, 7, 15, 5, tzinfo=UTC) - datetime.now(UTC)):
        yield


def test_the_last_balance_of_each_account_counts(actor, in_july):
    customer = make.customer()
    make.transaction(customer.id, at=at((6, 1)), balance_after="100")
    make.transaction(customer.id, at=at((6, 3)), balance_after="300")
    make.transaction(customer.id, at=at((6, 2)), balance_after="200")
    make.transaction(customer.id, at=at((6, 4)), account="22220009", balance_after="9")

    with scope(actor("agent_mdn")):
        found = accounts(customer.id)

    assert [(row["account_hint_masked"], row["last_balance"], row["last_at"]) for row in found] == [
        ("******0009", Decimal("9.00"), at((6, 4))),
        ("******7890", Decimal("300.00"), at((6, 3))),
    ]


def test_activity_counts_ninety_days_and_twelve_months_of_jakarta(actor, in_july, django_assert_num_queries):
    customer = make.customer()
    make.transaction(customer.id, "100", "IN", at=at((7, 14)))
    make.transaction(customer.id, "40", "OUT", at=at((6, 30), 18))  # 1 July in Jakarta
    make.transaction(customer.id, "7", "OUT", at=at((4, 16), 0))  # the first of the ninety days
    make.transaction(customer.id, "5", "OUT", at=at((4, 15), 10))
    make.transaction(customer.id, "3", "IN", at=datetime(2025, 7, 31, 16, tzinfo=UTC))  # July of last year in Jakarta
    make.transaction(customer.id, "9", "IN", at=at((7, 20)))  # booked ahead
    make.transaction(customer.id, "1000", "IN", at=at((7, 1)), currency="USD")

    with scope(actor("agent_mdn")), django_assert_num_queries(1):
        found = activity(customer.id)

    assert (found["currency"], found["transactions_90d"], found["money_in_90d"], found["money_out_90d"]) == ("IDR", 3, Decimal(100), Decimal(47))
    assert [month["month"] for month in found["series"]] == [
        "2025-08",
        "2025-09",
        "2025-10",
        "2025-11",
        "2025-12",
        *(f"2026-0{month}" for month in range(1, 8)),
    ]
    assert {month["month"]: (month["in"], month["out"]) for month in found["series"] if month["in"] or month["out"]} == {
        "2026-07": (100, 40),
        "2026-04": (0, 12),
    }


def test_a_customer_without_bookings_has_twelve_empty_months(actor):
    customer = make.customer()

    with scope(actor("agent_mdn")):
        found = activity(customer.id)
        assert accounts(customer.id) == []

    assert (found["transactions_90d"], len(found["series"]), {month["in"] for month in found["series"]}) == (0, 12, {Decimal(0)})


def test_row_policies_alone_hide_the_money_of_others(actor):
    customer = make.customer(rm="rm_mdn")
    make.transaction(customer.id, at=clock.now() - timedelta(days=1))

    for username, seen in (("agent_mdn", 1), ("rm_mdn", 1), ("agent_bnj", 0), ("rm_mdn_2", 0), ("compliance", 0), ("marketing", 0)):
        with scope(actor(username)):
            assert (len(accounts(customer.id)), activity(customer.id)["transactions_90d"]) == (seen, seen)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"amount": "0"}, "transactions_amount_positive"),
        ({"direction": "UP"}, "transactions_direction_known"),
        ({"currency": "rp"}, "transactions_currency_shape"),
        ({"kind": "transfer masuk"}, "transactions_kind_shape"),
        ({"source_key": "T"}, "transactions_source_once"),
    ],
)
def test_impossible_bookings_are_refused(organisation, fields, constraint):
    customer = make.customer()
    make.transaction(customer.id, at=at((6, 1)), source_key="T")

    with pytest.raises(IntegrityError, match=constraint):
        make.transaction(customer.id, at=at((6, 1)), **fields)
