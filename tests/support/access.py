"""Emergency access as tests arrange it, through its own services: by `compliance_2`, decided by `compliance_3`."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from simpul.access.models import AccessRequest, Sample
from simpul.access.selectors.requests import running_of
from simpul.access.services.requests import access_approve, access_end, access_request, access_withdraw
from simpul.access.services.sampling import sample_draw
from simpul.access.vocabulary import Status
from simpul.audit.public import record
from simpul.customers.acts import CustomerAct
from simpul.iam.models import Role, User
from simpul.platform import clock
from simpul.platform.actor import Actor
from simpul.platform.db import scope
from tests.support import people
from tests.support.database import rows

REASON = "Dugaan transfer tanpa izin nasabah"
ASKED: dict[str, Any] = {"reason_code": "FRAUD", "reason": REASON, "ticket": "KASUS-12", "minutes": 30, "tier": 1}


def officer(username: str) -> Actor:
    """A compliance officer of this name, added where there is none."""
    with rows():
        if not User.objects.filter(username=username).exists():
            people.add_user(username, Role.objects.get(key="COMPLIANCE"), None)
    return people.actor(username)


def requested(customer_id: UUID | None, by: str = "compliance_2", **asked: Any) -> AccessRequest:
    """A request that waits, of somebody who acts under no other grant any more and asked for this customer once."""
    who = officer(by) if by.startswith("compliance") else people.actor(by)
    with rows():
        waiting = list(
            AccessRequest.objects.filter(requested_by=who.id, status=Status.REQUESTED, customer_id=customer_id, sample=None).values_list("id", flat=True)
        )
    for each in waiting:
        with scope(who):
            access_withdraw(actor=who, request_id=each)
    if running := running_in(who.id):
        with scope(who):
            access_end(actor=who, request_id=running.id)
    with scope(who):
        return access_request(actor=who, **{"customer_id": customer_id, "sample_id": None, **ASKED, **asked})


def opened(customer_id: UUID | None, by: str = "compliance_2", approver: str = "compliance_3", **asked: Any) -> AccessRequest:
    """A grant that lasts."""
    made = requested(customer_id, by, **asked)
    with scope(decider := officer(approver) if approver.startswith("compliance") else people.actor(approver)):
        return access_approve(actor=decider, request_id=made.id)


def running_in(user_id: UUID) -> AccessRequest | None:
    """What a user acts under now."""
    with rows():
        return running_of(user_id)


def viewed(customer_id: UUID, by: str = "agent_mdn", branch: str = "MDN") -> None:
    """A profile that somebody opened just now."""
    with scope(who := people.actor(by)):
        record(who, CustomerAct.VIEW_PROFILE, object_type="CUSTOMER", object_id=customer_id, customer_id=customer_id, branch_code=branch)


def drawn(by: str = "compliance_2", size: int = 5, seed: str | None = "benih-1", **more: Any) -> Sample:
    """A sample of the last hour."""
    present = clock.now()
    given = {"source": "PROFILE_VIEWS", "since": present - timedelta(hours=1), "until": present, "branch_code": None, **more}
    with scope(who := officer(by)):
        return sample_draw(actor=who, size=size, seed=seed, **given)
