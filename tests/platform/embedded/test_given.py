"""A given server older than PostgreSQL 18 is refused with the reason."""

from __future__ import annotations

import socket
import struct
import threading

import psycopg
import pytest

from simpul.platform.embedded.errors import ServerTooOld
from simpul.platform.embedded.given import require_supported


def answer_as(version: str, listener: socket.socket) -> None:
    """Speak just enough of the protocol for a client to learn the server's version."""

    def message(kind: bytes, body: bytes) -> bytes:
        return kind + struct.pack("!i", len(body) + 4) + body

    peer, _ = listener.accept()
    with peer:
        peer.recv(4096)
        peer.sendall(
            message(b"R", struct.pack("!i", 0))
            + message(b"S", b"server_version\0" + version.encode() + b"\0")
            + message(b"S", b"client_encoding\0UTF8\0")
            + message(b"K", struct.pack("!ii", 1, 1))
            + message(b"Z", b"I")
        )
        peer.recv(4096)


@pytest.mark.parametrize(("version", "supported"), [("15.18 (Debian 15.18-1)", False), ("17.6", False), ("18.0", True), ("19beta1", True)])
def test_only_postgresql_18_and_newer_are_accepted(version, supported):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer_as, args=(version, listener))
        thread.start()
        port = listener.getsockname()[1]
        with psycopg.connect(f"postgresql://u@127.0.0.1:{port}/d?sslmode=disable&gssencmode=disable") as connection:
            if supported:
                require_supported(connection)
            else:
                with pytest.raises(ServerTooOld, match=rf"PostgreSQL {version[:2]}; Simpul needs 18 or newer \(uuidv7"):
                    require_supported(connection)
        thread.join(timeout=10)
