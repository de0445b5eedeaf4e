"""Changing customers, asking for changes, and revealing one field: each with its audit row."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any, Mapping, Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.customers import masks
from simpul.customers.acts import CustomerAct
from simpul.customers.codes import codes_in_use
from simpul.customers.errors import ChangeRequestIsDecided, NothingToReveal, OwnChangeRequest
from simpul.customers.events import CustomerUpdated
from simpul.customers.fields import EDITABLE, REQUESTABLE, clean, not_listed, nothing_changes
from simpul.customers.identifiers import unseal
from simpul.customers.limits import IMPORT_CHANGES_KEPT, REVEAL
from simpul.customers.models import Address, ChangeRequest, ChangeRequestAsker, Customer, Identifier
from simpul.customers.policies import OWN_REQUEST, can_decide, can_edit, can_request_change, can_reveal, can_withdraw
from simpul.customers.selectors import change_request_get, current_values, customer_get, profile, same_value, standing_values
from simpul.customers.vocabulary import CHANGE_WORKFLOW, CodeList
from simpul.platform import configuration, ratelimit
from simpul.platform.actor import Actor, Verdict
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now, today
from simpul.platform.db import execute, query
from simpul.platform.errors import Forbidden, Invalid, RateLimited, StaleVersion
from simpul.platform.events import emit
from simpul.platform.notifier import notify
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.timeline import public as timeline
from simpul.workflow import public as workflow
from simpul.workflow.errors import TransitionNotPossible

REVEALABLE = ("phone_e164", "email", "birth_date")

_FIELD_UNKNOWN = Text(
    id="Pilih telepon, e-mail, tanggal lahir, atau salah satu nomor identitas.", en="Choose phone, e-mail, birth date or one of the identifiers."
)


def masked(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Wanted values as the trail keeps them."""
    return {name: masks.change(name, value, today()) for name, value in changes.items()}


def _facts(action: AuditAct, customer: Customer, **meta: Any) -> dict[str, Any]:
    return {
        "action": action, "object_type": "CUSTOMER", "object_id": str(customer.id), "customer_id": customer.id, "branch_code": customer.home_branch_code, "meta": meta,
    }  # fmt: skip


def _require(verdict: Verdict, action: AuditAct, customer: Customer, **meta: Any) -> None:
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**_facts(action, customer, **meta))


@transaction.atomic
def customer_update(*, actor: Actor, customer_id: UUID, version: int, reason: str, changes: Mapping[str, Any]) -> Customer:
    """A data steward corrects a customer; the trail keeps before and after, masked.

    Raises: CustomerNotFound, Forbidden, StaleVersion with the current record, Invalid.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    _require(can_edit(actor, customer), CustomerAct.UPDATE_CUSTOMER, customer)
    cleaned = clean(changes, EDITABLE, today())
    wanted = cleaned.get("segment_code", customer.segment_code)
    if wanted != customer.segment_code and wanted not in (listed := codes_in_use(CodeList.SEGMENT)):
        raise not_listed("segment_code", listed).recorded_as(**_facts(CustomerAct.UPDATE_CUSTOMER, customer))
    locked = _locked(customer.id)
    if locked.version != version:
        current = profile(actor, customer_get(actor=actor, customer_id=customer_id))
        raise StaleVersion(current=plain_record(current)).recorded_as(**_facts(CustomerAct.UPDATE_CUSTOMER, customer, version=version))
    if not _apply(actor, locked, cleaned, reason=redacted(reason)):
        raise nothing_changes().recorded_as(**_facts(CustomerAct.UPDATE_CUSTOMER, customer))
    corrected: Customer = customer_get(actor=actor, customer_id=customer_id)
    return corrected


def _locked(customer_id: UUID) -> Customer:
    return Customer.objects.select_for_update().get(pk=customer_id)


def plain_record(value: Any) -> Any:
    """A record as a refusal may carry it: with ids, dates and numbers as JSON has them."""
    if isinstance(value, dict):
        return {key: plain_record(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain_record(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


def _apply(actor: Actor, customer: Customer, cleaned: Mapping[str, Any], *, reason: str, change_request_id: UUID | None = None) -> bool:
    """Write the fields that differ and record them; False when nothing differs."""
    before = current_values([customer])[customer.id]
    after = {name: value for name, value in cleaned.items() if not same_value(before[name], value)}
    if not after:
        return False
    for name, value in after.items():
        if name == "home_address":
            _write_home(customer, value)
        elif name == "birth_date":
            customer.birth_date = date.fromisoformat(value) if value else None
        else:
            setattr(customer, name, value)
    customer.version += 1
    customer.updated_at = now()
    customer.save(update_fields=[*(name for name in after if name != "home_address"), "version", "updated_at"])
    record(
        actor,
        CustomerAct.UPDATE_CUSTOMER,
        object_type="CUSTOMER",
        object_id=customer.id,
        customer_id=customer.id,
        branch_code=customer.home_branch_code,
        meta={
            "before": {name: masks.change(name, before[name], today()) for name in after},
            "after": {name: masks.change(name, value, today()) for name, value in after.items()},
            "version": customer.version,
            "reason": reason,
            **({"change_request_id": str(change_request_id)} if change_request_id else {}),
        },
    )
    timeline.add(
        actor,
        "CustomerEvent",
        customer_id=customer.id,
        subject_type="CUSTOMER",
        subject_id=customer.id,
        branch_code=customer.home_branch_code,
        data={"fields": sorted(after)},
    )
    emit(CustomerUpdated(customer.id, tuple(sorted(after)), updated_by=actor.id))
    return True


def _write_home(customer: Customer, parts: Mapping[str, Any]) -> None:
    written = dict(parts)
    if "latitude" in written:
        written |= {"coordinate_source": "MANUAL" if written["latitude"] is not None else None, "coordinate_accuracy_m": None}
    Address.objects.update_or_create(customer=customer, kind="HOME", defaults={**written, "updated_at": now()})


@transaction.atomic
def change_request_create(*, actor: Actor, customer_id: UUID, changes: Mapping[str, Any], note: str) -> ChangeRequest:
    """Pass on what the customer said, for a data steward to decide.

    What a pending request asks for already is joined, not asked for a second time: who asks is noted and told of the outcome.

    Raises: CustomerNotFound, Forbidden, Invalid.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    _require(can_request_change(actor, customer), CustomerAct.REQUEST_CUSTOMER_CHANGE, customer)
    cleaned = clean(changes, REQUESTABLE, today())
    standing = current_values([customer])[customer.id]
    wanted = {name: value for name, value in cleaned.items() if not same_value(standing[name], value)}
    if not wanted:
        raise nothing_changes().recorded_as(**_facts(CustomerAct.REQUEST_CUSTOMER_CHANGE, customer))
    joined, rest = _join(actor, customer, wanted, note.strip())
    if joined and not rest:
        return joined
    try:
        with transaction.atomic():
            return _ask(actor, customer, rest, note.strip())
    except IntegrityError:  # somebody asked for the same in this very moment
        joined, rest = _join(actor, customer, rest, note.strip())
        if joined is None:
            raise
        return _ask(actor, customer, rest, note.strip()) if rest else joined


def _ask(actor: Actor, customer: Customer, wanted: Mapping[str, Any], note: str) -> ChangeRequest:
    request = ChangeRequest.objects.create(customer=customer, changes=wanted, note=note, requested_by=actor.id, requested_at=now())
    workflow.start(actor=actor, definition=CHANGE_WORKFLOW, subject_id=request.id)
    return request


_OPEN = """
SELECT DISTINCT v.field, v.change_request_id FROM crm.open_requested_values v
JOIN jsonb_each(%s::jsonb) c ON c.key = v.field AND sha256(convert_to(c.value::text, 'UTF8')) = v.value_hash
WHERE v.customer_id = %s ORDER BY v.field
"""


def _join(actor: Actor, customer: Customer, wanted: Mapping[str, Any], note: str) -> tuple[ChangeRequest | None, dict[str, Any]]:
    """Join the pending requests for any of these values; the first of them, and what nobody has asked for yet."""
    found = {row["field"]: row["change_request_id"] for row in query(_OPEN, (json.dumps(wanted), customer.id))}
    first: ChangeRequest | None = None
    for request in ChangeRequest.objects.select_related("customer").filter(pk__in=set(found.values())).order_by("requested_at", "pk"):
        first = first or request
        if request.requested_by == actor.id or ChangeRequestAsker.objects.filter(request=request, user_id=actor.id).exists():
            continue
        ChangeRequestAsker(request=request, user_id=actor.id, note=note, asked_at=now()).save(force_insert=True)
        fields = sorted(field for field, key in found.items() if key == request.id)
        facts = _request_facts(CustomerAct.REQUEST_CUSTOMER_CHANGE, request)
        record(actor, facts.pop("action"), **facts, meta={"fields": fields, "joined": True})
    return first, {name: value for name, value in wanted.items() if first is None or name not in found}


@transaction.atomic
def change_request_approve(*, actor: Actor, change_request_id: UUID, note: str = "") -> ChangeRequest:
    """Accept a request: the customer changes in the same moment.

    Raises: ChangeRequestNotFound, Forbidden, OwnChangeRequest, ChangeRequestIsDecided.
    """
    return _take(actor, _decidable(actor, change_request_id, CustomerAct.APPROVE_CUSTOMER_CHANGE), "approve", CustomerAct.APPROVE_CUSTOMER_CHANGE, note)


@transaction.atomic
def change_request_reject(*, actor: Actor, change_request_id: UUID, note: str = "") -> ChangeRequest:
    """Turn a request down; the customer stays as it is.

    Raises: ChangeRequestNotFound, Forbidden, OwnChangeRequest, ChangeRequestIsDecided.
    """
    return _take(actor, _decidable(actor, change_request_id, CustomerAct.REJECT_CUSTOMER_CHANGE), "reject", CustomerAct.REJECT_CUSTOMER_CHANGE, note)


@transaction.atomic
def change_request_withdraw(*, actor: Actor, change_request_id: UUID) -> ChangeRequest:
    """Take the own request back.

    Raises: ChangeRequestNotFound, Forbidden, ChangeRequestIsDecided.
    """
    request = change_request_get(actor=actor, change_request_id=change_request_id)
    verdict = can_withdraw(actor, request)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**_request_facts(CustomerAct.WITHDRAW_CUSTOMER_CHANGE, request))
    return _take(actor, request, "withdraw", CustomerAct.WITHDRAW_CUSTOMER_CHANGE, "")


def _decidable(actor: Actor, change_request_id: UUID, action: AuditAct) -> ChangeRequest:
    request = change_request_get(actor=actor, change_request_id=change_request_id)
    verdict = can_decide(actor, request)
    if not verdict:
        refusal = OwnChangeRequest if request.requested_by == actor.id else Forbidden
        raise refusal(verdict.reason).recorded_as(**_request_facts(action, request))
    if ChangeRequestAsker.objects.filter(request=request, user_id=actor.id).exists():
        raise OwnChangeRequest(OWN_REQUEST).recorded_as(**_request_facts(action, request))
    return request


def _take(actor: Actor, request: ChangeRequest, transition: str, action: AuditAct, note: str) -> ChangeRequest:
    """Move the request along its workflow; what it decides is written by `change_requests_entered`."""
    try:
        workflow.move(actor=actor, definition=CHANGE_WORKFLOW, subject_id=request.id, transition=transition, given={"decision_note": note.strip()})
    except TransitionNotPossible:
        raise ChangeRequestIsDecided().recorded_as(**_request_facts(action, request)) from None
    return ChangeRequest.objects.select_related("customer").get(pk=request.pk)


def change_requests_entered(actor: Actor, moves: Sequence[workflow.MoveFacts]) -> None:
    """Write in the requests themselves what their workflow decided; in every other state a request is pending."""
    for move in moves:
        if move.ended:
            request = ChangeRequest.objects.select_related("customer").get(pk=move.subject_id)
            if move.to_state == "APPROVED":
                _locked(request.customer_id)  # what is replaced must still stand when the change is made
            request.status, request.decided_by, request.decided_at = move.to_state, actor.id, move.at
            request.decision_note = str(move.given.get("decision_note", ""))
            request.replaced = standing_values(request, current_values([request.customer])[request.customer.id])
            request.save(update_fields=["status", "decided_by", "decided_at", "decision_note", "replaced"])
            askers = {request.requested_by, *ChangeRequestAsker.objects.filter(request=request).values_list("user_id", flat=True)} - {actor.id}
            notify(f"customers.change_{move.to_state.lower()}", sorted(askers), subject_type="CHANGE_REQUEST", subject_id=request.id)


def change_request_apply(actor: Actor, move: workflow.MoveFacts, settings: Mapping[str, Any]) -> None:
    """Change the customer as the request asks."""
    request = ChangeRequest.objects.get(pk=move.subject_id)
    _apply(actor, _locked(request.customer_id), request.changes, reason=redacted(request.note), change_request_id=request.id)


def _request_facts(action: AuditAct, request: ChangeRequest) -> dict[str, Any]:
    return {
        "action": action, "object_type": "CHANGE_REQUEST", "object_id": str(request.id), "customer_id": request.customer_id, "branch_code": request.customer.home_branch_code,
    }  # fmt: skip


@transaction.atomic
def field_reveal(*, actor: Actor, customer_id: UUID, field: str, reason: str) -> str:
    """One field of one customer in the clear, for whoever serves the customer and says why.

    `field` is one of REVEALABLE or the id of an identifier. The value is in the answer only, nowhere else.

    Raises: CustomerNotFound, Forbidden, NothingToReveal, Invalid, RateLimited.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    _require(can_reveal(actor, customer, field), CustomerAct.REVEAL_FIELD, customer, field=field)
    taken = ratelimit.take(f"reveal:{actor.id}", capacity=configuration.number(REVEAL, actor), seconds=3600)
    if not taken.allowed:
        raise RateLimited(taken.retry_after).recorded_as(**_facts(CustomerAct.REVEAL_FIELD, customer, field=field))
    value, named = _clear(customer, field)
    if not value:
        raise NothingToReveal().recorded_as(**_facts(CustomerAct.REVEAL_FIELD, customer, field=field))
    facts = _facts(CustomerAct.REVEAL_FIELD, customer, field=named, reason=redacted(reason))
    record(actor, facts.pop("action"), **facts)
    return value


def reveal_token(actor: Actor, request: HttpRequest) -> ratelimit.Bucket:
    """The token of one reveal."""
    return ratelimit.Bucket(f"reveal:{actor.id}", configuration.number(REVEAL, actor), 3600)


def _clear(customer: Customer, field: str) -> tuple[str | None, str]:
    if field in REVEALABLE:
        value = getattr(customer, field)
        return (None if value is None else str(value)), field
    try:
        wanted = UUID(field)
    except ValueError:
        raise Invalid({"field": _FIELD_UNKNOWN}) from None
    row = Identifier.objects.filter(pk=wanted, customer_id=customer.id).first()
    return (unseal(row.id_type, row.value, bytes(row.hash)), row.id_type) if row else (None, field)


def profile_opened(*, actor: Actor, customer: Customer) -> None:
    """Record that the profile was opened, and remember it among the user's recent customers."""
    record(
        actor, CustomerAct.VIEW_PROFILE, object_type="CUSTOMER", object_id=customer.id, customer_id=customer.id, branch_code=customer.home_branch_code,
        meta={"elevated": True} if getattr(customer, "elevation_tier", 0) else {},
    )  # fmt: skip
    execute(
        """INSERT INTO crm.recent_customers (user_id, customer_id, opened_at) VALUES (%s, %s, %s)
           ON CONFLICT (user_id, customer_id) DO UPDATE SET opened_at = excluded.opened_at""",
        (actor.id, customer.id, now()),
    )


def import_changes_forget(*, actor: Actor) -> int:
    """Remove what imports changed in customers once it has been kept for as long as the setting says; how many records."""
    kept = timedelta(days=configuration.number(IMPORT_CHANGES_KEPT, actor))
    return execute("DELETE FROM crm.customer_import_changes WHERE changed_at < %s", (now() - kept,))
