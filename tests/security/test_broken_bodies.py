"""A body that breaks the rules of its transfer is refused by the real server, and the server goes on."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simpul.config import web
from tests.support import database

BROKEN = {
    "an extension of twenty kilobytes": b"2;" + b"a" * 20_000 + b"\r\n{}\r\n0\r\n\r\n",
    "many extensions": b"".join(b"1;" + b"x" * 3_000 + b"\r\n1\r\n" for _ in range(20)) + b"0\r\n\r\n",
    "a length that is none": b"zz\r\n{}\r\n0\r\n\r\n",
    "a length below nothing": b"-1\r\n{}\r\n0\r\n\r\n",
    "a length beyond all": b"f" * 20 + b"\r\n{}\r\n0\r\n\r\n",
    "a trailer without end": b"2\r\n{}\r\n0\r\nx: " + b"y" * 100_000 + b"\r\n\r\n",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A real server, as it is started in production, on a database of its own."""
    name, place = f"simpul_test_bodies_{os.getpid()}", tmp_path_factory.mktemp("bodies")
    address = database.clone(name)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = int(probe.getsockname()[1])
    environment = {**os.environ, "DATABASE_URL": address, "SIMPUL_PORT": str(number), "SIMPUL_WEB_WORKERS": "1", "SIMPUL_DATA_DIR": str(place)}
    with Path(place, "log").open("wb") as log:
        server = subprocess.Popen(web.command(environment), env=environment, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                if b" 200 " in sent(number, b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"):
                    break
            except OSError:
                pass
            assert time.monotonic() < deadline, Path(place, "log").read_text()
            time.sleep(0.1)
        yield number
    finally:
        server.terminate()
        server.wait(20)
        database.drop(name)


def sent(port: int, request: bytes) -> bytes:
    """The whole answer; the server closes after it."""
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request)
        try:
            while piece := connection.recv(65_536):
                answer += piece
        except ConnectionResetError:
            pass
    return answer


@pytest.mark.parametrize("path", ["/api/v1/password-links/check", "/_allauth/browser/v1/auth/login", "/api/v1/documents"])
@pytest.mark.parametrize("how", BROKEN)
def test_a_body_that_is_sent_wrongly_is_refused_as_input(port: int, path: str, how: str) -> None:
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"

    answer = sent(port, head.encode() + BROKEN[how])

    status, body = answer.split(b" ", 2)[1], answer.partition(b"\r\n\r\n")[2]
    assert (status, list(json.loads(body)["errors"])) == (b"422", ["body"])
    assert b" 200 " in sent(port, b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")[:20]
