"""`simpul sandbox`: providers of messages, played on this machine."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from simpul.config.cli import Refusal
from simpul.config.ports import port_is_free
from simpul.config.sandbox.accounts import accounts_of, provider_accounts
from simpul.config.sandbox.behaviour import behaviour_written
from simpul.config.sandbox.running import ADDRESS, Plan, run_sandbox


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8140, help="the port for HTTP: WhatsApp, SMS, mail, push and the inbox page (default: 8140)")
    parser.add_argument("--smtp-port", type=int, default=8141, help="the port for SMTP (default: 8141)")
    parser.add_argument("--behaviour", nargs="+", default=[], metavar="FILE|NAME=VALUE", help="how it answers and reports, such as bounce=0.1 delay_seconds=2")
    parser.add_argument("--webhook", action="append", default=[], metavar="CHANNEL=URL", help="where reports of EMAIL, WHATSAPP or SMS go, on this machine")
    parser.add_argument("--accounts", type=Path, metavar="FILE", help="keys to sign in with, kept in FILE (default: new ones each time)")


def run(arguments: argparse.Namespace) -> int:
    for port, name in ((arguments.port, "--port"), (arguments.smtp_port, "--smtp-port")):
        if not 1 <= port <= 65535:
            raise Refusal(f"{name} must be between 1 and 65535, not {port}.", code=2)
        if not port_is_free(ADDRESS, port, "simpul sandbox"):
            raise Refusal(f"Port {port} is in use by another program. Choose another: simpul sandbox {name} {port + 10 if port < 65_525 else 8140}")
    try:
        accounts = accounts_of(arguments.accounts)
    except (OSError, ValueError, TypeError):
        raise Refusal(f"{arguments.accounts} cannot be read as accounts of the sandbox, or cannot be written.") from None
    try:
        behaviour = behaviour_written(arguments.behaviour)
        webhooks = dict(each.split("=", 1) for each in arguments.webhook)
    except (OSError, ValueError) as refusal:
        raise Refusal(str(refusal), code=2) from None
    address = f"http://{ADDRESS}:{arguments.port}"

    def tell_address() -> None:
        print(f"Simulated providers run at {address}, and SMTP on port {arguments.smtp_port}. Stop with Ctrl-C.", flush=True)
        if arguments.accounts is None:
            print(json.dumps(provider_accounts(accounts, address, arguments.smtp_port), indent=2), flush=True)

    try:
        run_sandbox(Plan(arguments.port, arguments.smtp_port, accounts, behaviour, webhooks), tell_address)
    except ValueError as refusal:
        raise Refusal(str(refusal), code=2) from None
    return 0
