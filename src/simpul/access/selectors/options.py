"""What the actor may ask for, for forms."""

from __future__ import annotations

from typing import Any

from simpul.access.limits import SELF_APPROVAL
from simpul.access.policies import can_follow, may_ask, may_sample, reasons_for
from simpul.access.registry import sources
from simpul.access.vocabulary import LARGEST_SAMPLE, LEAST_MINUTES, LEAST_REASON, LONGEST_PERIOD_DAYS, MOST_MINUTES, REASONS, RESOURCE, TIERS
from simpul.platform import configuration
from simpul.platform.actor import Act, Actor


def options_for(actor: Actor) -> dict[str, Any]:
    """Reasons of the actor's roles, tiers, limits, sources of samples, and which pages are for the actor."""
    return {
        "reasons": [{"key": code, "name": str(REASONS[code].name), "sample": REASONS[code].sample} for code in reasons_for(actor)],
        "tiers": [{"tier": tier, "name": str(name)} for tier, name in TIERS.items()],
        "sources": [{"key": source.key, "name": str(source.name)} for source in sources().values()] if may_sample(actor) else [],
        "least_minutes": LEAST_MINUTES,
        "most_minutes": MOST_MINUTES,
        "least_reason": LEAST_REASON,
        "largest_sample": LARGEST_SAMPLE,
        "longest_period_days": LONGEST_PERIOD_DAYS,
        "self_approval": bool(configuration.value(SELF_APPROVAL, actor)),
        "can": {
            "ask": bool(may_ask(actor)), "sample": bool(may_sample(actor)), "decide": actor.may(RESOURCE, Act.ASSIGN), "follow": bool(can_follow(actor)),
        },
    }  # fmt: skip
