"""Who operates the installation."""

from __future__ import annotations

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NOT_READER = Text(id="Operasi sistem hanya untuk pembaca konfigurasi.", en="The operations are for readers of the configuration.")
_NOT_MANAGER = Text(id="Hanya pengelola konfigurasi yang mengimpornya.", en="Only who manages the configuration imports one.")
_NOT_OPERATOR = Text(id="Hanya pengelola konfigurasi yang menjalankan ulang pekerjaan.", en="Only who manages the configuration runs work again.")


def can_watch(actor: Actor) -> Verdict:
    """Readers and managers of the configuration see timers, jobs and dead letters."""
    reach = max(actor.reach("configuration", Act.READ), actor.reach("configuration", Act.MANAGE))
    return ALLOW if reach is Reach.ALL else deny(_NOT_READER)


def can_configure(actor: Actor) -> Verdict:
    """Managers of the configuration bring one in."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def can_operate(actor: Actor) -> Verdict:
    """Managers of the configuration fire and cancel timers and run dead letters again."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else deny(_NOT_OPERATOR)
