"""Following a case: watching it, and being reminded of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from simpul.cases.acts import CaseAct
from simpul.cases.errors import CaseForbidsThis, ReminderNotFound
from simpul.cases.facts import CaseFacts
from simpul.cases.models import Case, CaseReminder, CaseWatcher
from simpul.cases.policies import fits
from simpul.cases.selectors.cases import case_get
from simpul.cases.selectors.colleagues import still_reading
from simpul.cases.services.acting import done, instant, refused
from simpul.cases.services.notices import tell
from simpul.cases.vocabulary import SUBJECT
from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.workflow.public import Timer, cancel, schedule

KIND = "cases.reminder"
MOST_REMINDERS = 20
_PAST = Text(id="Pilih waktu yang akan datang.", en="Choose a moment that is still to come.")
_MANY = Text(id="Paling banyak {most} pengingat untuk satu kasus.", en="At most {most} reminders of one case.")


@transaction.atomic
def case_watch(*, actor: Actor, case_id: UUID) -> Case:
    """Be told when the case moves, as long as one reads it.

    Raises: CaseNotFound.
    """
    case = case_get(actor=actor, case_id=case_id)
    _, begun = CaseWatcher.objects.get_or_create(case=case, user_id=actor.id)
    if begun:
        done(actor, case, CaseAct.UPDATE_CASE, step="watch")
    return case


@transaction.atomic
def case_unwatch(*, actor: Actor, case_id: UUID) -> Case:
    """Be told no more.

    Raises: CaseNotFound.
    """
    case = case_get(actor=actor, case_id=case_id)
    if CaseWatcher.objects.filter(case=case, user_id=actor.id).delete()[0]:
        done(actor, case, CaseAct.UPDATE_CASE, step="unwatch")
    return case


@transaction.atomic
def case_remind(*, actor: Actor, case_id: UUID, at: datetime, note: str = "") -> Case:
    """Be reminded of the case at a moment; nobody else sees the note.

    Raises: CaseNotFound, CaseForbidsThis, Invalid for a moment that is over, or too many.
    """
    case = case_get(actor=actor, case_id=case_id)
    if not (verdict := fits("remind", actor, CaseFacts.of(case))):
        raise refused(CaseForbidsThis(verdict.reason), case, CaseAct.UPDATE_CASE, step="remind")
    problems: dict[str, Text] = {}
    if at <= instant():
        problems["at"] = _PAST
    elif CaseReminder.objects.filter(case=case, user_id=actor.id, told_at__isnull=True).count() >= MOST_REMINDERS:
        problems["at"] = _MANY.format(most=MOST_REMINDERS)
    if problems:
        raise refused(Invalid(problems), case, CaseAct.UPDATE_CASE, step="remind")
    row = CaseReminder.objects.create(case=case, user_id=actor.id, at=at, note=note.strip())
    schedule(
        _key(row.id), KIND, subject_type=SUBJECT, subject_id=case.id, due_at=at, customer_id=case.customer_id, branch_code=case.branch_code,
        data={"reminder": str(row.id)},
    )  # fmt: skip
    done(actor, case, CaseAct.UPDATE_CASE, step="remind")
    return case


@transaction.atomic
def case_unremind(*, actor: Actor, case_id: UUID, reminder_id: UUID) -> Case:
    """Take an own reminder back.

    Raises: CaseNotFound, ReminderNotFound.
    """
    case = case_get(actor=actor, case_id=case_id)
    if not CaseReminder.objects.filter(pk=reminder_id, case=case, user_id=actor.id, told_at__isnull=True).delete()[0]:
        raise refused(ReminderNotFound(), case, CaseAct.UPDATE_CASE, step="unremind")
    cancel([_key(reminder_id)])
    done(actor, case, CaseAct.UPDATE_CASE, step="unremind")
    return case


def remind(timers: Sequence[Timer]) -> None:
    """Give the reminders that are due, each once; none to who lost sight of the case meanwhile."""
    rows = CaseReminder.objects.select_for_update(of=("self",)).select_related("case").filter(pk__in=[timer.data["reminder"] for timer in timers])
    at = instant()
    for row in rows.filter(told_at__isnull=True).order_by("pk"):
        tell("reminder", row.case, still_reading(row.case, [row.user_id]))
        row.told_at = at
        row.save(update_fields=["told_at"])


def _key(reminder_id: UUID) -> str:
    return f"case-reminder:{reminder_id}"
