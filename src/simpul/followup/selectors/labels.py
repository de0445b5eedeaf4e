"""What members, runs, agents and moves are called where the trail, the timeline and the inbox name them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from simpul.followup.models import FollowupAgent
from simpul.followup.policies import visible_assignments, visible_runs
from simpul.followup.selectors.cards import Cards
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA
from simpul.platform.db import query
from simpul.platform.text import Text

NAMED = 5
_RUN = Text(id="Rotasi {at}", en="Run of {at}")
_AGENT = Text(id="Nomor {number}", en="Number {number}")
_MORE = Text(id="{names} dan lainnya", en="{names} and others")
_MOVES = """
SELECT r.id AS run_id, m.name FROM unnest(%s::uuid[]) AS r (id)
CROSS JOIN LATERAL crm.followup_moves_of_caller(r.id, %s) m
"""


def member_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The names of members that the actor sees, as far as they are shown."""
    known = _uuids(ids)
    if not known:
        return {}
    return {str(key): card.shown_name for key, card in Cards(actor, known).cards.items()}


def member_place(actor: Actor, customer_id: UUID) -> tuple[UUID, str] | None:
    """The customer and branch of a member within the actor's reach."""
    rows = visible_assignments(actor).filter(customer_id=customer_id).order_by("-step")
    return rows.values_list("customer_id", "branch_code").first()


def run_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """Runs by their moment."""
    known = _uuids(ids)
    rows = visible_runs(actor).filter(pk__in=known).values_list("pk", "ran_at") if known else ()
    return {str(key): str(_RUN.format(at=f"{at.astimezone(JAKARTA):%d-%m-%Y %H.%M}")) for key, at in rows}


def agent_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """Agents by their number."""
    rows = FollowupAgent.objects.filter(pk__in=_uuids(ids), number__isnull=False)
    return {str(each.pk): str(_AGENT.format(number=str(each.number))) for each in rows}


def moves_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What a run moved from and to the reader: up to five members by name."""
    known = _uuids(ids)
    found: dict[str, list[str]] = {}
    for row in query(_MOVES, (known, NAMED + 1)) if known else ():
        found.setdefault(str(row["run_id"]), []).append(row["name"])
    return {key: _shortened(members) for key, members in found.items()}


def _shortened(members: list[str]) -> str:
    named = ", ".join(members[:NAMED])
    return str(_MORE.format(names=named)) if len(members) > NAMED else named


def _uuids(written: Iterable[str]) -> list[UUID]:
    found = []
    for each in written:
        with suppress(ValueError):
            found.append(UUID(each))
    return found
