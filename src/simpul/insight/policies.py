"""Who sees which dashboard, over which branches, and who hands one out."""

from __future__ import annotations

from collections.abc import Iterable

from simpul.insight.vocabulary import RESOURCE
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NOT_READER = Text(id="Peran Anda tidak memiliki dasbor ini.", en="Your role does not have this dashboard.")
_NOT_BRANCH = Text(id="Cabang ini di luar wilayah Anda.", en="This branch is outside your reach.")
_NOT_EXPORTER = Text(id="Peran Anda tidak boleh mengekspor dasbor.", en="Your role may not export dashboards.")


def has_dashboard(actor: Actor, roles: Iterable[str]) -> bool:
    """Whether one of the actor's roles has a dashboard made for these roles."""
    return actor.reach(RESOURCE, Act.READ) is not Reach.NONE and not set(roles).isdisjoint(actor.kinds)


def can_read_dashboard(actor: Actor, roles: Iterable[str], branch: str | None) -> Verdict:
    """Directors over all branches, supervisors over their own, relationship managers themselves."""
    if not has_dashboard(actor, roles):
        return deny(_NOT_READER)
    if branch is None or actor.reach(RESOURCE, Act.READ) is Reach.ALL:
        return ALLOW
    return ALLOW if branch in actor.branch_codes else deny(_NOT_BRANCH)


def read_branches(actor: Actor) -> list[str] | None:
    """The branches whose figures the actor reads; None is all of them."""
    reach = actor.reach(RESOURCE, Act.READ)
    if reach is Reach.ALL:
        return None
    return sorted(actor.branch_codes) if reach >= Reach.BRANCH else []


def can_export_dashboard(actor: Actor) -> Verdict:
    """Whoever may export aggregates."""
    return ALLOW if actor.may(RESOURCE, Act.EXPORT) else deny(_NOT_EXPORTER)


def sees_rows(actor: Actor, resource: str) -> bool:
    """Whether the actor reads the records that a figure counts; a director reads aggregates alone."""
    return "DIRECTOR" not in actor.kinds and actor.reach(resource, Act.READ) is not Reach.NONE
