"""Working on a case: taking it up, waiting for the customer, going on, closing, reopening."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.cases.acts import CaseAct
from simpul.cases.models import Case
from simpul.cases.services.acting import acting, begin, instant, made
from simpul.cases.services.assigning import handed
from simpul.cases.services.routing import route
from simpul.iam.public import system_actor
from simpul.platform.actor import Actor
from simpul.platform.db import scope


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
