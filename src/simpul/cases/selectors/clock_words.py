"""What a line of the log says that the clocks wrote: rungs of the ladder, new terms, extensions, calendars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from simpul.cases.models import CaseActivity
from simpul.cases.vocabulary import EXTENSION_REASONS, KINDS, LADDER_LEVELS, PRIORITIES, ExtensionStatus, Kind, Priority
from simpul.iam.public import PersonFacts
from simpul.platform.text import Text

_SHARE = Text(id="{percent} % waktu penyelesaian terpakai.", en="{percent} % of the time for the resolution was used up.")
_DAYS = Text(
    id="{days} hari kerja lewat sesudah {percent} % waktu penyelesaian.", en="{days} working days passed after {percent} % of the time for the resolution."
)
_TOLD = Text(id="Tingkat {level}, {name}: {people} diberi tahu.", en="Level {level}, {name}: {people} was told.")
_CHANGED = Text(id="{name}: {before} menjadi {after}.", en="{name}: {before} became {after}.")
_NAMES = {
    "category": Text(id="Kategori", en="Category"),
    "priority": Text(id="Prioritas", en="Priority"),
    "kind": Text(id="Cara pengaduan", en="Kind of complaint"),
}
_CALENDAR = Text(id="Kalender kerja berubah; tenggat dihitung ulang.", en="The working calendar changed; due times were counted again.")
_NEAR = {
    "FIRST_RESPONSE": Text(id="Waktu respons pertama hampir habis.", en="The time for the first response is almost over."),
    "LEGAL": Text(id="Batas waktu peraturan tinggal satu hari kerja.", en="The legal limit is one working day away."),
}
_WARNED = Text(id="{people} diberi tahu.", en="{people} was told.")
_EXTENSIONS = {
    ExtensionStatus.WAITING: Text(id="Perpanjangan batas peraturan diajukan: {reason}.", en="An extension of the legal limit was asked for: {reason}."),
    ExtensionStatus.APPROVED: Text(id="Perpanjangan batas peraturan disetujui: {reason}.", en="The extension of the legal limit was approved: {reason}."),
    ExtensionStatus.REFUSED: Text(id="Perpanjangan batas peraturan ditolak: {reason}.", en="The extension of the legal limit was refused: {reason}."),
}


def people_told(activity: CaseActivity) -> list[UUID]:
    """Who was told of a rung, or warned."""
    return [UUID(each) for each in activity.data.get("to", ())] if activity.data.keys() & {"rung", "warning"} else []


def clock_text(activity: CaseActivity, who: Mapping[UUID, PersonFacts]) -> str:
    """The line in words, with what its author wrote."""
    data = activity.data
    said = list[str]()
    if "rung" in data:
        said += _rung(data["rung"], [who[each].full_name for each in people_told(activity) if each in who])
    said += [
        str(_CHANGED.format(name=_NAMES[name], before=_value(name, ends["from"]), after=_value(name, ends["to"])))
        for name, ends in data.get("terms", {}).items()
    ]
    if "extension" in data:
        reason = EXTENSION_REASONS[data["reason_code"]]
        said.append(str(_EXTENSIONS[ExtensionStatus(data["extension"])].format(reason=reason)))
    if "warning" in data:
        said.append(str(_NEAR[data["warning"]]))
        if names := [who[each].full_name for each in people_told(activity) if each in who]:
            said.append(str(_WARNED.format(people=", ".join(names))))
    if "calendar" in data:
        said.append(str(_CALENDAR))
    return " ".join([*said, *([activity.message] if activity.message else [])])


def _rung(rung: Mapping[str, Any], names: list[str]) -> list[str]:
    told = _DAYS if rung["working_days"] else _SHARE
    said = [str(told.format(percent=rung["percent"], days=rung["working_days"]))]
    if names:
        said.append(str(_TOLD.format(level=rung["level"], name=LADDER_LEVELS[rung["level"]], people=", ".join(names))))
    return said


def _value(name: str, value: str) -> str:
    return str(PRIORITIES[Priority(value)]) if name == "priority" else str(KINDS[Kind(value)]) if name == "kind" else value
