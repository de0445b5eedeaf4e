"""Who has a case: assigning, claiming, escalating, handing over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Least

from simpul.cases.acts import CaseAct
from simpul.cases.errors import CaseForbidsThis, CaseIsTaken, NothingToClaim
from simpul.cases.events import CaseAssigned
from simpul.cases.facts import CaseFacts, case_place
from simpul.cases.models import Case
from simpul.cases.policies import ACTS, can_claim, reach_of, visible_cases
from simpul.cases.selectors.cases import case_get
from simpul.cases.services.acting import acting, done, instant, judged, refused, step, step_leaves, taken
from simpul.cases.services.handing import Places
from simpul.cases.services.notices import tell
from simpul.cases.services.placing import papers_follow
from simpul.cases.services.steps import changed, entry, log, log_all
from simpul.cases.vocabulary import OPEN, RESOURCE, SUBJECT, ActivityType, Status
from simpul.iam.public import handlers, units
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.db import joined, query
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.events import emit
from simpul.platform.text import Text
from simpul.workflow.public import subjects_changed

_NOBODY = Text(id="Pilih petugas atau unit.", en="Choose a colleague or a unit.")
_NOT_HERE = Text(id="Petugas ini tidak menangani kasus di sini.", en="This colleague does not handle cases here.")
_NO_UNIT = Text(id="Unit ini tidak ada.", en="There is no such unit.")
_NOT_HIGHER = Text(id="Kasus sudah dieskalasi ke tingkat {level}.", en="The case is escalated to level {level} already.")


@transaction.atomic
def case_assign(*, actor: Actor, case_id: UUID, version: int | None, user_id: UUID | None = None, unit_code: str | None = None, note: str = "") -> Case:
    """Give a case to a colleague, who is told at once, to a unit, or to a colleague of a unit; an escalated case is handed over.

    A colleague leaves the unit as it is; a unit alone takes the case from whoever had it. Giving it to who has it changes
    nothing and tells nobody.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, Invalid for somebody who does not handle cases there.
    """
    case = acting(actor=actor, case_id=case_id, act="assign", action=CaseAct.ASSIGN_CASE, version=version)
    if user_id is None and unit_code is None:
        raise refused(Invalid({"user_id": _NOBODY}), case, CaseAct.ASSIGN_CASE)
    unit = unit_code if unit_code is not None else case.assigned_unit_code
    _check(case, user_id, unit_code)
    if (user_id, unit) == (case.assigned_to_user_id, case.assigned_unit_code):
        return case
    handed(actor, case, user_id, unit, instant(), note)
    if case.status == Status.ESCALATED and user_id is not None and step_leaves(case, "hand_over"):
        return step(actor, case, "hand_over", CaseAct.ASSIGN_CASE)
    return case


@transaction.atomic
def case_claim(*, actor: Actor, case_id: UUID, version: int | None) -> Case:
    """Take a case that nobody has.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, CaseIsTaken.
    """
    case = taken(actor, case_id)
    seen = case or case_get(actor=actor, case_id=case_id)
    if not (verdict := can_claim(actor, CaseFacts.of(seen))):
        raise refused(Forbidden(verdict.reason), seen, CaseAct.ASSIGN_CASE)
    if seen.status in OPEN and (seen.assigned_to_user_id is not None or case is None):
        raise refused(CaseIsTaken(), seen, CaseAct.ASSIGN_CASE)
    if case is None:  # it is in no state for it, which the refusal says
        return acting(actor=actor, case_id=case_id, act="claim", action=CaseAct.ASSIGN_CASE, version=version)
    return _claimed(actor, judged(actor, case, "claim", CaseAct.ASSIGN_CASE, version))


@transaction.atomic
def case_claim_next(*, actor: Actor) -> Case:
    """Take the most urgent case of the own branches and units that nobody has; two colleagues never get the same one.

    A case that a unit has is for its members.

    Raises: Forbidden, NothingToClaim.
    """
    if reach_of(actor, Act.UPDATE) < Reach.OWN:
        raise Forbidden().recorded_as(action=CaseAct.ASSIGN_CASE, object_type=SUBJECT, object_id="")
    mine = Q(assigned_unit_code__in=sorted(actor.unit_codes)) | Q(assigned_unit_code__isnull=True, branch_code__in=sorted(actor.own_branch_codes))
    waiting = visible_cases(actor).filter(mine, status__in=sorted(OPEN), assigned_to_user_id__isnull=True)
    urgent = waiting.annotate(due_at=Least("sla_due_at", "legal_due_at")).order_by("due_at", "pk")
    case = urgent.select_related("category").select_for_update(of=("self",), skip_locked=True, no_key=True).first()
    if case is None:
        raise NothingToClaim().recorded_as(action=CaseAct.ASSIGN_CASE, object_type=SUBJECT, object_id="")
    return _claimed(actor, case)


def _claimed(actor: Actor, case: Case) -> Case:
    handed(actor, case, actor.id, case.assigned_unit_code, instant(), claimed=True)
    return step(actor, case, "hand_over", CaseAct.ASSIGN_CASE) if case.status == Status.ESCALATED and step_leaves(case, "hand_over") else case


@transaction.atomic
def case_escalate(*, actor: Actor, case_id: UUID, version: int | None, level: int, user_id: UUID | None = None, note: str = "") -> Case:
    """Bring a case to a level of escalation, whose people are told; with a colleague named, it goes to them.

    An escalated case is brought to a higher level only.

    Raises: CaseNotFound, Forbidden, StaleVersion, CaseForbidsThis, Invalid for somebody who does not handle cases there.
    """
    case = acting(actor=actor, case_id=case_id, act="escalate", action=CaseAct.ESCALATE_CASE, version=version)
    moves = case.status != Status.ESCALATED and step_leaves(case, "escalate")
    if not moves and level <= case.escalation_level:
        text = _NOT_HIGHER.format(level=case.escalation_level)
        raise refused(CaseForbidsThis(text), case, CaseAct.ESCALATE_CASE, level=level)
    if user_id is not None:
        _check(case, user_id, None)
    asked = ACTS["escalate"].checks(Status(case.status))
    return escalated(actor=actor, case=case, level=level, assignee_id=user_id, at=instant(), note=note, asked=asked)


def escalated(*, actor: Actor, case: Case, level: int, assignee_id: UUID | None, at: datetime, note: str = "", asked: Sequence[str] = ()) -> Case:
    """Escalate a locked case, by hand or by its ladder; with an assignee, it changes hands as well. The people of the level are told.

    From a state of the organisation's own that no step of escalation step_leaves, the level rises and the case stays. `asked` are the
    checks of who may that the caller has asked.

    Raises: CaseForbidsThis, Forbidden.
    """
    moves = case.status != Status.ESCALATED and step_leaves(case, "escalate")
    if assignee_id is not None and assignee_id != case.assigned_to_user_id:
        handed(actor, case, assignee_id, case.assigned_unit_code, at)
    if moves:
        case = step(actor, case, "escalate", CaseAct.ESCALATE_CASE, asked=asked, level=level, note=note)
    else:
        before, case.escalation_level = case.escalation_level, level
        changed(case, at, "escalation_level")
        log(actor, case, ActivityType.ESCALATE, at, note, level=level, from_level=before)
        done(actor, case, CaseAct.ESCALATE_CASE, level=level, from_level=before)
    tell("escalated", case, Places().of(case, level), actor, level=str(level))
    return case


def handed(actor: Actor, case: Case, user_id: UUID | None, unit_code: str | None, at: datetime, note: str = "", **why: Any) -> None:
    """Write that a locked case has another assignee or unit: row, log, trail, news, and the notice to who has it now.

    `why` goes into the log: codes and figures. The case's documents follow.
    """
    before = (case.assigned_to_user_id, case.assigned_unit_code)
    ends = {"from": before[0], "to": user_id, "from_unit": before[1], "to_unit": unit_code}
    data: dict[str, Any] = {name: str(value) for name, value in ends.items() if value is not None}
    written = entry(actor, case, ActivityType.ASSIGN, at, note, **data, **why)
    log_all([written])
    if unit_code != before[1] and before[1] in actor.unit_codes:  # who gives it to another unit has it until this is done
        query("SELECT set_config('app.case_given', %s || ' ' || coalesce(current_setting('app.request_id', true), ''), true)", (str(written["activity_id"]),))
    case.assigned_to_user_id, case.assigned_unit_code = user_id, unit_code
    changed(case, at, "assigned_to_user_id", "assigned_unit_code")
    done(actor, case, CaseAct.ASSIGN_CASE, **data)
    emit(CaseAssigned(case.id, case.customer_id, user_id, unit_code, assigned_by=actor.id))
    if user_id != before[0]:
        tell("assigned", case, [user_id], actor)
    with joined():
        subjects_changed(actor=actor, subject_type=SUBJECT, subject_ids=[case.id], places={str(case.id): case_place(case)})
        papers_follow(case)


def _check(case: Case, user_id: UUID | None, unit_code: str | None) -> None:
    problems: dict[str, Text] = {}
    if unit_code is not None and unit_code not in units():
        problems["unit_code"] = _NO_UNIT
    elif user_id is not None and user_id not in handlers(RESOURCE, case.branch_code, unit_code or case.assigned_unit_code):
        problems["user_id"] = _NOT_HERE
    if problems:
        raise refused(Invalid(problems), case, CaseAct.ASSIGN_CASE)
