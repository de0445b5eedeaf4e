"""Receiving a complaint: everything that is promised and given to the customer is stored together, or nothing is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from simpul.audit.public import record, together
from simpul.cases.acts import CaseAct
from simpul.cases.errors import LegalRulesNotFound, NoServiceLevel
from simpul.cases.events import CaseAssigned
from simpul.cases.intake_policies import can_create
from simpul.cases.levels.inforce import Promise, promise_for
from simpul.cases.models import Case, CaseCategory, CaseProduct
from simpul.cases.receiving import KIND_OF_CHANNEL, LEAST_DESCRIPTION, MOST_DESCRIPTION, Complaint, Route, branch_of, receipt_way
from simpul.cases.selectors.clocks import due_times
from simpul.cases.selectors.colleagues import still_reading
from simpul.cases.selectors.duplicates import duplicates_of
from simpul.cases.selectors.previews import Preview
from simpul.cases.services.clocks import promised
from simpul.cases.services.handing import Places
from simpul.cases.services.notices import tell
from simpul.cases.services.opening import case_begun
from simpul.cases.services.receipts import receipt_make
from simpul.cases.services.routing import route
from simpul.cases.services.steps import Entry, entry, log_all
from simpul.cases.sla import ClockEvent, Readings
from simpul.cases.vocabulary import SUBJECT, ActivityType, Kind
from simpul.customers.public import customer_get, identity_masked
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.db import query
from simpul.platform.errors import DomainError, Forbidden, Invalid
from simpul.platform.events import emit
from simpul.platform.ids import uuid7
from simpul.platform.text import Text
from simpul.platform.words import says_enough

# The column takes NULL until the transaction ends.
# Why nobody has a new case that somebody should have: its supervisors are told at once.
_NOBODYS = frozenset({"SENSITIVE", "NOBODY_PRESENT"})
_GIVEN_LAST: Any = None
_CATEGORY = Text(id="Pilih kategori yang dipakai.", en="Choose a category that is in use.")
_KIND = Text(id="Tanyakan: lisan atau tertulis.", en="Ask whether it is made verbally or in writing.")
_NO_PRODUCT = Text(
    id="Produk “{name}” tidak ada dalam daftar produk; pilih dari daftar atau kosongkan.",
    en="“{name}” is not among the products; choose one of them or leave it out.",
)
_DESCRIPTION = Text(id="Tulis 10 sampai 10.000 karakter.", en="Write 10 to 10,000 characters.")
_AUTHORITY = Text(id="Sebutkan dasar kewenangan pengadu yang bukan nasabah.", en="Name the authority of a complainant who is not the customer.")


@dataclass(frozen=True)
class Received:
    """A complaint with all that is decided about it before anything is stored."""

    complaint: Complaint
    customer: Any
    category: CaseCategory
    kind: Kind
    branch_code: str
    at: datetime


@dataclass(frozen=True)
class Opened:
    """A case that was stored in this transaction, who it went to, and its receipt as its page shows it; it waits for its number."""

    case: Case
    to: Route
    receipt: Mapping[str, Any]


@transaction.atomic
def case_create(*, actor: Actor, complaint: Complaint, received_at: datetime | None = None) -> Case:
    """Open a case with clocks, assignee, receipt, a message that waits to be sent and, last of all, its number.

    The clocks run from `received_at`, which is now unless the complaint waited in the intake list.

    Raises: as `case_receive`.
    """
    received = case_receive(actor=actor, complaint=complaint, received_at=received_at)
    return case_number(actor=actor, received=received)


@transaction.atomic
def case_receive(*, actor: Actor, complaint: Complaint, received_at: datetime | None = None) -> Opened:
    """Everything that opening a case is, but its number: `case_number` gives it, as late in the transaction as can be.

    The branch's counter is locked from the number until the commit, and other openings in the branch wait for it. Without
    `case_number` the database gives the number itself, when the transaction commits.

    Raises: CustomerNotFound, Forbidden, Invalid by field, NoServiceLevel when no rule covers the category, LegalRulesNotFound.
    """
    told = {"action": CaseAct.CREATE_CASE, "object_type": SUBJECT, "customer_id": complaint.customer_id}
    try:
        received = _received(actor, complaint, received_at)
        promise, begun, readings = _promise(received)
        to = route(category=received.category, branch_code=received.branch_code)
    except DomainError as refusal:
        if refusal.facts is None:
            refusal.recorded_as(**told, meta={"channel": complaint.channel.value, "category": complaint.category_code[:30]})
        raise
    identity = identity_masked(complaint.customer_id)
    case = _stored(actor, received, promise, readings, to)
    with together(actor):
        entries = [case_begun(actor=actor, case=case, begun=begun, promise=promise), *_routed(actor, case, to)]
        tier = 3 if received.category.is_sensitive else 1
        line, receipt = receipt_make(actor=actor, case=case, category=received.category, customer=received.customer, identity=identity, tier=tier)
    log_all([*entries, line])
    return Opened(case, to, receipt)


def case_number(*, actor: Actor, received: Opened) -> Case:
    """Give a case that was received in this transaction its number, and tell whoever has it."""
    case = received.case
    case.case_no = query("SELECT crm.give_case_number(%s) AS number", (case.id,))[0]["number"]
    tell("assigned", case, [received.to.assignee_id], actor)
    if received.to.assignee_id is None and received.to.why in _NOBODYS:
        tell("unassigned", case, still_reading(case, Places().of(case, 2)), actor)
    return case


def case_preview(*, actor: Actor, complaint: Complaint) -> Preview:
    """What a case would be, and which open cases of the customer tell of the same thing; nothing is stored.

    Raises: CustomerNotFound, Forbidden, Invalid for an unknown category.
    """
    customer, category = customer_get(actor=actor, customer_id=complaint.customer_id), _category(complaint.category_code)
    branch = branch_of(complaint.channel, customer.home_branch_code, actor.branch_codes)
    _require(actor, branch, complaint)
    kind = complaint.kind or KIND_OF_CHANNEL[complaint.channel]
    promise, due, reason = None, dict[str, Any](), None
    try:
        # The law gives a written complaint the longer time: what is not asked yet is promised no less than that.
        received = Received(complaint, customer, category, kind or Kind.WRITTEN, branch, now())
        promise, _, readings = _promise(received)
        due = due_times(readings)
        if kind is None:
            due["legal_due_at"] = None
    except (NoServiceLevel, LegalRulesNotFound) as refusal:
        reason = refusal.title
    way = receipt_way(customer.preferred_channel, customer.phone_e164, customer.email)
    return Preview(
        branch,
        kind,
        reason,
        promise,
        due,
        route(category=category, branch_code=branch) if promise else None,
        way[0] if way else None,
        duplicates_of(customer_id=complaint.customer_id, category=category, description=complaint.description),
    )


def _received(actor: Actor, complaint: Complaint, received_at: datetime | None) -> Received:
    customer = customer_get(actor=actor, customer_id=complaint.customer_id)
    branch = branch_of(complaint.channel, customer.home_branch_code, actor.branch_codes)
    _require(actor, branch, complaint)
    wrong: dict[str, Text] = {}
    kind = complaint.kind or KIND_OF_CHANNEL[complaint.channel]
    if kind is None:
        wrong["kind"] = _KIND
    if not says_enough(complaint.description, LEAST_DESCRIPTION) or len(complaint.description.strip()) > MOST_DESCRIPTION:
        wrong["description"] = _DESCRIPTION
    if (product := complaint.product.strip()) and not CaseProduct.objects.filter(code=product, is_active=True).exists():
        wrong["product"] = _NO_PRODUCT.format(name=product)
    if complaint.complainant.strip() and not says_enough(complaint.complainant_authority):
        wrong["complainant_authority"] = _AUTHORITY
    if wrong:
        raise Invalid(wrong)
    assert kind is not None
    return Received(complaint, customer, _category(complaint.category_code), kind, branch, received_at or now())


def _require(actor: Actor, branch: str, complaint: Complaint) -> None:
    verdict = can_create(actor, branch)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(
            action=CaseAct.CREATE_CASE, object_type=SUBJECT, customer_id=complaint.customer_id, branch_code=branch, meta={"channel": complaint.channel.value}
        )


def _category(code: str) -> CaseCategory:
    found = CaseCategory.objects.select_related("parent").filter(pk=code, is_active=True).first()
    if found is None:
        raise Invalid({"category_code": _CATEGORY})
    return found


def _promise(received: Received) -> tuple[Promise, ClockEvent, Readings]:
    """Raises: NoServiceLevel, LegalRulesNotFound, CalendarHasNoTime."""
    category = received.category
    promise = promise_for(category.code, category.parent_id, today())
    begun, readings = promised(promise, received.complaint.priority, received.kind, received.at)
    return promise, begun, readings


def _stored(actor: Actor, received: Received, promise: Promise, readings: Readings, to: Route) -> Case:
    complaint, due = received.complaint, due_times(readings)
    case = Case(
        id=uuid7(),
        case_no=_GIVEN_LAST,
        customer_id=complaint.customer_id,
        branch_code=received.branch_code,
        channel=complaint.channel.value,
        kind=received.kind.value,
        category=received.category,
        priority=complaint.priority.value,
        status="NEW",
        sla_due_at=due["sla_due_at"],
        first_response_due_at=due["first_response_due_at"],
        legal_due_at=due["legal_due_at"],
        sla_breached_at=due["sla_breached_at"],
        policy_version_id=promise.version_id,
        legal_rules_id=promise.law.id if promise.law else None,
        assigned_to_user_id=to.assignee_id,
        assigned_unit_code=to.unit_code,
        description=complaint.description.strip(),
        contact_preference=complaint.contact_preference,
        product=complaint.product.strip(),
        transaction_ref=complaint.transaction_ref.strip(),
        amount=complaint.amount,
        complainant=complaint.complainant.strip(),
        complainant_authority=complaint.complainant_authority.strip(),
        created_at=received.at,
        created_by=actor.id,
    )
    case.save(force_insert=True)
    return case


def _routed(actor: Actor, case: Case, to: Route) -> list[Entry]:
    """The log says who has the case and why, and the trail names them."""
    if to.assignee_id is None and to.unit_code is None:
        return []
    assignee = str(to.assignee_id) if to.assignee_id else None
    meta = {"from": None, "to": assignee, "unit": to.unit_code, "automatic": True, "why": to.why}
    record(actor, CaseAct.ASSIGN_CASE, object_type=SUBJECT, object_id=str(case.id), customer_id=case.customer_id, branch_code=case.branch_code, meta=meta)
    emit(CaseAssigned(case.id, case.customer_id, to.assignee_id, to.unit_code, assigned_by=actor.id))
    return [entry(actor, case, ActivityType.ASSIGN, case.created_at, automatic=True, to=assignee, to_unit=to.unit_code, **to.told())]
