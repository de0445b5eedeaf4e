"""The supervisor with real processes: what dies is restarted, what is stopped leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from simpul.config import supervisor
from simpul.config.supervisor import RUN_TOKEN, Child, sweep

FAMILY = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open(sys.argv[1], "a").write(f"{child.pid}\\n")
time.sleep(600)
"""
RUN = """
import sys
from simpul.config.supervisor import Child, Supervisor
import os
children = [Child("family", [sys.executable, "-c", sys.argv[1], sys.argv[2]], dict(os.environ))]
raise SystemExit(Supervisor(children).run(ready=lambda: print("ready", flush=True)))
"""


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def pids(path: Path) -> list[int]:
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def supervise(path: Path, token: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RUN, textwrap.dedent(FAMILY), str(path)],
        env={**os.environ, RUN_TOKEN: token or uuid.uuid4().hex},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def test_a_killed_child_is_restarted_and_its_family_ended(tmp_path):
    record = tmp_path / "pids"
    process = supervise(record)
    until(lambda: len(pids(record)) == 1)
    grandchild = pids(record)[0]

    os.kill(parent_of(grandchild), signal.SIGKILL)

    until(lambda: len(pids(record)) == 2)
    until(lambda: not alive(grandchild))
    process.terminate()
    _, told = process.communicate(timeout=20)
    assert told == "family ended with signal SIGKILL; starting it again.\n"


def test_a_stop_signal_ends_everything_in_order(tmp_path):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        record = tmp_path / number.name
        process = supervise(record)
        until(lambda record=record: len(pids(record)) == 1)

        process.send_signal(number)

        assert process.wait(timeout=20) == 0
        until(lambda record=record: not alive(pids(record)[0]))  # the signal is sent; a busy kernel ends it a moment later


def test_a_killed_supervisor_takes_its_children_along_or_leaves_them_to_the_sweep(tmp_path):
    record, token = tmp_path / "pids", uuid.uuid4().hex
    process = supervise(record, token)
    until(lambda: len(pids(record)) == 1)
    grandchild = pids(record)[0]

    process.kill()
    process.wait()
    sweep(token)

    until(lambda: not alive(grandchild))
    assert sweep(token) == 0


def test_a_child_that_keeps_failing_is_restarted_ever_more_slowly():
    child = Child("failing", [sys.executable, "-c", "raise SystemExit(3)"], dict(os.environ))
    pauses = []
    for _ in range(8):
        child.start()
        until(lambda: child.process is not None and child.process.poll() is not None)
        assert child.died() == 3
        pauses.append(child.pause)
    assert pauses == [0.4, 0.8, 1.6, 3.2, 6.4, supervisor._LONGEST_PAUSE, supervisor._LONGEST_PAUSE, supervisor._LONGEST_PAUSE]


def test_output_goes_to_the_log(tmp_path):
    child = Child("talker", [sys.executable, "-c", "print('out'); import sys; print('err', file=sys.stderr)"], dict(os.environ), log=tmp_path / "log")
    for _ in range(2):
        child.start()
        until(lambda: child.process is not None and child.process.poll() is not None)
        child.died()
    assert sorted((tmp_path / "log").read_text().split()) == ["err", "err", "out", "out"]


def test_a_program_that_fails_at_every_start_is_given_up_with_a_sentence():
    script = """
import os, sys
from simpul.config.supervisor import Child, ChildFails, Supervisor
try:
    Supervisor([Child("web", [sys.executable, "-c", "raise SystemExit(3)"], dict(os.environ))], gives_up=True).run()
except ChildFails as failure:
    print(failure)
"""

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)

    assert done.stdout == "web ended with code 3 5 times in a row soon after its start. Its own lines above say why.\n"
    assert done.stderr.splitlines() == ["web ended with code 3; starting it again."] * 4
