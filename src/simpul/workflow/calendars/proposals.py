"""Public holidays that the `holidays` library proposes, for an officer to approve or reject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from simpul.platform.text import Text
from simpul.workflow.calendars.content import Content
from simpul.workflow.calendars.worktime import DayKind

REGIONS = ("ID",)
# The library knows no more; a year outside has no proposals.
FIRST_YEAR, LAST_YEAR = 1990, 2100

_ESTIMATED = (" (perkiraan)", " (estimated)")
# The kind of the day says it already.
_OF_JOINT_LEAVE = re.compile(r"^Cuti Bersama | Joint Holiday$")


@dataclass(frozen=True)
class Holiday:
    """A day that the library knows. An estimated one follows a moon that is yet to be sighted or a decree to come."""

    day: date
    kind: DayKind
    name: Text
    estimated: bool


@dataclass(frozen=True)
class Proposal:
    """ADD a holiday that nobody decided about, or REMOVE one that was taken from the library, which no longer has it."""

    change: Literal["ADD", "REMOVE"]
    day: date
    kind: DayKind
    name: Text
    estimated: bool


@cache
def holidays(region: str, year: int) -> tuple[Holiday, ...]:
    """The public holidays and days of joint leave of a year, in order; a public holiday comes before joint leave."""
    if region not in REGIONS or not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    found: dict[date, Holiday] = {}
    for category, kind in (("government", DayKind.JOINT_LEAVE), ("public", DayKind.HOLIDAY)):
        english = _names(region, year, category, "en_US")
        for day, name in _names(region, year, category, "id").items():
            found[day] = Holiday(day, kind, Text(id=_plain(name), en=_plain(english.get(day, name))), any(mark in name for mark in _ESTIMATED))
    return tuple(found[day] for day in sorted(found))


def proposals(content: Content, years: Iterable[int]) -> list[Proposal]:
    """What the library would change in these years, in order."""
    if content.region is None:
        return []
    decided = {rule.day: rule for rule in content.days}
    wanted = set(years)
    known = {holiday.day: holiday for year in wanted for holiday in holidays(content.region, year)}
    added = [Proposal("ADD", day, one.kind, one.name, one.estimated) for day, one in known.items() if day not in decided]
    removed = [
        Proposal("REMOVE", rule.day, rule.kind, rule.name, rule.estimated)
        for rule in content.days
        if rule.proposed and rule.decision == "APPROVED" and rule.day.year in wanted and rule.day not in known
    ]
    return sorted([*added, *removed], key=lambda proposal: proposal.day)


def _names(region: str, year: int, category: str, language: str) -> dict[date, str]:
    # Loaded when first asked: most processes never are.
    from holidays import country_holidays

    return dict(country_holidays(region, years=year, categories=(category,), language=language))


def _plain(name: str) -> str:
    for mark in _ESTIMATED:
        name = name.replace(mark, "")
    return "; ".join(_OF_JOINT_LEAVE.sub("", part) for part in name.split("; "))
