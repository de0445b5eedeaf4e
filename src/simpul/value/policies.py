"""Who reads the figures of customer value, and who changes the thresholds."""

from __future__ import annotations

from collections.abc import Sequence

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text
from simpul.value.vocabulary import RESOURCE

_NOT_READER = Text(
    id="Peran Anda tidak melihat angka nilai nasabah.",
    en="Your role does not see figures of customer value.",
)
_NOT_MANAGER = Text(
    id="Hanya pengelola nilai nasabah yang mengubah ambang.",
    en="Only managers of customer value change thresholds.",
)


def can_read_figures(actor: Actor) -> Verdict:
    """Whoever reads the value of customers, in the own branches or in all."""
    return ALLOW if actor.reach(RESOURCE, Act.READ) >= Reach.BRANCH else deny(_NOT_READER)


def can_manage(actor: Actor) -> Verdict:
    """Managers of customer value."""
    return ALLOW if actor.reach(RESOURCE, Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def figure_branches(actor: Actor, branches: Sequence[str] | None) -> list[str] | None:
    """The branches whose figures the actor sees, of those named; None stands for all."""
    if not can_read_figures(actor):
        return []
    if actor.reach(RESOURCE, Act.READ) is Reach.ALL:
        return None if branches is None else sorted(branches)
    return sorted(actor.branch_codes if branches is None else actor.branch_codes & set(branches))


def sees_small_groups(actor: Actor) -> bool:
    """Whether the actor reaches the counted customers anyway; others see no group of fewer than five."""
    return actor.reach("customer", Act.READ) >= Reach.BRANCH
