"""Making sure that it is the customer who speaks, before a consent changes. No clear value is ever shown to who asks."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import F

from simpul.audit.public import AuditedChange, audited_change, record
from simpul.consent.acts import ConsentAct
from simpul.consent.errors import CodeCannotBeSent, VerificationIsOver, VerificationNotFound
from simpul.consent.models import ConsentVerification
from simpul.consent.policies import can_change, visible_verifications
from simpul.consent.settings import VERIFICATION_MINUTES
from simpul.consent.vocabulary import BY_STAFF, MessageChannel, VerificationMethod
from simpul.customers.public import QUESTIONS, answers_match, contact_of, customer_get, mask_contact
from simpul.documents.public import DocumentNotFound, DocumentSubjectNotFound, document_get
from simpul.platform import configuration, crypto, ratelimit
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid, RateLimited
from simpul.platform.ids import uuid7
from simpul.platform.ports import Port
from simpul.platform.text import Text

SUBJECT = "CONSENT_VERIFICATION"
CODE_CHANNELS = (MessageChannel.SMS, MessageChannel.WHATSAPP, MessageChannel.EMAIL)
MOST_ATTEMPTS = {VerificationMethod.PHONE_OTP: 5, VerificationMethod.KNOWLEDGE: 3}
_PER_HOUR = 6  # verifications of one customer that can be guessed, by whoever: nobody guesses on and on

_METHOD_UNKNOWN = Text(id="Cara verifikasi ini tidak dapat dipilih petugas.", en="Staff cannot choose this way of verifying.")
_CHANNEL_NEEDED = Text(id="Pilih SMS, WhatsApp, atau e-mail.", en="Choose SMS, WhatsApp or e-mail.")
_DOCUMENT_NEEDED = Text(id="Pilih dokumen bertanda tangan nasabah.", en="Choose the document that the customer signed.")
_TWO_ANSWERS = Text(id="Isi paling sedikit dua jawaban.", en="Give at least two answers.")
_CODE_NEEDED = Text(id="Isi kode enam angka.", en="Give the code of six digits.")


class CodeSender(Protocol):
    """Sends a one-time code to the customer by the outbox, in the caller's transaction.

    Raises: CodeCannotBeSent when this channel is out of use.
    """

    def __call__(
        self, *, actor: Actor, customer_id: UUID, branch_code: str, channel: str, recipient: str, code: str, minutes: int, verification_id: UUID
    ) -> None: ...


send_code: Port[CodeSender] = Port("consent_send_code")
# The channels of CODE_CHANNELS that somebody carries now.
open_code_channels: Port[Callable[[], frozenset[str]]] = Port("consent_open_code_channels")


def code_channels() -> list[str]:
    """How a one-time code can reach a customer now; empty where nobody carries codes."""
    carried = open_code_channels() if open_code_channels.is_filled else frozenset()
    return [channel.value for channel in CODE_CHANNELS if channel.value in carried]


@transaction.atomic
def verification_start(
    *, actor: Actor, customer_id: UUID, method: str, channel: str | None = None, evidence_document_id: UUID | None = None
) -> ConsentVerification:
    """Begin to verify a customer. Who is there in person, or signed a document, is verified by the colleague's own word, which the trail keeps.

    Raises: CustomerNotFound, Forbidden, Invalid, CodeCannotBeSent, RateLimited.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    meta = {"method": method, **({"channel": channel} if channel else {})}
    with audited_change(
        actor, ConsentAct.VERIFY_CUSTOMER, SUBJECT, customer_id=customer.id, branch_code=customer.home_branch_code, meta={**meta, "step": "start"}
    ) as change:
        change.require(can_change(actor, customer))
        _judge_start(method, channel, evidence_document_id)
        if evidence_document_id is not None:
            _judge_document(actor, customer.id, evidence_document_id)
        # Only what can be guessed is counted: a customer at the counter is never kept from withdrawing.
        if method in MOST_ATTEMPTS and not (taken := ratelimit.take(f"verify:{customer.id}", capacity=_PER_HOUR, seconds=3600)).allowed:
            raise RateLimited(taken.retry_after)
        at, minutes = now(), configuration.number(VERIFICATION_MINUTES, actor)
        made = ConsentVerification(
            id=uuid7(), customer_id=customer.id, method=method, channel=channel, evidence_document_id=evidence_document_id, started_by=actor.id, started_at=at,
            expires_at=at + timedelta(minutes=minutes), verified_at=at if method in (VerificationMethod.IN_PERSON, VerificationMethod.DIGITAL_SIGNATURE) else None,
        )  # fmt: skip
        if method == VerificationMethod.PHONE_OTP:
            recipient = contact_of(customer.id, str(channel))
            if recipient is None or not send_code.is_filled:
                raise CodeCannotBeSent()
            code = f"{secrets.randbelow(1_000_000):06d}"
            made.hint, made.secret_hash = mask_contact(recipient), _digest(made.id, code)
        made.save(force_insert=True)
        if method == VerificationMethod.PHONE_OTP:
            send_code(
                actor=actor, customer_id=customer.id, branch_code=customer.home_branch_code, channel=channel, recipient=recipient, code=code, minutes=minutes,
                verification_id=made.id,
            )  # fmt: skip
        change.object_id = made.id
    return made


def verification_answer(*, actor: Actor, verification_id: UUID, code: str = "", answers: Mapping[str, str] | None = None) -> ConsentVerification:
    """Compare what the customer says: the code, or at least two answers, all of them right. A wrong one counts, and is not said which it was.

    Raises: VerificationNotFound, VerificationIsOver, Invalid.
    """
    with transaction.atomic():
        found = visible_verifications(actor).select_for_update().filter(pk=verification_id).first()
        if found is None or found.method not in MOST_ATTEMPTS:
            raise VerificationNotFound()
        customer = customer_get(actor=actor, customer_id=found.customer_id)
        most = MOST_ATTEMPTS[VerificationMethod(found.method)]
        if found.verified_at is not None or found.expires_at <= now() or found.attempts >= most:
            raise VerificationIsOver().recorded_as(
                action=ConsentAct.VERIFY_CUSTOMER, object_type=SUBJECT, object_id=str(found.id), customer_id=customer.id,
                branch_code=customer.home_branch_code, meta={"method": found.method},
            )  # fmt: skip
        right = _is_right(found, code.strip(), answers or {})
        found.attempts += 1
        found.verified_at = now() if right else None
        ConsentVerification.objects.filter(pk=found.pk).update(attempts=F("attempts") + 1, verified_at=found.verified_at)
        meta = {"method": found.method, "step": "answer", "verified": right, "attempt": found.attempts}
        record(
            actor, ConsentAct.VERIFY_CUSTOMER, object_type=SUBJECT, object_id=found.id, customer_id=customer.id, branch_code=customer.home_branch_code,
            outcome="ALLOWED" if right else "DENIED", meta=meta,
        )  # fmt: skip
    return found


def attempts_left(verification: ConsentVerification) -> int:
    """How often an answer may still be wrong."""
    if verification.method not in MOST_ATTEMPTS or verification.verified_at is not None:
        return 0
    return max(0, MOST_ATTEMPTS[VerificationMethod(verification.method)] - verification.attempts)


def verification_holding(actor: Actor, change: AuditedChange, customer_id: UUID, verification_id: UUID) -> ConsentVerification:
    """The actor's verification of this customer that still holds.

    Raises: VerificationNotFound, VerificationIsOver.
    """
    found = visible_verifications(actor).filter(pk=verification_id, customer_id=customer_id).first()
    if found is None or found.verified_at is None:
        raise VerificationNotFound()
    if found.expires_at <= now():
        raise VerificationIsOver()
    change.describe(verification_method=found.method)
    return found


def _judge_start(method: str, channel: str | None, document: UUID | None) -> None:
    """Raises: Invalid."""
    if method not in BY_STAFF:
        raise Invalid({"method": _METHOD_UNKNOWN})
    if (method == VerificationMethod.PHONE_OTP) != (channel in CODE_CHANNELS) or (channel is not None and method != VerificationMethod.PHONE_OTP):
        raise Invalid({"channel": _CHANNEL_NEEDED})
    if method == VerificationMethod.DIGITAL_SIGNATURE and document is None:
        raise Invalid({"evidence_document_id": _DOCUMENT_NEEDED})


def _judge_document(actor: Actor, customer_id: UUID, document_id: UUID) -> None:
    """Raises: Invalid unless it is a document of this very customer that the actor may see."""
    try:
        found = document_get(actor=actor, document_id=document_id)
    except (DocumentNotFound, DocumentSubjectNotFound):
        raise Invalid({"evidence_document_id": _DOCUMENT_NEEDED}) from None
    if (found.subject_type, found.subject_id) != ("CUSTOMER", str(customer_id)):
        raise Invalid({"evidence_document_id": _DOCUMENT_NEEDED})


def _is_right(verification: ConsentVerification, code: str, answers: Mapping[str, str]) -> bool:
    """Raises: Invalid."""
    if verification.method == VerificationMethod.PHONE_OTP:
        if not (len(code) == 6 and code.isascii() and code.isdigit()):
            raise Invalid({"code": _CODE_NEEDED})
        return hmac.compare_digest(_digest(verification.id, code), bytes(verification.secret_hash or b""))
    given = {question: answer for question, answer in answers.items() if question in QUESTIONS and answer.strip()}
    if len(given) < 2:
        raise Invalid({"answers": _TWO_ANSWERS})
    return all(answers_match(verification.customer_id, given).values())


def _digest(verification_id: UUID, code: str) -> bytes:
    return crypto.blind_index("consent_code", f"{verification_id}:{code}")
