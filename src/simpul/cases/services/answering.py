"""The final response: giving it, proposing it where somebody else has to approve it, and deciding about a proposal."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.cases.acts import CaseAct
from simpul.cases.errors import OwnAnswer
from simpul.cases.models import Case
from simpul.cases.selectors.colleagues import still_reading
from simpul.cases.services.acting import acting, begin, done, instant, refused, step
from simpul.cases.services.handing import Places
from simpul.cases.services.notices import tell
from simpul.cases.services.steps import changed, log
from simpul.cases.vocabulary import LEAST_RESPONSE, ActivityType, Review
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.text import Text
from simpul.platform.words import says_enough

_SHORT = Text(id="Paling sedikit {least} karakter.", en="At least {least} characters.")
# Who answers, and who approves, is asked when the case is taken: there is nothing left of this check for the step to ask.
_ASKED = ("case.answered",)
_NO_NOTE = Text(id="Tulis apa yang perlu diperbaiki.", en="Write what has to be improved.")


@transaction.atomic
def case_respond(*, actor: Actor, case_id: UUID, version: int | None, final_response: str) -> Case:
    """Give the customer the final response, which resolves the case; where the category asks for it, somebody else approves it first.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, Invalid when it is too short.
    """
    case, answer = acting(actor=actor, case_id=case_id, act="respond", action=CaseAct.FINAL_RESPONSE, version=version), final_response.strip()
    if not says_enough(answer, LEAST_RESPONSE):
        raise refused(Invalid({"final_response": _SHORT.format(least=LEAST_RESPONSE)}), case, CaseAct.FINAL_RESPONSE)
    case = begin(actor, case)
    if not case.category.needs_review:
        return step(actor, case, "resolve", CaseAct.FINAL_RESPONSE, asked=_ASKED, final_response=answer)
    at = instant()
    case.review, case.proposed_response, case.proposed_by, case.proposed_at, case.reviewed_by = Review.WAITING, answer, actor.id, at, None
    changed(case, at, "review", "proposed_response", "proposed_by", "proposed_at", "reviewed_by")
    log(actor, case, ActivityType.FINAL_RESPONSE, at, answer, step="PROPOSED")
    done(actor, case, CaseAct.UPDATE_CASE, step="propose_response")
    tell("review_asked", case, Places().of(case, 2), actor)
    return case


@transaction.atomic
def case_review(*, actor: Actor, case_id: UUID, version: int | None, approve: bool, note: str = "") -> Case:
    """Approve the proposed final response, which sends it and resolves the case; or give it back with what has to be improved.

    Raises: CaseNotFound, OwnAnswer, Forbidden, StaleVersion, CaseForbidsThis, Invalid without a note when it is given back.
    """
    try:
        case = acting(actor=actor, case_id=case_id, act="review", action=CaseAct.FINAL_RESPONSE, version=version)
    except Forbidden as refusal:
        own = Case.objects.filter(pk=case_id, proposed_by=actor.id, review=Review.WAITING).first()
        raise refused(OwnAnswer(), own, CaseAct.FINAL_RESPONSE) if own else refusal from None
    if approve:
        return step(actor, case, "resolve", CaseAct.FINAL_RESPONSE, asked=_ASKED, final_response=case.proposed_response, note=note)
    if not says_enough(note):
        raise refused(Invalid({"note": _NO_NOTE}), case, CaseAct.FINAL_RESPONSE)
    at = instant()
    case.review, case.reviewed_by = Review.RETURNED, actor.id
    changed(case, at, "review", "reviewed_by")
    log(actor, case, ActivityType.NOTE, at, note.strip(), step="RETURNED")
    done(actor, case, CaseAct.UPDATE_CASE, step="return_response")
    tell("review_returned", case, still_reading(case, [case.proposed_by] if case.proposed_by else []), actor)
    return case
