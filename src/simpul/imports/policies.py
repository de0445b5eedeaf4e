"""Who may import, and into which branches."""

from __future__ import annotations

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NO = deny(Text(id="Anda tidak berwenang mengimpor data.", en="You are not allowed to import data."))


def can_import(actor: Actor) -> Verdict:
    """Whoever may create imports, in whole or for the own branches."""
    return ALLOW if max(actor.reach("import", Act.CREATE), actor.reach("import", Act.MANAGE)) >= Reach.BRANCH else _NO


def import_branches(actor: Actor) -> frozenset[str] | None:
    """The branches whose rows the actor may bring in; None means all."""
    return None if max(actor.reach("import", Act.CREATE), actor.reach("import", Act.MANAGE)) is Reach.ALL else actor.branch_codes
