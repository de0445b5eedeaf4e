"""The sandbox of providers as tests use it: a process of its own, and an address on this machine that takes its reports."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx

from simpul.config.sandbox.accounts import accounts_of, provider_accounts
from simpul.messaging.services.adapters.base import Outgoing, ProviderAccount
from simpul.messaging.vocabulary import Adapter


@dataclass
class Sandbox:
    """One running sandbox."""

    address: str
    smtp_port: int
    accounts: dict

    def account(self, protocol, *, timeout_seconds=5.0, settings=(), secrets=()):
        """An account with one of its providers, with some fields changed."""
        own = self.accounts[protocol]
        return ProviderAccount(f"sandbox-{protocol.lower()}", {**own["settings"], **dict(settings)}, {**own["secrets"], **dict(secrets)}, timeout_seconds)

    def behave(self, **behaviour):
        """Set how it behaves, and forget what came."""
        calm = {
            "busy": 0,
            "refuse": 0,
            "lose": 0,
            "bounce": 0,
            "open": 0,
            "click": 0,
            "reply": 0,
            "complain": 0,
            "opt_out": 0,
            "delay_seconds": 0.0,
            "repeats": 1,
            "shuffle": False,
        }
        assert httpx.put(f"{self.address}/api/behaviour", json={**calm, "closed_window": False, "template_state": "APPROVED", **behaviour}).status_code == 200
        # Reports that are on their way belong to what came before.
        waiting, ends = 1, time.monotonic() + 10
        while waiting:
            assert time.monotonic() < ends
            assert httpx.delete(f"{self.address}/api/messages").status_code == 200
            waiting = httpx.get(f"{self.address}/api/counts").json()["waiting"]

    def messages(self):
        """What came, oldest first."""
        return httpx.get(f"{self.address}/api/messages").json()["items"]

    def counts(self):
        """What happened how often, by protocol."""
        return httpx.get(f"{self.address}/api/counts").json()["counts"]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@contextmanager
def running_sandbox(directory: Path, *words: str) -> Iterator[Sandbox]:
    """Run the command until the end."""
    port, smtp_port, file = free_port(), free_port(), directory / "sandbox.json"
    command = [
        sys.executable,
        "-c",
        "from simpul.config.cli import main; raise SystemExit(main())",
        "sandbox",
        "--port",
        str(port),
        "--smtp-port",
        str(smtp_port),
    ]
    process = subprocess.Popen([*command, "--accounts", str(file), *words], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    address = f"http://127.0.0.1:{port}"
    try:
        assert f"run at {address}" in process.stdout.readline()
        yield Sandbox(address, smtp_port, provider_accounts(accounts_of(file), address, smtp_port))
    finally:
        process.terminate()
        assert process.wait(20) == 0


@dataclass
class Mailbox:
    """What a webhook was sent: heads in small letters, and the raw body."""

    url: str
    calls: list[tuple[dict, bytes]] = field(default_factory=list)

    def wait_for(self, number, seconds=10.0):
        """The first calls, once there are so many."""
        ends = time.monotonic() + seconds
        while len(self.calls) < number:
            assert time.monotonic() < ends, [json.loads(body) for _, body in self.calls]
            time.sleep(0.02)
        return list(self.calls)


@contextmanager
def webhook_mailbox(token: str = "") -> Iterator[Mailbox]:
    """An address that keeps what is posted to it, and answers WhatsApp's challenge with the token."""
    box = Mailbox("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            box.calls.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self._answer(b"")

        def do_GET(self):
            query = dict(httpx.URL(self.path).params)
            self._answer(query["hub.challenge"].encode() if query.get("hub.verify_token") == token else b"no")

        def _answer(self, body):
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        box.url = f"http://127.0.0.1:{server.server_port}/hook"
        yield box
    finally:
        server.shutdown()
        server.server_close()


def recipient_for(sandbox, protocol):
    """An address that the protocol sends to; for browsers a new subscription."""
    if protocol in (Adapter.SMTP, Adapter.ANYMAIL):
        return "siti@surel.example"
    if protocol is Adapter.WEB_PUSH:
        return json.dumps(httpx.post(f"{sandbox.address}/push/subscriptions").json())
    return "token-of-a-device" if protocol is Adapter.FCM else "+6281234567890"


def outgoing(sandbox, protocol, **fields):
    """A message to be sent by the protocol, with some fields changed."""
    given = {"title": "Halo Siti", "body": "Kasus Anda selesai 🙏", "purpose": "SERVICE", "recipient": recipient_for(sandbox, protocol)}
    return Outgoing(send_key=uuid.uuid4(), **{**given, **fields})


def read_reports(adapter, account, calls):
    """What the adapter reads in calls of a webhook."""
    return [receipt for headers, body in calls for receipt in adapter.read_receipts(account, headers, body)]
