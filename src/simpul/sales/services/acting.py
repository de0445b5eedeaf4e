"""How every act on a lead or an opportunity begins, steps and is refused."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.platform.actor import Actor, Verdict
from simpul.platform.db import joined
from simpul.platform.errors import Conflict, DomainError, Forbidden, Invalid, StaleVersion
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.errors import LeadForbidsThis, OpportunityForbidsThis
from simpul.sales.models import Lead, Opportunity
from simpul.sales.selectors.leads import known_lead, lead_get, lead_rows
from simpul.sales.selectors.opportunities import known_opportunity, opportunity_get, opportunity_row
from simpul.sales.vocabulary import LEAD, LEAD_WORKFLOW, OPPORTUNITY, OPPORTUNITY_WORKFLOW
from simpul.workflow import public as workflow
from simpul.workflow.errors import GuardCannotTell, GuardDoesNotHold, TransitionNotPossible

_NO_STEP = Text(id="Dari “{state}” tidak ada langkah itu. Yang ada: {others}.", en="No such step leaves “{state}”. There is: {others}.")
_NONE = Text(id="tidak ada", en="none")
_OPEN_OPPORTUNITY = Text(id="Prospek ini memiliki peluang terbuka; tutup peluangnya.", en="This lead has an open opportunity; close the opportunity.")


def refusal_of(error: DomainError, act: SalesAct, kind: str, row: Lead | Opportunity, **meta: Any) -> DomainError:
    """The refusal, recorded with what it was about."""
    return error.recorded_as(
        action=act,
        object_type=kind,
        object_id=str(row.id),
        customer_id=row.customer_id,
        branch_code=row.branch_code,
        meta=meta,
    )


def lead_lock(actor: Actor, lead_id: UUID, version: int | None, act: SalesAct, may: Any) -> Lead:
    """The lead under its lock, for an actor who may and has seen its present version.

    Raises: LeadNotFound, Forbidden, StaleVersion with the lead as it stands.
    """
    seen = lead_get(actor=actor, lead_id=lead_id)
    verdict: Verdict = may(actor, seen)
    if not verdict and not _is_state(verdict, may(actor, _opened(seen))):
        raise refusal_of(Forbidden(verdict.reason), act, LEAD, seen)
    lead = lead_get(actor=actor, lead_id=lead_id, lock=True)
    if version is not None and lead.version != version:
        current = {"version": lead.version, **lead_rows(actor, [lead])[0]}
        raise refusal_of(StaleVersion(current=current), act, LEAD, lead, version=version, standing=lead.version)
    if not (verdict := may(actor, lead)):
        raise refusal_of(LeadForbidsThis(verdict.reason), act, LEAD, lead)
    return lead


def _is_state(verdict: Verdict, opened: Verdict) -> bool:
    """Whether it is the state alone that is in the way, and not who asks."""
    return not verdict and bool(opened)


def _opened(lead: Lead) -> Lead:
    """The lead as if it were in the state for anything."""
    return Lead(id=lead.id, branch_code=lead.branch_code, assigned_to=lead.assigned_to, status="QUALIFIED")


def opportunity_lock(actor: Actor, opportunity_id: UUID, version: int | None, act: SalesAct, may: Any) -> Opportunity:
    """The opportunity under its lock, and its lead before it, for an actor who may and has seen its present version.

    Raises: OpportunityNotFound, Forbidden, StaleVersion with the opportunity as it stands.
    """
    seen = opportunity_get(actor=actor, opportunity_id=opportunity_id)
    opened = Opportunity(id=seen.id, branch_code=seen.branch_code, assigned_to=seen.assigned_to, stage="NEW")
    verdict: Verdict = may(actor, seen)
    if not verdict and not may(actor, opened):
        raise refusal_of(Forbidden(verdict.reason), act, OPPORTUNITY, seen)
    if seen.lead_id is not None:
        list(Lead.objects.select_for_update().filter(pk=seen.lead_id).values_list("pk"))
    row = opportunity_get(actor=actor, opportunity_id=opportunity_id, lock=True)
    if version is not None and row.version != version:
        current = {**opportunity_row(actor, row), "version": row.version}
        raise refusal_of(StaleVersion(current=current), act, OPPORTUNITY, row, version=version, standing=row.version)
    if not (verdict := may(actor, row)):
        raise refusal_of(OpportunityForbidsThis(verdict.reason), act, OPPORTUNITY, row)
    return row


def lead_step(actor: Actor, lead: Lead, transition: str, act: SalesAct, *, reason: str = "", **given: str) -> Lead:
    """Move a locked lead along its workflow.

    Raises: LeadForbidsThis, Forbidden, Invalid.
    """
    _step(actor, LEAD, LEAD_WORKFLOW, lead, known_lead(lead), transition, act, LeadForbidsThis, reason, given)
    return lead


def opportunity_step(actor: Actor, opportunity: Opportunity, transition: str, act: SalesAct, *, reason: str = "", **given: str) -> Opportunity:
    """Move a locked opportunity along its workflow.

    Raises: OpportunityForbidsThis, Forbidden, Invalid.
    """
    known = known_opportunity(opportunity)
    _step(actor, OPPORTUNITY, OPPORTUNITY_WORKFLOW, opportunity, known, transition, act, OpportunityForbidsThis, reason, given)
    return opportunity


def _step(
    actor: Actor,
    kind: str,
    definition: str,
    row: Any,
    known: workflow.KnownSubject,
    transition: str,
    act: SalesAct,
    refusal: type[Conflict],
    reason: str,
    given: dict[str, str],
) -> None:
    brought = {name: value for name, value in given.items() if value}
    try:
        with joined():
            workflow.move(
                actor=actor,
                definition=definition,
                subject_id=row.id,
                transition=transition,
                reason=reason,
                given=brought,
                known=known,
            )
    except TransitionNotPossible as error:
        raise refusal_of(refusal(_no_step(error.standing)), act, kind, row, step=transition) from None
    except (GuardDoesNotHold, GuardCannotTell) as error:
        told = _OPEN_OPPORTUNITY if known.values.get("has_open_opportunity") else error.detail
        raise refusal_of(refusal(told), act, kind, row, step=transition) from None
    except Invalid as error:
        fields = {name.removeprefix("fields."): message for name, message in error.fields.items()}
        raise refusal_of(Invalid(fields), act, kind, row, step=transition) from None
    except DomainError as error:
        raise refusal_of(error, act, kind, row, step=transition) from None


def _no_step(standing: workflow.Standing) -> Text:
    title = standing.state.title
    others = {
        language: ", ".join(f"“{getattr(each, language)}”" for each in standing.leaving.values()) or getattr(_NONE, language) for language in ("id", "en")
    }
    return Text(
        id=_NO_STEP.id.format(state=title.id, others=others["id"]),
        en=_NO_STEP.en.format(state=title.en, others=others["en"]),
    )
