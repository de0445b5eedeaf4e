"""Who may read and change workflows."""

from __future__ import annotations

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NOT_EDITOR = deny(Text(id="Hanya administrator yang mengubah alur kerja.", en="Only an administrator changes workflows."))


def can_edit_workflows(actor: Actor) -> Verdict:
    """Whoever manages the configuration."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else _NOT_EDITOR
