"""What differs between two contents of a calendar, place by place, each with a sentence that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from simpul.platform.text import Text
from simpul.workflow.calendars.content import WEEKDAYS, Content, DayRule, clock, intervals_wire, text_wire
from simpul.workflow.calendars.worktime import DayKind, Interval

_MONTHS_ID = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_MONTHS_EN = "January February March April May June July August September October November December".split()

_CLOSED = Text(id="libur", en="closed")
_TITLE = Text(id="Nama: {before} menjadi {after}.", en="Title: {before} becomes {after}.")
_ZONE = Text(id="Zona waktu: {before} menjadi {after}.", en="Time zone: {before} becomes {after}.")
_REGION = Text(id="Usulan hari libur: {before} menjadi {after}.", en="Proposed holidays: {before} becomes {after}.")
_NONE = Text(id="tidak ada", en="none")
_LEAVE = {
    True: Text(id="Cuti bersama sekarang dihitung sebagai hari kerja.", en="Joint leave now counts as working days."),
    False: Text(id="Cuti bersama sekarang tidak dihitung sebagai hari kerja.", en="Joint leave no longer counts as working days."),
}
_WEEKDAY = Text(id="{day}: {before} menjadi {after}.", en="{day}: {before} becomes {after}.")
_ADDED = Text(id="{day}: {what} ditambahkan.", en="{day}: {what} is added.")
_REMOVED = Text(id="{day}: {what} dihapus.", en="{day}: {what} is removed.")
_CHANGED = Text(id="{day}: {before} menjadi {after}.", en="{day}: {before} becomes {after}.")
_RULES = {
    "HOLIDAY": Text(id="hari libur {name}", en="holiday {name}"),
    "JOINT_LEAVE": Text(id="cuti bersama {name}", en="joint leave {name}"),
    "WORKED": Text(id="cuti bersama {name} (hari kerja)", en="joint leave {name} (working day)"),
    "NOT_WORKED": Text(id="cuti bersama {name} (libur)", en="joint leave {name} (day off)"),
    "SPECIAL": Text(id="hari kerja khusus {name} ({hours})", en="special working day {name} ({hours})"),
    "REJECTED": Text(id="{name} bukan hari libur", en="{name} is no holiday"),
}


@dataclass(frozen=True)
class Change:
    """One place that differs. `path` is a JSON pointer; days are pointed at by their date."""

    path: str
    kind: Literal["added", "removed", "changed"]
    before: Any
    after: Any
    sentence: Text


def diff(before: Content, after: Content) -> list[Change]:
    """The changes that lead from one content to the other, in the order of the page."""
    return [*_head(before, after), *_week(before, after), *_days(before, after)]


def _head(before: Content, after: Content) -> Iterator[Change]:
    if before.title != after.title:
        sentence = Text(id=_TITLE.id.format(before=before.title.id, after=after.title.id), en=_TITLE.en.format(before=before.title.en, after=after.title.en))
        yield Change("/title", "changed", text_wire(before.title), text_wire(after.title), sentence)
    if before.zone != after.zone:
        yield Change("/zone", "changed", before.zone, after.zone, _ZONE.format(before=before.zone, after=after.zone))
    if before.region != after.region:
        names = [Text(id=one.region, en=one.region) if one.region else _NONE for one in (before, after)]
        sentence = Text(id=_REGION.id.format(before=names[0].id, after=names[1].id), en=_REGION.en.format(before=names[0].en, after=names[1].en))
        yield Change("/region", "changed", before.region, after.region, sentence)
    if before.joint_leave_works != after.joint_leave_works:
        yield Change("/joint_leave_works", "changed", before.joint_leave_works, after.joint_leave_works, _LEAVE[after.joint_leave_works])


def _week(before: Content, after: Content) -> Iterator[Change]:
    for index, (was, becomes) in enumerate(zip(before.weekly, after.weekly, strict=True)):
        if was != becomes:
            old, new, day = _hours(was), _hours(becomes), WEEKDAYS[index]
            sentence = Text(id=_WEEKDAY.id.format(day=day.id, before=old.id, after=new.id), en=_WEEKDAY.en.format(day=day.en, before=old.en, after=new.en))
            yield Change(f"/weekly/{index}", "changed", intervals_wire(was), intervals_wire(becomes), sentence)


def _days(before: Content, after: Content) -> Iterator[Change]:
    old, new = ({rule.day: rule for rule in content.days} for content in (before, after))
    for day in sorted(old.keys() | new.keys()):
        was, becomes = old.get(day), new.get(day)
        if was == becomes:
            continue
        written = day_written(day)
        path = f"/days/{day.isoformat()}"
        if was and becomes:
            first, last = _rule(was), _rule(becomes)
            sentence = Text(
                id=_CHANGED.id.format(day=written.id, before=first.id, after=last.id), en=_CHANGED.en.format(day=written.en, before=first.en, after=last.en)
            )
            yield Change(path, "changed", _plain(was), _plain(becomes), sentence)
            continue
        rule = becomes or was
        assert rule is not None
        told, what = (_ADDED if becomes else _REMOVED), _rule(rule)
        sentence = Text(id=told.id.format(day=written.id, what=what.id), en=told.en.format(day=written.en, what=what.en))
        yield Change(path, "added" if becomes else "removed", was and _plain(was), becomes and _plain(becomes), sentence)


def day_written(day: date) -> Text:
    """The date as it is read: 17 Agustus 2026."""
    return Text(id=f"{day.day} {_MONTHS_ID[day.month - 1]} {day.year}", en=f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}")


def _hours(intervals: tuple[Interval, ...]) -> Text:
    if not intervals:
        return _CLOSED
    written = [(clock(opens), clock(closes)) for opens, closes in intervals]
    return Text(
        id=", ".join(f"{opens}–{closes}".replace(":", ".") for opens, closes in written),
        en=", ".join(f"{opens}–{closes}" for opens, closes in written),
    )


def _rule(rule: DayRule) -> Text:
    key = "REJECTED" if rule.decision == "REJECTED" else rule.kind.value
    if key == DayKind.JOINT_LEAVE and rule.works is not None:
        key = "WORKED" if rule.works else "NOT_WORKED"
    hours = _hours(rule.intervals or ())
    return Text(id=_RULES[key].id.format(name=rule.name.id, hours=hours.id), en=_RULES[key].en.format(name=rule.name.en, hours=hours.en))


def _plain(rule: DayRule) -> dict[str, Any]:
    """A day as the trail keeps it."""
    plain: dict[str, Any] = {"kind": rule.kind.value, "decision": rule.decision, "name": rule.name.id}
    if rule.works is not None:
        plain["works"] = rule.works
    if rule.intervals is not None:
        plain["intervals"] = intervals_wire(rule.intervals)
    return plain
