"""Made data in volume."""

from __future__ import annotations

from datetime import date

import pytest

from simpul.cases.selectors.clocks import drifted
from simpul.config.cli import Refusal
from simpul.config.demonstration.case_volume import make_cases
from simpul.config.demonstration.places import many
from simpul.config.demonstration.population import Plan, Population
from simpul.config.demonstration.volume import Volume, synthesise_volume
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from tests.support import cases
from tests.support.database import rows


def test_volume_fills_every_table_with_exactly_as_many_bookings_and_once_only(db):
    volume = Volume(customers=300, transactions=3_000, timeline=700, seed=7)

    made = synthesise_volume(volume, lambda label, done=0, total=0: None)
    again = synthesise_volume(volume, lambda label, done=0, total=0: None)

    assert (made["customers"], made["transactions"], made["timeline"], again) == (300, 3_000, 700, {**made, "timeline": 0})
    with rows():
        counts = query("""SELECT (SELECT count(*) FROM crm.customers) AS customers, (SELECT count(*) FROM crm.transactions) AS transactions,
            (SELECT count(*) FROM crm.customer_search) AS search, (SELECT count(*) FROM crm.timeline_events) AS timeline, (SELECT count(*) FROM iam.customer_reach) AS reach,
            (SELECT count(*) > 0 FROM crm.customer_assignments WHERE active) AS assigned, (SELECT count(*) FROM crm.customers WHERE rm_user_id IS NOT NULL)
              = (SELECT count(*) FROM crm.customer_assignments WHERE active) AS agree""")[0]
    assert counts == {"customers": 300, "transactions": 3_000, "search": 300, "timeline": 700, "reach": 300, "assigned": True, "agree": True}


def test_equal_seeds_make_equal_data_and_others_do_not():
    def stream(seed):
        plan = Plan(seed, 200, 2_000, many(12), {}, date(2026, 1, 31), until=date(2026, 1, 30))
        return [(target, {name: list(values) for name, values in columns.items()}) for target, columns in Population(plan).items()]

    assert stream(5) == stream(5)
    assert stream(5) != stream(6)


def test_two_seeds_stand_side_by_side(db):
    for seed in (1, 2):
        synthesise_volume(Volume(customers=150, transactions=0, seed=seed), lambda label, done=0, total=0: None)

    with rows():
        assert query("SELECT count(*) AS n FROM crm.customers") == [{"n": 300}]


def test_cases_in_volume_are_for_an_installation_without_any(organisation):
    cases.opened("supervisor_mdn")

    with pytest.raises(Refusal, match="has cases already"):
        make_cases(total=5, seed=1, owner_url="", progress=lambda label, done=0, total=0: None)

    with rows():
        assert query("SELECT count(*) AS n FROM crm.cases") == [{"n": 1}]


def test_cases_in_volume_have_clocks_that_agree_and_ladders_where_they_are_open(committed):
    synthesise_volume(Volume(customers=200, transactions=0, seed=9), lambda label, done=0, total=0: None)

    # As many as it takes for open cases of the last days, whatever the hour.
    assert make_cases(total=2_000, seed=9, owner_url=committed, progress=lambda label, done=0, total=0: None) == 2_000

    with scope(system_actor()):
        assert drifted(now(), limit=2_001) == ([], None)
    with rows():
        assert query("SELECT count(*) AS n, count(*) FILTER (WHERE status <> 'CLOSED') > 5 AS some_open FROM crm.cases") == [{"n": 2_000, "some_open": True}]
        # The last rung, a working day after the time was over, is ahead of each that is not long over.
        assert query("SELECT DISTINCT kind, status, run_at > now() AS ahead FROM crm.timers") == [{"kind": "cases.ladder", "status": "PENDING", "ahead": True}]
        assert query("SELECT count(*) AS n FROM pg_indexes WHERE indexname = 'cases_span_brin'") == [{"n": 1}]
