"""What one version of a service level says: its wire form and the checks that it can pass alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simpul.cases.sla import Rung
from simpul.cases.vocabulary import LadderAct, Priority
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

HOUR = 3600
MOST_HOURS = 8760
MOST_RULES, MOST_RUNGS = 300, 12

_ORDER = Text(id="Tanggapan pertama tidak boleh lebih lama dari penyelesaian.", en="The first response cannot take longer than the resolution.")
_QUARTER = Text(id="Isi jam dalam kelipatan seperempat jam.", en="Give hours in quarters of an hour.")
_RANGE = Text(id="Isi antara seperempat jam dan {most} jam.", en="Give between a quarter of an hour and {most} hours.")
_TWICE = Text(id="Kategori ini tercantum dua kali.", en="This category is listed twice.")
_WHOLE = Text(id="Isi keempat prioritas.", en="Give all four priorities.")
_RUNG_TWICE = Text(id="Anak tangga ini sama dengan yang lain.", en="This level is the same as another.")
_RUNG_LEVEL = Text(id="Tingkat tidak boleh turun ketika waktu bertambah.", en="Levels do not go down as time goes on.")
_RUNG_FIRST = Text(id="Kasus tidak dialihkan sebelum batas waktunya habis.", en="A case is not handed on before its time is over.")
_LATER = Text(id="Hari kerja hanya dihitung setelah 100 %.", en="Working days are counted after 100 % only.")


@dataclass(frozen=True)
class Target:
    """Seconds until the first response and until the final one."""

    first_response: int
    resolution: int


@dataclass(frozen=True)
class Content:
    """One version, whole: the calendar and the law that it counts in, how long it may wait, and a target for each category and priority."""

    calendar: str
    legal_rules: str | None
    pause_cap: int
    ladder: tuple[Rung, ...]
    rules: Mapping[str, Mapping[Priority, Target]]


def clean(raw: Mapping[str, Any], at: str = "content") -> Content:
    """Read a content from outside, whose shape the schema has checked.

    Raises: Invalid, by field.
    """
    wrong: dict[str, Text] = {}
    rules: dict[str, Mapping[Priority, Target]] = {}
    for index, rule in enumerate(raw["rules"]):
        place = f"{at}.rules.{index}"
        if rule["category"] in rules:
            wrong[f"{place}.category"] = _TWICE
        if set(rule["targets"]) != set(Priority):
            wrong[f"{place}.targets"] = _WHOLE
            continue
        rules[rule["category"]] = {priority: _target(rule["targets"][priority], f"{place}.targets.{priority}", wrong) for priority in Priority}
    ladder = _ladder(raw["ladder"], f"{at}.ladder", wrong)
    if wrong:
        raise Invalid(wrong)
    return Content(raw["calendar"], raw["legal_rules"], raw["pause_cap_hours"] * HOUR, ladder, rules)


def wire(content: Content) -> dict[str, Any]:
    """The content as it travels and is stored."""
    return {
        "calendar": content.calendar,
        "legal_rules": content.legal_rules,
        "pause_cap_hours": content.pause_cap // HOUR,
        "ladder": [{"percent": rung.percent, "working_days": rung.working_days, "level": rung.level, "act": rung.act.value} for rung in content.ladder],
        "rules": [
            {
                "category": category,
                "targets": {
                    priority.value: {"first_response_hours": target.first_response / HOUR, "resolution_hours": target.resolution / HOUR}
                    for priority, target in targets.items()
                },
            }
            for category, targets in content.rules.items()
        ],
    }


def content_of(stored: Mapping[str, Any]) -> Content:
    """A content that was checked before it was stored."""
    return clean(stored)


def _target(raw: Mapping[str, float], at: str, wrong: dict[str, Text]) -> Target:
    found = {}
    for name in ("first_response_hours", "resolution_hours"):
        hours = raw[name]
        if not 0.25 <= hours <= MOST_HOURS:
            wrong[f"{at}.{name}"] = _RANGE.format(most=MOST_HOURS)
        elif (hours * 4) % 1:
            wrong[f"{at}.{name}"] = _QUARTER
        found[name] = int(hours * HOUR)
    if found["first_response_hours"] > found["resolution_hours"]:
        wrong[f"{at}.first_response_hours"] = _ORDER
    return Target(found["first_response_hours"], found["resolution_hours"])


def _ladder(raw: list[Mapping[str, Any]], at: str, wrong: dict[str, Text]) -> tuple[Rung, ...]:
    rungs = [(Rung(one["percent"], one["working_days"], one["level"], LadderAct(one["act"])), index) for index, one in enumerate(raw)]
    rungs.sort(key=lambda each: (each[0].percent, each[0].working_days, each[0].level, each[0].act))
    before: Rung | None = None
    for rung, index in rungs:
        if rung == before:
            wrong[f"{at}.{index}"] = _RUNG_TWICE
        elif before is not None and rung.level < before.level:
            wrong[f"{at}.{index}.level"] = _RUNG_LEVEL
        if rung.act is LadderAct.REASSIGN and rung.percent < 100:
            wrong[f"{at}.{index}.act"] = _RUNG_FIRST
        if rung.working_days and rung.percent < 100:
            wrong[f"{at}.{index}.working_days"] = _LATER
        before = rung
    return tuple(rung for rung, _ in rungs)
