"""Logging activities with customers, each with its audit row, in one transaction.

What somebody wrote stays in the activity; the trail names what changed.
"""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from simpul.audit.public import AuditedChange, audited_change
from simpul.customers.public import contacts_of_customer, facts_write, facts_write_from
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.errors import Invalid
from simpul.platform.ids import uuid7
from simpul.platform.text import Text
from simpul.tasks.acts import TaskAct
from simpul.tasks.models import Activity, ActivityType, Task, TaskStatus
from simpul.tasks.policies import ACTIVITY_SUBJECT, can_change_activity, can_log
from simpul.tasks.selectors.activities import activity_get, activity_rows
from simpul.tasks.selectors.tasks import place_of
from simpul.tasks.services.tasks import TaskContext, judge_subject, task_create, task_skip
from simpul.tasks.vocabulary import CONTACT_CHANNELS, WorkReference, contact_followers, opened_place

# An activity that is logged later than this is not remembered well enough to count.
LOGGED_WITHIN = timedelta(days=30)
ORIGIN = "ACTIVITY"
_FUTURE = Text(id="Kegiatan dicatat setelah terjadi.", en="An activity is logged once it has happened.")
_LONG_AGO = Text(
    id="Kegiatan dicatat paling lambat 30 hari setelah terjadi.",
    en="An activity is logged within 30 days.",
)
_STEP_WITHOUT_DAY = Text(id="Isi langkah berikut bersama tanggalnya.", en="Give the next step together with its day.")
_WITHDRAWN = Text(id="Kegiatan asalnya ditarik.", en="The activity that it came from was withdrawn.")
_STANDING = """
SELECT last_contact_at AS at, last_contact_by AS by FROM crm.customer_facts WHERE customer_id = %s
"""
# The open tasks are written along, since each statement of facts names one at least.
_CONTACT = """
SELECT %s::uuid,
       (SELECT count(*)::integer FROM crm.tasks t WHERE t.customer_id = %s AND t.status = 'OPEN'),
       %s::timestamptz, %s, %s::uuid, 1
"""


@dataclass(frozen=True)
class NewActivity:
    """What is logged: about whom, what it was, what came of it, and the next step with its day."""

    customer_id: UUID
    activity_type: ActivityType
    note: str
    outcome: str = ""
    next_step: str = ""
    next_on: date | None = None
    subject: WorkReference | None = None
    happened_at: datetime | None = None


@transaction.atomic
def activity_create(*, actor: Actor, activity: NewActivity) -> Activity:
    """Log an activity; its next step becomes a task of the author.

    Raises: TaskCustomerNotFound, Forbidden, Invalid.
    """
    opened = opened_place(actor, activity.subject, activity.customer_id)
    branch_code = opened or place_of(actor, activity.customer_id).branch_code
    with audited_change(
        actor,
        TaskAct.CREATE_ACTIVITY,
        ACTIVITY_SUBJECT,
        customer_id=activity.customer_id,
        branch_code=branch_code,
    ) as change:
        change.require(can_log(actor))
        at = now()
        happened_at = activity.happened_at or at
        _judge_moment(happened_at, at)
        if bool(activity.next_step) is (activity.next_on is None):
            raise Invalid({"next_on": _STEP_WITHOUT_DAY})
        judge_subject(actor, activity.customer_id, activity.subject)
        key = uuid7()
        task = _next_task(actor, activity, key)
        made = Activity(
            id=key,
            customer_id=activity.customer_id,
            branch_code=branch_code,
            author_id=actor.id,
            activity_type=activity.activity_type,
            note=activity.note,
            outcome=activity.outcome,
            next_step=activity.next_step,
            next_on=activity.next_on,
            next_task_id=task.id if task else None,
            subject_type=activity.subject.type if activity.subject else "",
            subject_id=activity.subject.id if activity.subject else None,
            happened_at=happened_at,
            created_at=at,
            version=1,
        )
        made.save(force_insert=True)
        change.object_id = made.id
        change.describe(
            type=str(made.activity_type),
            outcome=made.outcome,
            task=str(task.id) if task else "",
            subject=made.subject_type,
        )
        _write_contact(made)
    return made


@transaction.atomic
def activity_update(
    *,
    actor: Actor,
    activity_id: UUID,
    version: int,
    activity_type: ActivityType,
    note: str,
    outcome: str,
    happened_at: datetime,
) -> Activity:
    """Change an activity of one's own, within 24 hours; its next step is changed as a task.

    Raises: ActivityNotFound, Forbidden, StaleVersion, Invalid.
    """
    with _change(actor, TaskAct.UPDATE_ACTIVITY, activity_id) as (change, activity):
        change.require_version(
            version,
            activity.version,
            lambda: activity_rows(actor, [activity])[0],
        )
        wanted = {
            "activity_type": activity_type,
            "note": note,
            "outcome": outcome,
            "happened_at": happened_at,
        }
        changed = sorted(name for name, value in wanted.items() if getattr(activity, name) != value)
        if not changed:
            change.nothing_changed()
            return activity
        _judge_moment(happened_at, activity.created_at)
        _put(activity, **wanted)
        change.describe(changed=changed)
        changed_one = activity_get(actor=actor, activity_id=activity_id)
        if {"activity_type", "happened_at"} & set(changed):
            _recount_contacts(activity)
    return changed_one


@transaction.atomic
def activity_withdraw(*, actor: Actor, activity_id: UUID) -> Activity:
    """Take an activity of one's own back, within 24 hours; its task is skipped where it is open.

    Raises: ActivityNotFound, Forbidden.
    """
    with _change(actor, TaskAct.WITHDRAW_ACTIVITY, activity_id) as (change, activity):
        _put(activity, withdrawn_at=now())
        made = [activity.next_task_id] if activity.next_task_id else []
        task = Task.objects.filter(pk__in=made, status=TaskStatus.OPEN).first()
        if task is not None:
            task_skip(actor=actor, task_id=task.id, reason=str(_WITHDRAWN))
        change.describe(task=str(task.id) if task else "")
        _recount_contacts(activity)
    return activity


@contextmanager
def _change(actor: Actor, act: TaskAct, activity_id: UUID) -> Iterator[tuple[AuditedChange, Activity]]:
    """A change of one activity, locked for its author.

    Raises: ActivityNotFound, Forbidden.
    """
    seen = activity_get(actor=actor, activity_id=activity_id)
    with audited_change(
        actor,
        act,
        ACTIVITY_SUBJECT,
        activity_id,
        customer_id=seen.customer_id,
        branch_code=seen.branch_code,
    ) as change:
        change.require(can_change_activity(actor, seen))
        yield change, activity_get(actor=actor, activity_id=activity_id, lock=True)


def _judge_moment(happened_at: datetime, logged_at: datetime) -> None:
    """Raises: Invalid naming the moment."""
    if happened_at > logged_at:
        raise Invalid({"happened_at": _FUTURE})
    if happened_at < logged_at - LOGGED_WITHIN:
        raise Invalid({"happened_at": _LONG_AGO})


def _next_task(actor: Actor, activity: NewActivity, key: UUID) -> Task | None:
    """The next step as a task of one's own."""
    if activity.next_on is None:
        return None
    return task_create(
        actor=actor,
        customer_id=activity.customer_id,
        title=activity.next_step,
        notes="",
        due_on=activity.next_on,
        context=TaskContext(subject=activity.subject, origin=ORIGIN, origin_id=key),
    )


def _put(activity: Activity, **values: Any) -> None:
    Activity.objects.filter(pk=activity.pk).update(**values, version=F("version") + 1)


def _write_contact(activity: Activity) -> None:
    """The customer's page shows the last contact; a note is none.

    As SYSTEM: a contact counts whoever reaches it.
    """
    channel = CONTACT_CHANNELS.get(str(activity.activity_type))
    if channel is None:
        return
    customer, at = activity.customer_id, activity.happened_at
    values = [customer, customer, at, channel, activity.author_id]
    with scope(system_identity()):
        facts_write_from(_CONTACT, values, ["open_tasks"], contacts=True)
    _followers_notify(customer)


def _recount_contacts(was: Activity) -> None:
    """An activity is no contact any more, or another one: the customer's page follows.

    Where it was the last contact, the one before takes its place; one of another domain without its
    channel and its colleague, which only that domain knows.
    """
    customer = was.customer_id
    with scope(system_identity()):
        found = contacts_of_customer(customer)
        values: dict[str, object] = {"contacts_90d": found.count}
        standing = query(_STANDING, (customer,))
        at, by = (standing[0]["at"], standing[0]["by"]) if standing else (None, None)
        replaced = (at, by) == (was.happened_at, was.author_id)
        if replaced or (found.last_at is not None and (at is None or found.last_at > at)):
            contacts = Activity.objects.exclude(activity_type=ActivityType.NOTE).filter(customer_id=customer, withdrawn_at__isnull=True)
            last = contacts.filter(happened_at=found.last_at).first() if found.last_at else None
            values["last_contact_at"] = found.last_at
            values["last_contact_channel"] = CONTACT_CHANNELS[str(last.activity_type)] if last else None
            values["last_contact_by"] = last.author_id if last else None
        facts_write(customer, **values)
    _followers_notify(customer)


def _followers_notify(customer_id: UUID) -> None:
    """Domains above that rest on contacts bring what they computed up to date."""
    for follower in contact_followers.values():
        follower.contact_changed(customer_id)
