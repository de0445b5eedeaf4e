"""Moving a customer to another home branch."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.customers.acts import CustomerAct
from simpul.customers.policies import can_edit
from simpul.customers.selectors import customer_get
from simpul.customers.stewardship.edits import customer_edit
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.text import Text

_NO_BRANCH = Text(id="Pilih cabang yang masih buka.", en="Choose a branch that is open.")
_SAME = Text(id="Nasabah sudah di cabang ini.", en="The customer is at this branch already.")


@transaction.atomic
def branch_change(*, actor: Actor, customer_id: UUID, version: int, reason: str, branch_code: str) -> Any:
    """Move a customer to another home branch: it leaves the reach of the one and enters that of the other; its manager stays.

    Cases and documents stay where they were made. The record is written for both branches.

    Raises: CustomerNotFound, Forbidden, StaleVersion, Invalid.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="branch", branches=[branch_code]) as edit:
        customer = edit.customer
        if not query("SELECT FROM iam.branches WHERE branch_code = %s AND is_active", (branch_code,)):
            raise Invalid({"branch_code": _NO_BRANCH})
        if customer.home_branch_code == branch_code:
            raise Invalid({"branch_code": _SAME})
        if not (verdict := can_edit(actor, SimpleNamespace(home_branch_code=branch_code, rm_user_id=customer.rm_user_id))):
            raise Forbidden(verdict.reason).recorded_as(
                action=CustomerAct.UPDATE_CUSTOMER,
                object_type="CUSTOMER",
                object_id=str(customer.id),
                customer_id=customer.id,
                branch_code=customer.home_branch_code,
            )
        edit.changed("home_branch_code", customer.home_branch_code, branch_code)
        customer.home_branch_code = branch_code
        edit.columns.append("home_branch_code")
    return customer_get(actor=actor, customer_id=customer_id)
