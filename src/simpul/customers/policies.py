"""Who sees which customers, which of their fields, and who may change them.

Row-level security enforces the same reach in the database; each of the two is enough on its own.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Mapping, Protocol
from uuid import UUID

from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from simpul.customers.limits import REVEAL_ALLOWED
from simpul.customers.models import ChangeRequest, Customer
from simpul.platform import configuration
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text


class Part(StrEnum):
    """A group of a customer's data; name, kind, segment, status and branch belong to everybody in reach."""

    IDENTIFIERS = "IDENTIFIERS"
    PHONE = "PHONE"
    PERSONAL = "PERSONAL"  # e-mail, birth date, gender, preferences, tags
    ADDRESS = "ADDRESS"
    BUSINESS = "BUSINESS"  # products, alerts, contacts, timeline
    VALUE = "VALUE"  # accounts and what moved on them
    CHANGES = "CHANGES"  # who changed or asks to change the data
    RELATIONSHIPS = "RELATIONSHIPS"
    DOCUMENTS = "DOCUMENTS"


EVERYTHING = frozenset(Part)
# Roles whose grant on customers is limited to some fields (product chapter 1.2); every other role sees all parts.
LIMITED: Mapping[str, frozenset[Part]] = {
    "FIELD_OFFICER": frozenset({Part.PHONE, Part.ADDRESS}),
    "FINANCE": frozenset({Part.IDENTIFIERS}),
}
READERS = frozenset({"SUPERVISOR", "AGENT", "RM", "DATA_STEWARD", "SYSTEM"})

_NOT_TIER2 = Text(id="Data ini hanya dapat dibuka oleh petugas yang melayani nasabah ini.", en="Only staff who serve this customer can reveal this.")
_NOT_THIS_FIELD = Text(id="Bagian data ini bukan untuk peran Anda.", en="This part of the data is not for your role.")
_NO_PORTFOLIO = Text(id="Peran Anda tidak membagi portofolio.", en="Your role does not assign portfolios.")
_NO_BULK = Text(id="Membagi banyak nasabah sekaligus memerlukan hak massal.", en="Assigning several customers at once takes the bulk grant.")
_NOTHING_REVEALED = Text(id="Di unit Anda data tersamar tidak ditampilkan.", en="Your unit does not reveal masked data.")
_NOT_STEWARD = Text(id="Hanya pengelola data yang mengubah data nasabah; ajukan perubahan.", en="Only a data steward changes customer data; request a change.")
_NO_REQUEST = Text(id="Peran Anda tidak dapat mengajukan perubahan untuk nasabah ini.", en="Your role cannot request changes for this customer.")
_NO_DOCUMENTS = Text(id="Dokumen nasabah tidak ditampilkan untuk peran Anda.", en="Your role is not shown customers' documents.")
_NO_ATTACHING = Text(id="Hanya petugas yang melayani nasabah ini yang melampirkan dokumen.", en="Only staff who serve this customer attach documents.")
_NO_REMOVING = Text(
    id="Hanya pengunggah, supervisor cabang, atau pengelola data yang menghapus dokumen.",
    en="A document can be removed by the person who attached it, a supervisor of the branch or a data steward.",
)
_NOT_MANAGER = Text(id="Hanya pengelola konfigurasi yang mengubah daftar ini.", en="Only managers of the configuration change this list.")
_NO_DECISION = Text(id="Hanya pengelola data yang memutuskan pengajuan.", en="Only a data steward decides about requests.")
OWN_REQUEST = Text(id="Pengajuan sendiri harus diputuskan orang lain.", en="Somebody else must decide about your own request.")
_OTHERS_REQUEST = Text(id="Hanya pengaju yang dapat menarik pengajuan.", en="Only the requester can withdraw the request.")


class Placed(Protocol):
    """What a policy reads of a customer; `elevation_tier` is the tier of a profile opened to the caller, else 0."""

    @property
    def home_branch_code(self) -> str: ...
    @property
    def rm_user_id(self) -> UUID | None: ...


def _elevated(column: str) -> RawSQL:
    return RawSQL(f"{column} = ANY ((SELECT iam.elevated_customers())::uuid[])", (), output_field=BooleanField())  # noqa: S611 - the column is ours


def reached(actor: Actor, resource: str = "customer", act: Act = Act.READ, *, prefix: str = "", elevated: str | None = '"customers"."customer_id"') -> Q:
    """The condition that a customer lies within the actor's reach for an action."""
    reach = actor.reach(resource, act)
    if reach is Reach.ALL:
        return Q()
    condition = Q(pk__in=[])
    if reach >= Reach.BRANCH:
        condition |= Q(**{f"{prefix}home_branch_code__in": sorted(actor.branch_codes)})
    if reach >= Reach.PORTFOLIO:
        condition |= Q(**{f"{prefix}rm_user_id": actor.id})
    return condition | Q(_elevated(elevated)) if elevated else condition


def visible_customers(actor: Actor) -> QuerySet[Customer]:
    """The customers within the actor's reach, or opened to the actor alone."""
    return Customer.objects.filter(reached(actor))


def visible_change_requests(actor: Actor) -> QuerySet[ChangeRequest]:
    """The requests about customers for which the actor may read requests."""
    return ChangeRequest.objects.filter(reached(actor, "change_request", prefix="customer__", elevated=None))


def _covers(reach: Reach, actor: Actor, customer: Placed) -> bool:
    if reach is Reach.ALL or (reach >= Reach.BRANCH and customer.home_branch_code in actor.branch_codes):
        return True
    return reach >= Reach.PORTFOLIO and customer.rm_user_id == actor.id


def _opened(customer: Placed) -> int:
    return int(getattr(customer, "elevation_tier", 0) or 0)


def is_visible(actor: Actor, customer: Placed) -> bool:
    """The reach of `visible_customers`, for one row that is already read."""
    return bool(_opened(customer)) or _covers(actor.reach("customer", Act.READ), actor, customer)


def name_is_clear(actor: Actor, customer: Placed) -> bool:
    """Whose grant spans all branches (DATA_STEWARD) reads names in the own branches only."""
    return actor.reach("customer", Act.READ) < Reach.ALL or bool(_opened(customer)) or _covers(actor.tier_reach(2), actor, customer)


def parts(actor: Actor, customer: Placed | None = None) -> frozenset[Part]:
    """Which parts of a customer's data the actor's roles show; who reads the name masked sees neither money nor documents."""
    if READERS & set(actor.kinds):
        return EVERYTHING if customer is None or name_is_clear(actor, customer) else EVERYTHING - {Part.VALUE, Part.DOCUMENTS}
    shown = frozenset[Part]().union(*(LIMITED.get(role, frozenset()) for role in actor.kinds))
    return EVERYTHING if not shown and customer is not None and _opened(customer) else shown


def tier_of(actor: Actor, customer: Placed) -> int:
    """The highest sensitivity tier that the actor holds on this customer, 1 to 3."""
    held = [tier for tier in (2, 3) if _covers(actor.tier_reach(tier), actor, customer)]
    return max(1, _opened(customer), *held)


_PART_OF = {"phone_e164": Part.PHONE, "email": Part.PERSONAL, "birth_date": Part.PERSONAL}


def can_reveal(actor: Actor, customer: Placed, field: str | None = None) -> Verdict:
    """Tier 2 within its reach shows one field clear; a profile opened to the actor needs tier 2 as well."""
    if not configuration.value(REVEAL_ALLOWED, actor):
        return deny(_NOTHING_REVEALED)
    if not (_covers(actor.tier_reach(2), actor, customer) or _opened(customer) >= 2):
        return deny(_NOT_TIER2)
    if field is not None and _PART_OF.get(field, Part.IDENTIFIERS) not in parts(actor, customer):
        return deny(_NOT_THIS_FIELD)
    return ALLOW


def can_edit(actor: Actor, customer: Placed) -> Verdict:
    """A data steward edits any customer."""
    return ALLOW if _covers(actor.reach("customer", Act.UPDATE), actor, customer) else deny(_NOT_STEWARD)


def can_request_change(actor: Actor, customer: Placed) -> Verdict:
    """Staff who serve the customer pass on what they hear."""
    return ALLOW if _covers(actor.reach("change_request", Act.CREATE), actor, customer) else deny(_NO_REQUEST)


def can_read_documents(actor: Actor, customer: Placed) -> Verdict:
    """Roles that see the whole of a customer see its documents, each within its tier."""
    return ALLOW if Part.DOCUMENTS in parts(actor, customer) else deny(_NO_DOCUMENTS)


def can_attach_documents(actor: Actor, customer: Placed) -> Verdict:
    """Staff who serve the customer, and data stewards."""
    return ALLOW if can_request_change(actor, customer) or can_edit(actor, customer) else deny(_NO_ATTACHING)


def can_remove_documents(actor: Actor, customer: Placed) -> Verdict:
    """Supervisors of the customer's branch and data stewards; who attached a document takes it back as well."""
    supervises = _covers(actor.reach("portfolio", Act.ASSIGN), actor, customer)
    return ALLOW if supervises or can_edit(actor, customer) else deny(_NO_REMOVING)


def can_decide(actor: Actor, request: ChangeRequest) -> Verdict:
    """A data steward decides, never about the own request."""
    if not _covers(actor.reach("change_request", Act.ASSIGN), actor, request.customer):
        return deny(_NO_DECISION)
    return deny(OWN_REQUEST) if request.requested_by == actor.id else ALLOW


def can_withdraw(actor: Actor, request: ChangeRequest) -> Verdict:
    """Only who asked withdraws."""
    return ALLOW if request.requested_by == actor.id else deny(_OTHERS_REQUEST)


def can_manage_codes(actor: Actor) -> Verdict:
    """Managers of the configuration keep segments, products and kinds of relationships."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def can_assign_portfolio(actor: Actor) -> Verdict:
    """Who assigns or manages portfolios; each customer's branch is asked for each row."""
    return ALLOW if max(actor.reach("portfolio", Act.ASSIGN), actor.reach("portfolio", Act.MANAGE)) >= Reach.BRANCH else deny(_NO_PORTFOLIO)


def can_assign_many(actor: Actor) -> Verdict:
    """Several customers in one act take the grant for many, which managing portfolios includes."""
    verdict = can_assign_portfolio(actor)
    if verdict and max(actor.reach("portfolio", Act.BULK), actor.reach("portfolio", Act.MANAGE)) < Reach.BRANCH:
        return deny(_NO_BULK)
    return verdict
