"""Who sees changes that wait, who decides about them, and who takes what they give.

Row-level security enforces the same in the database; each of the two is enough on its own.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from simpul.control.models import Proposal
from simpul.control.vocabulary import RESOURCE
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.clock import now
from simpul.platform.guarding import changes
from simpul.platform.text import Text

OWN_PROPOSAL = Text(id="Perubahan yang Anda usulkan harus diputuskan orang lain.", en="Somebody else must decide about what you proposed.")
CONCERNS_YOU = Text(
    id="Perubahan ini menyangkut diri Anda; orang lain yang memutuskannya.", en="This change concerns yourself; somebody else decides about it."
)
_NOT_DECIDER = Text(id="Hanya yang boleh membuat perubahan ini yang memutuskannya.", en="Only who may make this change decides about it.")
_NOT_PROPOSER = Text(id="Hanya pengusul yang dapat melakukan ini.", en="Only who proposed the change can do this.")
_NOT_RECEIVER = Text(id="Hasil ini untuk orang lain.", en="This result is for somebody else.")


def sees_all(actor: Actor) -> bool:
    """Who manages or reads the configuration sees every proposal."""
    return Reach.ALL in (actor.reach(RESOURCE, Act.MANAGE), actor.reach(RESOURCE, Act.READ))


def visible_proposals(actor: Actor) -> QuerySet[Proposal]:
    """Every proposal for who reads the configuration; else the own ones, those that concern the actor, and those that the actor may decide about."""
    if sees_all(actor):
        return Proposal.objects.all()
    condition = Q(proposed_by=actor.id) | Q(concerns=actor.id)
    for resource, act in {(change.resource, change.act) for change in changes.values()}:
        if actor.reach(resource, act) is Reach.ALL:
            condition |= Q(resource=resource, act=act)
    return Proposal.objects.filter(condition)


def holds_grant(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor holds everywhere what making this change takes."""
    return actor.reach(proposal.resource, proposal.act) is Reach.ALL


def can_decide(actor: Actor, proposal: Proposal) -> Verdict:
    """Another holder of the same grant, whom the change does not concern."""
    if not holds_grant(actor, proposal):
        return deny(_NOT_DECIDER)
    if proposal.proposed_by == actor.id:
        return deny(OWN_PROPOSAL)
    return deny(CONCERNS_YOU) if proposal.concerns == actor.id else ALLOW


def can_withdraw(actor: Actor, proposal: Proposal) -> Verdict:
    """Only who proposed takes a change back."""
    return ALLOW if proposal.proposed_by == actor.id else deny(_NOT_PROPOSER)


def can_use_codes(actor: Actor, proposal: Proposal) -> Verdict:
    """Who proposed, and still may, enters the sealed codes in the place of a second person."""
    if proposal.proposed_by != actor.id:
        return deny(_NOT_PROPOSER)
    if not holds_grant(actor, proposal):
        return deny(_NOT_DECIDER)
    return deny(CONCERNS_YOU) if proposal.concerns == actor.id else ALLOW


def can_take_result(actor: Actor, proposal: Proposal) -> Verdict:
    """Whom the kind of change names: who proposed, or who approved; where codes approved, who entered them."""
    change = changes.get(proposal.kind)
    receiver = change.result if change else "NONE"
    named = proposal.proposed_by if receiver == "PROPOSER" or proposal.by_codes else proposal.decided_by
    return ALLOW if receiver != "NONE" and named == actor.id else deny(_NOT_RECEIVER)


def has_result(proposal: Proposal) -> bool:
    """Whether there still is something to take."""
    return proposal.result is not None and proposal.result_until is not None and proposal.result_until > now()
