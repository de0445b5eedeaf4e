"""Starting, watching and killing `simpul demo` from outside, as a user or a power cut would."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from simpul.config.supervisor import sweep
from simpul.platform.embedded import processes
from simpul.platform.embedded.server import Cluster

SIMPUL = str(Path(sys.executable).with_name("simpul"))
FIRST_START_SECONDS = 360


def until(condition: Callable[[], bool], seconds: float, what: str) -> float:
    """Wait for a condition; returns how long it took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, f"not within {seconds:.0f} s: {what}"
        time.sleep(0.02)
    return time.monotonic() - began


class Demo:
    """One data directory with its own port; `output` is what the last start printed."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.directory = place / "demo"
        self.dist = place / "dist"
        self.dist.mkdir()
        (self.dist / "index.html").write_text("<!doctype html><title>Simpul</title>")
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = int(probe.getsockname()[1])
        self.process: subprocess.Popen[str] | None = None
        self.output = ""

    def environment(self) -> dict[str, str]:
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("SIMPUL_", "DJANGO_", "DATABASE_URL"))}
        return plain | {"SIMPUL_WEB_DIST": str(self.dist)}

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run another command to its end."""
        return subprocess.run([SIMPUL, *arguments], env=self.environment(), capture_output=True, text=True, timeout=120, check=False)

    def start(self, *arguments: str, seconds: float = FIRST_START_SECONDS) -> float:
        """Start and wait until it says so; returns the seconds it took."""
        began = time.monotonic()
        command = [SIMPUL, "demo", "--data", str(self.directory), "--port", str(self.port), "--no-browser", *arguments]
        self.process = subprocess.Popen(command, env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.output, reader = "", threading.Thread(target=self._read, daemon=True)
        reader.start()
        process = self.process
        until(lambda: "Stop with Ctrl-C" in self.output or process.poll() is not None, seconds, f"running: {self.output}")
        assert process.poll() is None, self.output
        return time.monotonic() - began

    def _read(self) -> None:
        assert self.process is not None and self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; returns its exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(timeout=60)

    def kill_everything(self) -> None:
        """End what is left, however it is."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if (self.directory / "run.json").exists():
            sweep(self.run["token"])
        for pid in processes.working_in(self.directory / "postgres" / "data"):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    @property
    def run(self) -> dict[str, Any]:
        return dict(json.loads((self.directory / "run.json").read_text()))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def cluster(self) -> Cluster:
        keys = json.loads((self.directory / "keys" / "keys.json").read_text())
        return Cluster(self.directory / "postgres", password=keys["database"]["postgres"])

    def database(self) -> str:
        """The superuser's address of the product's database."""
        return self.cluster.url(database="simpul")

    def child(self, word: str) -> int:
        """The process id of the supervisor's child whose command line has the word."""
        assert self.process is not None
        parent = self.process.pid
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    ppid = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                    if ppid == parent and word in (entry / "cmdline").read_text():
                        return int(entry.name)
                except OSError:
                    continue
        return 0

    def status(self, path: str = "/readyz") -> int:
        """The status of an answer, or 0 while nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except OSError:
            return 0
        except http.client.HTTPException:
            return 0
        finally:
            connection.close()
