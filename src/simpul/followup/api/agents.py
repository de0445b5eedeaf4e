"""The operations on agents, their order and their calendar."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Query, Status

from simpul.followup.errors import FollowupAgentExists, FollowupAgentNotFound, FollowupDayOffNotFound
from simpul.followup.schemas.agents import (
    CandidatesOut,
    DayOffListIn,
    DaysOffIn,
    DaysOffMadeOut,
    DaysOffOut,
    FollowupAgentChangedOut,
    FollowupAgentIn,
    FollowupAgentOut,
    FollowupAgentsOut,
    FollowupAgentUpdateIn,
    FollowupOrderIn,
)
from simpul.followup.selectors import agents as selectors
from simpul.followup.selectors.agents import (
    AgentChanged,
    AgentRow,
    AgentsRow,
    CalendarRow,
    CandidatesRow,
    DaysOffMade,
)
from simpul.followup.services import agents as services
from simpul.followup.services import days_off
from simpul.followup.vocabulary import CONFIGURATION, RESOURCE
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_READ, _MANAGE = needs(RESOURCE, Act.READ), needs(CONFIGURATION, Act.MANAGE)


@router.get("/followup/agents", permission=_READ, response={200: FollowupAgentsOut, **problems()}, operation_id="followup_agents_list")
def list_agents(request: ActorRequest) -> AgentsRow:
    """The agents of the programme in their order, with how many members each has."""
    return selectors.agent_list(actor=request.auth)


@router.get(
    "/followup/agents/candidates",
    permission=_MANAGE,
    response={200: CandidatesOut, **problems()},
    operation_id="followup_agents_candidates",
)
def list_candidates(request: ActorRequest) -> CandidatesRow:
    """Colleagues who may log follow-ups and are no agents yet."""
    return {"items": selectors.agent_candidates()}


@router.post(
    "/followup/agents",
    permission=_MANAGE,
    response={201: FollowupAgentOut, **problems(Forbidden, FollowupAgentExists)},
    operation_id="followup_agents_create",
)
def create_agent(request: ActorRequest, body: FollowupAgentIn) -> AgentRow | None:
    """Add a colleague at the last place of the order."""
    made = services.agent_create(actor=request.auth, user_id=body.user_id, capacity=body.capacity)
    return selectors.agent_row(request.auth, made.id)


@router.put(
    "/followup/agents/order",
    permission=_MANAGE,
    response={200: FollowupAgentsOut, **problems(Forbidden, StaleVersion)},
    operation_id="followup_agents_reorder",
)
def reorder_agents(request: ActorRequest, body: FollowupOrderIn) -> AgentsRow:
    """Save the whole order 1..N; it holds from the next run on."""
    services.agents_reorder(actor=request.auth, version=body.order_version, agent_ids=body.agent_ids)
    return selectors.agent_list(actor=request.auth)


@router.patch(
    "/followup/agents/{uuid:agent_id}",
    permission=_MANAGE,
    response={200: FollowupAgentChangedOut, **problems(FollowupAgentNotFound, Forbidden, StaleVersion)},
    operation_id="followup_agents_update",
)
def update_agent(request: ActorRequest, agent_id: UUID, body: FollowupAgentUpdateIn) -> AgentChanged:
    """Change how many members an agent takes, suspend an agent, or let one leave the programme."""
    services.agent_update(
        actor=request.auth,
        agent_id=agent_id,
        version=body.version,
        capacity=body.capacity,
        status=body.status,
        reason=body.reason,
    )
    return {"agent": selectors.agent_row(request.auth, agent_id)}


@router.get("/followup/days-off", permission=_READ, response={200: DaysOffOut, **problems()}, operation_id="followup_days_off_list")
def list_days_off(request: ActorRequest, given: Query[DayOffListIn]) -> CalendarRow:
    """The calendar of a year, and the days on which nobody is there."""
    return {
        "year": given.year,
        "items": selectors.day_off_rows(request.auth, given.year, given.agent_id),
        "uncovered_days": selectors.uncovered_days(date(given.year, 1, 1), date(given.year, 12, 31)),
    }


@router.post(
    "/followup/days-off",
    permission=_MANAGE,
    response={201: DaysOffMadeOut, **problems(FollowupAgentNotFound, Forbidden)},
    operation_id="followup_days_off_create",
)
def create_days_off(request: ActorRequest, body: DaysOffIn) -> DaysOffMade:
    """Enter days off of one agent. Days on which nobody is left are allowed, and named."""
    ranges = [(each.first_day, each.last_day) for each in body.ranges]
    made = days_off.days_off_create(actor=request.auth, agent_id=body.agent_id, kind=body.kind, reason=body.reason, ranges=ranges)
    first, last = min(each[0] for each in ranges), max(each[1] for each in ranges)
    return {
        "items": selectors.days_off_made(request.auth, body.agent_id, {each.id for each in made}, first, last),
        "uncovered_days": selectors.uncovered_days(first, last),
    }


@router.delete(
    "/followup/days-off/{uuid:day_off_id}",
    permission=_MANAGE,
    response={204: None, **problems(FollowupDayOffNotFound, Forbidden)},
    operation_id="followup_days_off_cancel",
)
def cancel_days_off(request: ActorRequest, day_off_id: UUID) -> Any:
    """Cancel days off."""
    days_off.day_off_cancel(actor=request.auth, day_off_id=day_off_id)
    return Status(204, None)
