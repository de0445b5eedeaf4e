"""What changed between two contents, part by part, each with a sentence that a person reads.

States, transitions and timers are compared by key, so that moving one in its list is not taken for a change of all that
follow. A path names keys where a list has them: `/transitions/approve/guard`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from simpul.platform.text import Text
from simpul.workflow.definitions.problems import fill, pointer
from simpul.workflow.definitions.shape import as_stored

Kind = Literal["added", "removed", "changed"]

_LISTS: Mapping[str, Text] = {
    "states": Text(id="Keadaan", en="State"),
    "transitions": Text(id="Transisi", en="Transition"),
    "timers": Text(id="Pewaktu", en="Timer"),
}
_PARTS: Mapping[str, Text] = {
    "title": Text(id="nama", en="name"),
    "kind": Text(id="jenis", en="kind"),
    "lane": Text(id="lajur", en="lane"),
    "counts_as": Text(id="hitungannya", en="what it counts as"),
    "position": Text(id="letak gambar", en="place in the drawing"),
    "from": Text(id="asal", en="origin"),
    "to": Text(id="tujuan", en="target"),
    "by": Text(id="pelaku", en="who may"),
    "guard": Text(id="syarat", en="guard"),
    "checks": Text(id="pemeriksaan", en="checks"),
    "required": Text(id="isian wajib", en="required fields"),
    "effects": Text(id="tindakan", en="effects"),
    "rollback": Text(id="pembatalan", en="roll-back"),
    "after": Text(id="waktu", en="time"),
    "then": Text(id="akibat", en="consequence"),
    "subject": Text(id="subjek", en="subject"),
    "key": Text(id="kunci", en="key"),
}
_ADDED = Text(id="{what} “{name}” ditambahkan.", en="{what} “{name}” was added.")
_REMOVED = Text(id="{what} “{name}” dihapus.", en="{what} “{name}” was removed.")
_CHANGED = Text(id="{what} “{name}”: {part} diubah.", en="{what} “{name}”: {part} changed.")
_OF_ALL = Text(id="Alur kerja: {part} diubah.", en="Workflow: {part} changed.")
_ORDER = Text(id="Urutan transisi diubah.", en="The order of the transitions changed.")
_WHOLE = Text(id="Isi alur kerja diubah seluruhnya.", en="The whole content changed.")


@dataclass(frozen=True)
class Change:
    """One part that differs."""

    path: str
    kind: Kind
    before: Any
    after: Any
    sentence: Text

    def row(self) -> dict[str, Any]:
        """As the API gives it, in the reader's language."""
        return {"path": self.path, "kind": self.kind, "before": self.before, "after": self.after, "sentence": str(self.sentence)}


def changed(before: Any, after: Any) -> bool:
    """Whether two contents mean something different."""
    return bool(as_stored(before) != as_stored(after))


def diff(before: Any, after: Any) -> list[Change]:
    """The changes from one content to another; nothing when both mean the same."""
    old, new = as_stored(before), as_stored(after)
    if old == new:
        return []
    if not (_whole(old) and _whole(new)):
        return [Change("", "changed", old, new, _WHOLE)]
    found = [
        Change(pointer(name), "changed", old.get(name), new.get(name), _about(_OF_ALL, name))
        for name in sorted((set(old) | set(new)) - {"states", "transitions"})
        if old.get(name) != new.get(name)
    ]
    for name in ("states", "transitions"):
        found += _lists(old[name], new[name], (name,), name)
    if _kept(old["transitions"], new["transitions"]) != _kept(new["transitions"], old["transitions"]):
        found.append(Change("/transitions", "changed", _keys(old["transitions"]), _keys(new["transitions"]), _ORDER))
    return found


def _whole(content: Any) -> bool:
    """Whether every list has its keys, each once: then parts can be compared by them."""
    if not isinstance(content, Mapping):
        return False
    return all(_listed(content.get(name)) for name in ("states", "transitions"))


def _listed(rows: Any) -> bool:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) and isinstance(row.get("key"), str) for row in rows):
        return False
    return len({row["key"] for row in rows}) == len(rows)


def _keys(rows: list[Any]) -> list[str]:
    return [row["key"] for row in rows]


def _kept(rows: list[Any], other: list[Any]) -> list[str]:
    """The keys that both lists have, in the order of the first."""
    there = set(_keys(other))
    return [key for key in _keys(rows) if key in there]


def _lists(old: list[Any], new: list[Any], at: tuple[str, ...], name: str) -> Iterator[Change]:
    before, after = {row["key"]: row for row in old}, {row["key"]: row for row in new}
    for key, row in before.items():
        if key not in after:
            yield Change(pointer(*at, key), "removed", row, None, _named(_REMOVED, name, row))
    for key, row in after.items():
        if key not in before:
            yield Change(pointer(*at, key), "added", None, row, _named(_ADDED, name, row))
        else:
            yield from _parts(before[key], row, (*at, key), name)


def _parts(old: Mapping[str, Any], new: Mapping[str, Any], at: tuple[str, ...], name: str) -> Iterator[Change]:
    for part in [*old, *(part for part in new if part not in old)]:
        before, after = old.get(part), new.get(part)
        if before == after:
            continue
        if part == "timers" and _listed(before) and _listed(after):
            yield from _lists(before or [], after or [], (*at, part), part)
        else:
            yield Change(pointer(*at, part), "changed", before, after, _about(_CHANGED, part, what=_LISTS[name], name=_name(new)))


def _name(row: Mapping[str, Any]) -> Text:
    """What a part is called: by its title, else by its key."""
    title = row.get("title")
    words = [title.get(language) for language in ("id", "en")] if isinstance(title, Mapping) else [None, None]
    return Text(id=str(words[0] or row["key"]), en=str(words[1] or row["key"]))


def _named(template: Text, name: str, row: Mapping[str, Any]) -> Text:
    return fill(template, what=_LISTS[name], name=_name(row))


def _about(template: Text, part: str, **values: Text) -> Text:
    return fill(template, part=_PARTS.get(part, Text(id=part, en=part)), **values)
