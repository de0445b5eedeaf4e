"""Records of the trail as syslog messages (RFC 5424), handed over by TLS with counted octets (RFC 5425).

The protocol knows no receipt. So a connection carries one batch and is closed in order: the batch counts as arrived when the
collector has answered our end with its own, which it does after what came before.
"""

from __future__ import annotations

import json
import re
import socket
import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from simpul.audit.services.batches import NotDelivered, SealedBatch

_AUDIT_FACILITY = 13
_SEVERITIES = {"ALLOWED": 6, "FAILED": 5, "DENIED": 4}  # informational, notice, warning
_NAME = "audit@32473"
_MARK = b"\xef\xbb\xbf"  # says that the message is UTF-8
_PLAIN = re.compile(r"[^\x21-\x7e]")
_CONNECT_SECONDS, _SEND_SECONDS, _CLOSE_SECONDS, _WHOLE_SECONDS = 10, 20, 5, 60
_REFUSAL_SECONDS = 0.5
_PIECE = 65_536
# Where a row stands among transactions is a matter of its seal.
_OF_THE_SEAL = ("xid", "era")
_SEAL_FIELDS = (
    "number", "kind", "era", "lower", "upper", "row_count", "rows_total", "root", "previous", "hash", "signature", "sealed_at", "key_id", "details",
)  # fmt: skip


@dataclass(frozen=True)
class Collector:
    """Where the trail is shipped to. Without `authority` the machine's own certificates count; `identity` proves who we are, where that is asked."""

    host: str
    port: int
    authority: str = ""
    identity: str = ""

    @property
    def target_name(self) -> str:
        """Its address, under which the place of shipping is kept."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def batch_deliver(self, batch: SealedBatch) -> None:
        """Send a batch on a connection of its own and wait until the collector has read it.

        Raises: NotDelivered.
        """
        _messages_deliver(self, _batch_messages(batch))


def record_message(row: Mapping[str, Any], seal: int) -> bytes:
    """One row of the trail: what collectors filter by as structured data, the whole row as JSON."""
    named = {
        "id": row["audit_id"],
        "seal": seal,
        "outcome": row["outcome"],
        "actor": row["actor_user_id"],
        "object": row["object_type"],
        "request": row["request_id"],
    }
    return _message(row["action"], row["created_at"], _SEVERITIES.get(row["outcome"], 5), named, {**row, "seal": seal})


def seal_message(seal: Mapping[str, Any]) -> bytes:
    """The seal over the rows that were sent before it, so that a collector can tell whether any is missing."""
    named = {"seal": seal["number"], "rows": seal["row_count"], "hash": seal["hash"]}
    return _message("SEAL", seal["sealed_at"], 6, named, seal)


def message_frame(message: bytes) -> bytes:
    """A message behind the number of its octets."""
    return b"%d %s" % (len(message), message)


def _batch_messages(batch: SealedBatch) -> Iterator[bytes]:
    """Each seal after its rows."""
    for block in batch.blocks:
        for row in block.rows:
            shown = {name: value for name, value in row.items() if name not in _OF_THE_SEAL}
            yield record_message({**shown, "meta": json.loads(row["meta"])}, block.seal_number)
        yield seal_message({name: block.seal[name] for name in _SEAL_FIELDS})


def _messages_deliver(collector: Collector, messages: Iterable[bytes]) -> None:
    ends = time.monotonic() + _WHOLE_SECONDS
    try:
        context = ssl.create_default_context(cafile=collector.authority or None)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if collector.identity:
            context.load_cert_chain(collector.identity)
        plain = socket.create_connection((collector.host, collector.port), timeout=_CONNECT_SECONDS)
        with plain, context.wrap_socket(plain, server_hostname=collector.host) as line:
            line.settimeout(_SEND_SECONDS)
            waiting = bytearray()
            for message in messages:
                waiting += message_frame(message)
                if len(waiting) >= _PIECE:
                    line.sendall(waiting)
                    waiting.clear()
                if time.monotonic() > ends:
                    raise NotDelivered("TIMEOUT")
            line.sendall(waiting)
            _await_refusal(line)
            _end(line)
    except ssl.SSLCertVerificationError:
        raise NotDelivered("CERTIFICATE") from None
    except ssl.SSLError:
        raise NotDelivered("REFUSED") from None
    except TimeoutError:
        raise NotDelivered("TIMEOUT") from None
    except (ConnectionResetError, BrokenPipeError):
        raise NotDelivered("REFUSED") from None
    except OSError:
        raise NotDelivered("UNREACHABLE") from None


def _await_refusal(line: ssl.SSLSocket) -> None:
    """Give a collector the time to refuse who we are: with TLS 1.3 it does so after the handshake, and ending the connection would take its alert for its own end.

    Raises: NotDelivered, ssl.SSLError.
    """
    if line.version() != "TLSv1.3":
        return
    line.settimeout(_REFUSAL_SECONDS)
    with suppress(TimeoutError):
        if not line.recv(1):
            raise NotDelivered("REFUSED")


def _end(line: ssl.SSLSocket) -> None:
    """Say that nothing follows, and wait for the other end: one that answers so, or that closes in order, has read what came before."""
    line.settimeout(_CLOSE_SECONDS)
    try:
        line.unwrap()
        return
    except ssl.SSLEOFError:
        return
    except TimeoutError:
        line.shutdown(socket.SHUT_WR)
    while line.recv(_PIECE):
        pass


def _message(kind: str, at: datetime, severity: int, named: Mapping[str, Any], told: Mapping[str, Any]) -> bytes:
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    head = f"<{_AUDIT_FACILITY * 8 + severity}>1 {moment} {_header(socket.gethostname(), 255)} simpul - {_header(kind, 32)}"
    data = " ".join([_NAME, *(f'{name}="{_escaped(str(value))}"' for name, value in named.items() if value is not None)])
    body = json.dumps(dict(told), default=str, ensure_ascii=False, separators=(",", ":"))
    return f"{head} [{data}] ".encode() + _MARK + body.encode()


def _header(value: str, longest: int) -> str:
    return _PLAIN.sub("_", value)[:longest] or "-"


def _escaped(value: str) -> str:
    return re.sub(r'(["\\\]])', r"\\\1", _CONTROL.sub(" ", value))


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
