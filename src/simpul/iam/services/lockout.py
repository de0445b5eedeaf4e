"""Closing the door for a while after failed sign-ins, for one user name and for one address, and opening it again.

A name that nobody has is counted like any other, so that a lock-out tells nothing. Each further failure doubles the
time: 1, 2, 4 minutes up to an hour for a name, up to a quarter of an hour for an address, behind which a whole office
may sit. Attempts while the door is closed are not counted. An attempt counts before its password is looked at, so that
many at once are judged no oftener than one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address
from uuid import UUID

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.iam.actors import anonymous_actor, client_ip
from simpul.iam.acts import IamAct
from simpul.iam.errors import TOO_FAST
from simpul.iam.models import User
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.directory import user_named
from simpul.platform import configuration
from simpul.platform import ratelimit as buckets
from simpul.platform.actor import Actor, require
from simpul.platform.crypto import keyed_hash
from simpul.platform.db import execute, query, scope
from simpul.platform.errors import NotFound, RateLimited
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


def attempt_take(request: HttpRequest) -> None:
    """Count one attempt for the caller's address, before anything of the request is read.

    Raises: RateLimited.
    """
    address = _subjects("", client_ip(request)).get("ADDRESS", "")
    taken = buckets.take(f"signin:{address}", capacity=configuration.number("signin.attempts_per_minute"), seconds=60)
    if not taken.allowed:
        lock = Lock("RATE", datetime.now(UTC) + timedelta(seconds=taken.retry_after), 0)
        _record_closed(request, lock, "")
        raise RateLimited(lock.seconds, lock.detail, closed=lock.kind)


def attempt_claim(*, username: str, request: HttpRequest) -> Lock | None:
    """Count an attempt as being judged, before it is: no more are judged at once than may still fail. Says which lock it meets.

    An attempt that is judged ends by `failure_note`, `failures_forget` or `attempt_release`.
    """
    allowed, claimed = _allowed(), list[str]()
    for kind, subject in reversed(_subjects(username, client_ip(request)).items()):
        row = query("SELECT * FROM iam.claim_sign_in_attempt(%s, %s, %s, %s::interval)", (subject, kind, allowed[kind], _MEMORY[kind]))[0]
        if not row["claimed"]:
            _release(claimed)
            lock = Lock(kind, row["closed_until"], row["failed"])
            _record_closed(request, lock, username)
            return lock
        claimed.append(subject)
    request.sign_in_claims = claimed  # type: ignore[attr-defined]
    return None


def attempt_release(request: HttpRequest) -> None:
    """An attempt that was judged neither right nor wrong, such as one that broke off, no longer counts."""
    _release(getattr(request, "sign_in_claims", []))
    request.sign_in_claims = []  # type: ignore[attr-defined]


def locked_until(usernames: Iterable[str]) -> dict[str, datetime]:
    """Until when each of these names is closed; those that are open are left out."""
    subjects = {_subjects(name, None)["NAME"]: name for name in usernames}
    rows = query("SELECT subject, locked_until FROM iam.sign_in_failures WHERE subject = ANY(%s) AND locked_until > clock_timestamp()", (list(subjects),))
    return {subjects[row["subject"]]: row["locked_until"] for row in rows}


def failure_note(*, username: str, request: HttpRequest) -> int:
    """The attempt was wrong: count it against the name and the address; says how many the name has left before it closes."""
    allowed = _allowed()
    left = 0
    for kind, subject in _subjects(username, client_ip(request)).items():
        row = query(
            "SELECT failed FROM iam.note_sign_in_failure(%s, %s, %s, %s::interval, %s::interval)",
            (subject, kind, allowed[kind], _LONGEST[kind], _MEMORY[kind]),
        )[0]
        left = max(0, allowed[kind] - row["failed"]) if kind == "NAME" else left
    request.sign_in_claims = []  # type: ignore[attr-defined]
    return left


def failures_forget(*, username: str, request: HttpRequest) -> None:
    """The person has signed in: the name begins anew. The address does not, or one good account would pay for guessing others."""
    attempt_release(request)
    subject = _subjects(username, None)["NAME"]
    execute("UPDATE iam.sign_in_failures SET failures = 0, locked_until = NULL WHERE subject = %s", (subject,))
    execute("DELETE FROM iam.sign_in_failures WHERE subject = %s AND judging = 0", (subject,))


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
    record(actor, IamAct.UNLOCK_SIGN_IN, object_type="USER", object_id=user_id, meta={"counted": counted})
    return counted


def unlock_address(*, actor: Actor, address: str) -> bool:
    """Open the door for one address again; says whether it was closed or counting.

    Raises: Forbidden.
    """
    require(can_manage_organisation(actor))
    subject = _subjects("", address)["ADDRESS"]
    counted = bool(execute("DELETE FROM iam.sign_in_failures WHERE subject = %s", (subject,)))
    record(actor, IamAct.UNLOCK_SIGN_IN, object_type="ADDRESS", object_id=keyed_hash(f"address:{address}"), meta={"counted": counted})
    return counted


def _allowed() -> dict[str, int]:
    return {"NAME": int(configuration.value("signin.failures")), "ADDRESS": int(configuration.value("signin.address_failures"))}


def _release(subjects: Iterable[str]) -> None:
    for subject in subjects:
        execute("UPDATE iam.sign_in_failures SET judging = greatest(judging - 1, 0) WHERE subject = %s", (subject,))
        execute("DELETE FROM iam.sign_in_failures WHERE subject = %s AND failures = 0 AND judging = 0", (subject,))


def _record_closed(request: HttpRequest, lock: Lock, username: str) -> None:
    actor = anonymous_actor(request)
    with scope(actor):
        tried = user_named(username)
        record(actor, IamAct.SIGN_IN_FAILED, object_type="USER", object_id=tried or "", outcome="DENIED", meta={"closed": lock.kind})


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
