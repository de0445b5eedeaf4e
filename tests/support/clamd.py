"""A real TCP server that speaks ClamAV's INSTREAM command and finds the EICAR test string."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LARGEST = 20_000_000


class _Line(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            piece = self.request.recv(1)
            if not piece:
                return
            command += piece
        if command != b"zINSTREAM\0":
            self.request.sendall(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while length := struct.unpack("!I", self._exactly(4))[0]:
            content += self._exactly(length)
            if len(content) > LARGEST:
                self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.server.received.append(content)  # type: ignore[attr-defined]
        self.request.sendall(b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if EICAR in content else b"stream: OK\0")

    def _exactly(self, count: int) -> bytes:
        got = b""
        while len(got) < count:
            piece = self.request.recv(count - len(got))
            if not piece:
                raise ConnectionError("the client left")
            got += piece
        return got


@contextmanager
def clamd() -> Iterator[tuple[str, list[bytes]]]:
    """The server's address, and what it was given so far."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Line) as server:
        server.received = []  # type: ignore[attr-defined]
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}", server.received  # type: ignore[attr-defined]
        server.shutdown()
