"""Sixteen writers at once raise no false alarm, and kill -9 of the sealer at any moment leaves one whole chain."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg

from tests.audit.conftest import Trail, sealer_on, trail  # noqa: F401 - a fixture
from tests.support.database import ROOT

WRITERS = 16
SECONDS = float(os.environ.get("SIMPUL_TEST_SEALING_SECONDS", "6"))
_IDENTIFY = "SELECT set_config('app.user_id', %s, true)"
_WRITE = "INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome) VALUES ('VIEW_PROFILE', 'CUSTOMER', %s, %s, 'ALLOWED')"
_SEALER = """
import sys
from pathlib import Path
from tests.audit.conftest import sealer_on
sealer = sealer_on(Path(sys.argv[1]), sys.argv[2], most_rows=3)
print("sealing", flush=True)
while True:
    sealer.catch_up()
"""


class Writers:
    """Threads that write under the application's role: short and long transactions, some rolled back."""

    def __init__(self, trail: Trail, count: int, pause: float) -> None:  # noqa: F811
        self.trail, self.pause, self.stopping = trail, pause, threading.Event()
        self.committed = [0] * count
        self.threads = [threading.Thread(target=self._write, args=(number,), daemon=True) for number in range(count)]
        for thread in self.threads:
            thread.start()

    def _write(self, number: int) -> None:
        chance = random.Random(number)
        with self.trail.admin(options="-c role=simpul_app", autocommit=True) as app:
            while not self.stopping.is_set():
                rows = chance.choice([1, 1, 1, 4])
                undone = chance.random() < 0.1
                with app.transaction(force_rollback=undone):
                    app.execute(_IDENTIFY, [str(self.trail.actor_id)])
                    for row in range(rows):
                        app.execute(_WRITE, [f"{number}-{row}", self.trail.actor_id])
                        time.sleep(chance.choice([0, 0, 0.002, 0.05]))
                self.committed[number] += 0 if undone else rows
                time.sleep(self.pause)

    def stop(self) -> int:
        """The rows that were committed."""
        self.stopping.set()
        for thread in self.threads:
            thread.join(60)
        return sum(self.committed)


def test_sixteen_writers_and_a_sealer_raise_no_alarm(trail, report):  # noqa: F811
    writers, verified = Writers(trail, WRITERS, 0.0), 0
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        trail.sealer.catch_up()
        if trail.sealer.last():
            with trail.admin() as reader:
                reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
                trail.verify(reader)
            verified += 1
    committed = writers.stop()
    trail.seal()

    found = trail.verify()
    report("sealing under writers", writers=WRITERS, rows=committed, seals=found.seals, verifications_meanwhile=verified, false_alarms=0)
    assert (found.rows, found.unsealed) == (committed, 0)


def test_a_sealer_killed_at_any_moment_leaves_one_whole_chain(trail, kills, report, tmp_path):  # noqa: F811
    sealer_on(trail.place, trail.address).connection.close()
    writers, chance, alive = Writers(trail, 4, 0.002), random.Random(9), 0
    command = [sys.executable, "-c", _SEALER, str(trail.place), trail.address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(3 * kills):
        with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "sealing\n", process.stdout.read()
            time.sleep(chance.uniform(0, 0.5))
            alive += process.poll() is None
            process.send_signal(signal.SIGKILL)
    committed = writers.stop()
    trail.sealer = sealer_on(trail.place, trail.address)
    trail.seal()

    found = trail.verify()
    trail.sealer.connection.close()
    report("sealer killed", kills=3 * kills, rows=committed, seals=found.seals, checkpoints=found.checkpoints)
    assert alive == 3 * kills, "it had ended by itself"
    assert (found.rows, found.unsealed, found.checkpoints >= found.seals) == (committed, 0, True)
    numbers = [line.split('"seal":')[1].split(",")[0] for line in Path(trail.checkpoints).read_text().splitlines() if '"seal":' in line]
    assert sorted(set(numbers), key=int) == [str(number) for number in range(1, found.seals + 1)]
