"""The port that a web server listens on: one installation at a time may hold it.

The server's processes share their port (SO_REUSEPORT), so the system would let a second installation share it as well, and the two would
answer in turns. Whoever starts a server therefore takes the port alone first, and opens it to its own processes afterwards.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from simpul.config.cli import Refusal


@contextmanager
def port_held(host: str, port: int, command: str) -> Iterator[None]:
    """Hold the port while a server of ours runs on it. `command` is named as the way to choose another.

    Raises: Refusal when another program has it, or the address is none of this machine.
    """
    holder = _bound(host, port, command)
    try:
        # Our own processes may join from here on; nobody else's, for they take it alone first.
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        yield
    finally:
        holder.close()


def port_is_free(host: str, port: int, command: str) -> bool:
    """Whether nobody has the port now.

    Raises: Refusal when the address is none of this machine, or the port needs more rights.
    """
    try:
        _bound(host, port, command).close()
    except PortInUse:
        return False
    return True


class PortInUse(Refusal):
    """Another program listens there."""


def _bound(host: str, port: int, command: str) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except (OSError, UnicodeError):
        raise Refusal(f"SIMPUL_HOST must be an address of this machine, such as 127.0.0.1, not {host[:60]!a}.") from None
    holder = socket.socket(family, kind, protocol)
    try:
        # What an earlier server of ours left in its last moments does not count.
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(address)
    except OSError as error:
        holder.close()
        raise _refusal(error, host, port, command) from None
    return holder


def _refusal(error: OSError, host: str, port: int, command: str) -> Refusal:
    if error.errno == errno.EADDRINUSE:
        return PortInUse(f"Port {port} is in use by another program. Choose another: {command} --port {port + 1 if port < 65_535 else 8000}")
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refusal(f"Port {port} needs more rights. Choose one above 1023: {command} --port 8000")
    return Refusal(f"SIMPUL_HOST must be an address of this machine, such as 127.0.0.1, not {host[:60]!a}.")
