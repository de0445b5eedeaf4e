"""One edit of a customer by a data steward: who may, from which version, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.customers.acts import CustomerAct
from simpul.customers.events import CustomerUpdated
from simpul.customers.models import Customer
from simpul.customers.policies import can_edit
from simpul.customers.selectors import customer_get, profile
from simpul.customers.services import plain_record
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import DomainError, Forbidden, StaleVersion
from simpul.platform.events import emit
from simpul.platform.redaction import redacted
from simpul.timeline import public as timeline


@dataclass
class Edit:
    """A customer that is locked for one edit, and what the edit says of itself: masked values before and after."""

    actor: Actor
    customer: Customer
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)

    def changed(self, name: str, before: Any, after: Any) -> None:
        """Say what the edit changed, as the trail may show it."""
        self.before[name], self.after[name] = before, after


@contextmanager
def customer_edit(*, actor: Actor, customer_id: UUID, version: int, reason: str, step: str, branches: Sequence[str] = ()) -> Iterator[Edit]:
    """Edit one customer from the version that the steward saw; what the block changed is recorded, and the version counts on.

    A block that changes nothing leaves nothing. The record is written for the customer's branch and for each of `branches`.

    Raises: CustomerNotFound, Forbidden, StaleVersion with the current record; and what the block raises.
    """
    seen = customer_get(actor=actor, customer_id=customer_id)
    told = {
        "action": CustomerAct.UPDATE_CUSTOMER,
        "object_type": "CUSTOMER",
        "object_id": str(seen.id),
        "customer_id": seen.id,
        "branch_code": seen.home_branch_code,
    }
    verdict = can_edit(actor, seen)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**told, meta={"step": step})
    try:
        with transaction.atomic():
            locked = Customer.objects.select_for_update().get(pk=seen.id)
            if locked.version != version:
                raise StaleVersion(current=plain_record(profile(actor, seen)))
            edit = Edit(actor, locked)
            home = locked.home_branch_code
            yield edit
            if edit.after:
                _finish(edit, step, reason, list(dict.fromkeys([home, *branches])))
    except DomainError as refusal:
        if refusal.facts is None:
            refusal.recorded_as(**told, meta={"step": step})
        raise


def _finish(edit: Edit, step: str, reason: str, branches: Sequence[str]) -> None:
    customer = edit.customer
    customer.version += 1
    customer.updated_at = now()
    customer.save(update_fields=[*edit.columns, "version", "updated_at"])
    meta: dict[str, Any] = {"step": step, "before": edit.before, "after": edit.after, "version": customer.version, "reason": redacted(reason)}
    for branch in branches:
        record(
            edit.actor, CustomerAct.UPDATE_CUSTOMER, object_type="CUSTOMER", object_id=customer.id, customer_id=customer.id, branch_code=branch,
            meta=meta | ({"branches": list(branches)} if len(branches) > 1 else {}),
        )  # fmt: skip
    fields = sorted(edit.after)
    timeline.add(
        edit.actor, "CustomerEvent", customer_id=customer.id, subject_type="CUSTOMER", subject_id=customer.id, branch_code=customer.home_branch_code,
        data={"fields": fields},
    )  # fmt: skip
    emit(CustomerUpdated(customer.id, tuple(fields), updated_by=edit.actor.id))
