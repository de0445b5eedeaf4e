"""Figures of what customers moved agree with a count in Python, and are counted anew."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest

from simpul.iam.public import system_actor
from simpul.platform import clock
from simpul.platform.db import query, scope
from simpul.value.public import transactions_recount
from tests.support import customers as make

pytestmark = pytest.mark.django_db
_SUMS = "SELECT customer_id, tx_count_30d, tx_count_90d, tx_count_365d, tx_in_90d, tx_out_90d, tx_last_at FROM crm.transaction_sums ORDER BY customer_id"


def test_figures_of_thirty_ninety_and_365_days(organisation):
    chance, at = Random(7), clock.now()
    customers = [make.customer() for _ in range(6)]
    booked = {customer.id: [] for customer in customers[:-1]}
    for customer in customers[:-1]:
        for age in [*(chance.uniform(0, 500) for _ in range(12)), 29.999, 30.001, 89.999, 90.001, 364.999, 365.001, -2]:
            amount, direction, currency = Decimal(chance.randint(1, 10**9)) / 100, chance.choice(["IN", "OUT"]), chance.choice(["IDR", "IDR", "USD"])
            moment = at - timedelta(days=age)
            make.transaction(customer.id, str(amount), direction, at=moment, currency=currency)
            booked[customer.id].append((moment, amount, direction, currency))

    def naive(at):
        def expected(customer_id):
            past = [one for one in booked[customer_id] if one[0] <= at]
            counts = [sum(at - one[0] < timedelta(days=days) for one in past) for days in (30, 90, 365)]
            recent = [one for one in past if at - one[0] < timedelta(days=90) and one[3] == "IDR"]
            money = [sum((one[1] for one in recent if one[2] == way), Decimal(0)) for way in ("IN", "OUT")]
            return (customer_id, *counts, *money, max(one[0] for one in past))

        return [expected(customer_id) for customer_id in sorted(booked)]

    with scope(system_actor()), clock.shifted(at - clock.now()):
        assert transactions_recount() == 5
        first = [tuple(row.values()) for row in query(_SUMS)]
    with scope(system_actor()), clock.shifted(timedelta(days=60)):
        later = clock.now()
        assert transactions_recount() == 5
        second = [tuple(row.values()) for row in query(_SUMS)]

    assert first == naive(at)
    assert second == naive(later)


def test_sums_show_to_whom_the_bookings_show(actor):
    customer = make.customer(rm="rm_mdn")
    make.transaction(customer.id, at=clock.now() - timedelta(days=1))
    with scope(system_actor()):
        transactions_recount()

    for username, seen in (("agent_mdn", 1), ("rm_mdn", 1), ("agent_bnj", 0), ("rm_mdn_2", 0), ("compliance", 0), ("marketing", 0)):
        with scope(actor(username)):
            assert len(query(_SUMS)) == seen
            assert query("SELECT * FROM crm.transactions_until(now())") == []
