"""The simulated providers that run with the demonstration: which ports they take, and how they are started."""

from __future__ import annotations

import json
import os
import socket
import sys
from functools import cached_property
from pathlib import Path

from simpul.config.bootstrap.keys import write_secret
from simpul.config.cli import Refusal
from simpul.config.ports import port_is_free
from simpul.config.supervisor import RUN_TOKEN, Child

SANDBOX_PORTS, ACCOUNTS_FILE = "sandbox-ports.json", "sandbox.json"
_HOST, _BESIDE = "127.0.0.1", 140
# Where each channel's reports go: the first account of each that has reports.
_REPORTING = {"WHATSAPP": "simulasi-whatsapp", "SMS": "simulasi-sms", "EMAIL": "simulasi-email"}


class DemoSandbox:
    """Two ports beside the web server's, those of the last start where they are free, else any."""

    def __init__(self, directory: Path, web_port: int) -> None:
        self._file, self._accounts = directory / SANDBOX_PORTS, directory / ACCOUNTS_FILE
        self._known = self._read()
        wanted = self._known or (web_port + _BESIDE, web_port + _BESIDE + 1)
        self.port = _first_free(wanted[0], web_port)
        self.smtp_port = _first_free(wanted[1], web_port, self.port)

    @property
    def inbox_address(self) -> str:
        """Where the inbox of the simulated providers is."""
        return f"http://{_HOST}:{self.port}"

    def is_known(self) -> bool:
        """Whether the demonstration's accounts point here already."""
        return self._known == (self.port, self.smtp_port) and self._accounts.exists()

    def note_known(self) -> None:
        """Remember that they do."""
        write_secret(self._file, json.dumps([self.port, self.smtp_port]) + "\n")

    def as_child(self, origin: str, token: str, log: Path) -> Child:
        """The process, which is given none of the installation's secrets and reports to the web server."""
        hooks = [word for channel, key in _REPORTING.items() for word in ("--webhook", f"{channel}={origin}/hooks/messages/{key}")]
        words = ["sandbox", "--port", str(self.port), "--smtp-port", str(self.smtp_port), "--accounts", str(self._accounts), *hooks]
        return Child("sandbox", [str(Path(sys.executable).with_name("simpul")), *words], {**self._environment, RUN_TOKEN: token}, log=log)

    @cached_property
    def _environment(self) -> dict[str, str]:
        return {name: value for name, value in os.environ.items() if name != "DATABASE_URL" and not name.startswith(("SIMPUL_", "PG"))}

    def _read(self) -> tuple[int, int] | None:
        try:
            http_port, smtp_port = json.loads(self._file.read_text())
            return int(http_port), int(smtp_port)
        except (OSError, ValueError, TypeError):
            return None


def _first_free(wanted: int, *taken: int) -> int:
    if 1 <= wanted <= 65_535 and wanted not in taken:
        try:
            if port_is_free(_HOST, wanted, "simpul sandbox"):
                return wanted
        except Refusal:
            pass
    with socket.create_server((_HOST, 0)) as probe:
        return int(probe.getsockname()[1])
