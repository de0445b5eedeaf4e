"""Whose notices are whose, who reads messages to customers, keeps accounts with providers, and writes and approves templates. Row-level security says the same in sql/."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from simpul.customers.public import Placed, tier_of
from simpul.messaging.models import InboxNotice, MessageProvider, MessageTemplate, MessageTemplateVersion, OutboundMessage
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

RESOURCE = "task"  # the grant table has one line for tasks, reminders and notices
CONFIGURATION, CONSENT = "configuration", "consent"
_NOT_MANAGER = Text(id="Hanya pengelola konfigurasi yang mengubah penyedia pesan.", en="Only managers of the configuration change message providers.")
_NOT_SERVING = Text(id="Hanya petugas yang melayani nasabah ini yang mengubah pilihannya.", en="Only staff who serve this customer change preferences.")
_NOT_PROGRAM = Text(id="Hanya program milik organisasi yang melayani aplikasi nasabah.", en="Only the organisation's own programs serve the customers' app.")
_NOT_YOURS = Text(id="Peran Anda tidak memiliki kotak masuk.", en="Your role has no inbox.")


def visible_notices(actor: Actor) -> QuerySet[InboxNotice]:
    """The own notices, whatever else the grant reaches: a colleague's inbox is the colleague's."""
    return InboxNotice.objects.filter(user_id=actor.id) if may_read(actor) else InboxNotice.objects.none()


def may_read(actor: Actor) -> bool:
    """Whoever may read notices at all has an inbox."""
    return actor.reach(RESOURCE, Act.READ) is not Reach.NONE


def can_mark(actor: Actor) -> Verdict:
    """Whoever may change notices marks the own ones."""
    return ALLOW if actor.reach(RESOURCE, Act.UPDATE) is not Reach.NONE else deny(_NOT_YOURS)


def visible_messages(actor: Actor, customer_id: UUID, customer: Placed) -> QuerySet[OutboundMessage]:
    """The messages to one customer about what the actor may read, or about all of an opened profile, as far as the tier goes; own ones always."""
    held = [resource for resource in actor.grants if actor.reach_whole(resource, Act.READ) is not Reach.NONE]
    about = Q() if getattr(customer, "elevation_tier", 0) else Q(resource__in=held)
    return OutboundMessage.objects.filter(about, Q(tier__lte=tier_of(actor, customer)) | Q(created_by=actor.id), customer_id=customer_id)


def visible_providers(actor: Actor) -> QuerySet[MessageProvider]:
    """All accounts for who reads or keeps the configuration."""
    may = any(actor.reach(CONFIGURATION, act) is Reach.ALL for act in (Act.READ, Act.MANAGE))
    return MessageProvider.objects.all() if may or actor.kind == "SYSTEM" else MessageProvider.objects.none()


def can_keep_providers(actor: Actor) -> Verdict:
    """Managers of the configuration keep the accounts."""
    return ALLOW if actor.reach(CONFIGURATION, Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def can_change_preferences(actor: Actor, customer: Placed) -> Verdict:
    """Staff of the customer's branch who may change consents; never from marketing."""
    reach = actor.reach_whole(CONSENT, Act.UPDATE)
    covers = reach is Reach.ALL or (reach is Reach.BRANCH and customer.home_branch_code in actor.branch_codes)
    return ALLOW if covers and "MARKETING" not in actor.kinds else deny(_NOT_SERVING)


def can_serve_app(actor: Actor, customer: Placed) -> Verdict:
    """Service accounts of the customer's branch: a person could take the customer's messages to a device of their own."""
    if actor.kind != "SERVICE":
        return deny(_NOT_PROGRAM)
    return can_change_preferences(actor, customer)


TEMPLATE = "message_template"
_NO_WRITER = Text(id="Hanya pemasaran yang menulis templat pesan.", en="Only marketing writes message templates.")
_NO_APPROVER = Text(id="Hanya supervisor atau kepatuhan yang memutuskan templat pesan.", en="Only a supervisor or compliance decides about message templates.")
OWN_VERSION = Text(id="Versi yang Anda tulis disetujui orang lain.", en="Somebody else approves a version that you wrote.")


def visible_templates(actor: Actor) -> QuerySet[MessageTemplate]:
    """All templates for who may read them, else none: they are about no customer and no branch."""
    return MessageTemplate.objects.all() if actor.reach(TEMPLATE, Act.READ) is Reach.ALL else MessageTemplate.objects.none()


def can_write_template(actor: Actor) -> Verdict:
    """Marketing writes templates."""
    return ALLOW if actor.reach(TEMPLATE, Act.UPDATE) is Reach.ALL else deny(_NO_WRITER)


def can_decide_template(actor: Actor, version: MessageTemplateVersion) -> Verdict:
    """A supervisor or compliance, and never who wrote a word of it."""
    if actor.reach(TEMPLATE, Act.ASSIGN) is not Reach.ALL:
        return deny(_NO_APPROVER)
    return deny(OWN_VERSION) if actor.id in version.writers else ALLOW


def can_retire_template(actor: Actor) -> Verdict:
    """Whoever writes templates or decides about them takes one out of use."""
    return ALLOW if Reach.ALL in (actor.reach(TEMPLATE, Act.UPDATE), actor.reach(TEMPLATE, Act.ASSIGN)) else deny(_NO_WRITER)
