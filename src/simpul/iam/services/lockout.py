"""Closing the door for a while after failed sign-ins, for one user name and for one address, and opening it again.

A name that nobody has is counted like any other, so that a lock-out tells nothing. Each further failure doubles the
time: 1, 2, 4 minutes up to an hour for a name, up to a quarter of an hour for an address, behind which a whole office
may sit. Attempts while the door is closed are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address
from uuid import UUID

from allauth.core.internal import ratelimit

from simpul.audit.public import Action, record
from simpul.iam.errors import TOO_FAST
from simpul.iam.models import User
from simpul.iam.policies import can_manage_organisation
from simpul.platform import configuration
from simpul.platform import ratelimit as buckets
from simpul.platform.actor import Actor, require
from simpul.platform.crypto import keyed_hash
from simpul.platform.db import execute, query
from simpul.platform.errors import NotFound
from simpul.platform.text import Text

_LONGEST = {"NAME": "1 hour", "ADDRESS": "15 minutes"}
_MEMORY = {"NAME": "24 hours", "ADDRESS": "15 minutes"}

NAME_CLOSED = Text(
    id="Masuk dengan nama pengguna ini ditutup sementara karena {failures} kali gagal. Kata sandi Anda tidak berubah. "
    "Tunggu sampai waktunya habis; mencoba lagi lebih awal tidak menambah waktu. Bila mendesak, administrator Simpul di kantor Anda dapat membukanya.",
    en="Signing in with this user name is closed for a while after {failures} failures. Your password has not changed. "
    "Wait until the time is over; trying earlier does not make it longer. If it is urgent, a Simpul administrator of your office can open it.",
)
ADDRESS_CLOSED = Text(
    id="Masuk dari jaringan ini ditutup sementara karena {failures} kali gagal, mungkin oleh orang lain di jaringan yang sama. Kata sandi Anda tidak berubah. "
    "Tunggu sampai waktunya habis, atau minta administrator Simpul membukanya.",
    en="Signing in from this network is closed for a while after {failures} failures, perhaps of somebody else on the same network. Your password has not changed. "
    "Wait until the time is over, or ask a Simpul administrator to open it.",
)
_TOLD = {"NAME": NAME_CLOSED, "ADDRESS": ADDRESS_CLOSED, "RATE": TOO_FAST}


@dataclass(frozen=True)
class Lock:
    """The door is closed for a NAME, an ADDRESS, or the RATE at which an address tries: until when, after how many failures."""

    kind: str
    until: datetime
    failures: int

    @property
    def seconds(self) -> int:
        """How long it stays closed, at least a second."""
        return max(1, int((self.until - datetime.now(UTC)).total_seconds()) + 1)

    @property
    def detail(self) -> Text:
        """What a person who meets it is told."""
        return _TOLD[self.kind].format(failures=self.failures)


def lock_on(username: str, address: str | None) -> Lock | None:
    """The lock that a sign-in with this name from this address meets, the longer one of two; an attempt counts for its address."""
    taken = buckets.take(f"signin:{_subjects('', address).get('ADDRESS', '')}", capacity=configuration.number("signin.attempts_per_minute"), seconds=60)
    if not taken.allowed:
        return Lock("RATE", datetime.now(UTC) + timedelta(seconds=taken.retry_after), 0)
    rows = query(
        "SELECT kind, locked_until AS until, failures FROM iam.sign_in_failures WHERE subject = ANY(%s) AND locked_until > clock_timestamp() ORDER BY locked_until DESC LIMIT 1",
        (list(_subjects(username, address).values()),),
    )
    return Lock(**rows[0]) if rows else None


def locked_until(usernames: Iterable[str]) -> dict[str, datetime]:
    """Until when each of these names is closed; those that are open are left out."""
    subjects = {_subjects(name, None)["NAME"]: name for name in usernames}
    rows = query("SELECT subject, locked_until FROM iam.sign_in_failures WHERE subject = ANY(%s) AND locked_until > clock_timestamp()", (list(subjects),))
    return {subjects[row["subject"]]: row["locked_until"] for row in rows}


def failure_note(*, username: str, address: str | None) -> int:
    """Count one failed sign-in against the name and the address; says how many the name has left before it closes."""
    allowed = {"NAME": int(configuration.value("signin.failures")), "ADDRESS": int(configuration.value("signin.address_failures"))}
    left = 0
    for kind, subject in _subjects(username, address).items():
        row = query(
            "SELECT failed FROM iam.note_sign_in_failure(%s, %s, %s, %s::interval, %s::interval)",
            (subject, kind, allowed[kind], _LONGEST[kind], _MEMORY[kind]),
        )[0]
        left = max(0, allowed[kind] - row["failed"]) if kind == "NAME" else left
    return left


def failures_forget(*, username: str) -> None:
    """The person has signed in: the name begins anew. The address does not, or one good account would pay for guessing others."""
    execute("DELETE FROM iam.sign_in_failures WHERE subject = %s", (_subjects(username, None)["NAME"],))


def unlock(*, actor: Actor, user_id: UUID) -> bool:
    """Open the door for one user again, wrong codes of the second step included; says whether it was closed or counting.

    Raises: Forbidden, NotFound.
    """
    require(can_manage_organisation(actor))
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise NotFound()
    counted = bool(execute("DELETE FROM iam.sign_in_failures WHERE subject = %s", (_subjects(user.username, None)["NAME"],)))
    ratelimit.clear(None, app="allauth.account", action="login_failed", key=f"mfa-auth-user-{user.pk}")
    record(actor, Action.UNLOCK_SIGN_IN, object_type="USER", object_id=user_id, meta={"counted": counted})
    return counted


def unlock_address(*, actor: Actor, address: str) -> bool:
    """Open the door for one address again; says whether it was closed or counting.

    Raises: Forbidden.
    """
    require(can_manage_organisation(actor))
    subject = _subjects("", address)["ADDRESS"]
    counted = bool(execute("DELETE FROM iam.sign_in_failures WHERE subject = %s", (subject,)))
    record(actor, Action.UNLOCK_SIGN_IN, object_type="ADDRESS", object_id=keyed_hash(f"address:{address}"), meta={"counted": counted})
    return counted


def _subjects(username: str, address: str | None) -> dict[str, str]:
    found = {"NAME": keyed_hash(f"sign-in:{username.strip().lower()}")}
    if address:
        found["ADDRESS"] = keyed_hash(f"sign-in-from:{_network(address)}")
    return found


def _network(address: str) -> str:
    """An IPv6 caller owns a whole /64."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(IPv6Network((parsed, 64), strict=False).network_address) if isinstance(parsed, IPv6Address) else address
