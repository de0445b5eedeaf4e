"""Who may move an item: people of a role that the workflow names, on what lies within the reach that it names."""

from __future__ import annotations

from collections.abc import Iterable

from simpul.iam.public import role_name
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text, speaking
from simpul.workflow.definitions.content import By, RollBack
from simpul.workflow.definitions.vocabulary import REACH_NAMES
from simpul.workflow.registry import Place

_ONLY_SYSTEM = deny(Text(id="Langkah ini dilakukan sistem, bukan orang.", en="The system makes this step, not a person."))
_OTHER_ROLES = Text(id="Langkah ini untuk peran {roles}.", en="This step is for {roles}.")
_TOO_FAR = Text(id="Langkah ini hanya untuk data dalam jangkauan “{reach}”.", en="This step is only for what lies within the reach “{reach}”.")
OUT_OF_SIGHT = Text(id="Data ini di luar jangkauan Anda.", en="This record is outside your reach.")


def reads_all_items(actor: Actor) -> bool:
    """Whoever reads or manages the configuration follows every item, without its subject's data."""
    return Reach.ALL in (actor.reach("configuration", Act.READ), actor.reach("configuration", Act.MANAGE))


def may_move(actor: Actor, by: By | None, place: Place) -> Verdict:
    """The roles and the reach of a transition; the system makes any."""
    if actor.kind == "SYSTEM":
        return ALLOW
    if by is None or not by.roles or by.reach is None:
        return _ONLY_SYSTEM
    return _within(actor, by.roles, by.reach, place)


def may_roll_back(actor: Actor, rollback: RollBack, place: Place) -> Verdict:
    """The roles and the reach that a transition's roll-back names."""
    return ALLOW if actor.kind == "SYSTEM" else _within(actor, rollback.roles, rollback.reach, place)


def _within(actor: Actor, roles: Iterable[str], reach: str, place: Place) -> Verdict:
    if not set(roles) & set(actor.role_keys):
        return deny(Text(id=_OTHER_ROLES.id.format(roles=_names(roles, "id")), en=_OTHER_ROLES.en.format(roles=_names(roles, "en"))))
    if place.nearest_reach(actor) > Reach[reach]:
        return deny(Text(id=_TOO_FAR.id.format(reach=REACH_NAMES[reach].id), en=_TOO_FAR.en.format(reach=REACH_NAMES[reach].en)))
    return ALLOW


def _names(roles: Iterable[str], language: str) -> str:
    with speaking(language):
        return ", ".join(role_name(role) for role in roles)
