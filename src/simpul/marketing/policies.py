"""Who sees and changes segments and campaigns. Row-level security says the same in sql/; each is enough on its own."""

from __future__ import annotations

from django.db.models import QuerySet

from simpul.marketing.models import Campaign, Segment
from simpul.marketing.settings import COMPLIANCE_KINDS
from simpul.marketing.vocabulary import RESOURCE
from simpul.platform import configuration
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text
from simpul.sales.public import campaigns_of

_REPORTS_ONLY = Text(id="Anda membaca laporan kampanye, bukan segmennya.", en="You read reports of campaigns, not their segments.")
_NO_CAMPAIGNS = Text(id="Anda tidak membaca kampanye.", en="You do not read campaigns.")
_NOT_PLANNING = Text(id="Hanya pemasaran yang merencanakan dan menjalankan kampanye.", en="Only marketing plans and runs campaigns.")
_NOT_DECIDING = Text(id="Hanya supervisor atau kepatuhan yang memutuskan kampanye.", en="Only a supervisor or compliance decides about campaigns.")
OWN_CAMPAIGN = Text(
    id="Kampanye yang Anda tulis, ubah, atau ajukan diputuskan orang lain.", en="Somebody else decides about a campaign that you wrote, changed or submitted."
)
_COMPLIANCE_DECIDES = Text(id="Kampanye jenis ini disetujui kepatuhan.", en="Compliance approves campaigns of this kind.")
_NOT_MARKETING = Text(id="Hanya pemasaran yang mengelola segmen.", en="Only marketing keeps segments.")


def can_read_segments(actor: Actor) -> Verdict:
    """Marketing, supervisors and compliance read segments; a grant for reports alone does not open them."""
    return ALLOW if actor.reach_whole(RESOURCE, Act.READ) is Reach.ALL else deny(_REPORTS_ONLY)


def can_change_segments(actor: Actor, act: Act = Act.UPDATE) -> Verdict:
    """Marketing makes and changes segments."""
    return ALLOW if actor.reach_whole(RESOURCE, act) is Reach.ALL else deny(_NOT_MARKETING)


def visible_segments(actor: Actor) -> QuerySet[Segment]:
    """All segments, for whoever reads them."""
    return Segment.objects.all() if can_read_segments(actor) else Segment.objects.none()


def visible_campaigns(actor: Actor) -> QuerySet[Campaign]:
    """All campaigns for whoever reads them or their reports; for relationship managers those that
    gave them leads.
    """
    reach = actor.reach(RESOURCE, Act.READ)
    if reach is Reach.ALL:
        return Campaign.objects.all()
    if reach is Reach.NONE:
        return Campaign.objects.none()
    return Campaign.objects.filter(pk__in=campaigns_of(actor.id))


def can_read_campaigns(actor: Actor) -> Verdict:
    """Marketing, supervisors, compliance; directors and relationship managers for the reports."""
    return deny(_NO_CAMPAIGNS) if actor.reach(RESOURCE, Act.READ) is Reach.NONE else ALLOW


def can_see_audience(actor: Actor) -> Verdict:
    """Who is in a campaign is not for those who read reports alone."""
    return can_read_segments(actor)


def can_plan(actor: Actor, act: Act = Act.UPDATE) -> Verdict:
    """Marketing writes, submits and runs campaigns."""
    return ALLOW if actor.reach_whole(RESOURCE, act) is Reach.ALL else deny(_NOT_PLANNING)


def can_decide(actor: Actor, campaign: Campaign) -> Verdict:
    """Supervisors and compliance decide, never about what they had a hand in."""
    if actor.reach_whole(RESOURCE, Act.ASSIGN) is not Reach.ALL:
        return deny(_NOT_DECIDING)
    return deny(OWN_CAMPAIGN) if actor.id in {campaign.created_by, campaign.updated_by, campaign.submitted_by} else ALLOW


def can_approve(actor: Actor, campaign: Campaign) -> Verdict:
    """The same; where the organisation says so, compliance alone."""
    verdict = can_decide(actor, campaign)
    if verdict and campaign.objective_kind in configuration.value(COMPLIANCE_KINDS) and "COMPLIANCE" not in actor.kinds:
        return deny(_COMPLIANCE_DECIDES)
    return verdict


def can_stop(actor: Actor) -> Verdict:
    """Who plans campaigns or decides about them pauses and cancels them."""
    return ALLOW if can_plan(actor) or actor.reach_whole(RESOURCE, Act.ASSIGN) is Reach.ALL else deny(_NOT_PLANNING)
