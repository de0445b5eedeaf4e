"""The operations on tasks."""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.tasks.errors import TaskCustomerNotFound, TaskIsFinished, TaskIsOpen, TaskNotFound
from simpul.tasks.models import Task
from simpul.tasks.policies import RESOURCE
from simpul.tasks.schemas.tasks import TaskIn, TaskListIn, TaskOut, TaskOwnersOut, TaskPageOut, TaskSearchIn, TaskSkipIn, TaskUpdateIn
from simpul.tasks.selectors import tasks as selectors
from simpul.tasks.selectors.tasks import PersonRow, TaskRow
from simpul.tasks.services import tasks as services

router = Router()
_READ, _CREATE, _UPDATE = (needs(RESOURCE, act) for act in (Act.READ, Act.CREATE, Act.UPDATE))


@router.get("/tasks", permission=_READ, counts_rows=True, lists="TASK", response={200: TaskPageOut, **problems(RateLimited)}, operation_id="tasks_list")
def list_tasks(request: ActorRequest, filters: Query[TaskListIn]) -> Page:
    """The tasks that I reach, the nearest due day first unless asked otherwise."""
    return selectors.task_page(actor=request.auth, task_filter=filters.as_filter(), cursor=filters.cursor, limit=filters.limit)


@router.post("/tasks", permission=_CREATE, response={201: TaskOut, **problems(TaskCustomerNotFound, Forbidden)}, operation_id="tasks_create")
def create_task(request: ActorRequest, body: TaskIn) -> TaskRow:
    """Make a task about a customer, for myself or for a colleague."""
    return _row(
        request,
        services.task_create(
            actor=request.auth,
            customer_id=body.customer_id,
            title=body.title,
            notes=body.notes,
            due_on=body.due_on,
            owner_id=body.owner_id,
            # scaffold: leave out
            context=services.TaskContext(
                subject=body.subject.as_reference() if body.subject else None,
                remind_at=body.remind_at,
            ),
            # scaffold: end
        ),
    )


@router.post(
    "/tasks/search",
    permission=_READ,
    reads=True,
    counts_rows=True,
    lists="TASK",
    response={200: TaskPageOut, **problems(RateLimited)},
    operation_id="tasks_search",
)
def search_tasks(request: ActorRequest, body: TaskSearchIn) -> Page:
    """The same by words of the title or the notes, which stand in no address."""
    return selectors.task_page(actor=request.auth, task_filter=body.as_filter(), cursor=body.cursor, limit=body.limit)


@router.get("/tasks/owners", permission=_CREATE, response={200: TaskOwnersOut, **problems(TaskCustomerNotFound)}, operation_id="tasks_owners")
def list_owners(request: ActorRequest, customer_id: UUID) -> dict[str, list[PersonRow]]:
    """Whom I can give a task about a customer to."""
    found = selectors.owners_at(request.auth, selectors.place_of(request.auth, customer_id))
    return {"items": [{"id": key, "full_name": name} for key, name in found.items()]}


@router.get("/tasks/{uuid:task_id}", permission=_READ, response={200: TaskOut, **problems(TaskNotFound)}, operation_id="tasks_get")
def get_task(request: ActorRequest, task_id: UUID) -> TaskRow:
    """One task in full."""
    return _row(request, selectors.task_get(actor=request.auth, task_id=task_id))


@router.patch(
    "/tasks/{uuid:task_id}",
    permission=_UPDATE,
    response={200: TaskOut, **problems(TaskNotFound, Forbidden, TaskIsFinished, StaleVersion)},
    operation_id="tasks_update",
)
def update_task(request: ActorRequest, task_id: UUID, body: TaskUpdateIn) -> TaskRow:
    """Change an open task, or give it to a colleague."""
    return _row(
        request,
        services.task_update(
            actor=request.auth,
            task_id=task_id,
            version=body.version,
            title=body.title,
            notes=body.notes,
            due_on=body.due_on,
            owner_id=body.owner_id,
            # scaffold: leave out
            remind_at=body.remind_at,
            # scaffold: end
        ),
    )


@router.post(
    "/tasks/{uuid:task_id}/complete",
    permission=_UPDATE,
    response={200: TaskOut, **problems(TaskNotFound, Forbidden, TaskIsFinished)},
    operation_id="tasks_complete",
)
def complete_task(request: ActorRequest, task_id: UUID) -> TaskRow:
    """Say that it is done."""
    return _row(request, services.task_complete(actor=request.auth, task_id=task_id))


@router.post(
    "/tasks/{uuid:task_id}/skip",
    permission=_UPDATE,
    response={200: TaskOut, **problems(TaskNotFound, Forbidden, TaskIsFinished)},
    operation_id="tasks_skip",
)
def skip_task(request: ActorRequest, task_id: UUID, body: TaskSkipIn) -> TaskRow:
    """Say that it will not be done, and why."""
    return _row(request, services.task_skip(actor=request.auth, task_id=task_id, reason=body.reason))


@router.post(
    "/tasks/{uuid:task_id}/reopen",
    permission=_UPDATE,
    response={200: TaskOut, **problems(TaskNotFound, Forbidden, TaskIsOpen)},
    operation_id="tasks_reopen",
)
def reopen_task(request: ActorRequest, task_id: UUID) -> TaskRow:
    """Take back that it is done or skipped."""
    return _row(request, services.task_reopen(actor=request.auth, task_id=task_id))


def _row(request: ActorRequest, task: Task) -> TaskRow:
    return selectors.task_rows(request.auth, [task])[0]
