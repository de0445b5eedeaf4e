"""Who sees, makes and works on tasks. Row-level security says the same in sql/0002_rules.sql; each is enough on its own."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet, UUIDField
from django.db.models.expressions import RawSQL

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text
from simpul.tasks.models import Task, TaskStatus

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
