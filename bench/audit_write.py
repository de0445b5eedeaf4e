"""What an audit row costs a change: the product's `record` in its transaction, against the same transaction without it."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from contextlib import contextmanager, nullcontext
from typing import Callable, Iterator

from bench.environment import Size, machine, percentile, prepare
from simpul.config.cli.installation import Installation


def main() -> None:
    """Print p50 and p95 of a transaction with and without its audit row, and the row's own cost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=2000)
    arguments.add_argument("--customers", type=int, default=1_000_000)
    arguments.add_argument("--transactions", type=int, default=10_000_000)
    arguments.add_argument("--timeline", type=int, default=5_000_000)
    arguments.add_argument("--sealing", action="store_true", help="with the sealer at work, every second")
    given = arguments.parse_args()
    installation = prepare(Size(given.customers, given.transactions, given.timeline))
    with sealer(installation) if given.sealing else nullcontext():
        run(given.rounds)


@contextmanager
def sealer(installation: Installation) -> Iterator[None]:
    """The sealer's process, until the measurement is over."""
    environment = {**os.environ, **installation.environment("sealer"), "SIMPUL_SEAL_SECONDS": "1"}
    process = subprocess.Popen([sys.executable, "-m", "simpul.config.sealer"], env=environment)
    try:
        time.sleep(3)
        yield
        print("with the sealer at work" if process.poll() is None else "THE SEALER ENDED")
    finally:
        process.terminate()
        process.wait()


def run(rounds: int) -> None:
    """Measure both kinds of transaction."""
    import django

    django.setup()
    from simpul.audit.public import record
    from simpul.iam.acts import IamAct
    from simpul.iam.public import system_actor
    from simpul.platform.db import execute, scope

    actor = system_actor()

    def bare() -> float:
        with scope(actor):
            execute("UPDATE iam.users SET theme = theme WHERE user_id = %s", (actor.id,))
        return 0.0

    def audited() -> float:
        with scope(actor):
            execute("UPDATE iam.users SET theme = theme WHERE user_id = %s", (actor.id,))
            began = time.perf_counter()
            record(actor, IamAct.CHANGE_PREFERENCES, object_type="USER", object_id=actor.id, meta={"before": "system", "after": "dark"})
            return time.perf_counter() - began

    measure(bare, 200)
    measure(audited, 200)
    without, _ = measure(bare, rounds)
    whole, row = measure(audited, rounds)
    print(machine())
    print(f"audit row p50 {percentile(row, 0.5):.2f} ms, p95 {percentile(row, 0.95):.2f} ms (budget 2 ms)")
    print(
        f"transaction without p95 {percentile(without, 0.95):.2f} ms, with p95 {percentile(whole, 0.95):.2f} ms, ratio {percentile(whole, 0.5) / percentile(without, 0.5):.2f}"
    )


def measure(step: Callable[[], float], rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each round, and of the part that the step itself timed."""
    whole, part = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        part.append(step() * 1000)
        whole.append((time.perf_counter() - began) * 1000)
    return whole, part


if __name__ == "__main__":
    main()
