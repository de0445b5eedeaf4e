"""Recording breaches and telling of them in time; writing assessments and deciding about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change, record
from simpul.iam.public import branches, holders, people
from simpul.platform.actor import Act, Actor
from simpul.platform.clock import now, today
from simpul.platform.errors import Invalid
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.stewardship.acts import StewardshipAct
from simpul.stewardship.errors import AssessmentIsDecided, BreachNotTold, DataBreachIsClosed, OwnAssessment
from simpul.stewardship.models import DataBreach, ImpactAssessment
from simpul.stewardship.policies import can_protect
from simpul.stewardship.selectors.protection import affected_count, assessment_get, breach_get
from simpul.stewardship.vocabulary import ASSESSMENT, BREACH, DUE_WITHIN, PROTECTION, WARN_BEFORE, AssessmentStatus, BreachStatus
from simpul.workflow.public import NewTimer, Timer, TimerKind, cancel, schedule_many

BREACH_WARNING, BREACH_OVERDUE = "stewardship.breach_warning", "stewardship.breach_overdue"
NOTICES = (
    NoticeKind(
        BREACH_WARNING,
        title=Text(id="Batas pemberitahuan kebocoran data mendekat", en="A data breach has to be told soon"),
        body=Text(id="Otoritas dan nasabah harus diberi tahu dalam 24 jam.", en="The authority and the persons have to be told within 24 hours."),
    ),
    NoticeKind(
        BREACH_OVERDUE,
        title=Text(id="Pemberitahuan kebocoran data terlambat", en="A data breach was not told in time"),
        body=Text(id="Batas 72 jam sudah lewat.", en="The 72 hours are over."),
    ),
)
_FUTURE = Text(id="Tidak boleh di masa depan.", en="It cannot lie in the future.")
_ORDER = Text(id="Akhir harus sesudah awal.", en="The end lies before the beginning.")
_SOMEBODY = Text(id="Sebutkan pengguna atau cabang yang ada.", en="Name a user or a branch that there is.")
_PAST = Text(id="Tanggal tinjauan harus di masa depan.", en="The review day has to lie in the future.")
_OWN = Text(id="Penilaian Anda sendiri diputuskan orang lain.", en="Somebody else decides about your own assessment.")
_TOLD = ("authority_told_at", "persons_told_at")


@transaction.atomic
def data_breach_record(*, actor: Actor, values: Mapping[str, Any]) -> DataBreach:
    """Record a breach; the authority and the persons are told within 72 hours of its discovery.

    Raises: Forbidden, Invalid.
    """
    with audited_change(actor, StewardshipAct.RECORD_DATA_BREACH, BREACH, branch_code=values.get("branch_code")) as change:
        change.require(can_protect(actor, Act.CREATE))
        _judge_breach(values)
        made = DataBreach(**values, due_at=values["discovered_at"] + DUE_WITHIN, created_by=actor.id, created_at=now())
        made.affected_count = affected_count(made)
        made.save(force_insert=True)
        change.object_id = made.id
        change.describe(due_at=made.due_at.isoformat(), affected=made.affected_count, data_kinds=list(made.data_kinds))
        about = {"subject_type": BREACH, "subject_id": str(made.id)}
        schedule_many(
            [
                NewTimer(f"data-breach:{made.id}:warning", BREACH_WARNING, due_at=made.due_at - WARN_BEFORE, **about),  # type: ignore[arg-type]
                NewTimer(f"data-breach:{made.id}:overdue", BREACH_OVERDUE, due_at=made.due_at, **about),  # type: ignore[arg-type]
            ]
        )
    return made


@transaction.atomic
def data_breach_update(*, actor: Actor, breach_id: UUID, version: int, values: Mapping[str, Any]) -> DataBreach:
    """Say what became known of a breach, and when the authority and the persons were told.

    Raises: DataBreachNotFound, Forbidden, DataBreachIsClosed, StaleVersion, Invalid.
    """
    found = breach_get(actor=actor, breach_id=breach_id, lock=True)
    with audited_change(actor, StewardshipAct.UPDATE_DATA_BREACH, BREACH, found.id, branch_code=found.branch_code) as change:
        change.require(can_protect(actor))
        if found.status != BreachStatus.OPEN:
            raise DataBreachIsClosed()
        change.require_version(version, found.version)
        _judge_notified(values)
        changed = sorted(name for name, value in values.items() if getattr(found, name) != value)
        if not changed:
            change.nothing_changed()
            return found
        for name in changed:
            setattr(found, name, values[name])
        found.version += 1
        found.save(update_fields=[*changed, "version"])
        change.describe(changed=changed)
        if all(getattr(found, name) for name in _TOLD):
            cancel([f"data-breach:{found.id}:warning", f"data-breach:{found.id}:overdue"])
    return found


@transaction.atomic
def data_breach_close(*, actor: Actor, breach_id: UUID) -> DataBreach:
    """Close a breach whose authority and persons were told.

    Raises: DataBreachNotFound, Forbidden, DataBreachIsClosed, BreachNotTold.
    """
    found = breach_get(actor=actor, breach_id=breach_id, lock=True)
    with audited_change(actor, StewardshipAct.CLOSE_DATA_BREACH, BREACH, found.id, branch_code=found.branch_code) as change:
        change.require(can_protect(actor))
        if found.status != BreachStatus.OPEN:
            raise DataBreachIsClosed()
        if not all(getattr(found, name) for name in _TOLD):
            raise BreachNotTold()
        found.status, found.closed_at, found.closed_by, found.version = BreachStatus.CLOSED, now(), actor.id, found.version + 1
        found.save(update_fields=["status", "closed_at", "closed_by", "version"])
    return found


def breach_customers_viewed(*, actor: Actor, breach: DataBreach, rows: int) -> None:
    """Record that the persons affected by a breach were looked at."""
    record(actor, StewardshipAct.VIEW_BREACH_CUSTOMERS, object_type=BREACH, object_id=breach.id, branch_code=breach.branch_code, meta={"rows": rows})


def breaches_warn(timers: Sequence[Timer]) -> None:
    """Tell compliance that a breach has to be told within a day, or should have been."""
    for timer in timers:
        found = DataBreach.objects.filter(pk=timer.subject_id).first()
        if found is not None and not all(getattr(found, name) for name in _TOLD):
            notify(timer.kind, sorted(holders(PROTECTION, Act.UPDATE)), subject_type=BREACH, subject_id=found.id)


TIMERS = (
    TimerKind(BREACH_WARNING, breaches_warn, Text(id="Peringatan kebocoran data", en="Warning of a data breach")),
    TimerKind(BREACH_OVERDUE, breaches_warn, Text(id="Batas 72 jam kebocoran data", en="72 hours of a data breach")),
)


@transaction.atomic
def assessment_write(*, actor: Actor, values: Mapping[str, Any], assessment_id: UUID | None = None, version: int | None = None) -> ImpactAssessment:
    """Write an assessment, or change one that nobody has decided about.

    Raises: AssessmentNotFound, Forbidden, AssessmentIsDecided, StaleVersion, Invalid.
    """
    found = assessment_get(actor=actor, assessment_id=assessment_id, lock=True) if assessment_id else None
    meta = {"kind": values["kind"]}
    with audited_change(actor, StewardshipAct.WRITE_ASSESSMENT, ASSESSMENT, found.id if found else "", meta=meta) as change:
        change.require(can_protect(actor, Act.UPDATE if found else Act.CREATE))
        _judge_review(values["review_on"])
        if found is None:
            made = ImpactAssessment(**values, created_by=actor.id, created_at=now())
            made.save(force_insert=True)
            change.object_id = made.id
            return made
        if found.status != AssessmentStatus.DRAFT:
            raise AssessmentIsDecided()
        change.require_version(version, found.version)
        for name, value in values.items():
            setattr(found, name, value)
        found.version += 1
        found.save(update_fields=[*values, "version"])
    return found


@transaction.atomic
def assessment_decide(*, actor: Actor, assessment_id: UUID, approved: bool, note: str) -> ImpactAssessment:
    """Approve or reject an assessment that somebody else wrote.

    Raises: AssessmentNotFound, Forbidden, OwnAssessment, AssessmentIsDecided, Invalid where its review day has passed.
    """
    found = assessment_get(actor=actor, assessment_id=assessment_id, lock=True)
    meta = {"kind": found.kind, "approved": approved}
    with audited_change(actor, StewardshipAct.DECIDE_ASSESSMENT, ASSESSMENT, found.id, meta=meta) as change:
        change.require(can_protect(actor, Act.ASSIGN))
        if found.created_by == actor.id:
            raise OwnAssessment(_OWN)
        if found.status != AssessmentStatus.DRAFT:
            raise AssessmentIsDecided()
        if approved:
            _judge_review(found.review_on)
        found.status = AssessmentStatus.APPROVED if approved else AssessmentStatus.REJECTED
        found.decided_by, found.decided_at, found.decision_note, found.version = actor.id, now(), note, found.version + 1
        found.save(update_fields=["status", "decided_by", "decided_at", "decision_note", "version"])
    return found


def _judge_breach(values: Mapping[str, Any]) -> None:
    """Raises: Invalid."""
    at = now()
    wrong = {name: _FUTURE for name in ("discovered_at", "began_at") if values[name] > at}
    if values["ended_at"] < values["began_at"]:
        wrong["ended_at"] = _ORDER
    user, branch = values.get("suspect_user_id"), values.get("branch_code")
    if user is not None and user not in people({user}):
        wrong["suspect_user_id"] = _SOMEBODY
    if branch is not None and branch not in branches():
        wrong["branch_code"] = _SOMEBODY
    if user is None and branch is None:
        wrong["suspect_user_id"] = _SOMEBODY
    if wrong:
        raise Invalid(wrong)


def _judge_notified(values: Mapping[str, Any]) -> None:
    """Raises: Invalid."""
    at: datetime = now()
    wrong = {name: _FUTURE for name in _TOLD if values.get(name) is not None and values[name] > at}
    if wrong:
        raise Invalid(wrong)


def _judge_review(day: date) -> None:
    """Raises: Invalid."""
    if day < today():
        raise Invalid({"review_on": _PAST})
