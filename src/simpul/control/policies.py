"""Who sees changes that wait, who decides about them, and who takes what they give.

Row-level security enforces the same in the database; each of the two is enough on its own.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from simpul.control.models import Proposal, RecertificationItem
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
_NOT_OPENER = Text(id="Hanya administrator yang membuka peninjauan hak.", en="Only an administrator opens a review of rights.")
_OWN_RIGHT = Text(id="Hak Anda sendiri ditinjau orang lain.", en="Somebody else reviews your own rights.")
_NOT_REVIEWER = Text(id="Hak orang ini ditinjau pimpinannya.", en="This person's head reviews these rights.")
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


def can_open_review(actor: Actor) -> Verdict:
    """Whoever manages the configuration."""
    return ALLOW if actor.reach(RESOURCE, Act.MANAGE) is Reach.ALL else deny(_NOT_OPENER)


def reviews_unheaded(actor: Actor) -> bool:
    """Who decides about people without a head: those who watch, and those who administer."""
    return Reach.ALL in (actor.reach("audit", Act.READ), actor.reach(RESOURCE, Act.MANAGE))


def visible_items(actor: Actor) -> QuerySet[RecertificationItem]:
    """Every item for who reads the configuration; else those that the actor reviews."""
    return RecertificationItem.objects.all() if sees_all(actor) else RecertificationItem.objects.filter(reviewer_id=actor.id)


def can_review_item(actor: Actor, item: RecertificationItem) -> Verdict:
    """The head whom the item names, else who watches or administers; nobody about themself."""
    if item.user_id == actor.id:
        return deny(_OWN_RIGHT)
    mine = item.reviewer_id == actor.id or (item.reviewer_id is None and reviews_unheaded(actor))
    return ALLOW if mine else deny(_NOT_REVIEWER)
