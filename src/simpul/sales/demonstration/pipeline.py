"""Leads of the last 90 days, as relationship managers followed them up: in every status, won and lost, some in the queue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import shifted, today
from simpul.platform.db import query, scope
from simpul.platform.demonstrating import Demonstration, Stage
from simpul.sales.models import Lead
from simpul.sales.services.assigning import lead_assign
from simpul.sales.services.converting import lead_convert
from simpul.sales.services.creating import lead_create
from simpul.sales.services.lifecycle import lifecycle_compute
from simpul.sales.services.moving import lead_move
from simpul.sales.services.opportunities import opportunity_move

_STORY = "CIF00000002"
_INTERESTS = (
    ("KPR rumah pertama", "350000000"),
    ("Deposito 12 bulan", "150000000"),
    ("KUR usaha warung", "75000000"),
    ("Kredit kendaraan", "210000000"),
    ("Tabungan pendidikan anak", "24000000"),
    ("Kartu kredit", "20000000"),
    ("Kredit modal kerja", "500000000"),
)
_LOST = ("PRICE", "COMPETITOR", "NOT_INTERESTED", "NOT_ELIGIBLE", "UNREACHABLE")
# How many days ago a lead was made, then each step with how many days ago it was; opp: steps are those of its opportunity.
_Steps = tuple[tuple[int, str], ...]
_WAYS: tuple[tuple[int, _Steps], ...] = (
    (1, ()),
    (20, ((14, "contact"), (5, "qualify"))),
    (75, ((72, "contact"), (66, "qualify"), (60, "convert"), (41, "opp:propose"), (9, "opp:negotiate"))),
    (9, ((2, "contact"),)),
    (85, ((82, "contact"), (78, "qualify"), (74, "convert"), (60, "opp:propose"), (35, "opp:win"))),
    (12, ()),
    (40, ((33, "contact"), (21, "lose"))),
    (30, ((26, "contact"), (20, "qualify"), (18, "convert"))),
    (4, ()),
    (55, ((52, "contact"), (47, "qualify"), (40, "convert"), (35, "opp:qualify"), (20, "opp:propose"))),
    (88, ((85, "contact"), (80, "qualify"), (72, "convert"), (25, "opp:lose"))),
    (25, ((15, "contact"),)),
    (60, ((52, "contact"), (41, "qualify"), (30, "win"))),
)
_OF_RM = len(_WAYS)
_OF_OTHERS = 4
_OTHERS = 6
_QUEUE = 3


def play_leads(stage: Stage) -> int:
    """Play them once; an installation that has leads keeps its own. Says how many there are."""
    system = system_actor()
    with scope(system):
        if standing := Lead.objects.count():
            return standing
        usernames = ["rm", *(each.username for each in stage.everybody if each.role == "RM" and each.username != "rm")]
        usernames = usernames[: _OTHERS + 1]
        known = people_by_username({*usernames, "supervisor", "agent"})
        actors = {username: actor_for(person.id) for username, person in known.items()}
        own = _customers_of([known[username].id for username in usernames if username in known])
    _play_story(actors["rm"])
    number = 0
    for place, username in enumerate(usernames):
        manager = actors.get(username)
        if manager is None:
            continue
        ways = [_WAYS[(place * _OF_OTHERS + step) % len(_WAYS)] for step in range(_OF_OTHERS)] if place else _WAYS
        for way, customer_id in zip(ways, own.get(manager.id, ()), strict=False):
            number += 1
            _play(manager, customer_id, number, *way)
    _play_queue(actors["agent"], actors["supervisor"], own[known["rm"].id][_OF_RM:])
    with scope(system):
        lifecycle_compute()
        return Lead.objects.count()


def _customers_of(managers: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """Customers of each manager whom no story is about."""
    rows = query(
        "SELECT customer_id, rm_user_id FROM crm.customers WHERE rm_user_id = ANY (%s) AND status = 'ACTIVE' AND source_key > 'CIF00000100' ORDER BY source_key LIMIT 4000",
        (list(managers),),
    )
    found: dict[UUID, list[UUID]] = {}
    for row in rows:
        found.setdefault(row["rm_user_id"], []).append(row["customer_id"])
    return found


@contextmanager
def _days_ago(days: int, actor: Actor) -> Iterator[None]:
    with shifted(timedelta(days=-days, minutes=-7 * days)), scope(actor):
        yield


def _interest(number: int) -> Mapping[str, Any]:
    interest, value = _INTERESTS[number % len(_INTERESTS)]
    return {"interest": interest, "estimated_value": Decimal(value) + Decimal(number % 5) * 5_000_000}


def _play_story(manager: Actor | None) -> None:
    assert manager is not None  # the demonstration's own people work
    with scope(manager):
        found = query("SELECT customer_id FROM crm.customers WHERE source_key = %s", (_STORY,))
    for row in found:
        with _days_ago(1, manager):
            values = {"customer_id": row["customer_id"], "note": "Bertanya tentang KPR saat membuka rekening.", **_interest(0)}
            lead_create(actor=manager, values=values)


def _play(manager: Actor, customer_id: UUID, number: int, begun: int, steps: _Steps) -> None:
    with _days_ago(begun, manager):
        made = lead_create(actor=manager, values={"customer_id": customer_id, **_interest(number)})
    opportunity: Any = None
    for days, step in steps:
        with _days_ago(days, manager):
            if step == "convert":
                opportunity = _convert(manager, made["id"], number, days)
            elif step.startswith("opp:"):
                opportunity_move(
                    actor=manager,
                    opportunity_id=opportunity.id,
                    version=None,
                    transition=step.removeprefix("opp:"),
                    lost_reason=_LOST[number % len(_LOST)] if step == "opp:lose" else "",
                    won_product_code="LOAN" if step == "opp:win" else "",
                )
            else:
                lead_move(actor=manager, lead_id=made["id"], version=None, transition=step, closed_reason=_reason(step, number))


def _reason(step: str, number: int) -> str:
    return {"lose": _LOST[number % len(_LOST)], "win": "NEED_MET"}.get(step, "")


def _convert(manager: Actor, lead_id: UUID, number: int, days: int) -> Any:
    """Expected to close in one of the six months from now on."""
    wanted: Mapping[str, Any] = _interest(number)
    expected = today() + timedelta(days=days + 8 + 27 * (number % 6))
    with_value = {"product_interest": wanted["interest"], "product_code": None, "estimated_value": wanted["estimated_value"]}
    lead = Lead.objects.get(pk=lead_id)
    return lead_convert(actor=manager, lead_id=lead_id, version=lead.version, values={**with_value, "expected_close_on": expected})


def _play_queue(agent: Actor | None, supervisor: Actor | None, customers: Sequence[UUID]) -> None:
    """Leads of the counter that a supervisor took back to hand out anew."""
    assert agent is not None and supervisor is not None  # the demonstration's own people work
    for number, customer_id in enumerate(customers[:_QUEUE]):
        with _days_ago(number * 2, agent):
            values = {"customer_id": customer_id, "source_type": "SERVICE_FOLLOWUP", **_interest(number + 3)}
            made = lead_create(actor=agent, values=values)
            with scope(supervisor):
                lead_assign(actor=supervisor, lead_id=made["id"], version=None, assigned_to=None)


DEMONSTRATION = Demonstration("Leads", _OF_RM + _OTHERS * _OF_OTHERS + _QUEUE + 1, play_leads)
