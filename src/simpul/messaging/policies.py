"""Whose notices are whose. Row-level security says the same in sql/inbox_rules.sql."""

from __future__ import annotations

from django.db.models import QuerySet

from simpul.messaging.models import InboxNotice
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
