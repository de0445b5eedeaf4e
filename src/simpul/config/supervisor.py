"""Runs child processes, restarts one that dies, and stops all of them together.

Each child leads a session of its own, so that its whole family can be ended and a Ctrl-C in the terminal
reaches only us. All carry one token in their environment: a later start finds and ends what a killed
supervisor left behind.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from simpul.platform.embedded.errors import EmbeddedError

RUN_TOKEN = "SIMPUL_RUN"
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_PR_SET_PDEATHSIG = 1
_STABLE_SECONDS = 10.0
_LONGEST_PAUSE = 10.0
_STOP_SECONDS = 25.0
_MOST_FAILURES = 5
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


class ChildFails(EmbeddedError):
    """A program ends by itself at every start; starting it again would go on for ever."""


def _die_with_parent() -> None:
    """In the child, before its program starts: end politely when the supervisor is gone (Linux)."""
    if _libc:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    """One program that is to run all the time."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path | None = None
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    not_before: float = 0.0
    pause: float = field(default=0.2)
    failures: int = 0  # ends in a row with an exit code of its own, each soon after a start

    def start(self) -> None:
        """Start the program; its output goes to the log, or to ours."""
        with self.log.open("ab") if self.log else nullcontext() as output:
            self.process = subprocess.Popen(
                list(self.command),
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )
        self.started_at = time.monotonic()

    def signal_family(self, number: signal.Signals) -> None:
        """Send a signal to the program and everything it started."""
        if self.process:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program alone, if it runs."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)

    def died(self) -> int | None:
        """The exit code if the program ended since the last look; what it left running is ended, too."""
        if self.process is None or (code := self.process.poll()) is None:
            return None
        self.signal_family(signal.SIGKILL)
        self.process = None
        lived = time.monotonic() - self.started_at
        self.failures = self.failures + 1 if code > 0 and lived <= _STABLE_SECONDS else 0
        self.pause = 0.2 if lived > _STABLE_SECONDS else min(_LONGEST_PAUSE, self.pause * 2)
        self.not_before = time.monotonic() + self.pause
        return code


class Supervisor:
    """Keeps children running until a stop signal arrives.

    With `gives_up`, a program that fails at every start is not started for ever: the service manager is to know.
    `watch` is called after each event and at least every second: it repairs what is not a child, such as the
    database, and may raise to give up. `watched` gives process ids whose end should wake us at once.
    """

    def __init__(
        self,
        children: Sequence[Child],
        *,
        watch: Callable[[], None] | None = None,
        watched: Callable[[], int | None] | None = None,
        say: Callable[[str], None] = lambda line: print(line, file=sys.stderr, flush=True),
        gives_up: bool = False,
    ) -> None:
        self.children = list(children)
        self.gives_up = gives_up
        self.watch = watch
        self.watched = watched
        self.say = say
        self.stopping = False
        self._wake, self._woken = socket.socketpair()
        for end in (self._wake, self._woken):
            end.setblocking(False)

    def install_signals(self) -> None:
        """Take the stop signals, and be woken by them and by children that end."""
        signal.set_wakeup_fd(self._woken.fileno(), warn_on_full_buffer=False)
        for number in STOP_SIGNALS:
            signal.signal(number, self._asked_to_stop)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)

    def _asked_to_stop(self, number: int, frame: object) -> None:
        if self.stopping:
            for child in self.children:
                child.signal_family(signal.SIGKILL)
        self.stopping = True

    def start(self) -> None:
        """Start every child."""
        for child in self.children:
            if not self.stopping:
                child.start()

    def run(self, ready: Callable[[], None] | None = None) -> int:
        """Start, keep running, stop; returns 0 for an orderly end."""
        self.install_signals()
        try:
            self.start()
            if ready and not self.stopping:
                ready()
            while not self.stopping:
                self.tend(1.0)
        finally:
            self.stop()
        return 0

    def _wait(self, seconds: float) -> None:
        waiting = [self._wake.fileno()]
        handle = None
        pid = self.watched() if self.watched else None
        if pid and hasattr(os, "pidfd_open"):
            try:
                handle = os.pidfd_open(pid)
                waiting.append(handle)
            except OSError:
                handle = None
        try:
            select.select(waiting, [], [], seconds)
        finally:
            if handle is not None:
                os.close(handle)
        try:
            while self._wake.recv(4096):
                continue
        except BlockingIOError:
            return

    def tend(self, seconds: float = 0.0) -> None:
        """Wait for an event, at most so long, then restart what ended."""
        self._wait(seconds)
        for child in self.children:
            code = child.died()
            if code is not None and self.gives_up and child.failures >= _MOST_FAILURES:
                raise ChildFails(
                    f"{child.name} ended with {_describe(code)} {child.failures} times in a row soon after its start. Its own lines above say why."
                )
            if code is not None and not self.stopping:
                self.say(f"{child.name} ended with {_describe(code)}; starting it again.")
        if self.stopping:
            return
        if self.watch:
            self.watch()
        for child in self.children:
            if child.process is None and time.monotonic() >= child.not_before and not self.stopping:
                child.start()

    def stop(self) -> None:
        """Ask every child to end, then make sure of it."""
        self.stopping = True
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + _STOP_SECONDS
        while any(child.process and child.process.poll() is None for child in self.children) and time.monotonic() < deadline:
            self._wait(0.2)
        for child in self.children:
            child.signal_family(signal.SIGKILL)
            if child.process:
                child.process.wait()


def _describe(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"code {code}"


def sweep(token: str, patience: float = 5.0) -> int:
    """End every process of an earlier run that carries the token; returns how many there were."""
    needle = f"{RUN_TOKEN}={token}".encode()
    deadline, ended = time.monotonic() + patience, set[int]()
    while time.monotonic() < deadline:
        found = _carriers(needle)
        for pid in found:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        ended.update(found)
        # A dying process forgets its environment before it lets go of its port.
        if not found and not any(_lives(pid) for pid in ended):
            break
        time.sleep(0.02)
    return len(ended)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False


def _carriers(needle: bytes) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir() if Path("/proc").is_dir() else ():
        if entry.name.isdigit():
            try:
                if int(entry.name) != os.getpid() and needle in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
            except OSError:
                continue
    return found
