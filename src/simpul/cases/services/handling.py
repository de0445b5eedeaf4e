"""Working on a case: taking it up, waiting for the customer, going on, closing, reopening."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.cases.acts import CaseAct
from simpul.cases.facts import CaseFacts, known_case
from simpul.cases.models import Case
from simpul.cases.policies import GUARDS, can_answer, guards_between
from simpul.cases.services.acting import acting, begin, instant, made, refused, step
from simpul.cases.services.assigning import handed
from simpul.cases.services.routing import route
from simpul.cases.vocabulary import WORKFLOW, Review, Status
from simpul.iam.public import system_actor
from simpul.platform.actor import Actor
from simpul.platform.db import scope
from simpul.platform.errors import Forbidden
from simpul.workflow.public import allowed_moves_of


@transaction.atomic
def case_take(*, actor: Actor, case_id: UUID, version: int) -> Case:
    """The assignee begins to work on a new case; an escalated one is taken up by whoever it went to, or by a supervisor.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis.
    """
    case = acting(actor=actor, case_id=case_id, act="take", action=CaseAct.UPDATE_CASE, version=version)
    return made(actor, case, "take", CaseAct.UPDATE_CASE)


@transaction.atomic
def case_wait(*, actor: Actor, case_id: UUID, version: int | None, reason_code: str, note: str = "") -> Case:
    """Wait for the customer; the clocks of the service level wait as well, up to their cap.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, Invalid without a known reason.
    """
    case = begin(actor, acting(actor=actor, case_id=case_id, act="wait", action=CaseAct.UPDATE_CASE, version=version))
    return made(actor, case, "wait", CaseAct.UPDATE_CASE, reason_code=reason_code, note=note)


@transaction.atomic
def case_resume(*, actor: Actor, case_id: UUID, version: int | None, note: str = "") -> Case:
    """Go on with a case that waited.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis.
    """
    case = acting(actor=actor, case_id=case_id, act="resume", action=CaseAct.UPDATE_CASE, version=version)
    return made(actor, case, "resume", CaseAct.UPDATE_CASE, note=note)


@transaction.atomic
def case_move(*, actor: Actor, case_id: UUID, version: int | None, transition: str, reason: str = "", given: Mapping[str, Any] | None = None) -> Case:
    """Make any step that the case's own workflow has out of the state in which it rests, also one that the organisation drew.

    It asks what the workflow asks, and at least what ours between the same statuses asks.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, Invalid naming each field that the step needs.
    """
    case = acting(actor=actor, case_id=case_id, act="move", action=CaseAct.UPDATE_CASE, version=version)
    possible = next((each for each in allowed_moves_of(actor, WORKFLOW, case.id, known_case(case)) if each.transition == transition), None)
    after = {Status(each) for each in possible.statuses} if possible else set()
    given = {name: value for name, value in (given or {}).items() if name != "reason"}
    for key in guards_between(Status(case.status), after - {Status(case.status)}):
        waits = case.review == Review.WAITING and given.get("final_response", case.proposed_response) == case.proposed_response
        verdict = can_answer(actor, CaseFacts.of(case), waits=waits) if key == "case.answered" else GUARDS[key][1](actor, CaseFacts.of(case))
        if not verdict:
            raise refused(Forbidden(verdict.reason), case, CaseAct.UPDATE_CASE, step=transition)
    return step(actor, case, transition, CaseAct.UPDATE_CASE, reason=reason, **given)


@transaction.atomic
def case_close(*, actor: Actor, case_id: UUID, version: int | None, resolution_code: str) -> Case:
    """Close an answered case, saying how it ended. A case without its final response is closed by nobody.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, Invalid without a code that is in use.
    """
    case = acting(actor=actor, case_id=case_id, act="close", action=CaseAct.CLOSE_CASE, version=version)
    return made(actor, case, "close", CaseAct.CLOSE_CASE, resolution_code=resolution_code)


@transaction.atomic
def case_reopen(*, actor: Actor, case_id: UUID, version: int | None, reason: str) -> Case:
    """Work on an answered or closed case again, which then needs another answer.

    Whoever had it has it again; while they are on leave, or do not handle cases there any more, it is assigned anew by itself,
    or waits to be taken.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, Invalid without a reason.
    """
    case = acting(actor=actor, case_id=case_id, act="reopen", action=CaseAct.REOPEN_CASE, version=version)
    case = made(actor, case, "reopen", CaseAct.REOPEN_CASE, reason=reason)
    found = route(category=case.category, branch_code=case.branch_code, keep=case.assigned_to_user_id, held_by=case.assigned_unit_code)
    if found.assignee_id == case.assigned_to_user_id:
        return case
    with scope(system := system_actor()):
        handed(system, case, found.assignee_id, found.unit_code, instant(), automatic=True, **found.told())
    return case
