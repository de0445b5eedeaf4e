"""The quarterly complaint report: counted in sets, beside the reading of each case's clocks, which it equals, and a plain count of the quarter."""

from __future__ import annotations

import argparse
import time
import tracemalloc
from typing import Any

from bench.environment import Size, machine, prepare


def main() -> None:
    """Print for each quarter: its cases, seconds by the clock and of the process, peak memory, and the ratio to reading case by case."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=5_000_000)
    arguments.add_argument("--customers", type=int, default=1_000_000)
    arguments.add_argument("--sample", type=int, default=5_000, help="how many cases are read one by one for the ratio")
    arguments.add_argument("--quarters", type=int, default=3, help="how many of the quarters that the cases lie in, from the newest to the oldest")
    given = arguments.parse_args()
    prepare(Size(given.customers, 0, 0, cases=given.cases))
    import django

    django.setup()
    from simpul.cases.selectors.report import Quarter, counted
    from simpul.iam.public import branches, system_actor
    from simpul.platform.clock import JAKARTA
    from simpul.platform.db import query, scope

    actor = system_actor()
    print(machine())
    with scope(actor):
        codes = sorted(branches())
        [span] = query(
            "SELECT min(created_at) AS first, max(created_at) AS last, (SELECT reltuples::bigint FROM pg_class WHERE oid = 'crm.cases'::regclass) AS cases FROM crm.cases"
        )
    first, last = span["first"].astimezone(JAKARTA), span["last"].astimezone(JAKARTA)
    numbers = range(first.year * 4 + (first.month - 1) // 3 + 1, last.year * 4 + (last.month - 1) // 3 + 1)
    print(f"{span['cases']:,} cases from {first:%Y-%m} to {last:%Y-%m}, {len(codes)} branches")
    wanted = sorted(
        {numbers[len(numbers) - 1 - round(place * (len(numbers) - 1) / max(1, given.quarters - 1))] for place in range(given.quarters)}, reverse=True
    )
    for number in wanted:
        quarter = Quarter(number // 4, number % 4 + 1)
        with scope(actor):
            began, used = time.perf_counter(), time.process_time()
            found = counted(quarter, codes)
            wall, process = time.perf_counter() - began, time.process_time() - used
        with scope(actor):
            tracemalloc.start()
            counted(quarter, codes[:5])
            peak = tracemalloc.get_traced_memory()[1] / 2**20
            tracemalloc.stop()
            plain, each = _plain(quarter, codes), _one_by_one(quarter, given.sample)
        total = found.total
        cases = total.brought_forward + total.received + total.reopened
        print(
            f"{quarter.year} Q{quarter.number}: {cases:,} cases ({total.brought_forward:,} brought forward, {total.received:,} received, {total.in_process:,} in process)"
            f"  {wall:.1f} s ({cases / wall:,.0f}/s), of which this process {process:.1f} s; peak {peak:.1f} MiB for five branches;"
            f" case by case {each * cases:.0f} s (ratio {each * cases / wall:.0f}); plain count of what was received {plain:.2f} s (ratio {wall / plain:.1f})",
            flush=True,
        )


def _plain(quarter: Any, codes: list[str]) -> float:
    """Seconds of one statement that only counts what was received."""
    from simpul.platform.db import query

    began = time.perf_counter()
    query(
        "SELECT branch_code, category_code, count(*) FROM crm.cases WHERE created_at >= %s AND created_at < %s AND branch_code = ANY (%s) GROUP BY 1, 2",
        (quarter.since, quarter.until, codes),
    )
    return time.perf_counter() - began


def _one_by_one(quarter: Any, sample: int) -> float:
    """Seconds that one case takes when its events are read and its clocks computed, as the report did before."""
    from simpul.cases.selectors.clocks import clock_events
    from simpul.cases.selectors.report import outcome_of
    from simpul.platform.db import query

    ids = [
        row["case_id"]
        for row in query("SELECT case_id FROM crm.cases WHERE created_at >= %s AND created_at < %s LIMIT %s", (quarter.since, quarter.until, sample))
    ]
    began = time.perf_counter()
    for place in range(0, len(ids), 1_000):
        for events in clock_events(ids[place : place + 1_000]).values():
            outcome_of(events, quarter)
    return (time.perf_counter() - began) / max(1, len(ids))


if __name__ == "__main__":
    main()
