"""What one version of a calendar says: its wire form, its checks, and the working time that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.workflow.calendars.worktime import DayKind, Interval, NamedDay, WorkingTime
from simpul.workflow.errors import CalendarHasNoTime

WEEKDAYS = (
    Text(id="Senin", en="Monday"),
    Text(id="Selasa", en="Tuesday"),
    Text(id="Rabu", en="Wednesday"),
    Text(id="Kamis", en="Thursday"),
    Text(id="Jumat", en="Friday"),
    Text(id="Sabtu", en="Saturday"),
    Text(id="Minggu", en="Sunday"),
)
MOST_INTERVALS, MOST_DAYS = 12, 2_000
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2150, 12, 31)

_ORDER = Text(id="Jam selesai harus sesudah jam mulai.", en="It must end after it begins.")
_OVERLAP = Text(id="Jam ini bertumpuk dengan jam {other}.", en="These hours overlap with {other}.")
_MANY_INTERVALS = Text(id="Paling banyak {most} rentang jam sehari.", en="At most {most} intervals a day.")
_ZONE = Text(
    id="Zona waktu ini tidak dikenal; tulis nama IANA seperti Asia/Jakarta.", en="This time zone is not known; write an IANA name such as Asia/Jakarta."
)
_TWICE = Text(id="Hari ini tercantum dua kali.", en="This day is listed twice.")
_NO_HOURS = Text(id="Hari kerja khusus perlu jam kerja.", en="A special working day needs working hours.")
_OWN_HOURS = Text(id="Hanya hari kerja khusus yang punya jam sendiri.", en="Only a special working day has hours of its own.")
_WORKS = Text(id="Hanya cuti bersama yang dapat dihitung sebagai hari kerja.", en="Only joint leave can count as a working day.")
_SPECIAL_STANDS = Text(id="Hari kerja khusus tidak dapat ditolak; hapus saja.", en="A special working day is not rejected; remove it.")
_FAR = Text(id="Tanggal harus antara tahun 1990 dan 2150.", en="The date must lie between 1990 and 2150.")
_NAME = Text(id="Beri nama.", en="Give a name.")
_MANY_DAYS = Text(id="Paling banyak {most} hari.", en="At most {most} days.")
_WEEK = Text(id="Isi tujuh hari, Senin sampai Minggu.", en="Give seven days, Monday to Sunday.")
_NO_TIME = Text(id="Tidak ada waktu kerja dalam sepuluh tahun ke depan.", en="There is no working time within the next ten years.")


@dataclass(frozen=True)
class DayRule:
    """A day that differs from the week. `works` is of joint leave only: None follows the calendar's own flag."""

    day: date
    kind: DayKind
    name: Text
    decision: str = "APPROVED"
    works: bool | None = None
    intervals: tuple[Interval, ...] | None = None
    proposed: bool = False
    estimated: bool = False


@dataclass(frozen=True)
class Content:
    """One version, whole. `region` names whose public holidays are proposed; None for no proposals."""

    title: Text
    zone: str
    weekly: tuple[tuple[Interval, ...], ...]
    region: str | None = None
    joint_leave_works: bool = True
    days: tuple[DayRule, ...] = ()

    def working_time(self) -> WorkingTime:
        """The engine over this content; rejected days are as if they were not there."""
        return WorkingTime(
            self.zone, self.weekly, {rule.day: NamedDay(rule.kind, rule.name, self._hours(rule)) for rule in self.days if rule.decision == "APPROVED"}
        )

    def _hours(self, rule: DayRule) -> tuple[Interval, ...] | None:
        if rule.kind is DayKind.SPECIAL:
            return rule.intervals or ()
        works = rule.kind is DayKind.JOINT_LEAVE and (self.joint_leave_works if rule.works is None else rule.works)
        return None if works else ()


def clock(second: int) -> str:
    """Seconds of the day as HH:MM; the end of the day is 24:00."""
    return f"{second // 3600:02}:{second // 60 % 60:02}"


def seconds(written: str) -> int:
    """HH:MM as seconds of the day."""
    hours, _, minutes = written.partition(":")
    return int(hours) * 3600 + int(minutes) * 60


def intervals_wire(intervals: Iterable[Interval]) -> list[dict[str, str]]:
    """Intervals as they travel and are stored."""
    return [{"opens": clock(opens), "closes": clock(closes)} for opens, closes in intervals]


def intervals_of(wire: Iterable[Mapping[str, str]]) -> tuple[Interval, ...]:
    """Intervals that were checked before they were stored."""
    return tuple((seconds(one["opens"]), seconds(one["closes"])) for one in wire)


def text_of(wire: Mapping[str, str]) -> Text:
    """A stored text in both languages."""
    return Text(id=wire["id"], en=wire["en"])


def text_wire(text: Text) -> dict[str, str]:
    """A text in both languages as it is stored."""
    return {"id": text.id, "en": text.en}


def wire(content: Content) -> dict[str, Any]:
    """The content as the API gives it and takes it back."""
    return {
        "title": text_wire(content.title),
        "zone": content.zone,
        "region": content.region,
        "weekly": [intervals_wire(intervals) for intervals in content.weekly],
        "joint_leave_works": content.joint_leave_works,
        "days": [
            {
                "day": rule.day,
                "kind": rule.kind.value,
                "decision": rule.decision,
                "name": text_wire(rule.name),
                "works": rule.works,
                "intervals": None if rule.intervals is None else intervals_wire(rule.intervals),
                "proposed": rule.proposed,
                "estimated": rule.estimated,
            }
            for rule in content.days
        ],
    }


def clean(raw: Mapping[str, Any], now: datetime, at: str = "content") -> Content:
    """The content that somebody sent, checked; `raw` has the shape of `wire`, its values in their types.

    Raises: Invalid, naming each field by its place under `at`, such as `content.weekly.0.1.closes`.
    """
    wrong: dict[str, Text] = {}
    title = _text(raw["title"], f"{at}.title", wrong)
    zone = str(raw["zone"]).strip()
    if zone not in zones():
        wrong[f"{at}.zone"] = _ZONE
    if len(raw["weekly"]) != 7:
        wrong[f"{at}.weekly"] = _WEEK
    weekly = tuple(_intervals(day, f"{at}.weekly.{index}", wrong) for index, day in enumerate(raw["weekly"]))
    days = _days(raw["days"], f"{at}.days", wrong)
    content = Content(title, zone, weekly, raw["region"], raw["joint_leave_works"], tuple(sorted(days, key=lambda rule: rule.day)))
    if not wrong:
        try:
            content.working_time().add_working(now, 1)
        except CalendarHasNoTime:
            wrong[f"{at}.weekly"] = _NO_TIME
    if wrong:
        raise Invalid(wrong)
    return content


@cache
def zones() -> frozenset[str]:
    """The zones that a calendar may use; those that count leap seconds are left out."""
    return frozenset(zone for zone in available_timezones() if not zone.startswith(("right/", "posix/")) and zone not in {"localtime", "Factory", "posixrules"})


def _text(raw: Mapping[str, str], at: str, wrong: dict[str, Text]) -> Text:
    """A name in both languages; one that is left out is the other's."""
    indonesian, english = raw["id"].strip(), raw["en"].strip()
    if not indonesian and not english:
        wrong[f"{at}.id"] = _NAME
    return Text(id=indonesian or english, en=english or indonesian)


def _intervals(raw: Sequence[Mapping[str, str]], at: str, wrong: dict[str, Text]) -> tuple[Interval, ...]:
    if len(raw) > MOST_INTERVALS:
        wrong[at] = _MANY_INTERVALS.format(most=MOST_INTERVALS)
        return ()
    found = sorted((seconds(one["opens"]), seconds(one["closes"]), index) for index, one in enumerate(raw))
    before: tuple[int, int, int] | None = None
    for one in found:
        opens, closes, index = one
        if opens >= closes:
            wrong[f"{at}.{index}.closes"] = _ORDER
        elif before and opens < before[1]:
            wrong[f"{at}.{index}.opens"] = _OVERLAP.format(other=f"{clock(before[0])}-{clock(before[1])}")
        before = one if before is None or closes > before[1] else before
    return tuple((opens, closes) for opens, closes, _ in found)


def _days(raw: Sequence[Mapping[str, Any]], at: str, wrong: dict[str, Text]) -> list[DayRule]:
    if len(raw) > MOST_DAYS:
        wrong[at] = _MANY_DAYS.format(most=MOST_DAYS)
        return []
    rules: dict[date, DayRule] = {}
    for index, one in enumerate(raw):
        place, kind = f"{at}.{index}", DayKind(one["kind"])
        rule = DayRule(
            one["day"],
            kind,
            _text(one["name"], f"{place}.name", wrong),
            one["decision"],
            one["works"],
            None if one["intervals"] is None else _intervals(one["intervals"], f"{place}.intervals", wrong),
            one["proposed"],
            one["estimated"],
        )
        if not FIRST_DAY <= rule.day <= LAST_DAY:
            wrong[f"{place}.day"] = _FAR
        elif rule.day in rules:
            wrong[f"{place}.day"] = _TWICE
        if kind is DayKind.SPECIAL and not rule.intervals:
            wrong.setdefault(f"{place}.intervals", _NO_HOURS)
        if kind is not DayKind.SPECIAL and rule.intervals is not None:
            wrong[f"{place}.intervals"] = _OWN_HOURS
        if kind is not DayKind.JOINT_LEAVE and rule.works is not None:
            wrong[f"{place}.works"] = _WORKS
        if kind is DayKind.SPECIAL and rule.decision == "REJECTED":
            wrong[f"{place}.decision"] = _SPECIAL_STANDS
        rules[rule.day] = rule
    return list(rules.values())


def week_seconds(weekly: Iterable[Iterable[Interval]]) -> int:
    """Working seconds of a week without special days."""
    return sum(closes - opens for day in weekly for opens, closes in day)
