"""A client of ClamAV's INSTREAM command: the content is sent in chunks, the answer is one line."""

from __future__ import annotations

import hashlib
import socket
import struct
from typing import BinaryIO

from django.conf import settings

_CHUNK = 256 * 1024
_TIMEOUT = 30.0
_LONGEST_ANSWER = 4096


# The test malware of EICAR is known without a scanner, by its digest: who tries whether files are looked at gets an answer.
_TEST_LENGTH, LONGEST_TEST = 68, 128
_TEST_DIGEST = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"


class ScannerUnavailable(Exception):
    """The scanner did not answer, or could not judge the content."""


def configured() -> bool:
    """Whether the installation names a scanner (`SIMPUL_CLAMAV`: host:port, or the path of a socket)."""
    return bool(settings.CLAMAV)


def is_test_malware(content: bytes) -> bool:
    """Whether a content is EICAR's test file: its 68 characters, then nothing but blanks."""
    start, rest = content[:_TEST_LENGTH], content[_TEST_LENGTH:]
    return len(content) <= LONGEST_TEST and not rest.strip(b" \t\r\n\x1a") and hashlib.sha256(start).hexdigest() == _TEST_DIGEST


def scan(source: BinaryIO) -> str | None:
    """The name of the malware that was found, or None for a clean content.

    Raises: ScannerUnavailable.
    """
    source.seek(0)
    try:
        with _connect(settings.CLAMAV) as line:
            line.sendall(b"zINSTREAM\0")
            while piece := source.read(_CHUNK):
                line.sendall(struct.pack("!I", len(piece)) + piece)
            line.sendall(struct.pack("!I", 0))
            answer = _answer(line)
    except OSError as error:
        raise ScannerUnavailable(type(error).__name__) from None
    finally:
        source.seek(0)
    if answer == "stream: OK":
        return None
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return answer[len("stream: ") : -len(" FOUND")][:100]
    raise ScannerUnavailable(answer[:100] or "no answer")


def _connect(address: str) -> socket.socket:
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(_TIMEOUT)
        line.connect(address)
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=_TIMEOUT)


def _answer(line: socket.socket) -> str:
    """Up to the NUL that ends it, or to the end of the connection."""
    told = b""
    while b"\0" not in told and len(told) < _LONGEST_ANSWER and (piece := line.recv(1024)):
        told += piece
    return told.partition(b"\0")[0].decode("ascii", "replace").strip()
