"""An installation of its own: a server that a test may stop, a key file, the product's database, and commands that run on it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from simpul.config.bootstrap import keys
from simpul.config.bootstrap.database import LOGIN_ROLES, address, bootstrap
from simpul.platform.embedded.server import Cluster

SIMPUL = str(Path(sys.executable).with_name("simpul"))


def until(condition: Callable[[], bool], seconds: float = 120) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.1)


@dataclass
class Installed:
    """A server of its own with a migrated database, and the key file that belongs to it."""

    place: Path
    cluster: Cluster
    keys_file: Path

    def environment(self, role: str, **more: str) -> dict[str, str]:
        """What a process with this login finds in its environment."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("SIMPUL_", "DJANGO_", "DATABASE_URL"))}
        secret = keys.load(self.keys_file)["database"][role]
        return plain | {
            "DATABASE_URL": address(self.cluster.url(), role, secret, "simpul"),
            "SIMPUL_KEYS_FILE": str(self.keys_file),
            "SIMPUL_DATA_DIR": str(self.place / "data"),
            "SIMPUL_WITHOUT_SCANNER": "1",
            **more,
        }

    def command(self, role: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run([SIMPUL, *arguments], env=self.environment(role, **more), capture_output=True, text=True, timeout=120, check=False)

    @contextmanager
    def running(self, role: str, *arguments: str, **more: str) -> Iterator[subprocess.Popen[str]]:
        """A command that goes on until the block ends; its errors are readable."""
        process = subprocess.Popen([SIMPUL, *arguments], env=self.environment(role, **more), stderr=subprocess.PIPE, text=True)
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.communicate(timeout=40)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()


def install(place: Path) -> Installed:
    """Make one in a directory that any user may enter."""
    cluster = Cluster(place / "postgres", password="an administrator")
    cluster.start()
    file = place / "keys.json"
    made = keys.ensure(file, data_exists=False)
    bootstrap(cluster.url(), "simpul", passwords={role: made["database"][role] for role in LOGIN_ROLES})
    installed = Installed(place, cluster, file)
    done = installed.command("simpul_migrate", "migrate")
    assert (done.returncode, done.stdout, done.stderr) == (0, "migrated\n", "")
    return installed


def free_port() -> int:
    """A port that nobody has now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def answer(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, str | None, str]:
    """Status (0 while nobody listens), Retry-After and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        return response.status, response.headers.get("Retry-After"), response.read().decode()
    except OSError:
        return 0, None, ""
    finally:
        connection.close()
