"""Who sees and works on the rights of the person. Row-level security says the same in sql/; each is enough on its own."""

from __future__ import annotations

from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from simpul.customers.public import Placed
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text
from simpul.stewardship.models import DataBreach, ImpactAssessment, LegalHold, ProcessingLimit, RightsRequest
from simpul.stewardship.vocabulary import OPEN, PROTECTION, RESOURCE

_REACHED = "SELECT r.customer_id FROM iam.customer_reach r WHERE "
_MARKETING = Text(id="Pemasaran tidak menangani hak pribadi nasabah.", en="Marketing does not handle the rights of the person.")
_NOT_HERE = Text(id="Hanya petugas yang melayani nasabah ini yang menerima permintaannya.", en="Only staff who serve this customer receive the request.")
_NOT_YOURS = Text(
    id="Hanya penanggung jawab, penerima, supervisor, atau kepatuhan yang mengerjakan permintaan ini.",
    en="Only its owner, who received it, a supervisor or compliance works on this request.",
)
_NOT_APPROVER = Text(id="Hanya supervisor cabang ini atau kepatuhan yang memutuskan.", en="Only a supervisor of this branch or compliance decides.")
_NOT_COMPLIANCE = Text(id="Hanya kepatuhan yang menahan data.", en="Only compliance places legal holds.")
_NOT_PROTECTING = Text(id="Hanya kepatuhan yang mengelola pelindungan data.", en="Only compliance keeps data protection.")
_OVER = Text(id="Permintaan ini sudah berakhir.", en="This request has ended.")
OWN_WORK = Text(id="Permintaan yang Anda kerjakan harus disetujui orang lain.", en="Somebody else must approve a request that you carried out.")


def visible_requests(actor: Actor) -> QuerySet[RightsRequest]:
    """The requests within the actor's reach."""
    requests = RightsRequest.objects.all()
    reach = actor.reach(RESOURCE, Act.READ)
    if reach is Reach.ALL:
        return requests
    if reach is Reach.NONE:
        return requests.none()
    condition = Q(owner_id=actor.id) | Q(created_by=actor.id)
    if reach >= Reach.BRANCH:
        condition |= Q(branch_code__in=sorted(actor.branch_codes))
    return requests.filter(condition)


def can_create(actor: Actor, customer: Placed) -> Verdict:
    """Staff of the customer's branch and compliance write a request down; whoever also works in marketing never does."""
    if "MARKETING" in actor.kinds:
        return deny(_MARKETING)
    return ALLOW if actor.may(RESOURCE, Act.CREATE, customer) else deny(_NOT_HERE)


def can_work(actor: Actor, request: RightsRequest) -> Verdict:
    """Its owner, who received it, and whoever works on the requests of the branch, until it has ended."""
    if request.status not in OPEN:
        return deny(_OVER)
    return ALLOW if actor.may(RESOURCE, Act.UPDATE, request) else deny(_NOT_YOURS)


def can_assign(actor: Actor, request: RightsRequest) -> Verdict:
    """Supervisors of the branch and compliance give requests to colleagues."""
    if request.status not in OPEN:
        return deny(_OVER)
    return ALLOW if actor.reach(RESOURCE, Act.ASSIGN) >= Reach.BRANCH and actor.may(RESOURCE, Act.ASSIGN, request) else deny(_NOT_APPROVER)


def can_decide(actor: Actor, request: RightsRequest) -> Verdict:
    """A supervisor of the branch or compliance, never about what they carried out themselves."""
    verdict = can_assign(actor, request)
    if not verdict:
        return verdict
    return deny(OWN_WORK) if actor.id in (request.owner_id, request.handled_by) else ALLOW


def visible_limits(actor: Actor) -> QuerySet[ProcessingLimit]:
    """The limits of customers within the actor's reach, and of the branches whose requests the actor reads."""
    limits = ProcessingLimit.objects.all()
    reads, reaches = actor.reach(RESOURCE, Act.READ), actor.reach("customer", Act.READ)
    if Reach.ALL in (reads, reaches):
        return limits
    opened = RawSQL('"processing_limits"."customer_id" = ANY ((SELECT iam.elevated_customers())::uuid[])', (), output_field=BooleanField())
    condition = Q(opened)
    if reads >= Reach.BRANCH:
        condition |= Q(branch_code__in=sorted(actor.branch_codes))
    if reaches >= Reach.BRANCH:
        condition |= Q(customer_id__in=RawSQL(_REACHED + "r.branch_code = ANY (%s)", (sorted(actor.branch_codes),)))  # noqa: S611 - the text is ours
    if reaches >= Reach.PORTFOLIO:
        condition |= Q(customer_id__in=RawSQL(_REACHED + "r.rm_user_id = %s", (actor.id,)))  # noqa: S611 - the text is ours
    return limits.filter(condition)


def visible_holds(actor: Actor) -> QuerySet[LegalHold]:
    """Legal holds are for compliance."""
    return LegalHold.objects.all() if actor.reach(PROTECTION, Act.READ) is Reach.ALL else LegalHold.objects.none()


def can_end(actor: Actor, limit: ProcessingLimit) -> Verdict:
    """Supervisors of the branch and compliance end limits and review objections."""
    return ALLOW if actor.reach(RESOURCE, Act.ASSIGN) >= Reach.BRANCH and actor.may(RESOURCE, Act.ASSIGN, limit) else deny(_NOT_APPROVER)


def can_hold(actor: Actor) -> Verdict:
    """Compliance places and lifts legal holds."""
    return ALLOW if actor.reach(PROTECTION, Act.UPDATE) is Reach.ALL else deny(_NOT_COMPLIANCE)


def can_hand_over(actor: Actor, request: RightsRequest) -> Verdict:
    """Who works on a request hands its pack to the person, also after it has ended."""
    return ALLOW if actor.may(RESOURCE, Act.UPDATE, request) else deny(_NOT_YOURS)


def can_protect(actor: Actor, act: Act = Act.UPDATE) -> Verdict:
    """Compliance keeps breaches and assessments."""
    return ALLOW if actor.reach(PROTECTION, act) is Reach.ALL else deny(_NOT_PROTECTING)


def visible_breaches(actor: Actor) -> QuerySet[DataBreach]:
    """Breaches are for compliance."""
    return DataBreach.objects.all() if can_protect(actor, Act.READ) else DataBreach.objects.none()


def visible_assessments(actor: Actor) -> QuerySet[ImpactAssessment]:
    """Assessments are for compliance."""
    return ImpactAssessment.objects.all() if can_protect(actor, Act.READ) else ImpactAssessment.objects.none()
