"""Who operates timers; row-level security says the same."""

from __future__ import annotations

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NOT_READER = Text(id="Pewaktu hanya untuk pembaca konfigurasi.", en="Timers are for readers of the configuration.")
_NOT_OPERATOR = Text(id="Hanya pengelola konfigurasi yang menjalankan atau membatalkan pewaktu.", en="Only configuration managers can run or cancel timers.")


def can_read_timers(actor: Actor) -> Verdict:
    """Readers and managers of the configuration see every timer."""
    reach = max(actor.reach("configuration", Act.READ), actor.reach("configuration", Act.MANAGE))
    return ALLOW if reach is Reach.ALL else deny(_NOT_READER)


def can_operate_timers(actor: Actor) -> Verdict:
    """Managers of the configuration fire timers before they are due, cancel them, and try again those that were given up."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else deny(_NOT_OPERATOR)
