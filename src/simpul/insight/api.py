"""The operations on dashboards."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from ninja import Path, Query

from simpul.insight.errors import (
    DashboardNotFound,
    DashboardScheduleNotFound,
    DashboardSchedulesAreEnough,
)
from simpul.insight.schemas import (
    BranchCode,
    DashboardOut,
    DashboardQuery,
    DashboardRecipientsOut,
    DashboardScheduleIn,
    DashboardScheduleOut,
    DashboardSchedulesOut,
    DashboardScheduleUpdateIn,
    DashboardsOut,
)
from simpul.insight.selectors.schedules import (
    PersonRow,
    ScheduleRow,
    dashboard_find,
    dashboards_of,
    own_schedules,
    recipients_among,
    schedule_rows,
)
from simpul.insight.selectors.shapes import DashboardAnswer
from simpul.insight.services import schedules as services
from simpul.insight.services.dashboards import dashboard_file, dashboard_get
from simpul.insight.vocabulary import RESOURCE
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_READ = needs(RESOURCE, Act.READ)
KeyPath = Annotated[str, Path(pattern=r"^[a-z_]{2,40}$")]


@router.get(
    "/dashboards",
    permission=_READ,
    response={200: DashboardsOut, **problems()},
    operation_id="dashboards_list",
)
def list_dashboards(request: ActorRequest) -> dict[str, list[dict[str, str]]]:
    """The dashboards of my roles."""
    found = dashboards_of(request.auth)
    return {"items": [{"key": each.key, "title": str(each.title), "text": str(each.text)} for each in found]}


@router.get(
    "/dashboards/{key}",
    permission=_READ,
    response={200: DashboardOut, **problems(DashboardNotFound, Forbidden)},
    operation_id="dashboards_get",
)
def get_dashboard(request: ActorRequest, key: KeyPath, given: Query[DashboardQuery]) -> DashboardAnswer:
    """A dashboard of a branch and a period: figures with target and change, and charts; no names of customers."""
    return dashboard_get(
        actor=request.auth,
        key=key,
        branch=given.branch,
        preset=given.preset,
        since=given.since,
        until=given.until,
    )


@router.get(
    "/dashboards/{key}/file",
    permission=needs(RESOURCE, Act.EXPORT),
    response={200: None, **problems(DashboardNotFound, Forbidden, RateLimited)},
    operation_id="dashboards_file",
    openapi_extra={"responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}},
)
def get_file(request: ActorRequest, key: KeyPath, given: Query[DashboardQuery]) -> HttpResponseBase:
    """The dashboard as a document; handing it out is recorded."""
    content = dashboard_file(
        actor=request.auth,
        key=key,
        branch=given.branch,
        preset=given.preset,
        since=given.since,
        until=given.until,
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="dasbor-{key}.pdf"'
    return answer


@router.get(
    "/dashboards/{key}/recipients",
    permission=_READ,
    response={200: DashboardRecipientsOut, **problems(DashboardNotFound)},
    operation_id="dashboard_recipients_list",
)
def list_recipients(request: ActorRequest, key: KeyPath, branch: BranchCode | None = None) -> dict[str, list[PersonRow]]:
    """The colleagues whom I may send this dashboard to: who has it as well."""
    return {"items": recipients_among(dashboard_find(request.auth, key), branch)}


@router.get(
    "/dashboard-schedules",
    permission=_READ,
    response={200: DashboardSchedulesOut, **problems()},
    operation_id="dashboard_schedules_list",
)
def list_schedules(request: ActorRequest) -> dict[str, list[ScheduleRow] | int]:
    """The dashboards that I have sent regularly."""
    return {
        "items": schedule_rows(list(own_schedules(request.auth))),
        "most": services.MOST_SCHEDULES,
    }


@router.post(
    "/dashboard-schedules",
    permission=_READ,
    response={
        201: DashboardScheduleOut,
        **problems(DashboardNotFound, Forbidden, DashboardSchedulesAreEnough),
    },
    operation_id="dashboard_schedules_create",
)
def create_schedule(request: ActorRequest, body: DashboardScheduleIn) -> ScheduleRow:
    """Send a dashboard regularly, to me or to colleagues who have it as well."""
    made = services.schedule_create(actor=request.auth, **body.model_dump())
    return schedule_rows([made])[0]


@router.patch(
    "/dashboard-schedules/{uuid:schedule_id}",
    permission=_READ,
    response={200: DashboardScheduleOut, **problems(DashboardScheduleNotFound, StaleVersion)},
    operation_id="dashboard_schedules_update",
)
def update_schedule(request: ActorRequest, schedule_id: UUID, body: DashboardScheduleUpdateIn) -> ScheduleRow:
    """Pause or resume one of my schedules, or change when it is sent."""
    row = services.schedule_update(actor=request.auth, schedule_id=schedule_id, **body.model_dump())
    return schedule_rows([row])[0]


@router.delete(
    "/dashboard-schedules/{uuid:schedule_id}",
    permission=_READ,
    response={200: DashboardScheduleOut, **problems(DashboardScheduleNotFound)},
    operation_id="dashboard_schedules_delete",
)
def delete_schedule(request: ActorRequest, schedule_id: UUID) -> ScheduleRow:
    """Send it no more; the answer is the schedule as it was."""
    return schedule_rows([services.schedule_delete(actor=request.auth, schedule_id=schedule_id)])[0]
