"""Who asks for emergency access, who decides about it, and who looks at how it was used.

Row-level security enforces the same in the database; each of the two is enough on its own.
"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from django.db.models import Q, QuerySet

from simpul.access.limits import SELF_APPROVAL
from simpul.access.models import AccessRequest, Sample
from simpul.access.vocabulary import REASONS, RESOURCE, Status
from simpul.platform import configuration
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

OWN_REQUEST = Text(id="Permintaan sendiri harus diputuskan orang lain.", en="Somebody else must decide about your own request.")
SELF_APPROVAL_OFF = Text(
    id="Persetujuan sendiri tidak diizinkan di organisasi ini; minta supervisor cabang atau petugas kepatuhan lain.",
    en="This organisation does not allow self-approval; ask the branch's supervisor or another compliance officer.",
)
_NOT_ASKER = Text(id="Peran Anda tidak dapat meminta akses darurat.", en="Your role cannot ask for emergency access.")
_NOT_SAMPLER = Text(id="Hanya petugas kepatuhan yang melakukan uji petik.", en="Only compliance officers draw samples.")
_NOT_APPROVER = Text(
    id="Hanya supervisor cabang nasabah ini atau petugas kepatuhan yang memutuskan.",
    en="Only the supervisor of this customer's branch or a compliance officer decides.",
)
_NOT_REVOKER = Text(id="Hanya penyetuju atau petugas kepatuhan yang mencabut.", en="Only the approver or a compliance officer can revoke the access.")
_NOT_REQUESTER = Text(id="Hanya pengaju yang dapat melakukan ini.", en="Only the requester can do this.")
_NOT_REVIEWER = Text(id="Hanya petugas kepatuhan yang menelaah pemakaian akses.", en="Only compliance officers review how access was used.")
_OWN_REVIEW = Text(id="Pemakaian akses sendiri ditelaah orang lain.", en="Somebody else reviews your own use of access.")
_NOT_OPENED = Text(id="Akses ini tidak pernah terbuka.", en="This access was never open.")
_NOT_DRAWN = Text(id="Hanya yang mengambil uji petik ini yang mencatat temuannya.", en="Findings can be recorded only by the person who drew this sample.")


def sees_all(actor: Actor) -> bool:
    """Compliance decides about any request and reviews all; SYSTEM keeps the times."""
    return Reach.ALL in (actor.reach(RESOURCE, Act.ASSIGN), actor.reach(RESOURCE, Act.UPDATE))


def visible_requests(actor: Actor) -> QuerySet[AccessRequest]:
    """The own requests, and those that the actor may decide about."""
    if sees_all(actor):
        return AccessRequest.objects.all()
    condition = Q(requested_by=actor.id)
    if actor.reach(RESOURCE, Act.ASSIGN) >= Reach.BRANCH:
        condition |= Q(branch_code__in=sorted(actor.branch_codes))
    return AccessRequest.objects.filter(condition)


def visible_samples(actor: Actor) -> QuerySet[Sample]:
    """All samples, for compliance."""
    return Sample.objects.all() if actor.reach(RESOURCE, Act.ASSIGN) is Reach.ALL else Sample.objects.none()


def may_ask(actor: Actor) -> Verdict:
    """Whoever holds the grant to ask."""
    return ALLOW if actor.reach(RESOURCE, Act.CREATE) is Reach.ALL else deny(_NOT_ASKER)


def may_sample(actor: Actor) -> Verdict:
    """Whoever both asks and approves everywhere: compliance."""
    return ALLOW if may_ask(actor) and actor.reach(RESOURCE, Act.ASSIGN) is Reach.ALL else deny(_NOT_SAMPLER)


def reasons_for(actor: Actor) -> list[str]:
    """The codes of the reasons that the actor's roles may give."""
    return [code for code, reason in REASONS.items() if reason.roles & set(actor.role_keys)]


class Asked(Protocol):
    """What deciding reads of a request."""

    @property
    def requested_by(self) -> UUID: ...
    @property
    def branch_code(self) -> str | None: ...


def can_decide(actor: Actor, request: Asked) -> Verdict:
    """Compliance for any customer, a supervisor for customers of the own branches; nobody about the own request."""
    reach = actor.reach(RESOURCE, Act.ASSIGN)
    if not (reach is Reach.ALL or (reach >= Reach.BRANCH and request.branch_code in actor.branch_codes)):
        return deny(_NOT_APPROVER)
    return deny(OWN_REQUEST) if request.requested_by == actor.id else ALLOW


def can_approve_alone(actor: Actor, request: Asked) -> Verdict:
    """In an emergency who asked may open it alone, where the organisation allows that."""
    if request.requested_by != actor.id:
        return deny(_NOT_REQUESTER)
    return ALLOW if configuration.value(SELF_APPROVAL, actor) else deny(SELF_APPROVAL_OFF)


def can_leave(actor: Actor, request: AccessRequest) -> Verdict:
    """Only who asked withdraws a request, or ends the access early."""
    return ALLOW if request.requested_by == actor.id else deny(_NOT_REQUESTER)


def can_revoke(actor: Actor, request: AccessRequest) -> Verdict:
    """Who approved takes it back, and so does compliance; who asked ends it instead."""
    if request.requested_by == actor.id:
        return deny(OWN_REQUEST)
    reach = actor.reach(RESOURCE, Act.ASSIGN)
    return ALLOW if reach is Reach.ALL or (reach is not Reach.NONE and request.decided_by == actor.id) else deny(_NOT_REVOKER)


def can_follow(actor: Actor) -> Verdict:
    """Compliance sees what was done under any grant."""
    return ALLOW if actor.reach(RESOURCE, Act.ASSIGN) is Reach.ALL else deny(_NOT_REVIEWER)


def can_review(actor: Actor, request: AccessRequest) -> Verdict:
    """Compliance notes how others used what they were given."""
    if not (verdict := can_follow(actor)):
        return verdict
    if request.requested_by == actor.id:
        return deny(_OWN_REVIEW)
    return ALLOW if request.starts_at is not None or request.status == Status.ACTIVE else deny(_NOT_OPENED)


def can_note(actor: Actor, sample: Sample) -> Verdict:
    """Who drew a sample notes what was found."""
    return ALLOW if may_sample(actor) and sample.drawn_by == actor.id else deny(_NOT_DRAWN)
