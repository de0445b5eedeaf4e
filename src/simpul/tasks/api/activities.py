"""The operations on activities."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.tasks.errors import ActivityNotFound, TaskCustomerNotFound
from simpul.tasks.models import Activity, ActivityType
from simpul.tasks.policies import ACTIVITY, ACTIVITY_SUBJECT
from simpul.tasks.schemas.activities import (
    RmActivityIn,
    RmActivityListIn,
    RmActivityOut,
    RmActivityPageOut,
    RmActivityUpdateIn,
)
from simpul.tasks.selectors import activities as selectors
from simpul.tasks.selectors.activities import ActivityRow
from simpul.tasks.services import activities as services

router = Router()
_READ, _CREATE, _UPDATE = (needs(ACTIVITY, act) for act in (Act.READ, Act.CREATE, Act.UPDATE))


@router.get(
    "/activities",
    permission=_READ,
    counts_rows=True,
    lists=ACTIVITY_SUBJECT,
    response={200: RmActivityPageOut, **problems(RateLimited)},
    operation_id="activities_list",
)
def list_activities(request: ActorRequest, filters: Query[RmActivityListIn]) -> Page:
    """The activities that I reach, the latest first."""
    return selectors.activity_page(
        actor=request.auth,
        wanted=filters.as_filter(),
        cursor=filters.cursor,
        limit=filters.limit,
    )


@router.post(
    "/activities",
    permission=_CREATE,
    response={201: RmActivityOut, **problems(TaskCustomerNotFound, Forbidden)},
    operation_id="activities_create",
)
def create_activity(request: ActorRequest, body: RmActivityIn) -> ActivityRow:
    """Log an activity with a customer; its next step becomes a task of mine."""
    return _row(
        request,
        services.activity_create(actor=request.auth, activity=body.as_activity()),
    )


@router.get(
    "/activities/{uuid:activity_id}",
    permission=_READ,
    response={200: RmActivityOut, **problems(ActivityNotFound)},
    operation_id="activities_get",
)
def get_activity(request: ActorRequest, activity_id: UUID) -> ActivityRow:
    """One activity in full."""
    return _row(request, selectors.activity_get(actor=request.auth, activity_id=activity_id))


@router.patch(
    "/activities/{uuid:activity_id}",
    permission=_UPDATE,
    response={200: RmActivityOut, **problems(ActivityNotFound, Forbidden, StaleVersion)},
    operation_id="activities_update",
)
def update_activity(request: ActorRequest, activity_id: UUID, body: RmActivityUpdateIn) -> ActivityRow:
    """Change an activity of mine, within 24 hours."""
    return _row(
        request,
        services.activity_update(
            actor=request.auth,
            activity_id=activity_id,
            version=body.version,
            activity_type=ActivityType(body.activity_type),
            note=body.note,
            outcome=body.outcome,
            happened_at=body.happened_at,
        ),
    )


@router.post(
    "/activities/{uuid:activity_id}/withdraw",
    permission=_UPDATE,
    response={204: None, **problems(ActivityNotFound, Forbidden)},
    operation_id="activities_withdraw",
)
def withdraw_activity(request: ActorRequest, activity_id: UUID) -> tuple[int, None]:
    """Take an activity of mine back, within 24 hours, with its task where that is open."""
    services.activity_withdraw(actor=request.auth, activity_id=activity_id)
    return 204, None


def _row(request: ActorRequest, activity: Activity) -> ActivityRow:
    return selectors.activity_rows(request.auth, [activity])[0]
