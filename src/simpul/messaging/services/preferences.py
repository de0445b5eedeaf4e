"""Which channels a customer wants for offers, and addresses that are written to again."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.customers.public import customer_get
from simpul.messaging.acts import NoticeAct
from simpul.messaging.errors import SuppressionNotFound
from simpul.messaging.models import ContactPreference, SuppressedAddress
from simpul.messaging.policies import can_change_preferences, can_keep_providers
from simpul.platform.actor import Actor
from simpul.platform.clock import now


@transaction.atomic
def preference_set(*, actor: Actor, customer_id: UUID, channel: str, is_wanted: bool) -> None:
    """Note whether a customer wants offers by one channel; messages of service go out either way.

    Raises: CustomerNotFound, Forbidden.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    with audited_change(
        actor, NoticeAct.CHANGE_PREFERENCE, "CUSTOMER", customer.id, customer_id=customer.id, branch_code=customer.home_branch_code, meta={"channel": channel}
    ) as change:
        change.require(can_change_preferences(actor, customer))
        stands = ContactPreference.objects.select_for_update().filter(customer_id=customer.id, channel=channel).first()
        before = stands.is_wanted if stands else True
        if before == is_wanted:
            change.nothing_changed()
            return
        if stands is None:
            ContactPreference.objects.create(customer_id=customer.id, channel=channel, is_wanted=is_wanted, updated_at=now(), updated_by=actor.id)
        else:
            ContactPreference.objects.filter(customer_id=customer.id, channel=channel).update(is_wanted=is_wanted, updated_at=now(), updated_by=actor.id)
        change.describe(before=before, after=is_wanted)


@transaction.atomic
def suppression_lift(*, actor: Actor, suppression_id: UUID, reason: str) -> None:
    """Write to an address again; what the customer agreed to stays as it is.

    Raises: Forbidden, SuppressionNotFound.
    """
    with audited_change(actor, NoticeAct.LIFT_SUPPRESSION, "SUPPRESSED_ADDRESS", suppression_id) as change:
        change.require(can_keep_providers(actor))
        found = SuppressedAddress.objects.select_for_update().filter(pk=suppression_id, lifted_at__isnull=True).first()
        if found is None:
            raise SuppressionNotFound()
        change.customer_id = found.customer_id
        found.lifted_at, found.lifted_by, found.lifted_reason = now(), actor.id, reason
        found.save(update_fields=["lifted_at", "lifted_by", "lifted_reason"])
        change.describe(channel=found.channel, before=found.reason)
