"""The clocks of a case over HTTP: why they are due when they are, new terms, and the one extension of the law's limit."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.cases.errors import (
    CaseForbidsThis,
    CaseNotFound,
    ExtensionNotPossible,
    LegalRulesNotFound,
    NoExtensionWaits,
    NoServiceLevel,
    OwnExtension,
)
from simpul.cases.schemas.cases import CaseOut
from simpul.cases.schemas.clocks import CaseClocksOut, CaseExtensionDecisionIn, CaseExtensionIn, CaseTermsIn
from simpul.cases.selectors.cases import case_get
from simpul.cases.selectors.rows import case_out
from simpul.cases.selectors.why import clocks_of
from simpul.cases.services import extending, terms
from simpul.cases.vocabulary import Kind, Priority
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.workflow.errors import CalendarHasNoTime

router = Router()
READS = needs("case", Act.READ, or_elevated=True)
CHANGES = needs("case", Act.UPDATE)
_HELD = (CaseNotFound, Forbidden, CaseForbidsThis, StaleVersion)


@router.get("/cases/{uuid:case_id}/clocks", permission=READS, response={200: CaseClocksOut, **problems(CaseNotFound)}, operation_id="cases_clocks")
def get_clocks(request: ActorRequest, case_id: UUID) -> dict[str, Any]:
    """What each clock of the case says now, and why it is due when it is."""
    return {"items": clocks_of(request.auth, case_get(actor=request.auth, case_id=case_id))}


@router.post(
    "/cases/{uuid:case_id}/terms",
    permission=CHANGES,
    response={200: CaseOut, **problems(*_HELD, NoServiceLevel, LegalRulesNotFound, CalendarHasNoTime)},
    operation_id="cases_reclassify",
)
def reclassify(request: ActorRequest, case_id: UUID, body: CaseTermsIn) -> dict[str, Any]:
    """Give the case another category, priority or kind; what has run and waited stays."""
    terms.case_reclassify(
        actor=request.auth, case_id=case_id, version=body.version, reason=body.reason, category_code=body.category_code,
        priority=Priority(body.priority) if body.priority else None, kind=Kind(body.kind) if body.kind else None,
    )  # fmt: skip
    return case_out(request.auth, case_id)


@router.post(
    "/cases/{uuid:case_id}/extension",
    permission=CHANGES,
    response={200: CaseOut, **problems(*_HELD, ExtensionNotPossible)},
    operation_id="cases_extend",
)
def extend(request: ActorRequest, case_id: UUID, body: CaseExtensionIn) -> dict[str, Any]:
    """Ask to extend the law's limit, before it is over; somebody else decides."""
    extending.case_extend(
        actor=request.auth, case_id=case_id, reason_code=body.reason_code, note=body.note, proof_document_id=body.proof_document_id, version=body.version
    )
    return case_out(request.auth, case_id)


@router.post(
    "/cases/{uuid:case_id}/extension/decide",
    permission=needs("case", Act.ASSIGN),
    response={200: CaseOut, **problems(*_HELD, OwnExtension, NoExtensionWaits, ExtensionNotPossible)},
    operation_id="cases_extension_decide",
)
def decide_extension(request: ActorRequest, case_id: UUID, body: CaseExtensionDecisionIn) -> dict[str, Any]:
    """Approve or refuse the extension that somebody else asked for."""
    extending.case_extension_decide(actor=request.auth, case_id=case_id, approve=body.decision == "APPROVE", note=body.note, version=body.version)
    return case_out(request.auth, case_id)
