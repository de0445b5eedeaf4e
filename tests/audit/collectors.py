"""A real collector of syslog over TLS, with certificates of its own authority."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from simpul.audit.services.syslog import Collector


@dataclass
class Authority:
    """Signs certificates; `file` is its own, for who trusts it."""

    place: Path
    name: str = "ca"
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def __post_init__(self) -> None:
        self.own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])
        made = self._certificate(self.own, self.key.public_key(), x509.BasicConstraints(ca=True, path_length=None))
        self.file = self.place / f"{self.name}.pem"
        self.file.write_bytes(made.public_bytes(serialization.Encoding.PEM))

    def issued(self, name: str) -> Path:
        """A file with a certificate for 127.0.0.1 and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        place = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
        made = self._certificate(subject, key.public_key(), x509.BasicConstraints(ca=False, path_length=None), place)
        file = self.place / f"{name}.pem"
        plain = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + plain)
        return file

    def _certificate(self, subject: x509.Name, public: ec.EllipticCurvePublicKey, *extensions: x509.ExtensionType) -> x509.Certificate:
        at = datetime.now(UTC)
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(self.own).public_key(public).serial_number(x509.random_serial_number())
        made = made.not_valid_before(at - timedelta(hours=1)).not_valid_after(at + timedelta(days=1))
        for one in extensions:
            made = made.add_extension(one, critical=isinstance(one, x509.BasicConstraints))
        return made.sign(self.key, hashes.SHA256())


@dataclass
class Received:
    """What the collector read, one list of messages for each connection. `breaks_after` resets a connection after so many bytes; `ending` is how one ends."""

    collector: Collector
    connections: list[list[bytes]] = field(default_factory=list)
    breaks_after: int | None = None
    ending: str = "ANSWER"  # CUT: closes without an answer; NEVER: keeps it open

    @property
    def messages(self) -> list[bytes]:
        return [message for each in self.connections for message in each]


@contextmanager
def collecting(place: Path, *, asks_identity: bool = False) -> Iterator[Received]:
    """A collector on loopback until the block ends."""
    authority = Authority(place)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority.issued("collector"))
    identity = ""
    if asks_identity:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(authority.file)
        identity = str(authority.issued("simpul"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        received = Received(Collector("127.0.0.1", listening.getsockname()[1], str(authority.file), identity))
        ended = threading.Event()
        threading.Thread(target=_serve, args=(listening, context, received, ended), daemon=True).start()
        yield received
        ended.set()


def _serve(listening: socket.socket, context: ssl.SSLContext, received: Received, ended: threading.Event) -> None:
    while True:
        try:
            plain, _ = listening.accept()
        except OSError:
            return
        with suppress(OSError), plain, context.wrap_socket(plain, server_side=True) as line:
            _take(line, received, ended)


def _take(line: ssl.SSLSocket, received: Received, ended: threading.Event) -> None:
    got = bytearray()
    messages: list[bytes] = []
    received.connections.append(messages)
    while piece := line.recv(16_384):
        got += piece
        while (space := got.find(b" ")) > 0 and len(got) >= space + 1 + int(got[:space]):
            length = int(got[:space])
            messages.append(bytes(got[space + 1 : space + 1 + length]))
            del got[: space + 1 + length]
        if received.breaks_after is not None and sum(map(len, messages)) > received.breaks_after:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            socket.socket.close(line)
            return
    if received.ending == "ANSWER":
        line.unwrap()
    if received.ending == "NEVER":
        ended.wait(30)
