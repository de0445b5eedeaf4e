"""What was decided about advice in the demonstration: accepted, rejected and snoozed, and what came of it; the rest waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from simpul.advice.models import NbaRecommendation
from simpul.advice.selectors.advice import AdviceFilter, advice_page
from simpul.advice.services.deciding import advice_count_standing, advice_decide
from simpul.advice.vocabulary import Decision
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import shifted, today
from simpul.platform.db import scope
from simpul.platform.demonstrating import Demonstration, Stage
from simpul.sales.public import leads_score
from simpul.tasks.public import task_complete, task_skip

# Who decided how many days ago what about the advice of which rank in their list, and how the task ended.
_Plan = tuple[int, Decision, str, str]
_PLANS: dict[str, tuple[_Plan, ...]] = {
    "rm": (
        (2, Decision.ACCEPTED, "", "DONE"),
        (2, Decision.ACCEPTED, "", ""),
        (1, Decision.REJECTED, "Baru saja bertemu di cabang.", ""),
        (1, Decision.SNOOZED, "Sedang di luar kota.", ""),
        (1, Decision.ACCEPTED, "", "SKIPPED"),
    ),
    "agent": (
        (1, Decision.ACCEPTED, "", "DONE"),
        (1, Decision.REJECTED, "Nasabah meminta tidak dihubungi minggu ini.", ""),
    ),
}
_TOTAL = sum(len(plans) for plans in _PLANS.values())
# Advice of each list that nobody decides about: what is opened first has some left to decide.
_LEFT = 3


def play_advice(stage: Stage) -> int:
    """Score the leads and decide about some advice, once; says how many decisions there are."""
    leads_score()
    system = system_actor()
    with scope(system):
        standing = NbaRecommendation.objects.filter(decision__isnull=False).count()
        known = people_by_username(set(_PLANS)) if not standing else {}
        actors = {username: actor_for(person.id) for username, person in known.items()}
    for username, plans in _PLANS.items():
        actor = actors.get(username)
        if actor is not None:
            _play(actor, plans)
    advice_count_standing()
    with scope(system):
        return NbaRecommendation.objects.filter(decision__isnull=False).count()


def _play(actor: Actor, plans: tuple[_Plan, ...]) -> None:
    with scope(actor):
        listed = advice_page(actor=actor, advice_filter=AdviceFilter(), cursor=None, limit=50)["items"][_LEFT:]
    for advice, plan in zip(_one_each(listed), plans, strict=False):
        _decide(actor, advice, *plan)


def _one_each(listed: Any) -> list[Mapping[str, Any]]:
    """The first advice of each customer."""
    found: dict[Any, Mapping[str, Any]] = {}
    for advice in listed:
        found.setdefault(advice["customer_id"], advice)
    return list(found.values())


def _decide(actor: Actor, advice: Mapping[str, Any], days: int, decision: Decision, reason: str, end: str) -> None:
    made = _decided(actor, advice, days, decision, reason)
    if made.task_id is None or not end:
        return
    with shifted(timedelta(days=-days, hours=5)), scope(actor):
        if end == "DONE":
            task_complete(actor=actor, task_id=made.task_id)
        else:
            task_skip(actor=actor, task_id=made.task_id, reason="Nasabah tidak dapat dihubungi.")


def _decided(actor: Actor, advice: Mapping[str, Any], days: int, decision: Decision, reason: str) -> NbaRecommendation:
    given = {"customer_id": advice["customer_id"], "rule_code": advice["rule_code"], "related_id": advice["related_id"]}
    until = today() + timedelta(days=5) if decision is Decision.SNOOZED else None
    with shifted(timedelta(days=-days if until is None else 0)), scope(actor):
        return advice_decide(actor=actor, decision=decision, reason=reason, snoozed_until=until, **given)


DEMONSTRATION = Demonstration("Advice", _TOTAL, play_advice, comes_last=True)
