"""The one extension of the law's limit: asked before the limit with a coded reason and proof that the customer was told, decided by somebody else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.cases.acts import CaseAct
from simpul.cases.errors import ExtensionNotPossible, NoExtensionWaits, OwnExtension
from simpul.cases.facts import CaseFacts
from simpul.cases.models import Case, CaseExtension
from simpul.cases.policies import can_decide_extension
from simpul.cases.selectors.cases import case_get
from simpul.cases.selectors.extensions import NONE_WAITS, extendable, extension_of, in_time
from simpul.cases.selectors.receipts import receipt_document
from simpul.cases.services.acting import acting, done, instant, refused
from simpul.cases.services.handing import Places
from simpul.cases.services.steps import changed, clocks_say, log
from simpul.cases.sla import Change
from simpul.cases.vocabulary import EXTENSION_REASONS, SUBJECT, ActivityType, ExtensionStatus
from simpul.documents import public as documents
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.platform.words import says_enough

LEAST_NOTE = 10
_NO_REASON = Text(id="Pilih alasan dari daftar.", en="Choose a reason from the list.")
_SHORT = Text(id="Jelaskan dengan paling sedikit {least} karakter.", en="Explain in at least {least} characters.")
_NO_PROOF = Text(
    id="Lampirkan bukti pemberitahuan perpanjangan kepada nasabah pada kasus ini; tanda terima pengaduan bukan buktinya.",
    en="Attach to this case the proof that the customer was told of the extension; the receipt of the complaint is none.",
)
_ASKED = NoticeKind(
    "cases.extension_asked",
    title=Text(id="Perpanjangan batas waktu menunggu keputusan", en="An extension waits for a decision"),
    body=Text(id="{person} mengajukan perpanjangan batas waktu peraturan {number}.", en="{person} asks to extend the legal limit of {number}."),
)
_DECIDED = {
    ExtensionStatus.APPROVED: NoticeKind(
        "cases.extension_approved",
        title=Text(id="Perpanjangan batas waktu disetujui", en="An extension was approved"),
        body=Text(id="Batas waktu peraturan {number} diperpanjang.", en="The legal limit of {number} is extended."),
    ),
    ExtensionStatus.REFUSED: NoticeKind(
        "cases.extension_refused",
        title=Text(id="Perpanjangan batas waktu ditolak", en="An extension was refused"),
        body=Text(id="Batas waktu peraturan {number} tetap.", en="The legal limit of {number} stays."),
    ),
}
NOTICES = (_ASKED, *_DECIDED.values())


@transaction.atomic
def case_extend(*, actor: Actor, case_id: UUID, reason_code: str, note: str, proof_document_id: UUID, version: int) -> Case:
    """Ask for more time by the law; who assigns cases there is told and decides. The limit stays until then.

    Raises: CaseNotFound, Forbidden, CaseForbidsThis, StaleVersion, ExtensionNotPossible, Invalid naming each field.
    """
    case = acting(actor=actor, case_id=case_id, act="extend", action=CaseAct.UPDATE_CASE, version=version)
    at = instant()
    if not (verdict := extendable(case, extension_of(case.id), at)):
        raise refused(ExtensionNotPossible(verdict.reason), case, CaseAct.UPDATE_CASE, step="extend")
    wrong: dict[str, Text] = {}
    if reason_code not in EXTENSION_REASONS:
        wrong["reason_code"] = _NO_REASON
    if not says_enough(note, LEAST_NOTE):
        wrong["note"] = _SHORT.format(least=LEAST_NOTE)
    if not _is_proof(actor, case, proof_document_id):
        wrong["proof_document_id"] = _NO_PROOF
    if wrong:
        raise refused(Invalid(wrong), case, CaseAct.UPDATE_CASE, step="extend")
    CaseExtension.objects.create(
        case=case, reason_code=reason_code, note=note.strip(), proof_document_id=proof_document_id, requested_by=actor.id, requested_at=at, created_at=at
    )  # fmt: skip
    changed(case, at)
    log(actor, case, ActivityType.SLA, at, note.strip(), extension=ExtensionStatus.WAITING.value, reason_code=reason_code, document=str(proof_document_id))
    done(actor, case, CaseAct.UPDATE_CASE, step="extend", reason_code=reason_code)
    deciders = set(Places().of(case, 2)) - {actor.id}
    notify(_ASKED.key, sorted(deciders), subject_type=SUBJECT, subject_id=case.id, number=case.case_no, person=actor.full_name)
    return case


@transaction.atomic
def case_extension_decide(*, actor: Actor, case_id: UUID, approve: bool, note: str, version: int) -> Case:
    """Give the extension that was asked for, or refuse it. Given, it moves the law's limit, once.

    Raises: CaseNotFound, Forbidden, OwnExtension, CaseForbidsThis, StaleVersion, NoExtensionWaits, ExtensionNotPossible when the limit is over,
    Invalid without a note on a refusal.
    """
    step: dict[str, Any] = {"step": "extension_decide", "decision": "APPROVE" if approve else "REFUSE"}
    asked = extension_of(case_id)
    seen = case_get(actor=actor, case_id=case_id)
    if asked is not None and not (verdict := can_decide_extension(actor, CaseFacts.of(seen), asked.requested_by)):
        refusal = OwnExtension if asked.requested_by == actor.id else Forbidden
        raise refused(refusal(verdict.reason), seen, CaseAct.UPDATE_CASE, **step)
    case = acting(actor=actor, case_id=case_id, act="decide_extension", action=CaseAct.UPDATE_CASE, version=version)
    asked = CaseExtension.objects.select_for_update().filter(case=case, status=ExtensionStatus.WAITING).first()
    if asked is None:
        raise refused(NoExtensionWaits(NONE_WAITS), case, CaseAct.UPDATE_CASE, **step)
    at = instant()
    if approve and not (verdict := in_time(case, at)):
        raise refused(ExtensionNotPossible(verdict.reason), case, CaseAct.UPDATE_CASE, **step)
    if not approve and not says_enough(note, LEAST_NOTE):
        raise refused(Invalid({"note": _SHORT.format(least=LEAST_NOTE)}), case, CaseAct.UPDATE_CASE, **step)
    asked.status = ExtensionStatus.APPROVED if approve else ExtensionStatus.REFUSED
    asked.decided_by, asked.decided_at, asked.decision_note = actor.id, at, note.strip()
    asked.save(update_fields=["status", "decided_by", "decided_at", "decision_note"])
    before = case.legal_due_at
    written = clocks_say(actor, case, Change.EXTEND, at, reason=asked.reason_code) if approve else ()
    changed(case, at, *written)
    due = {"legal_due_at": {"from": str(before), "to": str(case.legal_due_at)}} if approve else None
    log(actor, case, ActivityType.SLA, at, note.strip(), extension=asked.status, reason_code=asked.reason_code, due=due)
    done(actor, case, CaseAct.UPDATE_CASE, reason_code=asked.reason_code, **step)
    notify(_DECIDED[ExtensionStatus(asked.status)].key, [asked.requested_by], subject_type=SUBJECT, subject_id=case.id, number=case.case_no)
    return case


def _is_proof(actor: Actor, case: Case, document_id: UUID) -> bool:
    """Whether the document belongs to this very case, shows, and is not its receipt: that was made before anybody thought of an extension."""
    try:
        found = documents.document_get(actor=actor, document_id=document_id)
    except documents.DocumentNotFound:
        return False
    return (found.subject_type, found.subject_id) == (SUBJECT, str(case.id)) and receipt_document(case.id) != document_id
