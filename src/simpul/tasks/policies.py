"""Who sees, makes and works on tasks. Row-level security says the same in sql/0002_rules.sql; each is enough on its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet, UUIDField
from django.db.models.expressions import RawSQL

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.clock import now
from simpul.platform.text import Text
from simpul.tasks.models import Activity, Task, TaskStatus

RESOURCE, SUBJECT = "task", "TASK"
_MANAGER = '(SELECT r.rm_user_id FROM iam.customer_reach r WHERE r.customer_id = "tasks"."customer_id")'
_PORTFOLIO = "SELECT r.customer_id FROM iam.customer_reach r WHERE r.rm_user_id = %s"
_NOT_HERE = Text(id="Peran Anda tidak dapat membuat tugas.", en="Your role cannot create tasks.")
_NOT_YOURS = Text(
    id="Hanya penanggung jawab, pembuat, atau supervisor yang mengerjakan tugas ini.", en="Only its owner, its maker or a supervisor works on this task."
)
_NOT_ASSIGNER = Text(id="Hanya supervisor yang memberi tugas kepada rekan.", en="Only supervisors give tasks to colleagues.")
_FINISHED = Text(id="Tugas ini sudah selesai atau dilewati.", en="This task is done or skipped already.")
_OPEN = Text(id="Tugas ini masih terbuka.", en="This task is open still.")
# scaffold: leave out
ACTIVITY, ACTIVITY_SUBJECT, FEED_SUBJECT = "activity", "ACTIVITY", "CALENDAR_FEED"
# An activity is its author's to change or take back for so long; row-level security says the same.
CHANGED_WITHIN = timedelta(hours=24)
_ACTIVITY_MANAGER = '(SELECT r.rm_user_id FROM iam.customer_reach r WHERE r.customer_id = "rm_activities"."customer_id")'
_NO_ACTIVITY = Text(id="Peran Anda tidak dapat mencatat kegiatan.", en="Your role cannot log activities.")
_NOT_AUTHOR = Text(
    id="Hanya pencatatnya yang mengubah kegiatan ini.",
    en="Only its author changes this activity.",
)
_TOO_LATE = Text(
    id="Kegiatan hanya dapat diubah atau ditarik dalam 24 jam sejak dicatat.",
    en="An activity can be changed or withdrawn within 24 hours of its logging.",
)
# scaffold: end


@dataclass(frozen=True)
class TaskPlace:
    """Where the customer of a task belongs, which is what the grants ask."""

    branch_code: str
    rm_user_id: UUID | None


def visible_tasks(actor: Actor) -> QuerySet[Task]:
    """The tasks within the actor's reach, each with the manager of its customer as `rm_user_id`."""
    manager = RawSQL(_MANAGER, (), output_field=UUIDField(null=True))  # noqa: S611 - the text is ours
    tasks = Task.objects.annotate(rm_user_id=manager)
    reach = actor.reach(RESOURCE, Act.READ)
    if reach is Reach.ALL:
        return tasks
    if reach is Reach.NONE:
        return tasks.none()
    condition = Q(owner_id=actor.id) | Q(created_by=actor.id)
    if reach >= Reach.PORTFOLIO:
        condition |= Q(customer_id__in=RawSQL(_PORTFOLIO, (actor.id,)))  # noqa: S611 - the text is ours
    if reach >= Reach.BRANCH:
        condition |= Q(branch_code__in=sorted(actor.branch_codes))
    return tasks.filter(condition)


def can_create(actor: Actor) -> Verdict:
    """Whoever holds the action makes tasks of their own about any customer they reach."""
    return ALLOW if actor.may(RESOURCE, Act.CREATE) else deny(_NOT_HERE)


def can_assign(actor: Actor, place: TaskPlace | Task) -> Verdict:
    """Whoever assigns there gives tasks to colleagues."""
    return ALLOW if actor.may(RESOURCE, Act.ASSIGN, place) else deny(_NOT_ASSIGNER)


def can_work(actor: Actor, task: Task) -> Verdict:
    """Who owns or made it, and whoever works on the tasks of its branch or of its customer's portfolio."""
    return ALLOW if actor.may(RESOURCE, Act.UPDATE, task) else deny(_NOT_YOURS)


def can_finish(actor: Actor, task: Task) -> Verdict:
    """Whoever works on it, while it is open; changing it asks the same."""
    return can_work(actor, task) if task.status == TaskStatus.OPEN else deny(_FINISHED)


def can_reopen(actor: Actor, task: Task) -> Verdict:
    """Whoever works on it, once it is done or skipped."""
    return can_work(actor, task) if task.status != TaskStatus.OPEN else deny(_OPEN)


# scaffold: leave out
def visible_activities(actor: Actor) -> QuerySet[Activity]:
    """The activities within the actor's reach that were not withdrawn."""
    manager = RawSQL(_ACTIVITY_MANAGER, (), output_field=UUIDField(null=True))  # noqa: S611 - the text is ours
    activities = Activity.objects.annotate(rm_user_id=manager).filter(withdrawn_at__isnull=True)
    reach = actor.reach(ACTIVITY, Act.READ)
    if reach is Reach.ALL:
        return activities
    if reach is Reach.NONE:
        return activities.none()
    condition = Q(author_id=actor.id)
    if reach >= Reach.PORTFOLIO:
        condition |= Q(customer_id__in=RawSQL(_PORTFOLIO, (actor.id,)))  # noqa: S611 - the text is ours
    if reach >= Reach.BRANCH:
        condition |= Q(branch_code__in=sorted(actor.branch_codes))
    return activities.filter(condition)


def can_log(actor: Actor) -> Verdict:
    """Whoever holds the action logs activities with any customer they reach."""
    return ALLOW if actor.may(ACTIVITY, Act.CREATE) else deny(_NO_ACTIVITY)


def can_change_activity(actor: Actor, activity: Activity) -> Verdict:
    """Its author alone changes or withdraws an activity, for 24 hours."""
    if activity.author_id != actor.id or not actor.may(ACTIVITY, Act.UPDATE):
        return deny(_NOT_AUTHOR)
    return ALLOW if activity.created_at > now() - CHANGED_WITHIN else deny(_TOO_LATE)


# scaffold: end
