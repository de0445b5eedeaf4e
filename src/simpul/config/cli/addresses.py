"""Where people open the installation: the address that one-time links begin with."""

from __future__ import annotations

import argparse
import os
from urllib.parse import urlsplit

from simpul.config.cli import Refusal
from simpul.config.safety import is_loopback


def add_address_argument(parser: argparse.ArgumentParser) -> None:
    """--address, for commands that write links."""
    parser.add_argument(
        "--address",
        metavar="URL",
        help="where people open Simpul, such as https://crm.example (else the first of SIMPUL_TRUSTED_ORIGINS or SIMPUL_ALLOWED_HOSTS)",
    )


def address_of(arguments: argparse.Namespace) -> str:
    """The origin that links begin with.

    Raises: Refusal when none is known, or when a link would travel over a network in clear.
    """
    origins = [each.strip() for each in os.environ.get("SIMPUL_TRUSTED_ORIGINS", "").split(",") if "*" not in each]
    hosts = [
        f"https://{each.strip()}" for each in os.environ.get("SIMPUL_ALLOWED_HOSTS", "").split(",") if each.strip() and not each.strip().startswith((".", "*"))
    ]
    wanted = str(arguments.address or next((each for each in [*origins, *hosts] if each and not is_loopback(urlsplit(each).hostname or "")), "")).rstrip("/")
    if not wanted:
        raise Refusal("Say where people open Simpul, as links begin with it: --address https://crm.example", code=2)
    try:
        parts = urlsplit(wanted)
        sound = bool(parts.hostname) and parts.path == parts.query == parts.fragment == "" and parts.port != 0 and parts.username is None
    except ValueError:
        sound = False
    if not sound or parts.scheme not in ("http", "https"):
        raise Refusal(f"--address must look like https://crm.example, not {wanted!r}.", code=2)
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise Refusal(f"A link to {wanted} would carry its secret in clear; only this machine's own address may be without TLS.", code=2)
    return wanted


def link(address: str, token: str) -> str:
    """The page on which the holder of the token sets a password; behind the number sign it reaches no server's log."""
    return f"{address}/set-password#{token}"
