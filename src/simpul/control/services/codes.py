"""Two sealed codes for an installation with one administrator: made on the server, kept in two envelopes, used once."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.control.acts import ControlAct
from simpul.control.errors import CodesLocked, CodesWrong, NoCodes
from simpul.control.models import ControlCode, Proposal
from simpul.control.policies import can_use_codes
from simpul.control.services.deciding import carry_out, facts_of, open_proposal, require_verdict
from simpul.control.vocabulary import SUBJECT, Status
from simpul.iam.public import watching_people
from simpul.platform import ratelimit
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.crypto import blind_index
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text

_TRIES, _TRIES_SECONDS = 5, 3_600
# Without signs that look alike.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROUPS, _GROUP = 6, 4
_WRONG = Text(id="Salah satu kode, atau keduanya, tidak cocok.", en="One of the codes, or both, do not match.")
NOTICES = (
    NoticeKind(
        "control.codes_made",
        title=Text(id="Kode tersegel baru dibuat di server", en="New sealed codes were made on the server"),
        body=Text(id="Kode sebelumnya tidak berlaku lagi. Kedua kode disimpan dalam dua amplop oleh dua orang.", en="Former codes hold no more. The two codes are kept in two envelopes by two people."),
    ),
    NoticeKind(
        "control.codes_locked",
        title=Text(id="Kode tersegel salah berulang kali", en="Wrong sealed codes were entered repeatedly"),
        body=Text(id="{person} memasukkan kode yang salah terlalu sering; kode dikunci selama satu jam.", en="{person} entered wrong codes too often; codes are locked for an hour."),
    ),
)  # fmt: skip


@transaction.atomic
def codes_make(*, actor: Actor) -> tuple[str, str]:
    """Make two one-time codes and end the former ones; only their digests are kept, and compliance is told."""
    at = now()
    ControlCode.objects.filter(ended_at__isnull=True).update(ended_at=at)
    made = (_code(), _code())
    ControlCode.objects.bulk_create(ControlCode(position=place, digest=_digest(place, code), made_at=at) for place, code in enumerate(made, start=1))
    record(actor, ControlAct.MAKE_CODES, object_type="CONTROL_CODES", object_id="")
    notify("control.codes_made", watching_people(), subject_type="USER", subject_id=actor.id)
    return made


@transaction.atomic
def codes_use(*, actor: Actor, proposal_id: UUID, version: int, first_code: str, second_code: str) -> Proposal:
    """Apply the own proposal by both codes in the place of a second person; they end with it, and compliance is told.

    Raises: ProposalNotFound, Forbidden, ProposalIsDecided, StaleVersion, NoCodes, CodesWrong, CodesLocked after five wrong tries in an hour.
    """
    proposal = open_proposal(actor, proposal_id, version, ControlAct.USE_CODES)
    require_verdict(can_use_codes(actor, proposal), ControlAct.USE_CODES, proposal)
    held = list(ControlCode.objects.select_for_update().filter(ended_at__isnull=True).order_by("position"))
    if len(held) != 2:
        raise NoCodes().recorded_as(**facts_of(ControlAct.USE_CODES, proposal))
    bucket = tries_token(actor)
    taken = ratelimit.take(bucket.key, capacity=bucket.capacity, seconds=bucket.seconds)
    if not taken.allowed:
        raise _locked(actor, proposal, taken.retry_after)
    if not _match(held, (first_code, second_code)):
        raise CodesWrong({"first_code": _WRONG}).recorded_as(**facts_of(ControlAct.USE_CODES, proposal))
    applied = carry_out(actor, proposal, note="", by_codes=True)
    if applied.status == Status.APPLIED:
        for code in held:
            code.ended_at, code.used_for = now(), proposal.id
            code.save(update_fields=["ended_at", "used_for"])
    return applied


def tries_token(actor: Actor, request: HttpRequest | None = None) -> ratelimit.Bucket:
    """The token of one try, which stays taken although a wrong one is undone."""
    return ratelimit.Bucket(f"control_codes:{actor.id}", _TRIES, _TRIES_SECONDS)


def _locked(actor: Actor, proposal: Proposal, retry_after: int) -> CodesLocked:
    refusal = CodesLocked(retry_after).recorded_as(**facts_of(ControlAct.USE_CODES, proposal))
    told = [each for each in watching_people() if each != actor.id]
    return refusal.followed_by(lambda: notify("control.codes_locked", told, subject_type=SUBJECT, subject_id=proposal.id, person=actor.full_name))


def _match(held: Sequence[ControlCode], given: Sequence[str]) -> bool:
    """Both are compared, whichever is wrong."""
    found = [secrets.compare_digest(code.digest, _digest(code.position, text)) for code, text in zip(held, given, strict=True)]
    return all(found)


def _code() -> str:
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def _digest(position: int, code: str) -> str:
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return blind_index("control code", f"{position}:{plain}").hex()
