"""How many timers a sweep fires in a second, in sets and one by one; every timer leaves one row, as a real handler would."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from bench.environment import Size, machine, prepare


def main() -> None:
    """Print what scheduling and firing take, in sets and one at a time, and their ratios."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--timers", type=int, default=100_000)
    arguments.add_argument("--single", type=int, default=2_000)
    given = arguments.parse_args()
    prepare(Size(customers=1_000, transactions=10_000, timeline=0))
    import django

    django.setup()
    from simpul.iam.public import system_actor
    from simpul.platform import clock
    from simpul.platform.db import execute, scope
    from simpul.platform.registry import fill
    from simpul.platform.text import Text
    from simpul.workflow.public import NewTimer, Timer, TimerKind, schedule, schedule_many, sweep

    actor, run = system_actor(), f"bench:{time.time_ns()}"
    # What happens when the timers are due; exchanged below.
    effects: list[Callable[[Sequence[Timer]], None]] = [lambda timers: None]
    fill([TimerKind("bench.ring", lambda timers: effects[-1](timers), Text(id="Ukur", en="Measure"))])

    def planned(name: str, number: int) -> list[NewTimer]:
        past = clock.now() - timedelta(hours=1)
        return [NewTimer(f"{run}:{name}:{each}", "bench.ring", "BENCH", str(each), due_at=past) for each in range(number)]

    def effect(timers: Sequence[Timer]) -> None:
        execute(
            "INSERT INTO jobs.cache (cache_key, value, expires) SELECT k, '', now() + interval '1 hour' FROM unnest(%s::text[]) k",
            ([timer.key for timer in timers],),
        )

    def in_one(name: str) -> float:
        began = time.perf_counter()
        with scope(actor):
            schedule_many(planned(name, given.timers))
        return given.timers / (time.perf_counter() - began)

    def each_alone(name: str) -> float:
        timers = planned(name, given.single)
        began = time.perf_counter()
        for timer in timers:
            with scope(actor):
                schedule(timer.key, timer.kind, subject_type=timer.subject_type, subject_id=timer.subject_id, due_at=timer.due_at)
        return given.single / (time.perf_counter() - began)

    def fired(number: int, batch: int) -> float:
        began = time.perf_counter()
        assert sweep(batch=batch).fired == number
        return number / (time.perf_counter() - began)

    print(machine())
    set_rate, alone_rate = in_one("sets"), each_alone("alone")
    assert sweep().fired == given.timers + given.single
    effects.append(effect)
    in_one("fired")
    swept = fired(given.timers, 500)
    each_alone("single")
    single = fired(given.single, 1)
    print(f"scheduling: {set_rate:,.0f}/s in one set, {alone_rate:,.0f}/s one at a time, ratio {set_rate / alone_rate:.1f}")
    print(f"firing: {swept:,.0f}/s in sets of 500, {single:,.0f}/s one at a time, ratio {swept / single:.1f}")
    print(f"after a day without a worker, {given.timers:,} timers are caught up in {given.timers / swept:.0f} s")


if __name__ == "__main__":
    main()
