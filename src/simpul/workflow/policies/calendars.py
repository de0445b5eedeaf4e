"""Who reads calendars with their drafts, and who changes and approves them.

What is in force counts for everybody; row-level security says the same.
"""

from __future__ import annotations

from django.db.models import QuerySet

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text
from simpul.workflow.models import Calendar

_NOT_READER = Text(id="Kalender kerja hanya untuk pembaca konfigurasi.", en="Working calendars are for readers of the configuration.")
_NOT_MANAGER = Text(id="Hanya pengelola konfigurasi yang mengubah kalender kerja.", en="Only configuration managers can change working calendars.")


def can_read(actor: Actor) -> Verdict:
    """Readers and managers of the configuration see calendars, their drafts and versions."""
    reach = max(actor.reach("configuration", Act.READ), actor.reach("configuration", Act.MANAGE))
    return ALLOW if reach is Reach.ALL else deny(_NOT_READER)


def can_manage(actor: Actor) -> Verdict:
    """Managers of the configuration write drafts, approve and archive."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def visible_calendars(actor: Actor) -> QuerySet[Calendar]:
    """All calendars for who may read the configuration, none for others."""
    return Calendar.objects.all() if can_read(actor) else Calendar.objects.none()
