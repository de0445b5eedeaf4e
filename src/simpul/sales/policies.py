"""Who sees, creates and follows leads and opportunities. Row-level security says the same in sql/0002_rules.sql."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text
from simpul.sales.models import Lead, Opportunity
from simpul.sales.vocabulary import CONFIGURATION, OPEN_LEADS, OPEN_STAGES, RESOURCE, LeadSource, LeadStatus

_PORTFOLIO = "SELECT r.customer_id FROM iam.customer_reach r WHERE r.rm_user_id = %s"
_NOT_CREATOR = Text(id="Anda tidak dapat membuat prospek untuk nasabah ini.", en="You cannot create leads about this customer.")
_CAMPAIGN_ONLY = Text(id="Pemasaran membuat prospek dari nasabah kampanyenya saja.", en="Marketing creates leads from customers of its campaigns only.")
_NOT_THIS_SOURCE = Text(id="Sumber ini dicatat sistem, bukan orang.", en="The system records this source, not a person.")
_NOT_YOURS = Text(id="Prospek ini ditindaklanjuti rekan lain.", en="A colleague follows this lead up.")
_NOT_YOUR_OPPORTUNITY = Text(id="Peluang ini ditindaklanjuti rekan lain.", en="A colleague follows this opportunity up.")
_NOT_ASSIGNER = Text(id="Hanya supervisor cabangnya yang menugaskan prospek.", en="Only a supervisor of the branch assigns leads.")
_NOT_BULK = Text(id="Anda tidak dapat menugaskan beberapa prospek sekaligus.", en="You cannot assign several leads at once.")
_NOT_SELLER = Text(
    id="Hanya RM yang membuat peluang, untuk nasabah portofolionya.",
    en="Only relationship managers create opportunities, about customers of their portfolio.",
)
_CLOSED = Text(id="Prospek ini sudah ditutup.", en="This lead is closed.")
_CLOSED_OPPORTUNITY = Text(id="Peluang ini sudah ditutup.", en="This opportunity is closed.")
_NOT_QUALIFIED = Text(id="Hanya prospek yang memenuhi syarat menjadi peluang.", en="Only a qualified lead becomes an opportunity.")
_NOT_MANAGER = Text(id="Hanya pengelola konfigurasi yang mengubah tahap dan alasan.", en="Only configuration managers change stages and reasons.")
_Followed = TypeVar("_Followed", bound=Model)


@dataclass(frozen=True)
class LeadPlace:
    """Where the customer of a new lead belongs; the own customer is one of the own portfolio."""

    customer_id: UUID
    branch_code: str
    rm_user_id: UUID | None
    reached: bool = True

    @property
    def owner_ids(self) -> frozenset[UUID]:
        """Who serves the customer."""
        return frozenset() if self.rm_user_id is None else frozenset({self.rm_user_id})


def visible_leads(actor: Actor) -> QuerySet[Lead]:
    """The leads within the actor's reach: who follows leads up sees those assigned to them, whoever created them."""
    return _within(actor, Lead.objects.all())


def visible_opportunities(actor: Actor) -> QuerySet[Opportunity]:
    """The opportunities within the actor's reach, by the same rule."""
    return _within(actor, Opportunity.objects.all())


def _within(actor: Actor, rows: QuerySet[_Followed]) -> QuerySet[_Followed]:
    reach = actor.reach(RESOURCE, Act.READ)
    if reach is Reach.ALL:
        return rows
    if reach is Reach.NONE:
        return rows.none()
    condition = Q(assigned_to=actor.id)
    if reach >= Reach.PORTFOLIO:
        condition |= Q(customer_id__in=RawSQL(_PORTFOLIO, (actor.id,)))  # noqa: S611 - the text is ours
    if reach >= Reach.BRANCH:
        condition |= Q(branch_code__in=sorted(actor.branch_codes))
    return rows.filter(condition)


def can_create(actor: Actor, place: LeadPlace, source_type: str) -> Verdict:
    """Agents in their branches, relationship managers for their portfolio, marketing from its campaigns."""
    if actor.kind == "SYSTEM":
        return ALLOW
    if not actor.may(RESOURCE, Act.CREATE, place):
        return deny(_NOT_CREATOR)
    if not place.reached and source_type != LeadSource.CAMPAIGN:
        return deny(_CAMPAIGN_ONLY)
    if source_type == LeadSource.JOURNEY or (source_type == LeadSource.INTAKE_API and actor.kind != "SERVICE"):
        return deny(_NOT_THIS_SOURCE)
    return ALLOW


def can_follow(actor: Actor, lead: Lead) -> Verdict:
    """Whoever it is assigned to changes an open lead."""
    if not actor.may(RESOURCE, Act.UPDATE, lead):
        return deny(_NOT_YOURS)
    return ALLOW if lead.status in OPEN_LEADS else deny(_CLOSED)


def can_move(actor: Actor, lead: Lead) -> Verdict:
    """Whoever follows it up; who assigns there may reopen it. The workflow says which steps."""
    follows = actor.may(RESOURCE, Act.UPDATE, lead) or actor.may(RESOURCE, Act.ASSIGN, lead)
    return ALLOW if follows else deny(_NOT_YOURS)


def can_assign(actor: Actor, lead: Lead | LeadPlace) -> Verdict:
    """A supervisor of the branch."""
    return ALLOW if actor.may(RESOURCE, Act.ASSIGN, lead) else deny(_NOT_ASSIGNER)


def can_assign_many(actor: Actor) -> Verdict:
    """The same, where several at once are granted as well."""
    both = actor.may(RESOURCE, Act.ASSIGN) and actor.may(RESOURCE, Act.BULK)
    return ALLOW if both else deny(_NOT_BULK)


def can_convert(actor: Actor, lead: Lead) -> Verdict:
    """Whoever follows a qualified lead up makes an opportunity of it."""
    verdict = can_follow(actor, lead)
    return deny(_NOT_QUALIFIED) if verdict and lead.status != LeadStatus.QUALIFIED else verdict


def can_create_opportunity(actor: Actor, place: LeadPlace) -> Verdict:
    """Who follows opportunities up creates those of the customers they serve."""
    both = actor.may(RESOURCE, Act.CREATE, place) and actor.may(RESOURCE, Act.UPDATE, place)
    return ALLOW if both else deny(_NOT_SELLER)


def can_follow_opportunity(actor: Actor, opportunity: Opportunity) -> Verdict:
    """Whoever it is assigned to changes an open opportunity."""
    if not actor.may(RESOURCE, Act.UPDATE, opportunity):
        return deny(_NOT_YOUR_OPPORTUNITY)
    return ALLOW if opportunity.stage in OPEN_STAGES else deny(_CLOSED_OPPORTUNITY)


def can_move_opportunity(actor: Actor, opportunity: Opportunity) -> Verdict:
    """Whoever follows it up; who assigns there may reopen it. The workflow says which steps."""
    follows = actor.may(RESOURCE, Act.UPDATE, opportunity) or actor.may(RESOURCE, Act.ASSIGN, opportunity)
    return ALLOW if follows else deny(_NOT_YOUR_OPPORTUNITY)


def can_manage(actor: Actor) -> Verdict:
    """Managers of the configuration."""
    return ALLOW if actor.reach(CONFIGURATION, Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)
