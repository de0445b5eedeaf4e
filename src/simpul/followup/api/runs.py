"""The operations on runs and figures."""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.followup.errors import FollowupRunNotFound
from simpul.followup.schemas.runs import (
    FollowupDashboardIn,
    FollowupDashboardOut,
    FollowupRunListIn,
    FollowupRunReportOut,
    FollowupRunsOut,
    FollowupRunStartedOut,
    FollowupRunStartIn,
)
from simpul.followup.selectors.dashboard import DashboardRow, dashboard_get
from simpul.followup.selectors.runs import RunPage, RunReport, run_get, run_page
from simpul.followup.services import rotating
from simpul.followup.vocabulary import CONFIGURATION, RESOURCE, RUN
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_READ, _MANAGE = needs(RESOURCE, Act.READ), needs(CONFIGURATION, Act.MANAGE)


@router.get(
    "/followup/runs",
    permission=_READ,
    counts_rows=True,
    lists=RUN,
    response={200: FollowupRunsOut, **problems(RateLimited)},
    operation_id="followup_runs_list",
)
def list_runs(request: ActorRequest, given: Query[FollowupRunListIn]) -> RunPage:
    """The runs in figures, the newest first."""
    return run_page(actor=request.auth, cursor=given.cursor, limit=given.limit)


@router.post(
    "/followup/runs",
    permission=_MANAGE,
    response={202: FollowupRunStartedOut, **problems(Forbidden)},
    operation_id="followup_runs_start",
)
def start_run(request: ActorRequest, body: FollowupRunStartIn) -> dict[str, UUID]:
    """Request a run over what is due; it takes neither members nor agents."""
    return {"run_id": rotating.run_start(actor=request.auth)}


@router.get(
    "/followup/runs/{uuid:run_id}",
    permission=_READ,
    response={200: FollowupRunReportOut, **problems(FollowupRunNotFound)},
    operation_id="followup_runs_get",
)
def get_run(request: ActorRequest, run_id: UUID) -> RunReport:
    """What a run did: reasons, agents, branches and the first moves that I see."""
    return run_get(actor=request.auth, run_id=run_id)


@router.get(
    "/followup/dashboard",
    permission=_READ,
    response={200: FollowupDashboardOut, **problems(Forbidden)},
    operation_id="followup_dashboard_get",
)
def get_dashboard(request: ActorRequest, given: Query[FollowupDashboardIn]) -> DashboardRow:
    """The programme in figures, of the branches that I see."""
    return dashboard_get(actor=request.auth, days=given.days, branch=given.branch)
