"""The refusals of the product, one family.

DomainError
├── NotFound      absent, or not this actor's to know          404
├── Forbidden     visible, but not allowed                     403
├── Conflict      wrong state or a stale version               409
├── NotAllowed    no such act on this address                  405
├── Invalid       malformed or impossible input, by field      422
├── RateLimited   too many attempts, with the time to wait     429
├── TooLarge      more bytes than the operation takes          413
├── NotSignedIn   no session, or it has ended                  401
└── DatabaseAway  nothing can be read or written for a while   503
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Callable, ClassVar, Mapping, Self

from simpul.platform.text import Text


@dataclass(frozen=True)
class RefusalFacts:
    """What the audit row of a refusal says beyond the error's code."""

    action: str
    object_type: str = "OPERATION"
    object_id: str = ""
    customer_id: Any = None
    branch_code: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)


class DomainError(Exception):
    """A business rule said no. Expected, so never reported as a crash."""

    title: ClassVar[Text] = Text(id="Permintaan ditolak", en="The request was refused")
    status: ClassVar[int] = 400

    def __init__(self, detail: Text | None = None, **extra: Any) -> None:
        self.detail = detail or self.title
        self.extra = extra
        self.facts: RefusalFacts | None = None
        self.afterwards: list[Callable[[], None]] = []
        super().__init__(self.detail.en)

    @classmethod
    def code(cls) -> str:
        """The stable name that clients may rely on, such as `stale_version`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def recorded_as(self, **facts: Any) -> Self:
        """Say how the audit names this refusal; see `RefusalFacts`."""
        self.facts = RefusalFacts(**facts)
        return self

    def followed_by(self, act: Callable[[], None]) -> Self:
        """Let something happen although the operation is undone, in the transaction that records the refusal."""
        self.afterwards.append(act)
        return self


class NotFound(DomainError):
    """Absent, or outside the actor's scope: the two are told apart nowhere."""

    title = Text(id="Data tidak ditemukan", en="Not found")
    status = 404


class Forbidden(DomainError):
    """The actor may know of it, but may not do this."""

    title = Text(id="Anda tidak berwenang melakukan ini", en="You are not allowed to do this")
    status = 403


class Conflict(DomainError):
    """The record is in a state in which this cannot be done."""

    title = Text(id="Keadaan data tidak mengizinkan", en="The record's state does not allow this")
    status = 409


class StaleVersion(Conflict):
    """Somebody else changed the record since it was read; `current` carries it as it is now."""

    title = Text(
        id="Data sudah diubah orang lain; periksa versi terbaru",
        en="Somebody else has changed this; look at the current version",
    )


class NotAllowed(DomainError):
    """The address exists, and does not take this act (HTTP method)."""

    title = Text(id="Alamat ini tidak menerima tindakan itu", en="This address does not take that act")
    status = 405


class Invalid(DomainError):
    """Input that cannot be right; `fields` maps each field to its messages."""

    title = Text(id="Periksa isian yang ditandai", en="Check the marked fields")
    status = 422

    def __init__(self, fields: Mapping[str, Text] | None = None, detail: Text | None = None, **extra: Any) -> None:
        super().__init__(detail, **extra)
        self.fields = dict(fields or {})


class RateLimited(DomainError):
    """Too many attempts; `retry_after` is in seconds."""

    title = Text(id="Terlalu banyak permintaan; coba lagi sebentar lagi", en="Too many requests; try again shortly")
    status = 429

    def __init__(self, retry_after: int, detail: Text | None = None, **extra: Any) -> None:
        super().__init__(detail, **extra)
        self.retry_after = max(1, retry_after)


class RowBudgetSpent(RateLimited):
    """The caller has read as many rows of lists as an hour allows."""

    title = Text(id="Batas baris tiap jam sudah terpakai", en="The hourly limit of rows is used up")


class TooLarge(DomainError):
    """More bytes than the operation takes."""

    title = Text(id="Kiriman terlalu besar", en="The request is too large")
    status = 413


class NotSignedIn(DomainError):
    """No session, or it has ended."""

    title = Text(id="Silakan masuk terlebih dahulu", en="Please sign in first")
    status = 401


class DatabaseAway(DomainError):
    """The database does not answer, or has no connection left; `retry_after` is in seconds. Nothing of the request was kept."""

    title = Text(id="Basis data sedang tidak dapat dihubungi; coba lagi sebentar lagi", en="The database cannot be reached at the moment; try again shortly")
    status = 503
    retry_after = 5


class OutsideHours(Forbidden):
    """The organisation, or the caller's unit, works at other hours."""

    title = Text(id="Di luar jam akses", en="Outside the hours of access")


class PasswordChangeRequired(Forbidden):
    """The person signed in with a password that somebody else chose, and must choose an own one first."""

    title = Text(id="Ganti kata sandi sementara Anda terlebih dahulu", en="Change your temporary password first")


class SecondFactorRequired(Forbidden):
    """The person's role asks for a second step at sign-in, and none is set up yet."""

    title = Text(id="Siapkan verifikasi dua langkah terlebih dahulu", en="Set up a second step for signing in first")


class OutsideKey(Forbidden):
    """The key of a service account does not open this operation."""

    title = Text(id="Kunci ini tidak membuka tindakan tersebut", en="This key does not open that operation")


class CsrfRejected(Forbidden):
    """The request did not prove that it comes from our own page."""

    title = Text(
        id="Halaman sudah kedaluwarsa; muat ulang lalu coba lagi",
        en="The page is out of date; reload it and try again",
    )


class IdempotencyKeyReused(Conflict):
    """The same Idempotency-Key came with another request."""

    title = Text(
        id="Kunci idempotensi sudah dipakai untuk permintaan lain",
        en="This idempotency key was used for another request",
    )
