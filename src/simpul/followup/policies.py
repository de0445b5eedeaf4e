"""Who sees members and runs, and who manages the programme.

Row-level security says the same in sql/0003_scope.sql and sql/0005_cards.sql. Nobody moves a member: there is no policy for it.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from simpul.followup.models import FollowupAssignment, FollowupMember, FollowupRun
from simpul.followup.vocabulary import CONFIGURATION, OPEN, RESOURCE
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NOT_MANAGER = Text(
    id="Hanya pengelola konfigurasi yang mengatur program tindak lanjut.",
    en="Only configuration managers manage the follow-up programme.",
)
_NOT_AGENT = Text(
    id="Hanya petugas yang sedang menangani anggota ini yang mencatat tindak lanjut.",
    en="Only the agent who has this member logs follow-ups.",
)
_NO_FIGURES = Text(id="Peran Anda tidak melihat angka tindak lanjut.", en="Your role does not see figures of follow-ups.")


def member_reach(actor: Actor) -> Reach:
    """How far the actor sees single members; directors see figures only."""
    return Reach.NONE if set(actor.kinds) == {"DIRECTOR"} else actor.reach(RESOURCE, Act.READ)


def visible_assignments(actor: Actor) -> QuerySet[FollowupAssignment]:
    """The assignments of the members within the actor's reach: an agent those of members in the own hands."""
    rows = FollowupAssignment.objects.all()
    reach = member_reach(actor)
    if reach is Reach.ALL:
        return rows
    if reach is Reach.BRANCH:
        return rows.filter(branch_code__in=sorted(actor.branch_codes))
    if reach is Reach.NONE:
        return rows.none()
    return rows.filter(_in_own_hands(actor))


def visible_members(actor: Actor) -> QuerySet[FollowupMember]:
    """The members within the actor's reach."""
    rows = FollowupMember.objects.all()
    reach = member_reach(actor)
    if reach is Reach.ALL:
        return rows
    if reach is Reach.BRANCH:
        return rows.filter(branch_code__in=sorted(actor.branch_codes))
    if reach is Reach.NONE:
        return rows.none()
    return rows.filter(_in_own_hands(actor))


def visible_runs(actor: Actor) -> QuerySet[FollowupRun]:
    """The runs, for whoever sees figures."""
    rows = FollowupRun.objects.all()
    return rows if can_read_figures(actor) else rows.none()


def can_read_figures(actor: Actor) -> Verdict:
    """Whoever reads the programme of a branch or of all."""
    return ALLOW if actor.reach(RESOURCE, Act.READ) >= Reach.BRANCH else deny(_NO_FIGURES)


def figure_branches(actor: Actor, branch: str | None) -> list[str] | None:
    """The branches whose figures the actor sees, the given one alone where there is one; None stands for all."""
    if actor.reach(RESOURCE, Act.READ) is Reach.ALL:
        return [branch] if branch else None
    return sorted(actor.branch_codes & {branch} if branch else actor.branch_codes)


def can_manage(actor: Actor) -> Verdict:
    """Managers of the configuration set the order, capacities and days off, enter members and request runs."""
    return ALLOW if actor.reach(CONFIGURATION, Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def can_log(actor: Actor, is_own: bool) -> Verdict:
    """The agent in whose hands the member is."""
    return ALLOW if is_own and actor.may(RESOURCE, Act.UPDATE) else deny(_NOT_AGENT)


def _in_own_hands(actor: Actor) -> Q:
    """The members whom the actor has at this moment."""
    own = FollowupAssignment.objects.filter(agent__user_id=actor.id, status__in=OPEN)
    return Q(customer_id__in=own.exclude(agent__status="LEFT").values("customer_id"))
