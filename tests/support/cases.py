"""Cases as they come about: stored by somebody of the branch, with their clocks and their place in the workflow."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from simpul.cases.levels import promise_for
from simpul.cases.models import CannedReply, Case, CaseCategory
from simpul.cases.selectors.clocks import due_times
from simpul.cases.services import answering, assigning, handling
from simpul.cases.services.clocks import promised
from simpul.cases.services.incoming import Incoming, incoming_receive
from simpul.cases.services.opening import case_begun
from simpul.cases.services.steps import log_all
from simpul.cases.vocabulary import Channel, Kind, Priority
from simpul.iam.public import system_actor
from simpul.platform.clock import JAKARTA, now
from simpul.platform.db import scope
from tests.support import customers, people
from tests.support.database import rows

ANSWER = "Dana sudah kami kembalikan ke rekening nasabah hari ini."
DESCRIPTION = "Transfer gagal, saldo terpotong, dana belum kembali."


def opened(
    by: str = "agent_mdn", category: str = "TRX_FAIL", *, customer_id: UUID | None = None, branch: str = "MDN", promised_on: date | None = None, **changed: Any
) -> Case:
    """A new case that a colleague recorded, as intake leaves it; with what was promised on another day where the shipped rules are younger than the case."""
    who = system_actor() if by == "system" else people.actor(by)
    if customer_id is None:
        customer_id = customers.customer("Rahmat Siregar", branch).id
    received = now()
    with scope(who):
        found = CaseCategory.objects.get(pk=category)
        promise = promise_for(category, found.parent_id, promised_on or received.astimezone(JAKARTA).date())
        priority, kind = Priority(changed.pop("priority", "MEDIUM")), Kind(changed.pop("kind", "WRITTEN"))
        begun, readings = promised(promise, priority, kind, received)
        values = {
            "customer_id": customer_id, "branch_code": branch, "channel": "BRANCH", "kind": kind, "category": found, "priority": priority,
            "description": DESCRIPTION, "policy_version_id": promise.version_id, "legal_rules_id": promise.law.id if promise.law else None,
            "created_at": received, "created_by": who.id,
        }  # fmt: skip
        case = Case.objects.create(**values | due_times(readings) | changed)
        case.refresh_from_db()
        log_all([case_begun(actor=who, case=case, begun=begun, promise=promise)])
    return fresh(case)


def given_to(case: Case, username: str | None, unit: str | None = None) -> Case:
    """The same case with an assignee, past the service."""
    with rows():
        Case.objects.filter(pk=case.pk).update(assigned_to_user_id=people.user_id(username) if username else None, assigned_unit_code=unit)
    return fresh(case)


def fresh(case: Case) -> Case:
    """The case as it stands."""
    with rows():
        return Case.objects.select_related("category").get(pk=case.pk)


def brought(case: Case, status: str) -> Case:
    """The same case after the system has worked on it: IN_PROGRESS, WAITING_INFO, RESOLVED, or PROPOSED for a review."""
    system = system_actor()
    with scope(system):
        if status == "NEW":
            return fresh(case)
        assigning.case_claim(actor=system, case_id=case.id, version=None)
        handling.case_take(actor=system, case_id=case.id, version=fresh(case).version)
        if status == "WAITING_INFO":
            handling.case_wait(actor=system, case_id=case.id, version=None, reason_code="CUSTOMER_DATA")
        elif status in ("RESOLVED", "PROPOSED"):
            answering.case_respond(actor=system, case_id=case.id, version=None, final_response=ANSWER)
    return fresh(case)


def incoming(customer_id: UUID | None = None, **known: Any) -> UUID:
    """A message from outside that waits for a person, handed in by the system."""
    who = system_actor()
    with scope(who):
        return incoming_receive(actor=who, incoming=Incoming(Channel.EMAIL, DESCRIPTION, customer_id=customer_id, **known)).id


def shared_reply(body: str = "Yth. {{customer.name}}", by: str = "supervisor_mdn", *, shared: bool = True) -> UUID:
    """A reply that a colleague keeps, past the service."""
    with rows():
        return CannedReply.objects.create(title="Salam", body=body, shared=shared, owner_user_id=people.user_id(by)).id
