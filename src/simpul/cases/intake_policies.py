"""Who receives cases, decides about messages from outside, and keeps replies. Row-level security says the same."""

from __future__ import annotations

from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from simpul.cases.models import CannedReply, IncomingMessage
from simpul.cases.policies import reach_of
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NOT_HERE = Text(id="Anda tidak menerima kasus untuk cabang ini.", en="You receive no cases for this branch.")
_NOT_DECIDER = Text(id="Hanya petugas kasus di cabang ini yang memutuskan pesan masuk.", en="Only case handlers of this branch can decide about the message.")
_NOT_PLACER = Text(
    id="Pesan dari pengirim yang tidak dikenal diputuskan oleh supervisor.", en="A supervisor decides about a message from somebody who is not known."
)
_NO_REPLIES = Text(id="Hanya petugas kasus yang menyimpan balasan.", en="Only case handlers can manage canned replies.")
_NOT_SHARED = Text(id="Hanya supervisor yang mengatur balasan bersama.", en="Only a supervisor keeps shared replies.")
_NOT_OWN = Text(id="Balasan ini milik petugas lain.", en="This reply is somebody else's.")


def can_create(actor: Actor, branch_code: str) -> Verdict:
    """Whoever receives cases for the branch."""
    reach = reach_of(actor, Act.CREATE)
    return ALLOW if reach is Reach.ALL or (reach is Reach.BRANCH and branch_code in actor.branch_codes) else deny(_NOT_HERE)


def visible_incoming(actor: Actor) -> QuerySet[IncomingMessage]:
    """Messages of the branches that the actor receives cases for, those of a sensitive category with tier 3 there.

    Messages that are nobody's yet show to whoever assigns cases, in whichever branch: somebody has to find their customer, and
    it is not every agent of every branch who should read them. Whoever handed a message in knows that it is there.
    """
    condition, reach, tier3 = Q(received_by=actor.id), reach_of(actor, Act.CREATE), actor.tier_reach(3)
    mine = Q() if reach is Reach.ALL else Q(branch_code__in=sorted(actor.branch_codes))
    if reach >= Reach.BRANCH:
        sensitive = Q(
            RawSQL('coalesce("case_intake"."category_code" = ANY ((SELECT crm.sensitive_categories())::text[]), false)', (), output_field=BooleanField())
        )
        knows = Q() if tier3 is Reach.ALL else ~sensitive | (Q(branch_code__in=sorted(actor.branch_codes)) if tier3 is Reach.BRANCH else Q(pk__in=[]))
        condition |= Q(branch_code__isnull=False) & mine & knows
    if reach_of(actor, Act.ASSIGN) >= Reach.BRANCH:
        condition |= Q(branch_code__isnull=True)
    return IncomingMessage.objects.filter(condition)


def can_decide(actor: Actor, branch_code: str | None) -> Verdict:
    """Whoever receives cases for the message's branch; of one that is nobody's yet, whoever assigns cases."""
    if branch_code is None:
        return ALLOW if reach_of(actor, Act.ASSIGN) >= Reach.BRANCH else deny(_NOT_PLACER)
    return ALLOW if can_create(actor, branch_code) else deny(_NOT_DECIDER)


def visible_replies(actor: Actor) -> QuerySet[CannedReply]:
    """The own replies, and the shared ones for who reads cases."""
    shared = Q(shared=True) if reach_of(actor, Act.READ) >= Reach.OWN else Q(pk__in=[])
    return CannedReply.objects.filter(Q(owner_user_id=actor.id) | shared)


def can_keep_reply(actor: Actor, *, shared: bool, owned: bool = True) -> Verdict:
    """Whoever handles cases keeps own replies; shared ones are kept by who assigns cases."""
    if reach_of(actor, Act.UPDATE) < Reach.OWN:
        return deny(_NO_REPLIES)
    if shared:
        return ALLOW if reach_of(actor, Act.ASSIGN) >= Reach.BRANCH else deny(_NOT_SHARED)
    return ALLOW if owned else deny(_NOT_OWN)
