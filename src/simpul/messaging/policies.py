"""Whose notices are whose, and who writes and approves message templates. Row-level security says the same in sql/."""

from __future__ import annotations

from django.db.models import QuerySet

from simpul.messaging.models import InboxNotice, MessageTemplate, MessageTemplateVersion
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

RESOURCE = "task"  # the grant table has one line for tasks, reminders and notices
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
