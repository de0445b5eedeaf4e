"""Who changes what cases are handled by. Everybody who works with cases counts with it; row-level security says the same."""

from __future__ import annotations

from simpul.cases.vocabulary import CONFIGURATION, RESOURCE
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NOT_MANAGER = Text(
    id="Hanya pengelola konfigurasi yang mengubah kategori dan batas waktu kasus.",
    en="Only who manages the configuration changes categories and time limits of cases.",
)
_NOT_READER = Text(
    id="Kebijakan SLA untuk petugas kasus dan pembaca konfigurasi.", en="Service levels are for who handles cases and who reads the configuration."
)


def can_manage(actor: Actor) -> Verdict:
    """Managers of the configuration."""
    return ALLOW if actor.reach(CONFIGURATION, Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def can_read(actor: Actor) -> Verdict:
    """Whoever reads or opens cases, and readers of the configuration."""
    handles = max(actor.reach(RESOURCE, Act.READ), actor.reach(RESOURCE, Act.CREATE))
    configures = max(actor.reach(CONFIGURATION, Act.READ), actor.reach(CONFIGURATION, Act.MANAGE))
    return ALLOW if handles is not Reach.NONE or configures is Reach.ALL else deny(_NOT_READER)
