"""Dashboards in the database: the largest one for a director and a supervisor, beside a plain count, and the nightly filling."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

from bench.environment import Size, machine, percentile, prepare
from simpul.config.cli.installation import DATABASE

BUDGET_MS = 300
# What many cases make: a row for every day and branch of each measure, and for each of its keys.
_WIDEN = """
INSERT INTO crm.dashboard_figures (measure, day, branch_code, key, user_id, numerator, denominator, customers)
SELECT k.measure, d.day::date, b.code, k.key, k.user_id, 3, 4, ARRAY[1, 2, 3, 4, 5]::bigint[]
FROM (SELECT DISTINCT measure, key, user_id FROM crm.dashboard_figures
      WHERE measure <> 'repeat_complaints' AND user_id = '00000000-0000-0000-0000-000000000000') k
CROSS JOIN (SELECT branch_code FROM iam.branches UNION SELECT '*' UNION SELECT 'X' || g FROM generate_series(1, 93) g) b (code)
CROSS JOIN generate_series(current_date - %(days)s, current_date, interval '1 day') d (day)
ON CONFLICT DO NOTHING
"""
_PLAIN = "SELECT count(*) FROM crm.cases WHERE created_at >= now() - interval '30 days'"


def main() -> None:
    """Print p50 and p95 of each dashboard with the ratio to a plain count, and the seconds of the filling by measure."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=1_000_000)
    arguments.add_argument("--cases", type=int, default=5_000_000)
    arguments.add_argument(
        "--days",
        type=int,
        default=0,
        help="so many days get a row for every branch and key, as many cases make them",
    )
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--filled", action="store_true", help="measure the reading of what an earlier run has filled")
    given = arguments.parse_args()
    installation = prepare(Size(given.customers, 0, 0, cases=given.cases))
    import django

    django.setup()
    import psycopg

    from simpul.iam.public import actor_for, branches, system_actor, user_add
    from simpul.insight.services.dashboards import dashboard_get
    from simpul.insight.services.filling import history_compute, recent_compute
    from simpul.platform.db import query, scope

    system = system_actor()
    print(machine())
    with scope(system):
        codes = sorted(branches())
        people = {}
        for role, places in (("DIRECTOR", []), ("SUPERVISOR", codes[:10])):
            username = f"bench.{role.lower()}.dashboards"
            found = query("SELECT user_id FROM iam.users WHERE username = %s", (username,))
            people[role] = (
                found[0]["user_id"]
                if found
                else user_add(
                    actor=system,
                    username=username,
                    full_name=username,
                    password=None,
                    password_hash="!",
                    roles=[role],
                    branches=places,
                )
            )
    fillings = (("nightly filling of all days", history_compute), ("filling of the last days", recent_compute))
    for label, fill in () if given.filled else fillings:
        began = time.perf_counter()
        rows = fill() if label.startswith("nightly") else _within(system, fill)
        print(f"{label}: {rows:,} rows in {time.perf_counter() - began:.1f} s")
        with scope(system):
            slow = query("SELECT measure, seconds FROM crm.dashboard_runs ORDER BY seconds DESC LIMIT 5")
        print("  slowest: " + ", ".join(f"{row['measure']} {row['seconds']:.1f} s" for row in slow))
    if given.days:
        with psycopg.connect(installation.admin_url, dbname=DATABASE) as admin:
            admin.execute(_WIDEN, {"days": given.days})
        with psycopg.connect(installation.admin_url, dbname=DATABASE, autocommit=True) as admin:
            admin.execute("VACUUM ANALYZE crm.dashboard_figures")
            rows = admin.execute("SELECT count(*) FROM crm.dashboard_figures").fetchone()
            print(f"{(rows or (0,))[0]:,} rows of figures, {len(codes)} branches")
    with scope(system):
        plain = _timed(lambda: query(_PLAIN), 5)
    for role, keys in (("DIRECTOR", ("executive", "service")), ("SUPERVISOR", ("service",))):
        actor = actor_for(people[role])
        assert actor is not None
        for key in keys:
            for preset in ("last_30", "year"):
                with scope(actor):
                    spent = _timed(
                        lambda actor=actor, key=key, preset=preset: dashboard_get(actor=actor, key=key, preset=preset),
                        given.rounds,
                    )
                p50, p95 = percentile(spent, 0.5), percentile(spent, 0.95)
                ratio = p50 / max(0.05, percentile(plain, 0.5))
                print(
                    f"{role.lower()}, {key}, {preset}: p50 {p50:.0f} p95 {p95:.0f} ms (budget {BUDGET_MS}); "
                    f"plain count of a month's cases p50 {percentile(plain, 0.5):.0f} ms, ratio {ratio:.2f}"
                )


def _within(actor: Any, act: Callable[[], int]) -> int:
    from simpul.platform.db import scope

    with scope(actor):
        return act()


def _timed(act: Callable[[], Any], rounds: int) -> list[float]:
    act()
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1000)
    return found


if __name__ == "__main__":
    main()
