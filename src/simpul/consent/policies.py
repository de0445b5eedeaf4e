"""Who reads and changes consents. Row-level security says the same in sql/0002_rules.sql; each is enough on its own."""

from __future__ import annotations

from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from simpul.consent.models import Consent, ConsentRequest, ConsentVerification
from simpul.customers.public import Placed
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

RESOURCE, SUBJECT, REQUEST = "consent", "CONSENT", "CONSENT_REQUEST"
_REACHED = "SELECT r.customer_id FROM iam.customer_reach r WHERE "
_STATUS_ONLY = Text(id="Peran Anda hanya melihat status persetujuan di kampanye.", en="Your role sees the status of consents in campaigns only.")
_NOT_HERE = Text(id="Hanya petugas yang melayani nasabah ini yang mengubah persetujuan.", en="Only staff who serve this customer change consents.")
_NO_DECISION = Text(id="Hanya supervisor cabang nasabah ini yang memutuskan.", en="Only a supervisor of this customer's branch decides.")
_MARKETING = Text(id="Pemasaran tidak pernah mengubah persetujuan.", en="Marketing never changes a consent.")
_NOT_MANAGER = Text(id="Hanya pengelola konfigurasi yang mengubah tujuan dan naskah.", en="Only managers of the configuration change purposes and wordings.")
OWN_REQUEST = Text(id="Pengajuan sendiri harus diputuskan orang lain.", en="Somebody else must decide about your own request.")
OTHERS_REQUEST = Text(id="Hanya pengaju yang dapat menarik pengajuan.", en="Only the requester can take the request back.")


def _reached(actor: Actor, column: str) -> Q:
    """The condition that a row lies within the reach of a grant that is not for the status alone."""
    opened = Q(RawSQL(f"{column} = ANY ((SELECT iam.elevated_customers())::uuid[])", (), output_field=BooleanField()))  # noqa: S611 - the column is ours
    reach = actor.reach_whole(RESOURCE, Act.READ)
    if reach is Reach.ALL:
        return Q()
    condition = opened
    if reach >= Reach.BRANCH:
        condition |= Q(customer_id__in=RawSQL(_REACHED + "r.branch_code = ANY (%s)", (sorted(actor.branch_codes),)))  # noqa: S611 - the text is ours
    if reach >= Reach.PORTFOLIO:
        condition |= Q(customer_id__in=RawSQL(_REACHED + "r.rm_user_id = %s", (actor.id,)))  # noqa: S611 - the text is ours
    return condition


def visible_consents(actor: Actor) -> QuerySet[Consent]:
    """What was said by customers within the actor's reach."""
    return Consent.objects.filter(_reached(actor, '"consents"."customer_id"'))


def visible_requests(actor: Actor) -> QuerySet[ConsentRequest]:
    """The changes that wait, or waited, for approval within the actor's reach."""
    return ConsentRequest.objects.filter(_reached(actor, '"consent_requests"."customer_id"'))


def visible_verifications(actor: Actor) -> QuerySet[ConsentVerification]:
    """The actor's own verifications."""
    return ConsentVerification.objects.filter(started_by=actor.id)


def _covers(reach: Reach, actor: Actor, customer: Placed) -> bool:
    if reach is Reach.ALL or (reach >= Reach.BRANCH and customer.home_branch_code in actor.branch_codes):
        return True
    return reach >= Reach.PORTFOLIO and customer.rm_user_id == actor.id


def can_read(actor: Actor, customer: Placed) -> Verdict:
    """Whoever serves the customer, and whom the profile was opened to."""
    covered = _covers(actor.reach_whole(RESOURCE, Act.READ), actor, customer)
    return ALLOW if covered or bool(getattr(customer, "elevation_tier", 0)) else deny(_STATUS_ONLY)


def can_change(actor: Actor, customer: Placed) -> Verdict:
    """Staff of the customer's branch record what the customer says; whoever also works in marketing never does."""
    if "MARKETING" in actor.kinds:
        return deny(_MARKETING)
    return ALLOW if _covers(actor.reach_whole(RESOURCE, Act.UPDATE), actor, customer) else deny(_NOT_HERE)


def can_decide(actor: Actor, customer: Placed, request: ConsentRequest) -> Verdict:
    """A supervisor of the customer's branch, never about the own request, never from marketing."""
    if "MARKETING" in actor.kinds:
        return deny(_MARKETING)
    if not _covers(actor.reach_whole(RESOURCE, Act.ASSIGN), actor, customer):
        return deny(_NO_DECISION)
    return deny(OWN_REQUEST) if request.requested_by == actor.id else ALLOW


def can_take_back(actor: Actor, request: ConsentRequest) -> Verdict:
    """Only who asked."""
    return ALLOW if request.requested_by == actor.id else deny(OTHERS_REQUEST)


def can_manage(actor: Actor) -> Verdict:
    """Managers of the configuration keep purposes and wordings."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)
