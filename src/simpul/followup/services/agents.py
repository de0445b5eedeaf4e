"""Changing who follows up, in which order and how many members at most, each with its audit row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from simpul.audit.public import audited_change
from simpul.followup.acts import FollowupAct
from simpul.followup.errors import FollowupAgentExists
from simpul.followup.models import FollowupAgent
from simpul.followup.policies import can_manage
from simpul.followup.selectors.agents import (
    agent_candidates,
    agent_list,
    agent_lock,
    agent_row,
    order_version,
)
from simpul.followup.vocabulary import AGENT
from simpul.platform.actor import Actor
from simpul.platform.db import execute
from simpul.platform.errors import Invalid
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

_NOT_ABLE = Text(id="Pilih rekan yang boleh mencatat tindak lanjut.", en="Choose a colleague who may log follow-ups.")
_NOT_ALL = Text(id="Sebutkan setiap petugas program tepat satu kali.", en="Name every agent of the programme exactly once.")
# One change of the order at a time: numbers are given from those that stand.
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('crm.followup_agents'))"
_RENUMBER = """
UPDATE crm.followup_agents a SET number = n.number, version = a.version + 1, updated_at = now()
FROM unnest(%s::uuid[]) WITH ORDINALITY AS n (agent_id, number)
WHERE a.agent_id = n.agent_id AND a.number IS DISTINCT FROM n.number
"""


@transaction.atomic
def agent_create(*, actor: Actor, user_id: UUID, capacity: int) -> FollowupAgent:
    """Add a colleague to the programme, at the last place; one who had left comes back.

    Raises: Forbidden, Invalid naming the colleague, FollowupAgentExists.
    """
    with audited_change(actor, FollowupAct.ADD_FOLLOWUP_AGENT, AGENT) as change:
        change.require(can_manage(actor))
        execute(_LOCK)
        standing = FollowupAgent.objects.filter(user_id=user_id).first()
        if standing is not None and standing.status != FollowupAgent.Status.LEFT:
            raise FollowupAgentExists()
        if user_id not in {row["id"] for row in agent_candidates()}:
            raise Invalid({"user_id": _NOT_ABLE})
        number = len(_in_order()) + 1
        if standing is None:
            made = FollowupAgent.objects.create(user_id=user_id, number=number, capacity=capacity)
        else:
            FollowupAgent.objects.filter(pk=standing.pk).update(
                number=number,
                capacity=capacity,
                status=FollowupAgent.Status.ACTIVE,
                version=F("version") + 1,
                updated_at=Now(),
            )
            made = FollowupAgent.objects.get(pk=standing.pk)
        change.object_id = made.id
        change.describe(number=number, capacity=capacity)
    return made


@transaction.atomic
def agent_update(*, actor: Actor, agent_id: UUID, version: int, capacity: int, status: str, reason: str) -> FollowupAgent:
    """Change how many members an agent takes, suspend an agent or let one leave; the next ones move up.

    Members of who leaves stay until their windows end, and then go on from that place.

    Raises: Forbidden, FollowupAgentNotFound, StaleVersion.
    """
    with audited_change(actor, FollowupAct.CHANGE_FOLLOWUP_AGENT, AGENT, agent_id) as change:
        change.require(can_manage(actor))
        execute(_LOCK)
        agent = agent_lock(agent_id)
        change.require_version(version, agent.version, lambda: _present(actor, agent_id))
        before = {"capacity": agent.capacity, "status": agent.status}
        if before == {"capacity": capacity, "status": status}:
            change.nothing_changed()
            return agent
        leaves = status == FollowupAgent.Status.LEFT
        FollowupAgent.objects.filter(pk=agent_id).update(
            capacity=capacity,
            status=status,
            number=None if leaves else agent.number,
            version=F("version") + 1,
            updated_at=Now(),
        )
        if leaves:
            execute(_RENUMBER, (_in_order(),))
        change.describe(
            number=agent.number,
            before=before,
            after={"capacity": capacity, "status": status},
            reason=redacted(reason),
        )
    return FollowupAgent.objects.get(pk=agent_id)


@transaction.atomic
def agents_reorder(*, actor: Actor, version: int, agent_ids: Sequence[UUID]) -> None:
    """Save the whole order: the first becomes number 1. It holds from the next run on.

    Raises: Forbidden, StaleVersion, Invalid naming the agents.
    """
    with audited_change(actor, FollowupAct.REORDER_FOLLOWUP_AGENTS, AGENT) as change:
        change.require(can_manage(actor))
        execute(_LOCK)
        change.require_version(version, order_version(), lambda: agent_list(actor=actor))
        standing = _in_order()
        if len(agent_ids) != len(standing) or set(agent_ids) != set(standing):
            raise Invalid({"agent_ids": _NOT_ALL})
        if list(agent_ids) == standing:
            change.nothing_changed()
            return
        execute(_RENUMBER, (list(agent_ids),))
        change.describe(before=[str(each) for each in standing], after=[str(each) for each in agent_ids])


def _in_order() -> list[UUID]:
    """The agents of the programme by number."""
    rows = FollowupAgent.objects.exclude(status=FollowupAgent.Status.LEFT)
    return list(rows.order_by("number").values_list("pk", flat=True))


def _present(actor: Actor, agent_id: UUID) -> Mapping[str, Any]:
    """The agent as it stands now, for who changes an older version."""
    found = agent_row(actor, agent_id)
    return {} if found is None else dict(found)
