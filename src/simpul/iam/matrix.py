"""The grant table as values: cells, changes of cells, and what a change means. Pure, no rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simpul.iam.catalogue import ACTIONS, LOCKED, REACHES, WATCHING, resource
from simpul.iam.grants import shipped_grants
from simpul.platform.actor import Reach
from simpul.platform.text import Text

Place = tuple[str, str, str]  # role, resource, action


@dataclass(frozen=True)
class Cell:
    """How far an action goes; `per_user` works only for users switched on by name."""

    reach: Reach
    per_user: bool = False
    limit: str = ""


Table = Mapping[Place, Cell]


@dataclass(frozen=True)
class Change:
    """One cell that shall be otherwise; None takes the grant away."""

    place: Place
    before: Cell | None
    after: Cell | None

    @property
    def kind(self) -> str:
        """GAINS, LOSES, WIDENS, NARROWS, or SWITCHED when only the switching by name changes."""
        if self.before is None:
            return "GAINS"
        if self.after is None:
            return "LOSES"
        if self.after.reach == self.before.reach:
            return "SWITCHED"
        return "WIDENS" if self.after.reach > self.before.reach else "NARROWS"

    @property
    def widens(self) -> bool:
        """Whether somebody may end up with more."""
        if self.after is None:
            return False
        before = self.before
        return before is None or self.after.reach > before.reach or (before.per_user and not self.after.per_user)

    @property
    def takes_away(self) -> bool:
        """Whether somebody may end up with less."""
        if self.before is None:
            return False
        after = self.after
        return after is None or after.reach < self.before.reach or (after.per_user and not self.before.per_user)


_SENTENCES = {
    "GAINS": Text(id="{role} mendapat “{action}” pada {resource}: {after}.", en="{role} gains “{action}” on {resource}: {after}."),
    "LOSES": Text(id="{role} kehilangan “{action}” pada {resource} (sebelumnya {before}).", en="{role} loses “{action}” on {resource} (before: {before})."),
    "WIDENS": Text(
        id="{role}: “{action}” pada {resource} melebar dari {before} menjadi {after}.", en="{role}: “{action}” on {resource} widens from {before} to {after}."
    ),
    "NARROWS": Text(
        id="{role}: “{action}” pada {resource} menyempit dari {before} menjadi {after}.",
        en="{role}: “{action}” on {resource} takes_away from {before} to {after}.",
    ),
    "SWITCHED": Text(
        id="{role}: “{action}” pada {resource} berubah dari {before} menjadi {after}.", en="{role}: “{action}” on {resource} changes from {before} to {after}."
    ),
}
_BY_NAME = Text(id="{reach}, hanya pengguna yang ditunjuk", en="{reach}, named users only")
_OWN_ROLE = Text(
    id="Anda memegang peran ini; melebarkannya di atas bawaan harus dilakukan lewat peran yang tidak Anda pegang.",
    en="You hold this role; nobody widens their own access beyond what is shipped.",
)
_LEAST = Text(id="Jangkauan ini tidak berarti untuk sumber daya ini.", en="This reach means nothing for this resource.")


def shipped() -> dict[Place, Cell]:
    """The table that comes with the product, without the system's own grants."""
    return {(g.role_key, g.resource, g.action): Cell(g.reach, g.per_user, g.limit) for g in shipped_grants() if g.role_key != "SYSTEM"}


def diff(current: Table, wanted: Mapping[Place, Cell | None]) -> list[Change]:
    """What differs between the table and what is wanted of some cells, in the order of the wanted cells."""
    found = []
    for place, after in wanted.items():
        before = current.get(place)
        if (before and (before.reach, before.per_user)) != (after and (after.reach, after.per_user)):
            found.append(Change(place, before, after))
    return found


def refusal(change: Change, *, base: str, held: Iterable[str], default: Table) -> Text | None:
    """Why a change is refused whatever one may manage: a locked cell, or more for a role that one holds oneself.

    `base` is the shipped role that the changed role is or was made from, `held` the roles of who asks.
    """
    role, about, action = change.place
    if (base, about, action) in WATCHING and change.takes_away:
        return WATCHING[(base, about, action)]
    if (role, about, action) in LOCKED and (base, about, action) not in WATCHING:
        return LOCKED[(role, about, action)]
    if (base, about, action) in LOCKED and (base, about, action) not in WATCHING and change.widens:
        return LOCKED[(base, about, action)]
    if role in set(held) and change.widens:
        ordinary = default.get((role, about, action))
        within = ordinary is not None and change.after is not None and change.after.reach <= ordinary.reach and change.after.per_user >= ordinary.per_user
        return None if within else _OWN_ROLE
    return None


def impossible(about: str, action: str, reach: Reach) -> tuple[str, Text] | None:
    """The field and the reason when a cell cannot exist."""
    offered = resource(about)
    if action not in offered.actions:
        return "action", Text(id="Sumber daya ini tidak menawarkan tindakan ini.", en="This resource does not offer this action.")
    if Reach.NONE < reach < offered.least:
        return "reach", _LEAST
    return None


def sentence(change: Change, role_name: Text) -> Text:
    """The change in words."""
    _, about, action = change.place
    values = {language: _values(change, language) for language in ("id", "en")}
    template = _SENTENCES[change.kind]
    name = resource(about).name
    return Text(
        id=template.id.format(role=role_name.id, action=ACTIONS[action].id, resource=name.id, **values["id"]),
        en=template.en.format(role=role_name.en, action=ACTIONS[action].en, resource=name.en, **values["en"]),
    )


def _values(change: Change, language: str) -> dict[str, str]:
    return {"before": _cell(change.before, language), "after": _cell(change.after, language)}


def _cell(cell: Cell | None, language: str) -> str:
    if cell is None:
        return str(getattr(REACHES["NONE"][0], language))
    reach = str(getattr(REACHES[cell.reach.name][0], language)).lower()
    return str(getattr(_BY_NAME.format(reach=reach), language)) if cell.per_user else reach


def written(place: Place, cell: Cell | None) -> str:
    """A cell as the trail keeps it, such as `AGENT case:U=OWN`."""
    role, about, action = place
    return f"{role} {about}:{action}={cell.reach.name if cell else 'NONE'}{'?' if cell and cell.per_user else ''}"
