"""Who may change the organisation itself."""

from __future__ import annotations

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NO = deny(Text(id="Hanya administrator yang mengubah cabang, unit, dan pengguna.", en="Only an administrator changes branches, units and users."))


def can_manage_organisation(actor: Actor) -> Verdict:
    """Whoever manages the configuration."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else _NO
