"""Recording what a customer says: a word about one purpose, on a verification, to a text; or a request that waits for a supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import audited_change, record
from simpul.consent.acts import ConsentAct
from simpul.consent.errors import ConsentIsUnchanged, ConsentPurposeNotFound, ConsentRequestIsWaiting
from simpul.consent.events import ConsentChanged
from simpul.consent.models import Consent, ConsentPurpose, ConsentRequest, ConsentVerification, ConsentWording
from simpul.consent.policies import RESOURCE, SUBJECT, can_change
from simpul.consent.selectors.purposes import latest_wording
from simpul.consent.selectors.states import consent_state, narrower_differs
from simpul.consent.services.verifying import verification_holding
from simpul.consent.settings import KNOWLEDGE_APPROVED
from simpul.consent.vocabulary import CONSENT_WORKFLOW, ConsentStatus, VerificationMethod
from simpul.customers.public import customer_get
from simpul.iam.public import holders_at
from simpul.platform import configuration
from simpul.platform.actor import Act, Actor
from simpul.platform.clock import now
from simpul.platform.db import execute
from simpul.platform.errors import Invalid
from simpul.platform.events import emit
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.workflow import public as workflow

CONSENT_WAITS = NoticeKind(
    "consent.waits",
    title=Text(id="Persetujuan nasabah menunggu Anda", en="A customer's consent waits for you"),
    body=Text(id="Seorang rekan mencatat persetujuan yang perlu Anda setujui.", en="A colleague recorded a consent that needs your approval."),
)
_WORDING_OLD = Text(id="Naskah ini sudah diganti. Bacakan naskah yang baru.", en="This text has been replaced. Read out the new one.")


@dataclass(frozen=True)
class Outcome:
    """A change that holds, or the request that waits for approval; one of both."""

    consent: Consent | None = None
    request: ConsentRequest | None = None


@dataclass(frozen=True)
class Wish:
    """What the customer says, as the colleague writes it down."""

    consent_type: str
    status: str
    channel: str | None
    captured_channel: str
    wording_id: UUID | None
    reason: str = ""
    notes: str = ""


@transaction.atomic
def consent_change(*, actor: Actor, customer_id: UUID, verification_id: UUID, wish: Wish) -> Outcome:
    """Record what a verified customer says about one purpose. A grant may wait for a supervisor; a withdrawal never does.

    Raises: CustomerNotFound, Forbidden, ConsentPurposeNotFound, VerificationNotFound, VerificationIsOver, ConsentIsUnchanged,
    ConsentRequestIsWaiting, Invalid.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    facts = {"customer_id": customer.id, "branch_code": customer.home_branch_code}
    meta = {"consent_type": wish.consent_type, "status": wish.status, "channel": wish.channel}
    with audited_change(actor, ConsentAct.CHANGE_CONSENT, SUBJECT, **facts, meta=meta) as change:
        change.require(can_change(actor, customer))
        purpose = _purpose(wish)
        verification = verification_holding(actor, change, customer.id, verification_id)
        wording = _wording(purpose, wish)
        execute("SELECT crm.lock_consent(%s)", (customer.id,))
        before = consent_state(customer.id, wish.consent_type, wish.channel)
        same = before is not None and before.status == wish.status and before.wording_id == (wording.id if wording else before.wording_id)
        if same and not narrower_differs(customer.id, wish.consent_type, wish.channel, wish.status):
            raise ConsentIsUnchanged()
        if wish.status == ConsentStatus.GRANTED and _waits(actor, purpose, verification):
            asked = _ask(actor, customer, wish, verification, wording)
            change.nothing_changed()
            return Outcome(request=asked)
        written = consent_write(
            Consent(
                customer_id=customer.id, branch_code=customer.home_branch_code, consent_type=wish.consent_type, channel=wish.channel, status=wish.status, effective_at=now(),
                captured_channel=wish.captured_channel, captured_by=actor.id, verification_method=verification.method, verification=verification,
                wording=wording, wording_hash=wording.text_hash if wording else None, evidence_document_id=verification.evidence_document_id,
                reason=wish.reason, notes=wish.notes,
            )
        )  # fmt: skip
        _withdraw_waiting(actor, written)
        change.object_id = written.id
        change.describe(**describe_consent(written))
    return Outcome(consent=written)


def consent_write(consent: Consent) -> Consent:
    """Add one word of a customer; the database judges it, and says what held before."""
    consent.save(force_insert=True)
    consent.refresh_from_db(fields=["old_status", "effective_at"])
    emit(ConsentChanged(consent.id, consent.customer_id, consent.consent_type, consent.channel, consent.status, consent.effective_at))
    return consent


@transaction.atomic
def consent_signal(
    *, actor: Actor, customer_id: UUID, branch_code: str, consent_type: str, channel: str | None, captured_channel: str, method: VerificationMethod,
    source_reference: str, effective_at: datetime | None = None, reason: str = "",
) -> Consent | None:  # fmt: skip
    """Withdraw by a link that the customer followed, or by what a provider passed on; one that is withdrawn already stays so and gives None.

    `source_reference` is the proof: which message, or which notice of the provider.
    """
    execute("SELECT crm.lock_consent(%s)", (customer_id,))
    before = consent_state(customer_id, consent_type, channel)
    withdrawn = before is not None and before.status == ConsentStatus.WITHDRAWN
    if withdrawn and not narrower_differs(customer_id, consent_type, channel, ConsentStatus.WITHDRAWN):
        return None
    written = consent_write(
        Consent(
            customer_id=customer_id, branch_code=branch_code, consent_type=consent_type, channel=channel, status=ConsentStatus.WITHDRAWN, effective_at=effective_at or now(),
            captured_channel=captured_channel, captured_by=actor.id, verification_method=method, source_reference=source_reference, reason=reason,
        )
    )  # fmt: skip
    record(
        actor, ConsentAct.CHANGE_CONSENT, object_type=SUBJECT, object_id=written.id, customer_id=customer_id, branch_code=branch_code,
        meta={**describe_consent(written), "consent_type": consent_type, "status": written.status, "channel": channel, "verification_method": method.value},
    )  # fmt: skip
    return written


def describe_consent(consent: Consent) -> dict[str, str | None]:
    """What the trail says of a change beside its purpose and status."""
    said = {"before": consent.old_status, "captured_channel": consent.captured_channel}
    if consent.reason:
        said["reason"] = redacted(consent.reason)
    return said


def _purpose(wish: Wish) -> ConsentPurpose:
    """Raises: ConsentPurposeNotFound. A purpose out of use is withdrawn from, and never granted."""
    found = ConsentPurpose.objects.filter(pk=wish.consent_type).first()
    if found is None or (not found.is_active and wish.status == ConsentStatus.GRANTED):
        raise ConsentPurposeNotFound()
    return found


def _wording(purpose: ConsentPurpose, wish: Wish) -> ConsentWording | None:
    """Raises: Invalid when a grant names another text than the one in force."""
    if wish.status == ConsentStatus.WITHDRAWN:
        return None
    latest = latest_wording(purpose.key)
    if latest is None or latest.id != wish.wording_id:
        raise Invalid({"wording_id": _WORDING_OLD})
    return latest


def _waits(actor: Actor, purpose: ConsentPurpose, verification: ConsentVerification) -> bool:
    return purpose.needs_approval or (verification.method == VerificationMethod.KNOWLEDGE and bool(configuration.value(KNOWLEDGE_APPROVED, actor)))


def _ask(actor: Actor, customer: Any, wish: Wish, verification: ConsentVerification, wording: ConsentWording | None) -> ConsentRequest:
    """Raises: ConsentRequestIsWaiting."""
    assert wording is not None  # a grant names its text
    try:
        with transaction.atomic():
            made = ConsentRequest.objects.create(
                customer_id=customer.id, branch_code=customer.home_branch_code, consent_type=wish.consent_type, channel=wish.channel, wording=wording,
                captured_channel=wish.captured_channel, verification=verification, notes=wish.notes, requested_by=actor.id, requested_at=now(),
            )  # fmt: skip
    except IntegrityError:
        raise ConsentRequestIsWaiting() from None
    workflow.start(actor=actor, definition=CONSENT_WORKFLOW, subject_id=made.id)
    deciders = set(holders_at(RESOURCE, Act.ASSIGN, customer.home_branch_code)) - {actor.id}
    notify(CONSENT_WAITS.key, sorted(deciders), subject_type="CONSENT_REQUEST", subject_id=made.id)
    return made


def _withdraw_waiting(actor: Actor, consent: Consent) -> None:
    """A withdrawal overtakes what this colleague asked for; what others asked for, a supervisor finds overtaken."""
    if consent.status != ConsentStatus.WITHDRAWN:
        return
    waiting = ConsentRequest.objects.filter(customer_id=consent.customer_id, consent_type=consent.consent_type, status="PENDING", requested_by=actor.id)
    for request in waiting if consent.channel is None else waiting.filter(channel=consent.channel):
        workflow.move(actor=actor, definition=CONSENT_WORKFLOW, subject_id=request.id, transition="withdraw")
