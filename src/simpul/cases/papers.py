"""Cases as records that documents belong to."""

from __future__ import annotations

from uuid import UUID

from simpul.cases.errors import CaseNotFound
from simpul.cases.facts import CaseFacts
from simpul.cases.models import Case
from simpul.cases.policies import can_assign, can_update
from simpul.cases.selectors.cases import case_get
from simpul.cases.services.placing import place_of
from simpul.cases.services.steps import log
from simpul.cases.vocabulary import RESOURCE, SUBJECT, ActivityType
from simpul.documents.public import Attached, DocumentSubject, Place
from simpul.platform.actor import ALLOW, Actor, Reach
from simpul.platform.db import query


def _place(actor: Actor, subject_id: str) -> Place | None:
    try:
        case = case_get(actor=actor, case_id=UUID(subject_id))
    except (CaseNotFound, ValueError):
        return None
    return place_of(case, tier_held=_tier_held(actor, case), subject=CaseFacts.of(case))


def _tier_held(actor: Actor, case: Case) -> int:
    """The highest tier that the actor reads in the case's branch, by grants or by an elevation."""
    opened = query("SELECT iam.elevation_tier() AS tier")[0]["tier"] if actor.elevation_id else 0
    for tier in (3, 2):
        reach = actor.tier_reach(tier)
        if reach is Reach.ALL or (reach is Reach.BRANCH and case.branch_code in actor.branch_codes) or opened >= tier:
            return tier
    return 1


def _attached(actor: Actor, place: Place, attached: Attached) -> None:
    """The log tells of what people attach; what the product makes is told by who wanted it."""
    if not attached.rendered:
        case = Case.objects.get(pk=place.subject.id)
        log(actor, case, ActivityType.ATTACHMENT, attached.at, document_id=str(attached.document_id), paper=attached.kind)


SUBJECT_OF_DOCUMENTS = DocumentSubject(
    key=SUBJECT,
    resource=RESOURCE,
    place=_place,
    may_read=lambda actor, place: ALLOW,
    may_attach=lambda actor, place: can_update(actor, place.subject),
    may_remove=lambda actor, place: can_assign(actor, place.subject),
    attached=_attached,
)
