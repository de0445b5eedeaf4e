"""Who takes a customer's profile out of the product: nobody, unless access to this customer was approved and lasts."""

from __future__ import annotations

from uuid import UUID

from simpul.access.public import active_grant
from simpul.platform import configuration
from simpul.platform.actor import ALLOW, Act, Actor, Verdict, deny
from simpul.platform.text import Text

RESOURCE = "customer"

_NO_GRANT = Text(
    id="Profil nasabah hanya keluar selama akses darurat yang disetujui masih terbuka.",
    en="A customer's profile leaves only while approved emergency access is open.",
)
_OTHER_CUSTOMER = Text(id="Akses darurat Anda tidak mencakup nasabah ini.", en="Your emergency access does not cover this customer.")
_NOT_EXPORTER = Text(id="Peran Anda tidak boleh mengekspor data nasabah.", en="Your role may not export customer data.")


def is_opened(actor: Actor, customer_id: UUID | None) -> Verdict:
    """Whether the actor acts under a grant that opens this customer, or any customer when none is named."""
    grant = active_grant(actor)
    if grant is None:
        return deny(_NO_GRANT)
    return ALLOW if customer_id is None or customer_id in grant.customer_ids else deny(_OTHER_CUSTOMER)


def can_export_profile(actor: Actor, customer_id: UUID) -> Verdict:
    """The grant to export customers, exports that are switched on, and access that was approved."""
    if not (actor.may(RESOURCE, Act.EXPORT) and configuration.value("export.allowed", actor)):
        return deny(_NOT_EXPORTER)
    return is_opened(actor, customer_id)
