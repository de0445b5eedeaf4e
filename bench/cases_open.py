"""Opening a case, with what its page shows, in the database, as an agent of three branches, beside the bare read of its row."""

from __future__ import annotations

import argparse
import time

from bench.environment import Size, machine, percentile, prepare

OPEN_MS = 30


def main() -> None:
    """Print p50 and p95, and how many times the bare read of the row opening takes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=5_000_000)
    arguments.add_argument("--customers", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=100)
    given = arguments.parse_args()
    prepare(Size(given.customers, 0, 0, cases=given.cases))
    import django

    django.setup()
    from bench.people import measurers
    from simpul.cases.selectors.queue import Scope, Sort, Wanted, queue_keys
    from simpul.cases.selectors.rows import case_detail
    from simpul.cases.services.opening import case_open
    from simpul.iam.public import actor_for
    from simpul.platform.clock import now
    from simpul.platform.db import query, scope

    agent = actor_for(next(one.id for one in measurers() if one.username == "bench.branch"))
    assert agent is not None
    print(machine())
    opened, bare = list[float](), list[float]()
    with scope(agent):
        keys = [row["case_id"] for row in queue_keys(Wanted(Scope.OPEN, Sort.DUE, now(), categories=("TRX_FAIL",)), keep=given.rounds)]
    for key in keys:
        with scope(agent):
            began = time.perf_counter()
            query("SELECT * FROM crm.cases WHERE case_id = %s", (key,))
            bare.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            case_detail(agent, case_open(actor=agent, case_id=key))  # type: ignore[arg-type]
            opened.append((time.perf_counter() - began) * 1000)
    times = percentile(opened, 0.5) / max(0.05, percentile(bare, 0.5))
    print(
        f"open   n={len(opened)} p50 {percentile(opened, 0.5):6.1f} ms  p95 {percentile(opened, 0.95):6.1f} ms  budget {OPEN_MS}  {times:.0f} times the bare row"
    )


if __name__ == "__main__":
    main()
