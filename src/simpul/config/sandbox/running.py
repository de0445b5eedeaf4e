"""One process that plays every provider: HTTP and SMTP on loopback, until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from dataclasses import dataclass, field

from granian.constants import Interfaces
from granian.server.embed import Server

from simpul.config.sandbox.accounts import Accounts
from simpul.config.sandbox.app import SandboxApp
from simpul.config.sandbox.behaviour import Behaviour
from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.reporting import Reporter
from simpul.config.sandbox.smtp import MailServer
from simpul.config.sandbox.state import State
from simpul.config.sandbox.webhooks import webhook_set

ADDRESS = "127.0.0.1"


@dataclass(frozen=True)
class Plan:
    """What one run of the sandbox is to do."""

    port: int
    smtp_port: int
    accounts: Accounts
    behaviour: Behaviour = field(default_factory=Behaviour)
    webhooks: dict[str, str] = field(default_factory=dict)


def run_sandbox(plan: Plan, ready: Callable[[], None] = lambda: None) -> None:
    """Serve until a stop signal comes. Raises: OSError when a port is taken, ValueError for a webhook that is none."""
    state = State(plan.accounts, plan.behaviour)
    for channel, url in plan.webhooks.items():
        webhook_set(state, channel, url)
    handling = Handling(state, Reporter(state))
    mail = MailServer(handling, plan.smtp_port)
    mail.start_serving()
    handling.reporter.start_sending()
    try:
        asyncio.run(_serve(SandboxApp(handling), plan.port, ready))
    finally:
        handling.reporter.ending.set()
        mail.stop_serving()


async def _serve(app: SandboxApp, port: int, ready: Callable[[], None]) -> None:
    server = Server(app, address=ADDRESS, port=port, interface=Interfaces.ASGINL, websockets=False, log_enabled=False, backlog=1024)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    serving = asyncio.create_task(server.serve())
    await asyncio.sleep(0.1)
    if not serving.done():
        ready()
    await serving
